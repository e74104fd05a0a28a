"""The table survey_change: each survey figure with its interval, and the change on the one twelve months earlier.

The files give no numbers of interviews, so the publisher's yearly ones stand in (data/survey_bases.toml), divided by
the survey's declared design effect.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd
import statsmodels.stats.proportion  # noqa: F401 - data.statistics imports it when first used, half a second of a load

from data.catalogue import Catalogue, SurveyMeasure
from data.statistics import Array, gap_interval, gap_verdict, wilson_interval
from data.statistics.rates import Z
from data.survey_bases import survey_bases

PUBLISHED = "published"
REFUSED = ("not_comparable", "too_few", "not_available")  # a change is not said in figures either

# A figure and the one that ended twelve months earlier. A measure without any proportion has no rows.
FIGURES = """
WITH figure AS (
    SELECT measure_id, v.survey, area_code, coalesce(period_start, period_end - INTERVAL 11 MONTH) AS period_start,
           period_end, proportion, CAST(base AS DOUBLE) AS base
    FROM victim_satisfaction v JOIN survey_measure m ON m.survey = v.survey AND m.question_key = v.question
    WHERE group_type = 'All' AND area_code IS NOT NULL
    QUALIFY count(proportion) OVER (PARTITION BY measure_id) > 0
)
SELECT now.*, before.period_start AS start_before, before.proportion AS proportion_before, before.base AS base_before
FROM figure now LEFT JOIN figure before ON before.measure_id = now.measure_id AND before.area_code = now.area_code
    AND before.period_end = now.period_end - INTERVAL 1 YEAR
ORDER BY measure_id, area_code, period_end
"""


def fill_survey_changes(con: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Judge every figure of every survey measure, by measure, area and end of its period."""
    measures = [{"measure_id": m.id, "survey": m.survey, "question_key": m.question_key} for m in catalogue.surveys]
    con.register("survey_measure", pd.DataFrame(measures, columns=["measure_id", "survey", "question_key"]))
    figures = con.execute(FIGURES).df()
    con.unregister("survey_measure")
    if figures.empty:
        return
    con.register("judged_surveys", judge_figures(figures, catalogue.surveys))
    con.execute("INSERT INTO survey_change BY NAME SELECT * FROM judged_surveys")
    con.unregister("judged_surveys")


def judge_figures(figures: pd.DataFrame, measures: Iterable[SurveyMeasure]) -> pd.DataFrame:
    """The columns of survey_change for the rows of FIGURES."""
    base, basis = _bases(figures, "base", "period_start")
    base_before, _ = _bases(figures, "base_before", "start_before")
    effect = figures["survey"].map(lambda survey: survey_bases()[survey].design_effect).to_numpy(dtype=float)
    now, before = figures["proportion"].to_numpy(), figures["proportion_before"].to_numpy()
    lower, upper = wilson_interval(now, base, effect)
    change = _widened(gap_interval(now, base, before, base_before, effect), rounded_to(figures["proportion"]))
    verdict = gap_verdict(change[1], change[2], base, base_before, undecided="no_clear_change")
    verdict = np.where(_across_a_break(figures, measures) & ~np.isnan(change[0]), "not_comparable", verdict)
    points, low, high = (np.where(np.isin(verdict, REFUSED), np.nan, 100 * part) for part in change)
    return figures[["measure_id", "area_code", "period_end", "proportion", "proportion_before"]].assign(
        lower=lower, upper=upper, base=base, base_basis=basis, design_effect=effect,
        change_points=points, change_lower=low, change_upper=high, change_verdict=verdict,
    )  # fmt: skip


def rounded_to(proportions: pd.Series) -> float:
    """0.01 where every proportion is a whole per cent as published, else 0."""
    per_cent = 100 * proportions.dropna().to_numpy(dtype=float)
    return 0.01 if len(per_cent) and np.allclose(per_cent, np.round(per_cent), atol=1e-6) else 0.0


def _widened(change: tuple[Array, Array, Array], step: float) -> tuple[Array, Array, Array]:
    """(difference, lower, upper), with the rounding of both proportions to `step` added to chance.

    A rounded figure lies anywhere within half a step of the true one, which has the variance step^2 / 12; two of them
    are compared. Without this a change of one point, from whole per cents, would always look as sure as its interval.
    """
    difference, lower, upper = change
    rounding = Z * step * np.sqrt(2 / 12)
    return (
        difference,
        difference - np.hypot(difference - lower, rounding),
        difference + np.hypot(upper - difference, rounding),
    )


def _bases(figures: pd.DataFrame, base: str, start: str) -> tuple[npt.NDArray[np.float64], list[str]]:
    """Interviews behind each figure and how they are known: as published, or the publisher's number for a year."""
    found = [
        (float(given), PUBLISHED) if given > 0 else _approximate(survey, area, begun)
        for given, survey, area, begun in zip(
            figures[base], figures["survey"], figures["area_code"], figures[start], strict=True
        )
    ]
    return np.array([number for number, _ in found]), [basis for _, basis in found]


@cache
def _approximate(survey: str, area_code: str, start: pd.Timestamp) -> tuple[float, str]:
    if pd.isna(start):  # there is no such figure
        return np.nan, ""
    stated = survey_bases()[survey].of_period(start.date())
    return float(stated.in_area(area_code) or np.nan), stated.statement


def _across_a_break(figures: pd.DataFrame, measures: Iterable[SurveyMeasure]) -> npt.NDArray[np.bool_]:
    """Whether a declared break lies within the two periods that a row compares."""
    broken = np.zeros(len(figures), dtype=bool)
    for measure in measures:
        for declared in measure.breaks:
            month = pd.Timestamp(declared.month)
            between = (figures["start_before"] < month) & (month <= figures["period_end"])
            broken |= ((figures["measure_id"] == measure.id) & between).to_numpy()
    return broken
