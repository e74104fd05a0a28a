"""What the inspection page gathers: pairs and differences on paper, and the report as the edition holds it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.inspection import gathered, inspection_sheet
from data.inspection.comparisons import decimals_of, difference
from data.inspection.judgments import judged, years
from data.selection.inspection import Asks, InspectionSelection, Pillar, from_params
from data.warehouse import Edition, Warehouse


@pytest.fixture(scope="module")
def edition(demonstration_editions: Path) -> Iterator[Edition]:
    with Warehouse(demonstration_editions).edition() as opened:
        yield opened


@pytest.fixture(scope="module")
def whole(edition: Edition) -> dict[str, Any]:
    return gathered(edition, {})


# --- what was judged ---------------------------------------------------------------------------------


def row(document: str, pillar: str, component: str, judgment: str, year: str | None) -> dict[str, Any]:
    held = {"document": document, "section": "s", "pillar": pillar, "component": component, "judgment": judgment}
    return held if year is None else {**held, "last_inspected": year}


def test_a_second_report_gives_a_second_year_and_a_pillar_has_its_latest() -> None:
    rows = judged([
        row("one", "Efficiency", "Overall", "Good", None), row("one", "Efficiency", "Demand", "Good", "2018/19"),
        row("two", "Efficiency", "Overall", "Outstanding", None),
        row("two", "Efficiency", "Demand", "Inadequate", "2021/22"), row("two", "Efficiency", "New", "Good", "2020/21"),
    ])  # fmt: skip
    assert [(each["component"], each["is_overall"], each["grades"]) for each in rows] == [
        ("Overall", True, {"2018/19": "Good", "2021/22": "Outstanding"}),
        ("Demand", False, {"2018/19": "Good", "2021/22": "Inadequate"}), ("New", False, {"2020/21": "Good"}),
    ]  # fmt: skip
    assert years(rows) == ("2018/19", "2020/21", "2021/22")


def test_the_report_judged_three_pillars_and_ten_parts(whole: dict[str, Any]) -> None:
    assert whole["years"] == ("2018/19",)
    overall = {each["pillar"]: each["grades"]["2018/19"] for each in whole["judgments"] if each["is_overall"]}
    assert overall == {"Effectiveness": "Requires improvement", "Efficiency": "Good", "Legitimacy": "Good"}
    assert sum(not each["is_overall"] for each in whole["judgments"]) == 10


# --- what is compared --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "other", "decimals", "expected"),
    [
        (255.0, 175.0, 0, (80.0, 79.0, 81.0)), (2.0, 3.0, 0, (-1.0, -2.0, 0.0)), (16.0, 16.0, 0, (0.0, -1.0, 1.0)),
        (18.4, 40.2, 1, (-21.8, -21.9, -21.7)), (2.1, 1.1, 1, (1.0, 0.9, 1.1)),
    ],
)  # fmt: skip
def test_a_difference_and_what_rounding_leaves(
    value: float, other: float, decimals: int, expected: tuple[float, ...]
) -> None:
    found = difference(value, other, decimals)
    assert (found["difference"], found["from_"], found["to"]) == expected


@given(st.floats(0, 500), st.floats(0, 500), st.integers(0, 2))
def test_the_true_difference_lies_in_the_range(one: float, two: float, decimals: int) -> None:
    found = difference(round(one, decimals), round(two, decimals), decimals)
    assert found["from_"] - 1e-9 <= one - two <= found["to"] + 1e-9


def test_decimals_are_those_of_the_printed_figure() -> None:
    assert [decimals_of(each) for each in (255.0, 18.4, 39.75, None)] == [0, 1, 2, 0]


def test_every_comparison_of_the_report_is_there_once(whole: dict[str, Any]) -> None:
    """Twenty-two of tables, less spending that is printed twice and counted once, and two of the text."""
    rows = whole["comparisons"]
    assert len(rows) == 24 and len({(each["table_name"], each["name"]) for each in rows}) == 24
    found = {each["name"]: (each["value"], each["against"], each["other"], each["pillar"]) for each in rows}
    assert found["999 calls per 1,000 population"] == (255, "England and Wales", 175, None)
    assert found["Recorded crime per 1,000 population"] == (93, "Most similar forces", 100, None)
    assert found["Spend per head of population"] == (297, "England and Wales", 192, "Efficiency")
    assert found["Black, Asian and minority ethnic"] == (18.4, "London’s residents", 40.2, "Legitimacy")
    assert found["Not Stated"] == (3.0, None, None, "Legitimacy")
    assert found["Persons wanted on the police national computer"] == (2.1, "England and Wales", 1.1, "Effectiveness")
    assert found["Domestic abuse arrest rate"] == (34.6, "England and Wales", 31.8, "Effectiveness")
    not_stated = next(each for each in rows if each["name"] == "Not Stated")
    assert not_stated["difference"] is None and not_stated["decimals"] == 1


def test_outcomes_make_a_whole_and_samples_have_wilsons_interval(whole: dict[str, Any]) -> None:
    """72 of 90, z = 1.96: (0.8 + z2/180 -+ z sqrt(0.16/90 + z2/32400)) / (1 + z2/90) = 0.7059 to 0.8696."""
    assert [each["value"] for each in whole["outcomes"]] == [56, 27, 12, 5]
    assert sum(each["value"] for each in whole["outcomes"]) == 100
    found = {each["name"]: (each["count"], each["base"]) for each in whole["samples"]}
    assert found == {
        "Effective investigation": (72, 90), "Lines of enquiry identified and pursued": (75, 90),
        "Good victim care": (78, 90), "Stop and search record with reasonable grounds": (88, 100),
    }  # fmt: skip
    first = whole["samples"][0]
    assert (first["lower"], first["upper"]) == (pytest.approx(0.7059, abs=5e-5), pytest.approx(0.8696, abs=5e-5))


# --- what is chosen, and the file --------------------------------------------------------------------


def test_a_pillar_has_its_own_rows_and_the_kinds_of_what_is_asked_part_them(edition: Edition) -> None:
    pillars = [gathered(edition, {"pillar": name}) for name in ("effectiveness", "efficiency", "legitimacy")]
    for part in ("judgments", "samples", "outcomes", "earlier", "asked"):
        assert sum(len(each[part]) for each in pillars) == len(gathered(edition, {})[part]), part
    assert [each["workforce"] for each in pillars] == [[], [], []]
    concerns, areas = (gathered(edition, {"asks": name})["asked"] for name in ("concerns", "improvements"))
    assert {each["kind"] for each in concerns} == {"cause of concern", "recommendation"}
    assert {each["kind"] for each in areas} == {"area for improvement"}
    assert (len(concerns), len(areas)) == (8, 19)


def test_the_selection_is_its_address_and_what_cannot_be_met_is_said() -> None:
    for chosen in (InspectionSelection(pillar, asks) for pillar in Pillar for asks in Asks):
        assert from_params(chosen.to_params()) == (chosen, ())
    assert InspectionSelection().to_query() == "?pillar=all"
    chosen, said = from_params({"pillar": "vigour", "asks": " CONCERNS ", "utm": "x"})
    assert chosen == InspectionSelection(Pillar.ALL, Asks.CONCERNS)
    assert said == ("There is no part of the inspection called ‘vigour’; this page shows all of it.",)


def test_the_file_has_every_row_of_the_page(edition: Edition, whole: dict[str, Any]) -> None:
    sheet = inspection_sheet(whole, edition=edition.facts)
    kinds = [each["kind"] for each in sheet.rows]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "judgment": 13, "comparison": 24, "outcome": 5, "share of a sample": 4, "workforce": 9, "cause of concern": 2,
        "recommendation": 6, "area for improvement": 19, "earlier inspection": 14,
    }  # fmt: skip
    calls = next(each for each in sheet.rows if each["name"].startswith("999"))
    assert [calls[name] for name in ("value", "compared_with", "compared_value", "difference_from", "difference_to",
            "period_start", "period_end")] == ["255", "England and Wales", "175", "79", "81", "2018-04-01",
                                               "2019-03-31"]  # fmt: skip
    assert calls["source"].startswith("PEEL") and "HMICFRS" in calls["licence"] and calls["section"]
    wanted = next(each for each in sheet.rows if each["name"].startswith("Persons wanted"))
    assert wanted["period_end"] == "[x]"
    assert date.fromisoformat(next(each for each in sheet.rows if each["kind"] == "workforce")["period_end"])
