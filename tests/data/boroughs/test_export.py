"""A profile's file: every row of the page, whole and unrounded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.boroughs.export import COLUMNS, borough_sheet
from data.boroughs.view import profile
from data.catalogue import catalogue
from data.export import MODELLED, PARTLY_MODELLED, PUBLISHED
from data.warehouse import Edition, Warehouse

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def found(whole_official_editions: Path) -> Iterator[dict[str, Any]]:
    with Warehouse(whole_official_editions).edition() as opened:
        yield gathered(opened)


def gathered(edition: Edition, slug: str = "camden", to: str = "2017-06") -> dict[str, Any]:
    return profile(edition, catalogue(), slug, {"to": to})


def read(found: dict[str, Any]) -> Rows:
    text = borough_sheet(found).csv()
    assert text.startswith("\ufeff") and "\r\n" in text and "nan" not in text.lower().replace("finance", "")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def section(rows: Rows, name: str) -> Rows:
    return [row for row in rows if row["section"] == name]


def test_every_row_of_the_page_is_in_the_file(found: dict[str, Any]) -> None:
    rows = read(found)
    for name, key in (("high-harm crimes", "harm"), ("hate crime", "hate"), ("recorded offences", "crimes")):
        assert [row["measure_id"] for row in section(rows, name)] == [each["measure_id"] for each in found[key]]
    assert len(section(rows, "local priorities")) == len(found["priorities"]["rows"]) == 3
    assert len(section(rows, "similar borough")) == 7 * len(found["compared"])
    assert len(section(rows, "survey (PAS)")) == len(found["surveys"])
    assert len(section(rows, "stop and search")) == 1
    assert len(section(rows, "published figure")) == 3
    assert set(rows[0]) == set(COLUMNS)


def test_numbers_are_unrounded_and_what_is_not_there_is_marked(found: dict[str, Any]) -> None:
    rows = {row["measure_id"]: row for row in section(read(found), "recorded offences")}
    burglary = next(each for each in found["crimes"] if each["measure_id"] == "burglary")
    assert float(rows["burglary"]["quarter_change_pct"]) == burglary["quarter_pct"]
    assert float(rows["burglary"]["rate_per_1000"]) == burglary["rate"]
    assert rows["burglary"]["quarter_start"] == "2017-04-01" and rows["burglary"]["quarter_end"] == "2017-06-30"
    assert rows["homicide"]["quarter_change_pct"] == "[u]", "too few to calculate is not the same as not available"
    assert rows["burglary"]["source"] and rows["burglary"]["licence"]


def test_a_priority_that_nothing_counts_is_a_row_without_numbers(found: dict[str, Any]) -> None:
    calls = section(read(found), "local priorities")[-1]
    assert (calls["priority_as_printed"], calls["quarter_value"]) == ("Anti-Social Behaviour", "[x]")
    theft = section(read(found), "local priorities")[1]
    assert theft["quarter_published_change_pct"] == "277"


def test_months_that_may_move_have_no_verdict_and_the_demonstration_says_so(demonstration_editions: Path) -> None:
    with Warehouse(demonstration_editions).edition() as opened:
        last = profile(opened, catalogue(), "brent", {})["coverage"].last
        rows = read(gathered(opened, "brent", f"{last:%Y-%m}"))
    own = [row for row in section(rows, "recorded offences") if row["status"] == "[p]"]
    assert own
    assert not {row["change_verdict"] for row in own} & {"higher", "lower", "no_clear_change"}
    kinds = {(row["status"] == "as published", row["quarter_published_change_pct"] != "[z]"): row["data_kind"]
             for row in rows}  # fmt: skip
    assert kinds[False, False] == MODELLED and kinds[True, False] == PUBLISHED
    assert kinds.get((False, True), PARTLY_MODELLED) == PARTLY_MODELLED
