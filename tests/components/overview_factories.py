"""Overviews made by hand: a few measures with figures that are easy to check."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.map_view import EditionNote
from components.overview.view import CountRow, OverviewView, PublishedRow, Section, SurveyRow
from data.catalogue import catalogue
from data.selection import Coverage
from data.selection.overview import OverviewSelection, Signals

JUNE = date(2017, 6, 1)
WHOLE = catalogue()
KINDS = (CountRow, SurveyRow, PublishedRow)


def count_row(measure_id: str = "burglary", **values: Any) -> CountRow:
    """1,200 offences after 1,000: a clear rise, in a month within its range."""
    measure = WHOLE.measure(measure_id)
    row: dict[str, Any] = {
        "measure_id": measure.id, "name": measure.name, "definition": measure.definition, "priority": measure.priority,
        "part_of": measure.part_of, "part_of_name": WHOLE.measure(measure.part_of).name if measure.part_of else None,
        "is_reporting": measure.polarity == "reporting", "dataset": measure.dataset, "month": JUNE,
        "is_own_period": False, "is_provisional": False, "offences": 100.0, "offences_12m": 1200.0,
        "offences_12m_before": 1000.0, "change": 200.0, "change_pct": 20.0, "change_lower_pct": 10.0,
        "change_upper_pct": 30.5, "change_verdict": "higher", "dispersion": 1.5, "season": 1.0, "centre": 90.0,
        "half_width": 20.0, "expected_lower": 70.0, "expected_upper": 110.0, "baseline_months": 24, "limits": "limits",
        "signal": "within", "rules": "", "since": None, "p_value": 0.5, "q_value": 0.9, "broken": None,
        "values": tuple(float(n) for n in range(36)), "range_lower": (70.0,) * 36, "range_upper": (110.0,) * 36,
        "judged_from": 24,
    }  # fmt: skip
    return CountRow(**{**row, **values})


def survey_row(**values: Any) -> SurveyRow:
    survey = WHOLE.surveys[0]
    row: dict[str, Any] = {
        "measure_id": survey.id, "name": survey.name, "question": survey.question, "survey": survey.survey,
        "priority": survey.priority, "period_end": JUNE, "is_own_period": False, "proportion": 0.684, "lower": 0.65,
        "upper": 0.71, "base": 1240.0, "base_basis": "published", "design_effect": 1.4, "proportion_before": 0.712,
        "change_points": -2.8, "change_lower": -6.0, "change_upper": 0.4, "change_verdict": "no_clear_change",
        "broken": None, "values": (0.7, 0.69, None, 0.684),
    }  # fmt: skip
    return SurveyRow(**{**row, **values})


def published_row(**values: Any) -> PublishedRow:
    measure = WHOLE.published[0]
    row: dict[str, Any] = {
        "measure_id": measure.id, "name": measure.name, "definition": measure.definition, "priority": measure.priority,
        "value": 67000.0, "unit": "calls", "note": "as printed: over 67,000", "period_words": "Apr–Jun 2017",
        "period_start": date(2017, 4, 1), "period_end": date(2017, 6, 30), "document": "report-1",
        "document_title": "Quarterly Performance Update Report (decision 280)", "why_no_series": "There is no file.",
        "is_reporting": False,
    }  # fmt: skip
    return PublishedRow(**{**row, **values})


def make_overview(*rows: CountRow | SurveyRow | PublishedRow, show: Signals = Signals.ALL, area: str | None = None,
                  month: date = JUNE, demonstration: bool = False, **values: Any) -> OverviewView:  # fmt: skip
    """The rows stand in the sections of their priorities; the headline is total offences, when it is among them."""
    held = {
        priority.id: [row for row in rows if row.priority == priority.id] for priority in WHOLE.priorities
    }  # fmt: skip
    sections = tuple(
        Section(p, *(tuple(r for r in held[p.id] if isinstance(r, kind)) for kind in KINDS)) for p in WHOLE.priorities
    )
    total = [row for row in rows if row.measure_id == "total-notifiable-offences" and isinstance(row, CountRow)]
    given: dict[str, Any] = {
        "catalogue": WHOLE, "selection": OverviewSelection(month, area, show), "corrections": (),
        "coverage": Coverage(date(2010, 4, 1), date(2017, 8, 1)), "settled": JUNE,
        "area_name": "Camden" if area else "London", "area_code": "E09000007" if area else "E23000001",
        "sections": sections, "without": (), "older": (), "headline": total[0] if total else None,
        "judged": sum(isinstance(r, CountRow) and r.signal in ("higher", "within", "lower") for r in rows),
        "by_chance": 1.25, "report": None, "report_months": (JUNE,),
        "edition": EditionNote("official-1", demonstration, date(2017, 8, 1), date(2017, 9, 12), "The publishers"),
    }  # fmt: skip
    return OverviewView(**{**given, **values})
