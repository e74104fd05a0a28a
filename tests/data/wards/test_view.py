"""What the page is given, on an edition by hand (tests/data/made_wards.py has the answers)."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from components.map_view import EditionNote
from data.catalogue import catalogue
from data.selection.crime_map import Show
from data.wards.export import wards_sheet
from data.wards.view import gathered
from data.warehouse import Warehouse
from geo.areas import find
from tests.data.made_wards import ABBEY, BELLE, CASTLE, DENE, ELM, house

MAY_2022, MAY_2023 = date(2022, 5, 1), date(2023, 5, 1)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return house(tmp_path_factory.mktemp("wards"))


def shown(made: Warehouse, slug: str = "camden", **params: str) -> dict[str, Any]:
    borough = find(slug)
    assert borough is not None
    with made.edition() as edition:
        return gathered(edition, catalogue(), borough, params)


def by_name(found: dict[str, Any], column: str) -> dict[str, Any]:
    return {row["area_name"]: row[column] for row in found["rows"]}


def test_the_usual_view_is_the_latest_settled_year_with_a_way_to_the_latest_map(made: Warehouse) -> None:
    found = shown(made)
    assert found["selection"].month == date(2023, 10, 1) and found["corrections"] == ()
    assert found["sets"] == {"2022"} and found["drawing"] is None and found["has_boundaries"]
    assert found["mapped_to"] == MAY_2022
    assert by_name(found, "offences") == {"Castle": 96, "Dene": 36, "Elm": 12}


def test_a_year_on_the_wards_of_2018(made: Warehouse) -> None:
    found = shown(made, to="2022-05")
    assert by_name(found, "offences") == {"Abbey": 144, "Belle": 24, "Elm": 12}
    assert by_name(found, "offences_before") == {"Abbey": 120, "Belle": 24, "Elm": 12}
    assert by_name(found, "change") == {"Abbey": 24, "Belle": 0, "Elm": 0}
    assert by_name(found, "change_pct") == {"Abbey": 20.0, "Belle": 0.0, "Elm": None}  # 12 before: too few
    assert by_name(found, "change_status")["Elm"] == "small_base"
    assert by_name(found, "rank") == {"Abbey": 1, "Belle": 2, "Elm": 3}
    assert found["drawing"] is not None and found["drawing"].codes == {ABBEY, BELLE, ELM}
    assert found["sums"]["borough"] == 192


def test_a_year_over_the_change_is_refused_in_words_and_the_nearest_shown(made: Warehouse) -> None:
    found = shown(made, to="2022-08")
    assert found["selection"].month == MAY_2022
    (said,) = found["corrections"]
    assert said == ("The 12 months to August 2022 would run over two sets of wards, those of 2018 and those of 2022, "
                    "which are never joined. This page shows 12 months to May 2022.")  # fmt: skip


@pytest.mark.parametrize(("to", "why"), [
    ("2023-05", "The figures for 12 months to May 2022 are on another set of wards"),
    ("2023-10", "The 12 months to October 2022 would run over two sets of wards"),
    ("2020-12", "There are no ward figures for 12 months to December 2019"),
])  # fmt: skip
def test_a_change_from_another_set_is_refused_in_words(made: Warehouse, to: str, why: str) -> None:
    found = shown(made, to=to, show="change")
    (said,) = found["corrections"]
    assert why in said and said.endswith("This page shows numbers.")
    assert found["selection"].show is Show.NUMBER and not found["is_comparable"]
    assert set(by_name(found, "change").values()) == {None}
    assert found["compared_to"] in (MAY_2022, date(2021, 12, 1))


def test_months_compare_again_once_both_are_on_the_new_wards(made: Warehouse) -> None:
    found = shown(made, to="2023-06", span="month", show="change")
    assert found["corrections"] == () and found["is_comparable"]
    assert by_name(found, "offences_before") == {"Castle": 8, "Dene": 3, "Elm": 1}
    assert by_name(found, "offences_12m") == {"Castle": 96, "Dene": 36, "Elm": 12}


def test_the_12_months_of_a_month_are_left_out_where_they_run_over_the_change(made: Warehouse) -> None:
    assert set(by_name(shown(made, to="2022-08", span="month"), "offences_12m").values()) == {None}


def test_where_no_ward_changed_every_year_is_mapped_and_compared(made: Warehouse) -> None:
    found = shown(made, "brent", to="2022-08", show="change")
    assert found["corrections"] == () and found["sets"] == {"2018", "2022"}
    assert by_name(found, "offences") == {"Fern": 60, "Gorse": 60} and by_name(found, "rank") == {"Fern": 1, "Gorse": 1}
    assert found["drawing"] is not None
    assert found["sums"]["borough"] == 108  # less than the wards: 120


def test_a_ward_that_is_listed_but_not_in_a_category_counts_0(made: Warehouse) -> None:
    found = shown(made, to="2022-05", measure="robbery")
    assert by_name(found, "offences") == {"Abbey": 12, "Belle": 0, "Elm": 0}
    assert found["sums"]["borough"] is None  # the borough file has no robbery: not listed, not 0


def test_only_measures_that_ward_files_count_are_offered(made: Warehouse) -> None:
    assert {"burglary", "residential-burglary", "robbery"} <= set(shown(made)["measures_available"])
    assert not {"knife-crime", "hate-crime", "shoplifting"} & set(shown(made)["measures_available"])
    found = shown(made, measure="knife-crime")
    assert found["corrections"] == ("Knife crime is not published by ward; this page shows Burglary.",)
    assert "hold nothing for Shoplifting" in shown(made, measure="shoplifting")["corrections"][0]


@pytest.mark.parametrize(("asked", "to", "code"), [
    (ELM, "2022-05", ELM), ("elm", "2023-10", ELM), (" Abbey ", "2022-05", ABBEY), (CASTLE.lower(), "2023-10", CASTLE),
])  # fmt: skip
def test_a_ward_is_found_by_code_or_name(made: Warehouse, asked: str, to: str, code: str) -> None:
    found = shown(made, ward=asked, to=to)
    assert found["selection"].ward == code and found["corrections"] == ()


def test_a_ward_of_the_other_set_is_not_selected(made: Warehouse) -> None:
    found = shown(made, ward=ABBEY, to="2023-10")
    assert found["selection"].ward is None
    assert found["corrections"] == ("Abbey (E05000001) is not one of the wards of 2022, which these figures are on; "
                                    "no ward is selected.",)  # fmt: skip
    assert "no ward here called ‘Fern’" in shown(made, ward="Fern")["corrections"][0]  # it is in Brent


def test_there_are_no_rates(made: Warehouse) -> None:
    found = shown(made, show="rate", to="2022-05")
    assert "no rates" in found["corrections"][0] and found["selection"].show is Show.NUMBER


def test_a_gap_and_a_refused_figure_are_not_noughts(tmp_path: Path) -> None:
    made = house(tmp_path, without=(date(2021, 1, 1),), refused=((BELLE, date(2022, 3, 1)),))
    found = shown(made, to="2021-06")
    assert "there are no ward figures for January 2021" in found["corrections"][0]
    assert by_name(shown(made, to="2022-05"), "offences") == {"Abbey": 144, "Belle": None, "Elm": 12}
    assert by_name(shown(made, to="2022-05"), "rank")["Belle"] is None
    assert shown(made, to="2022-05")["total"]["offences"] is None


def test_a_ward_that_a_month_does_not_list_at_all_has_no_figure(tmp_path: Path) -> None:
    made = house(tmp_path, unlisted=((BELLE, date(2022, 3, 1)),))
    assert by_name(shown(made, to="2022-05"), "offences") == {"Abbey": 144, "Belle": None, "Elm": 12}
    assert by_name(shown(made, to="2022-02"), "offences")["Belle"] == 24


def test_files_of_wards_that_stayed_are_on_both_sets(tmp_path: Path) -> None:
    """Only Elm is listed, so nothing tells the sets apart, and no ward of either set alone is shown."""
    found = shown(house(tmp_path, only=(ELM,)), to="2022-08")
    assert found["corrections"] == () and by_name(found, "offences") == {"Elm": 12}


def test_part_of_a_borough_is_never_mapped(tmp_path: Path) -> None:
    found = shown(house(tmp_path, drawn=(ABBEY, ELM)), to="2022-05")
    assert found["drawing"] is None and found["has_boundaries"] and found["mapped_to"] is None


def test_an_edition_without_boundaries_has_the_table(tmp_path: Path) -> None:
    found = shown(house(tmp_path, drawn=()), to="2022-05")
    assert found["drawing"] is None and not found["has_boundaries"] and len(found["rows"]) == 3


def test_an_edition_without_ward_figures_says_so(tmp_path: Path) -> None:
    found = shown(house(tmp_path, has_wards=False))
    assert set(found) == {"edition", "borough", "has_boundaries"} and found["has_boundaries"]


def test_shapes_are_drawn_once_for_an_edition(made: Warehouse) -> None:
    assert shown(made, to="2022-05")["drawing"] is shown(made, to="2022-04")["drawing"]


def test_no_address_fails(made: Warehouse) -> None:
    found = shown(made, measure="<b>", span="x", to="99", show="y", sort="z", ward="w" * 999)
    assert len(found["corrections"]) == 6
    assert found["selection"].to_params() == {"measure": "burglary", "span": "12m", "to": "2023-10", "show": "number"}


def test_the_file_has_every_ward_and_what_they_are_compared_with(made: Warehouse) -> None:
    found = shown(made, to="2022-05")
    content = wards_sheet(found, edition=EditionNote(**found["edition"]),
                        borough_dataset=catalogue().dataset("recorded_crime")).csv()  # fmt: skip
    assert content.startswith("\ufeff") and "\r\n" in content
    lines = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))
    assert [(line["area_name"], line["offences"]) for line in lines] == [
        ("Abbey", "144"), ("Belle", "24"), ("Elm", "12"), ("Sum of the wards of Camden", "180"), ("Camden", "192"),
    ]  # fmt: skip
    assert [line["change_pct"] for line in lines] == ["20", "0", "[u]", "[z]", "[z]"]
    assert [line["ward_set"] for line in lines] == ["2018"] * 4 + ["[z]"]
    assert lines[0]["period_start"] == "2021-06-01" and lines[0]["period_end"] == "2022-05-31"
    assert [line["source"].split(", ")[1] for line in lines[-2:]] == [
        "Recorded crime by ward", "Recorded crime by borough"]  # fmt: skip
    assert DENE not in content
