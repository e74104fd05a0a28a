"""Counts judged: measures that are alike side by side, each split at its breaks so that nothing crosses one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.catalogue import Break
from data.statistics import CHANGE_VERDICTS, SIGNALS, judge, year_change
from data.statistics.judged import LIMITS, RULE_WORDS
from etl.judging.counts import Counts, MeasureCounts

Columns = Mapping[str, npt.NDArray[Any]]

MONTHS_COMPARED = 24  # the 12 months to a month and the 12 before: a break among them leaves nothing to compare
MEASURES_AT_ONCE = 4  # enough for two threads to work side by side, few enough to need little memory
THREADS = 2

# Column of the edition's table: field of what the statistics give.
CHANGE_FIELDS = {
    "offences_12m": "later", "offences_12m_before": "earlier", "change_pct": "change_pct",
    "change_lower_pct": "change_lower_pct", "change_upper_pct": "change_upper_pct", "change_verdict": "verdict",
    "dispersion": "dispersion",
}  # fmt: skip
JUDGED_FIELDS = ("season", "centre", "half_width", "expected_lower", "expected_upper", "baseline_months", "limits",
                 "signal", "rules", "p_value")  # fmt: skip
# A column of words is kept as their numbers in these lists: text would be most of the memory.
WORDS = {"change_verdict": CHANGE_VERDICTS, "limits": LIMITS, "signal": SIGNALS, "rules": RULE_WORDS}


def judge_measures(given: Sequence[MeasureCounts]) -> list[Columns]:
    """Columns of monthly_signal for each measure, in the order given, each areas x months.

    `since` is the number of its month in the coverage, or -1; a word is its number in WORDS.
    """
    batches = list(_alike(given))
    with ThreadPoolExecutor(THREADS) as pool:
        judged = pool.map(_judge_batch, batches)
        found = {c.measure.id: columns for batch, each in zip(batches, judged, strict=True)
                 for c, columns in zip(batch, each, strict=True)}  # fmt: skip
    return [found[counts.measure.id] for counts in given]


def _alike(given: Sequence[MeasureCounts]) -> Iterator[list[MeasureCounts]]:
    """A few measures at a time that have the same months, breaks and first provisional month."""

    def likeness(counts: MeasureCounts) -> tuple[date, int, date, list[date]]:
        breaks = sorted(b.month for b in counts.measure.breaks)
        return counts.months[0], len(counts.months), counts.first_provisional, breaks

    for _, group in groupby(sorted(given, key=likeness), key=likeness):
        alike = list(group)
        for start in range(0, len(alike), MEASURES_AT_ONCE):
            yield alike[start : start + MEASURES_AT_ONCE]


def _judge_batch(batch: Sequence[MeasureCounts]) -> list[Columns]:
    months, breaks = batch[0].months, batch[0].measure.breaks
    counts = np.concatenate([one.counts for one in batch])
    is_provisional = np.array([month >= batch[0].first_provisional for month in months])
    parts = [_judge_part(counts[:, part], is_provisional[part], begins=part.start) for part in unbroken(months, breaks)]
    columns = {
        "offences": counts,
        "is_provisional": np.broadcast_to(is_provisional, counts.shape),
        **{name: np.concatenate([part[name] for part in parts], axis=1) for name in parts[0]},
    }
    areas = len(batch[0].counts)
    return [{name: c[i * areas : (i + 1) * areas] for name, c in columns.items()} for i in range(len(batch))]


def unbroken(months: Sequence[date], breaks: Sequence[Break]) -> Iterator[slice]:
    """The parts of the months between which a series is broken, in order; one part where it is not."""
    inside = sorted({months.index(b.month) for b in breaks if months[0] < b.month <= months[-1]})
    for start, stop in zip([0, *inside], [*inside, len(months)], strict=True):
        yield slice(start, stop)


def _judge_part(counts: Counts, provisional: npt.NDArray[np.bool_], *, begins: int) -> Columns:
    """A part that begins at column `begins`; every one but the first begins at a break."""
    after_break = begins > 0
    near = after_break & (np.arange(counts.shape[1]) < MONTHS_COMPARED - 1)
    broken = np.broadcast_to(near, counts.shape)
    change = year_change(counts, broken)
    judged = judge(counts, provisional, broken, np.full(len(counts), after_break))
    found = {column: getattr(change, field) for column, field in CHANGE_FIELDS.items()}
    found |= {field: getattr(judged, field) for field in JUDGED_FIELDS}
    since = judged.since_index.astype(np.int32)
    return {
        **found,
        **{name: _numbers(found[name], words) for name, words in WORDS.items()},
        "since": np.where(since < 0, -1, since + begins),
    }


def _numbers(found: npt.NDArray[Any], words: npt.NDArray[Any]) -> npt.NDArray[np.int8]:
    codes = pd.Categorical(found.ravel(), categories=words.tolist()).codes
    return np.asarray(codes, dtype=np.int8).reshape(found.shape)
