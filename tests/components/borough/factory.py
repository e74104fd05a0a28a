"""Profiles of hand-made rows, for the components' tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from components.borough.kinds import BoroughRow, Priority
from components.borough.view import ProfileView, made
from data.catalogue import catalogue
from data.periods import Coverage
from data.selection.borough import BoroughSelection
from data.similar import SimilarBoroughs
from geo.areas import find

JUNE = date(2017, 6, 1)


def row(measure_id: str = "burglary", **changes: Any) -> BoroughRow:
    """Burglary, or another measure, in Camden: 703 in the quarter, 654 a year before, within its range."""
    measure = catalogue().measure(measure_id)
    given: dict[str, Any] = {
        "measure_id": measure.id, "name": measure.name, "definition": measure.definition, "priority": measure.priority,
        "part_of": measure.part_of, "part_of_name": None, "is_reporting": False, "dataset": measure.dataset,
        "month": JUNE, "is_own_period": False, "is_provisional": False, "offences": 240.0, "offences_12m": 2806.0,
        "offences_12m_before": 2736.0, "change": 70.0, "change_pct": 2.56, "change_lower_pct": -7.3,
        "change_upper_pct": 13.4, "change_verdict": "no_clear_change", "dispersion": 2.0, "season": 1.0,
        "centre": 250.0, "half_width": 60.0, "expected_lower": 190.0, "expected_upper": 310.0, "baseline_months": 24,
        "limits": "limits", "signal": "within", "rules": "", "since": None, "p_value": 0.4, "q_value": 0.6,
        "broken": None, "values": tuple(240.0 + step % 5 for step in range(36)), "range_lower": (190.0,) * 36,
        "range_upper": (310.0,) * 36, "judged_from": 24, "older_form_of": None, "quarter": 703.0,
        "quarter_before": 654.0, "quarter_change": 49.0, "quarter_pct": 7.49, "quarter_lower_pct": -5.1,
        "quarter_upper_pct": 21.9, "quarter_verdict": "no_clear_change", "rate": 12.8, "rate_lower": 12.3,
        "rate_upper": 13.3, "residents": 218833, "residents_year": 2017, "london_12m": 71000.0, "london_rate": 8.1,
        "london_change_pct": 1.8, "london_change_lower_pct": 0.4, "london_change_upper_pct": 3.1,
        "london_change_verdict": "higher", "london_signal": "within", "place": 2, "of": 8, "sharing": 1,
    }  # fmt: skip
    return BoroughRow(**{**given, **changes})


def priority(name: str, row_: BoroughRow | None, **changes: Any) -> Priority:
    given: dict[str, Any] = {
        "priority": name.lower().replace(" ", "-"), "name": name, "wording": name.title(), "note": "",
        "is_additional": False, "is_everywhere": False, "published_pct": None, "row": row_,
    }  # fmt: skip
    return Priority(**{**given, **changes})


CALLS = priority("Anti-social behaviour", None, is_everywhere=True)


def view(*chosen: Priority, **changes: Any) -> ProfileView:
    """Camden in April to June 2017; without priorities unless given."""
    area = find("camden")
    assert area is not None
    empty: dict[str, Any] = {
        "catalogue": catalogue(), "area": area, "selection": BoroughSelection("camden", JUNE), "corrections": (),
        "coverage": Coverage(date(2012, 1, 1), date(2017, 8, 1)), "settled": JUNE, "settled_month": JUNE,
        "edition": {"edition_id": "e-1", "is_demonstration": False, "last_month": date(2017, 8, 1),
                    "published_on": date(2017, 9, 12), "source": "Metropolitan Police Service"},
        "facts": {"residents": 218833, "residents_year": 2017, "unit": "Central North",
                  "unit_boroughs": ("Camden", "Islington")},
        "priorities": {"year": "", "note": "", "source": "", "rows": ()}, "harm": (), "crimes": (), "hate": (),
        "without": (), "similar": SimilarBoroughs("E09000007", {}, (), (), (), "no profile figures loaded"),
        "similar_names": (), "compared": (), "funnel": None, "funnel_measures": (("burglary", "Burglary"),),
        "searches": None, "surveys": (), "published": {"officers": None, "fund": None, "calls": None},
    }  # fmt: skip
    base = made(empty)
    about = {"year": "2017/18" if chosen else "", "note": "", "source": "", "rows": chosen}
    return replace(base, priorities=about, **changes)
