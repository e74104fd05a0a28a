"""The table monthly_signal: the judged columns of every measure end to end, written in one go."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd

from data.catalogue import Catalogue
from data.periods import months_between
from data.statistics import benjamini_hochberg
from etl.judging.combined import combine
from etl.judging.counts import AREAS, Counts, MeasureCounts, gather
from etl.judging.series import WORDS, Columns, judge_measures


def fill_signals(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Judge every month of every series and write them, by measure, area and month."""
    counted = list(gather(con, catalogue))
    given = sorted([*counted, *combine(counted, catalogue.combined)], key=lambda counts: counts.measure.id)
    if not given:
        return
    con.register("judged_series", _frame(given, judge_measures(given)))
    con.execute("INSERT INTO monthly_signal BY NAME SELECT * FROM judged_series")
    con.unregister("judged_series")


def _frame(given: Sequence[MeasureCounts], judged: Sequence[Columns]) -> pd.DataFrame:
    """One row a measure, area and month. Words are categories, which the database takes far faster than text."""
    columns = {name: np.concatenate([part[name].ravel() for part in judged]) for name in judged[0]}
    months = [np.array(counts.months, dtype="datetime64[s]") for counts in given]
    measure = np.repeat(np.arange(len(given)), [counts.counts.size for counts in given])
    area = np.concatenate([np.repeat(np.arange(len(AREAS)), len(run)) for run in months])
    since = [_month_of(run, part["since"].ravel()) for run, part in zip(months, judged, strict=True)]
    q_values = q_by_month(given, [part["p_value"] for part in judged])
    return pd.DataFrame({
        **columns,
        **{name: pd.Categorical.from_codes(columns[name], pd.Index(words)) for name, words in WORDS.items()},
        "measure_id": pd.Categorical.from_codes(measure, pd.Index([counts.measure.id for counts in given])),
        "area_code": pd.Categorical.from_codes(area, pd.Index(AREAS)),
        "month": np.concatenate([np.tile(run, len(AREAS)) for run in months]),
        "since": np.concatenate(since),
        "q_value": np.concatenate([q.ravel() for q in q_values]),
    }, copy=False)  # fmt: skip


def _month_of(months: npt.NDArray[np.datetime64], numbers: npt.NDArray[np.integer]) -> npt.NDArray[np.datetime64]:
    return np.where(numbers < 0, np.datetime64("NaT"), months[numbers])


def q_by_month(given: Sequence[MeasureCounts], p_values: Sequence[Counts]) -> list[Counts]:
    """Benjamini-Hochberg's q over all series judged in the same month, in the shapes of the p values."""
    first = min(counts.months[0] for counts in given)
    last = max(counts.months[-1] for counts in given)
    everything = np.full((sum(map(len, p_values)), months_between(first, last) + 1), np.nan)
    places, row = [], 0
    for counts, p in zip(given, p_values, strict=True):
        column = months_between(first, counts.months[0])
        places.append((slice(row, row + len(p)), slice(column, column + p.shape[1])))
        everything[places[-1]] = p
        row += len(p)
    q = benjamini_hochberg(everything)
    return [q[place] for place in places]
