"""What the inspection's parts say of a view made by hand."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from components.inspection import words
from components.inspection.asked import asked, related
from components.inspection.compared import compared
from components.inspection.counted import checked, counted
from components.inspection.grades import judgments, mark
from components.inspection.view import Asked, InspectionView, view_of
from components.render import to_html
from data.inspection.comparisons import difference
from data.selection.inspection import Asks, InspectionSelection, Pillar


def grade(pillar: str, component: str, **grades: str) -> dict[str, Any]:
    by_year = {f"20{year[1:3]}/{year[3:]}": word for year, word in grades.items()}
    return {"pillar": pillar, "component": component, "is_overall": component == "Overall", "grades": by_year}


def compare(name: str, value: float, other: float | None, **given: Any) -> dict[str, Any]:
    decimals = given.pop("decimals", 0)
    return {"pillar": None, "section": "Force in context", "table_name": "999 calls", "name": name, "value": value,
            "unit": "%", "against": None if other is None else "England and Wales", "other": other,
            "decimals": decimals, "period_start": date(2017, 10, 1), "period_end": date(2018, 9, 30), "note": None,
            **difference(value, other, decimals), **given}  # fmt: skip


def finding(**given: Any) -> dict[str, Any]:
    return {"section": "Treating the public fairly", "number": 1, "pillar": "Legitimacy",
            "component": "Fair treatment of the public", "kind": "area for improvement",
            "statement": "Supervise every record", "answers": (), "reason": None, **given}  # fmt: skip


GRADES = [
    grade("Effectiveness", "Overall", y1819="Requires improvement"),
    grade("Effectiveness", "Preventing", y1819="Good"), grade("Effectiveness", "Tackling", y1819="Outstanding"),
    grade("Effectiveness", "Armed response", y1819="Ungraded"), grade("Efficiency", "Overall", y1819="Good"),
]  # fmt: skip


def made(**given: Any) -> InspectionView:
    found = {
        "selection": InspectionSelection(), "corrections": (), "pages": {}, "years": ("2018/19",),
        "edition": {"edition_id": "e", "is_demonstration": False, "last_month": date(2019, 3, 1),
                    "published_on": date(2026, 7, 1), "source": "HMICFRS"},
        "document": {"title": "PEEL", "publisher": "HMICFRS", "published": "2019-09", "licence": "©"},
        "whole": GRADES, "judgments": GRADES, "comparisons": [], "samples": [], "outcomes": [], "workforce": [],
        "asked": [finding()], "asked_of_all": [finding()], "earlier": [], "definitions": {}, **given,
    }  # fmt: skip
    return view_of(found)


def test_the_headline_gives_the_inspectorates_words_in_quotes() -> None:
    assert words.headline(made()) == (
        "In 2018/19 the inspectorate judged the Met’s effectiveness ‘requires improvement’ and efficiency ‘good’.")
    one = made(selection=InspectionSelection(Pillar.EFFECTIVENESS), judgments=GRADES[:4])
    assert words.headline(one) == "In 2018/19 the inspectorate judged the Met’s effectiveness ‘requires improvement’."


def test_the_lead_counts_the_graded_parts_those_without_and_what_is_asked() -> None:
    assert words.lead(made()) == (
        "Of the two parts that were graded, it judged one ‘outstanding’ and one ‘good’; one was inspected and not "
        "graded. It named no causes of concern and one area for improvement.")
    other = made(selection=InspectionSelection(Pillar.EFFECTIVENESS), judgments=GRADES[:4])
    assert words.lead(other).endswith("It named no causes of concern and no areas for improvement.")


@pytest.mark.parametrize(("word", "place"), [(word, place) for place, word in enumerate(words.GRADES)])
def test_a_grade_is_a_filled_square_in_its_place_in_one_colour_and_hidden_from_screen_readers(
    word: str, place: int
) -> None:
    fills = re.findall(r'fill="(#\w+)"', to_html(mark(word)))
    assert [fill == "#17212B" for fill in fills] == [step == place for step in range(4)]
    assert 'aria-hidden="true"' in to_html(mark(word))
    assert "#17212B" not in re.findall(r'fill="(#\w+)"', to_html(mark("Ungraded")))


def test_each_year_of_inspection_is_a_column_and_a_part_not_inspected_says_so() -> None:
    rows = [grade("Efficiency", "Overall", y1819="Good", y2122="Inadequate"),
            grade("Efficiency", "New", y2122="Good")]  # fmt: skip
    html = to_html(judgments(made(judgments=rows, years=("2018/19", "2021/22"))))
    assert "Judgment, 2018/19" in html and "Judgment, 2021/22" in html
    assert html.count("Not inspected") == 1 and "Inadequate</span>" in html
    assert "one column of judgments" not in html
    assert "one column of judgments" in to_html(judgments(made()))


def test_a_comparison_has_its_figures_its_difference_and_the_range_of_rounding() -> None:
    html = to_html(compared(made(comparisons=[compare("Action taken", 12, 13), compare("Not stated", 3, None)])))
    assert ">12%<" in html and "13%" in html and "−1 pts" in html and "−2 to 0" in html
    assert "Action taken: the Met 12%, England and Wales 13%; the Met’s is lower." in html
    assert html.count('role="img"') == 2 and "Not printed" in html and "no confidence interval" in html
    assert "12 months to 30 September 2018" in html


@pytest.mark.parametrize(
    ("unit", "value", "other", "expected"),
    [("£ per head", 297, 192, ("£297", "+£105")), ("calls per 1,000 population", 255, 175, ("255", "+80")),
     ("%", 16, 16, ("16%", "0 pts"))],
)  # fmt: skip
def test_figures_have_their_units(unit: str, value: float, other: float, expected: tuple[str, str]) -> None:
    (row,) = made(comparisons=[compare("x", value, other, unit=unit)]).comparisons
    assert (words.figure(row.value, row.unit, row.decimals), words.difference(row)) == expected


def test_sexual_offences_and_domestic_abuse_carry_what_is_known_of_reporting() -> None:
    assert "go unreported" in to_html(compared(made(comparisons=[compare("Sexual offences", 2, 3)])))
    assert "go unreported" not in to_html(compared(made(comparisons=[compare("Other", 2, 3)])))


def test_periods_are_said_and_so_is_their_absence() -> None:
    assert words.period(date(2018, 4, 1), date(2019, 3, 31)) == "12 months to 31 March 2019"
    assert words.period(date(2017, 4, 1), date(2017, 6, 30)) == "1 April 2017 to 30 June 2017"
    assert words.period(None, date(2019, 3, 31)) == "at 31 March 2019"
    assert words.period(None, None) == "period not printed"


def test_the_sum_of_the_outcomes_is_checked_not_stated() -> None:
    assert checked(100) == "The shares add up to 100%."
    assert checked(99) == "As printed, the shares add up to 99% and not to 100%."
    outcome = {"name": "No suspect", "value": 60.0, "period_end": date(2018, 9, 30)}
    assert "add up to 60% and not" in to_html(counted(made(outcomes=[outcome])))


def test_a_finding_links_to_the_pages_that_answer_it_by_their_names_and_says_what_they_do_not_show() -> None:
    given = finding(answers=(("/finance", "/finance?table=overtime"), ("/later", "/later")), reason="Hours are not.")
    row = Asked(**given)
    assert related(made(), row) == []
    known = made(pages={"/finance": "Money", "/workforce": "People"}, asked=[given])
    assert [(link.href, link.children) for link in related(known, row)] == [("/finance?table=overtime", "Money")]
    assert 'Supervise every record.<span class="reason">Hours are not.</span>' in to_html(asked(known))
    assert "reason" not in to_html(asked(made()))


def test_an_empty_list_says_why_and_leads_on() -> None:
    chosen = InspectionSelection(Pillar.EFFICIENCY, Asks.CONCERNS)
    html = to_html(asked(made(selection=chosen, asked=[])))
    assert "The report names no causes of concern under efficiency." in html
    assert 'href="/inspection?pillar=efficiency"' in html
