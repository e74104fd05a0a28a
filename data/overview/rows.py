"""One row of the overview from what the edition holds of it. Rows are plain dictionaries; None is no figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import gcd
from typing import Any

from data.catalogue import Catalogue, Measure, Polarity, PublishedMeasure, SurveyMeasure
from data.periods import add_months, months_between
from data.signal_queries import CHART_MONTHS

Row = dict[str, Any]
Month = tuple[date, float | None, float]

JUDGED_MONTHS = 12  # the last of a chart; those before are the baseline
COMPARED_MONTHS = 24

# Columns of monthly_signal that a row carries as they are.
CARRIED = (
    "measure_id", "month", "offences", "is_provisional", "offences_12m", "offences_12m_before", "change_pct",
    "change_lower_pct", "change_upper_pct", "change_verdict", "dispersion", "season", "centre", "half_width",
    "expected_lower", "expected_upper", "baseline_months", "limits", "signal", "rules", "since", "p_value", "q_value",
)  # fmt: skip
CARRIED_SURVEY = (
    "measure_id", "period_end", "proportion", "lower", "upper", "base", "base_basis", "design_effect",
    "proportion_before", "change_points", "change_lower", "change_upper", "change_verdict",
)  # fmt: skip


def count_row(measure: Measure, catalogue: Catalogue, row: Row, series: Sequence[Month], month: date) -> Row:
    """A counted measure; `series` holds (month, offences, season), oldest first, and covers the row's chart."""
    now = row["offences_12m"], row["offences_12m_before"]
    own: date = row["month"]
    drawn_from = measure.break_between(add_months(own, 1 - CHART_MONTHS), own)
    return {
        **{name: row[name] for name in CARRIED}, "name": measure.name, "definition": measure.definition,
        "priority": measure.priority, "part_of": measure.part_of,
        "part_of_name": catalogue.measure(measure.part_of).name if measure.part_of else None,
        "is_reporting": measure.polarity is Polarity.REPORTING, "is_own_period": own != month,
        "change": None if None in now else now[0] - now[1],
        "broken": measure.break_between(add_months(own, 1 - COMPARED_MONTHS), own),
        "dataset": measure.dataset, **chart(row, series, since=drawn_from.month if drawn_from else None),
    }  # fmt: skip


def chart(row: Row, series: Sequence[Month], *, since: date | None = None) -> Row:
    """`values`, `range_lower` and `range_upper` of the 36 months to the row's, oldest first, and `judged_from`.

    The range of a month is season x (centre -+ half_width) of the row, at least 0. Months before `since`, a
    break in the series, are left out: nothing is drawn across it.
    """
    months = {month: (value, season) for month, value, season in series if since is None or month >= since}
    last: date = row["month"]
    drawn = [months.get(add_months(last, step), (None, None)) for step in range(1 - CHART_MONTHS, 1)]
    centre, half = row["centre"], row["half_width"]
    is_drawn = row["limits"] != "none" and centre is not None and half is not None
    seasons = [season for _, season in drawn] if is_drawn else []
    return {
        "values": tuple(value for value, _ in drawn), "judged_from": CHART_MONTHS - JUDGED_MONTHS,
        "range_lower": tuple(None if s is None else max(0.0, s * (centre - half)) for s in seasons),
        "range_upper": tuple(None if s is None else s * (centre + half) for s in seasons),
    }  # fmt: skip


def survey_row(measure: SurveyMeasure, rows: Sequence[Row], month: date) -> Row:
    """A survey measure at its latest period; `rows` are its periods in the three years to it, oldest first."""
    latest = rows[-1]
    return {
        **{name: latest[name] for name in CARRIED_SURVEY}, "name": measure.name, "question": measure.question,
        "survey": measure.survey, "priority": measure.priority, "is_own_period": latest["period_end"] != month,
        "broken": measure.break_between(add_months(latest["period_end"], -JUDGED_MONTHS), latest["period_end"]),
        "values": evenly([(row["period_end"], row["proportion"]) for row in rows]),
    }  # fmt: skip


def evenly(points: Sequence[tuple[date, float]]) -> tuple[float | None, ...]:
    """The values at equal steps, None where one is missing, so that the line breaks there. Dates in order."""
    dates = [when for when, _ in points]
    steps = [months_between(first, second) for first, second in zip(dates, dates[1:], strict=False)]
    step, held = gcd(*steps) or 1, dict(points)
    count = months_between(dates[0], dates[-1]) // step + 1
    return tuple(held.get(add_months(dates[0], place * step)) for place in range(count))


def published_row(measure: PublishedMeasure, figure: Row, title: str) -> Row:
    """A measure of which only one printed figure is known."""
    return {
        "measure_id": measure.id, "name": measure.name, "definition": measure.definition, "priority": measure.priority,
        "value": figure["value"], "unit": figure["unit"], "note": figure["note"], "period_words": measure.period_words,
        "period_start": figure["period_start"], "period_end": figure["period_end"], "document": measure.document,
        "document_title": title, "why_no_series": measure.why_no_series,
        "is_reporting": measure.polarity is Polarity.REPORTING,
    }  # fmt: skip
