"""The numbers of the section on change and surprise: the constants that the verdicts are made with, and no others."""

from __future__ import annotations

from data.exceptions import CLEAR
from data.reports import reports
from data.sources_view import Row
from data.statistics import (
    ANY_RULE_BY_CHANCE,
    CONFIDENCE,
    MEAN_FOR_LIMITS,
    SMALLEST_BASE_FOR_PERCENTAGE,
    SMALLEST_BASE_TO_SAY,
    false_alarm_rate,
)
from data.statistics.baseline import BASELINE, FULL_BASELINE, SHORTEST_BASELINE
from data.statistics.change import SMALLEST_COUNT_TO_SAY
from data.statistics.dispersion import FEWEST_YEARS, MOST_YEARS
from data.statistics.rules import RUN, TREND
from data.statistics.seasons import YEARS_FOR_A_FACTOR, YEARS_NEEDED
from data.statistics.surprise import MONTHS_TOGETHER
from data.statistics.xmr import XMR
from data.survey_bases import survey_bases


def numbers() -> dict[str, float]:
    """By the name under which the words of the page ask for them. Shares are 0 to 1, lengths are months or years."""
    return {
        "confidence": CONFIDENCE, "smallest_count": SMALLEST_COUNT_TO_SAY,
        "smallest_base": SMALLEST_BASE_FOR_PERCENTAGE, "years_fitted": MOST_YEARS, "fewest_years_fitted": FEWEST_YEARS,
        "baseline": FULL_BASELINE, "gap": BASELINE.start, "shortest_baseline": SHORTEST_BASELINE,
        "longest_trial": FULL_BASELINE - 1, "xmr": XMR, "season_years": YEARS_FOR_A_FACTOR,
        "fewest_season_years": YEARS_NEEDED, "smallest_mean": MEAN_FOR_LIMITS, "run": RUN, "trend": TREND,
        "together": MONTHS_TOGETHER, "any_rule": ANY_RULE_BY_CHANCE,
        "beyond_limit": false_alarm_rate(), "line": CLEAR, "one_in": 1 / CLEAR, "interviews": SMALLEST_BASE_TO_SAY,
        "design_effect": max(base.design_effect for base in survey_bases().values()),
    }  # fmt: skip


def survey_rows() -> list[Row]:
    """One row a survey and span of years: interviews a year in London and in a borough, None where not stated."""
    return [
        {"survey": base.name, "until": getattr(each, "until", None), "london": each.interviews_a_year,
         "borough": each.borough_interviews_a_year, "design_effect": base.design_effect,
         "basis": base.design_effect_basis, "source": each.source}
        for base in survey_bases().values() for each in (base, *base.earlier)
    ]  # fmt: skip


def report_rows() -> list[Row]:
    """The tables of published reports that the overview gives again: the month to choose, and how many rows."""
    return [
        {"title": report.table_name, "month": report.period_end, "rows": len(report.rows)} for report in reports()
    ]
