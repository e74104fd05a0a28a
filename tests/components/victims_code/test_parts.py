"""What the Victims' Code page says of views made by hand, and how its monthly line is drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from components.figures.share_series import DESKTOP, PHONE, SharePoint, runs, scale_ticks, share_series
from components.render import to_html
from components.victims_code import words
from components.victims_code.published import published
from components.victims_code.series import series
from components.victims_code.view import VictimsCodeView, view_of
from data.catalogue import catalogue
from data.periods import Coverage, add_months
from data.selection.victims_code import Requirement, VictimsCodeSelection

JUNE = date(2017, 6, 1)


def point(label: str, share: float, cases: float | None, **given: Any) -> dict[str, Any]:
    known = {"lower": share - 0.01, "upper": share + 0.01} if cases else {"lower": None, "upper": None}
    return {"label": label, "period_start": None, "period_end": date(2017, 6, 30), "share": share, "cases": cases,
            "note": None, **known, **given}  # fmt: skip


def printed(requirement: str, *points: dict[str, Any], change: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"requirement": requirement, "section": "A better service", "points": points, "change": change}


def month(when: date, share: float | None, **given: Any) -> dict[str, Any]:
    known = share is not None
    return {
        "month": when, "cases": 1000.0 if known else None, "met": 1000 * share if share is not None else None,
        "share": share, "lower": share - 0.03 if share is not None else None,
        "upper": share + 0.03 if share is not None else None, "centre": 0.7, "expected_lower": 0.65,
        "expected_upper": 0.75, "spread": 1.0, "baseline_months": 24, "limits": "limits",
        "signal": "within" if known else "not_available", "change": -3.5 if known else None,
        "change_lower": -7.5 if known else None, "change_upper": 0.4 if known else None,
        "change_verdict": "no_clear_change" if known else "not_available", **given,
    }  # fmt: skip


def change(verdict: str | None, points: float = -15.0) -> dict[str, Any]:
    return {"points": points, "lower": points - 1.6, "upper": points + 1.6, "verdict": verdict}


PRINTED = (
    printed("updated", point("April 2014", 0.80, 40000), point("June 2017", 0.65, 54000), change=change("lower")),
    printed("arrested", point("April 2014", 0.80, None), point("June 2017", 0.69, None), change=change(None, -11.0)),
    printed("released", point("April 2014 to June 2017", 0.71, None, note="as printed: approximately 71%")),
)


def made(requirement: Requirement = Requirement.UPDATED, months: list[dict[str, Any]] | None = None,
         **given: Any) -> VictimsCodeView:  # fmt: skip
    held = months or []
    chosen = VictimsCodeSelection(requirement, None, held[-1]["month"] if held else None)
    return view_of({
        "selection": chosen, "corrections": (), "pages": frozenset(), "titles": {}, "indicators": [], "others": [],
        "covered": Coverage(held[0]["month"], held[-1]["month"]) if held else None, "area_name": "London", "areas": (),
        "edition": {"edition_id": "e", "is_demonstration": False, "last_month": JUNE, "published_on": JUNE,
                    "source": "MOPAC"},
        "document": {"title": "Report", "publisher": "MOPAC"}, "printed": PRINTED, "months": held,
        "latest": held[-1] if held else None, "dataset": catalogue().dataset("victims_code"), **given,
    })  # fmt: skip


@pytest.mark.parametrize(
    ("requirement", "headline", "lead"),
    [
        (Requirement.UPDATED, "Victims were kept updated in 65% of offences under the Code in June 2017, 15 "
         "points lower than in April 2014.",
         "larger than chance and rounding would explain (95% interval −16.6 to −13.4 points)"),
        (Requirement.ARRESTED, "Victims were told whether a suspect had been arrested in 69% of offences under the "
         "Code in June 2017, 11 points "
         "lower than in April 2014.", "there is no interval and no verdict on chance"),
        (Requirement.RELEASED, "Victims were told that a suspect had been released in about 71% of offences under the "
         "Code, April 2014 to June "
         "2017.", "does not print the number of offences"),
    ],
)  # fmt: skip
def test_headline_and_lead_are_true_of_what_is_printed(requirement: Requirement, headline: str, lead: str) -> None:
    view = made(requirement)
    assert words.headline(view) == headline
    assert lead in words.lead(view)


def test_no_clear_change_is_said_as_such() -> None:
    rows = (replace_change(PRINTED[0], change("no_clear_change", 0.0)), *PRINTED[1:])
    view = made(printed=rows)
    assert words.headline(view).endswith("in June 2017, the same as in April 2014.")
    assert "no clear change: chance and rounding could explain it" in words.lead(view)


def replace_change(row: dict[str, Any], with_: dict[str, Any]) -> dict[str, Any]:
    return {**row, "change": with_}


def test_the_table_has_each_month_with_an_interval_only_where_print_allows() -> None:
    html = to_html(published(made(Requirement.ARRESTED)))
    assert html.count('role="img"') == 5 and html.count("No interval") == 3
    assert html.count("Not printed") == 3 and "40,000" in html and "79.0% to 81.0%" in html
    assert re.search(r'class="group-head sel"[^>]*><th[^>]*>Victims told that a suspect was arrested', html)
    assert html.count("group-head sel") == 1
    assert "−16.6 to −13.4, 95% interval" in html and "−12.6 to −9.4, rounding alone" in html
    assert "rose by 14,000 (35.0%)" in html and "as printed: approximately 71%" in html


def test_without_a_file_it_says_how_to_supply_one() -> None:
    html = to_html(series(made()))
    assert "No open file gives these returns by month" in html and "docs/victims-code.md" in html
    assert "<code>Applicable offences</code>" in html and "<svg" not in html


SERIES = [month(add_months(JUNE, -3), 0.70), month(add_months(JUNE, -2), None), month(add_months(JUNE, -1), 0.6,
          signal="lower"), month(JUNE, 0.68)]  # fmt: skip


def test_with_a_file_headline_line_and_table_are_of_its_months() -> None:
    view = made(months=SERIES)
    assert words.headline(view) == (
        "Victims were kept updated in 68% of offences under the Code in London in June 2017: within the range "
        "expected of it.")
    assert "680 of 1,000 offences (95% interval 65.0% to 71.0%)" in words.lead(view)
    assert "−3.5 points (−7.5 to +0.4), no clear change" in words.lead(view)
    html = to_html(series(view))
    assert html.count("<svg xmlns") == 2 and "1 of 3 months outside the expected range" in html
    assert html.index(">June 2017<") < html.index(">March 2017<") and "No figure" in html
    assert "Lower than expected" in html and "Scale starts at 55%." in html


def test_a_month_without_limits_says_why() -> None:
    few = [month(JUNE, 0.68, limits="none", signal="too_few", baseline_months=5, centre=None, expected_lower=None,
                 expected_upper=None)]  # fmt: skip
    view = made(months=few)
    assert words.headline(view) == "Victims were kept updated in 68% of offences under the Code in London in June 2017."
    assert "5 have a figure, and it takes 12." in words.lead(view)


def test_a_chosen_month_without_a_figure_says_so() -> None:
    assert words.headline(made(months=[*SERIES[:1], month(JUNE, None)])).startswith("The file has no figure for")


# --- the drawing ---------------------------------------------------------------------------------------


def drawn(*shares: float | None, **given: Any) -> list[SharePoint]:
    return [SharePoint(month=add_months(date(2015, 1, 1), place), share=share, lower=share and share - 1,
                       upper=share and share + 1, expected_lower=60.0, expected_upper=80.0, centre=70.0,
                       signal="within", **given) for place, share in enumerate(shares)]  # fmt: skip


def test_a_gap_breaks_line_and_shade_and_a_lone_month_is_a_dot() -> None:
    points = drawn(70, 71, None, 72, None, 73, 74)
    assert runs(points, ("share",)) == [[0, 1], [3], [5, 6]]
    svg = share_series(points, DESKTOP, label="l", chosen=None)
    assert svg.count("<polyline") == 3 + 1 and svg.count("<circle") == 1  # three runs and the centre; the lone month
    assert svg.count('fill="#C3D7E4"') == 3


def test_the_scale_holds_all_that_is_drawn_within_nought_and_a_hundred() -> None:
    assert scale_ticks([64.1, 80.9])[0] <= 63.1 and scale_ticks([64.1, 80.9])[-1] >= 80.9
    assert scale_ticks([0.2, 99.9])[0] == 0 and scale_ticks([0.2, 99.9])[-1] == 100
    assert scale_ticks([]) == (0, 20, 40, 60, 80, 100)


@pytest.mark.parametrize("frame", [DESKTOP, PHONE])
@pytest.mark.parametrize("months", [1, 3, 14, 42, 90])
def test_month_labels_never_meet_and_all_lies_inside(frame: Any, months: int) -> None:
    points = [replace(each, signal="lower" if place % 5 == 0 else "within")
              for place, each in enumerate(drawn(*[70.0 + place % 3 for place in range(months)]))]  # fmt: skip
    svg = share_series(points, frame, label="l", chosen=points[-1].month)
    labels = [float(x) for x, words_ in re.findall(r'<text x="([\d.]+)"[^>]*class="ax mid">(\w{3} \d{4})<', svg)]
    assert labels and all(b - a >= 56 for a, b in zip(labels, labels[1:], strict=False))
    xs = [float(x) for x in re.findall(r'cx="([\d.]+)"', svg)]
    assert all(frame.left <= x <= frame.right for x in xs)
