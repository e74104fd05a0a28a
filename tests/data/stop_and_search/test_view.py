"""What a view and its sheet hold: nothing hidden, every figure once, and words of the edition that are all named."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from api.parameters import SearchesAsked
from api.sheets import searches
from data.catalogue import catalogue
from data.stop_and_search import gathered, stop_and_search_sheet
from data.stop_and_search.declared import declared
from data.stop_and_search.kept import Kept
from data.warehouse import Edition, warehouse

YEAR = "2017-18"
HIDDEN = 7_777_777  # a count that stands nowhere else
MAPPINGS = Path(__file__).parents[3] / "etl" / "mappings"
RICHMOND = "richmond-upon-thames"  # where fewest are searched
ADDRESSES = [
    {"year": YEAR, "area": area, "by": by}
    for area, by in (("", "self"), (RICHMOND, "self"), (RICHMOND, "officer"))
]


@pytest.fixture
def edition(demonstration_editions: Path) -> Iterator[Edition]:
    with warehouse(demonstration_editions).edition() as opened:
        yield opened


def poison(now: Kept) -> Kept:
    def over(each: Any) -> Any:
        return replace(each, found=np.where(each.hidden, HIDDEN, each.found),
                       other=np.where(each.hidden, HIDDEN, each.other))  # fmt: skip

    assert any(table.hidden.any() for table in now.tables.values())
    return replace(
        now, totals={name: over(each) for name, each in now.totals.items()},
        tables={pair: over(each) for pair, each in now.tables.items()},
    )  # fmt: skip


def test_no_hidden_count_reaches_a_view_or_its_sheet_and_none_depends_on_one(edition: Edition) -> None:
    """With every hidden count changed to another, page, file and interface show exactly what they showed before."""
    queries = [SearchesAsked(**{**params, "area": params["area"] or None}, limit=5000) for params in ADDRESSES]
    rows_before = [searches(edition, catalogue(), query) for query in queries]
    before = [gathered(edition, catalogue(), params) for params in ADDRESSES]
    cache = edition._opened.cache
    held = {key: value for key, value in cache.items() if key == ("searches kept", YEAR)}
    try:
        for key in [key for key in cache if key[0] == "searches of London"]:  # type: ignore[index]
            del cache[key]
        cache.update({key: poison(value) for key, value in held.items()})  # type: ignore[arg-type]
        after = [gathered(edition, catalogue(), params) for params in ADDRESSES]
        rows_after = [searches(edition, catalogue(), query) for query in queries]
    finally:
        cache.update(held)
        for key in [key for key in cache if key[0] == "searches of London"]:  # type: ignore[index]
            del cache[key]
    assert len(held) == 1 and after == before
    assert [stop_and_search_sheet(view) for view in after] == [stop_and_search_sheet(view) for view in before]
    assert rows_after == rows_before


def test_a_hidden_figure_is_marked_and_so_is_everything_made_of_it(edition: Edition) -> None:
    found = gathered(edition, catalogue(), {"year": "2017-18", "area": "camden"})
    sheet = stop_and_search_sheet(found)
    hidden = [row for row in sheet.rows if row["status"] == "[c]"]
    assert hidden and all(row["value"] == "[c]" for row in hidden)
    cells = {
        (row["key"], group["key"]) for row in found["objects"] for group in row["groups"]
        if group["tally"]["status"] == "suppressed"
    }  # fmt: skip
    by_object = [row for row in hidden if row["table"] == "object" and row["figure"] == "searches"]
    marked = {(row["row_key"], row["group_key"]) for row in by_object}
    assert cells and cells <= marked


def test_the_sheet_reads_back_and_names_area_period_and_source_in_every_line(edition: Edition) -> None:
    found = gathered(edition, catalogue(), {"year": "2017-18", "area": "camden", "by": "officer"})
    rows = list(csv.DictReader(stop_and_search_sheet(found).csv().removeprefix("\ufeff").splitlines()))
    assert {row["table"] for row in rows} == {
        "total", "month", "ethnicity", "age", "gender", "object", "outcome", "borough", "borough by month", "published"
    }  # fmt: skip
    assert all(row["area_code"] and row["source"] and row["edition"] and row["data_kind"] for row in rows)
    camden = next(row for row in rows if row["table"] == "total" and row["figure"] == "searches")
    assert camden["value"] == str(found["total"]["searches"]) and camden["period_end"] == "2018-01-31"
    assert "2018-02" not in camden["months"] and len(camden["months"].split()) == 10


def test_a_file_says_what_is_withheld_and_not_that_it_is_none(edition: Edition) -> None:
    found = gathered(edition, catalogue(), {"year": "2017-18", "area": "camden"})
    rows = [row for row in stop_and_search_sheet(found).rows if row["table"] == "month" and row["row_key"] == "2018-02"]
    own = [row for row in rows if row["area_code"] != "E23000001"]
    assert own and {row["value"] for row in own} == {"[x]"}


def test_totals_add_up_wherever_nothing_is_hidden(edition: Edition) -> None:
    found = gathered(edition, catalogue(), {"year": "2016-17"})
    total = found["london"]["searches"]
    for rows in (found["groups"], found["ages"], found["genders"], found["objects"], found["boroughs"]):
        assert sum(row["tally"]["searches"] for row in rows) == total
    assert sum(row["cells"][0]["searches"] for row in found["outcomes"]) == total
    assert sum(row["london"] for row in found["months"]) == total


def test_every_word_that_the_loader_knows_is_in_one_group() -> None:
    for name, file, column in (
        ("object", "search_objects.csv", "object"), ("outcome", "search_outcomes.csv", "outcome"),
        ("self", "search_ethnicities.csv", "ethnic_group"),
    ):  # fmt: skip
        with (MAPPINGS / file).open(encoding="utf-8", newline="") as rows:
            words = {row[column] for row in csv.DictReader(rows) if row["kind"] == "code"}
        assert words <= {word for each in declared().of(name) for word in each.published}, name
    with (MAPPINGS / "search_words.csv").open(encoding="utf-8", newline="") as rows:
        listed = list(csv.DictReader(rows))
    for name, column in (("age", "age_range"), ("gender", "gender"), ("officer", "officer_defined")):
        words = {row["published"] for row in listed if row["column_name"] == column}
        assert words <= {word for each in declared().of(name) for word in each.published}, name
