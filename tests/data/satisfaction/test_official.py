"""What the publisher's own files give on the page, and what they cannot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pytest

from data.catalogue import catalogue
from data.satisfaction import gathered, satisfaction_sheet
from data.warehouse import Edition, Warehouse
from etl.load import load


class Note(NamedTuple):
    """What a file says of its edition."""

    edition_id: str
    is_demonstration: bool
    published_on: date


@pytest.fixture(scope="module")
def edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    folder = tmp_path_factory.mktemp("survey-editions")
    load([official / "surveys"], editions=folder)
    with Warehouse(folder).edition() as opened:
        yield opened


@pytest.fixture(scope="module")
def found(edition: Edition) -> dict[str, Any]:
    return gathered(edition, catalogue(), {"measure": "trust-in-the-met", "to": "2023-12"})


def test_the_matrix_is_of_twelve_months_as_the_survey_file_is(found: dict[str, Any]) -> None:
    """The report does not say; all five averages of residents are the file's figures for 12 months to June 2017."""
    assert found["is_year"] == {"compared": 5, "same": 5}


def test_london_and_the_boroughs_are_the_files(found: dict[str, Any], official: Path) -> None:
    assert (found["latest"]["proportion"], found["latest"]["base"]) == (0.69, 19_200)
    (path,) = (official / "surveys" / "2024-02").glob("*Borough.csv")
    rows = duckdb.connect().execute(
        """SELECT Borough, Proportion FROM read_csv(?, all_varchar = true)
           WHERE Measure = 'Trust MPS' AND Date = '12/31/2023'""",
        [str(path)],
    ).fetchall()
    raw = {name.replace("City of ", "").casefold().replace("&", "and"): float(p) for name, p in rows}
    assert len(found["boroughs"]) == 32
    assert {row["name"].casefold(): row["proportion"] for row in found["boroughs"]} == pytest.approx(raw)


def test_neighbourhoods_are_compared_and_no_london_figure_is_made_of_them(found: dict[str, Any]) -> None:
    """Counted from the file: trust in stop and search, Black below White British in 96 of 98 neighbourhoods."""
    assert found["grouped"] == () and found["neighbourhoods_listed"] == 112
    (row,) = (row for row in found["neighbourhoods"]
              if (row["question"], row["group_name"]) == ("Stop and search used fairly", "Black"))  # fmt: skip
    assert (row["neighbourhoods"], row["below"], row["above"], row["equal"]) == (98, 96, 2, 0)
    assert row["middle"] == pytest.approx(-20.5) and row["verdict"] == "lower"
    assert {r["group_name"] for r in found["neighbourhoods"]} == {"Asian", "Black"}
    (asian,) = (row for row in found["neighbourhoods"]
                if (row["question"], row["group_name"]) == ("Good job local", "Asian"))  # fmt: skip
    assert (asian["below"], asian["above"], asian["equal"]) == (26, 66, 6)


def test_it_says_which_survey_is_missing(found: dict[str, Any]) -> None:
    assert found["surveys_missing"] == ("User Satisfaction Survey",)
    assert {measure.survey for measure in found["measures"]} == {"PAS"} and len(found["measures"]) == 8


def test_the_sheet_has_every_figure_once_with_its_base_and_basis(found: dict[str, Any]) -> None:
    rows = satisfaction_sheet(found, edition=Note("e", False, date(2026, 1, 1))).rows
    count = {table: sum(row["table"] == table for row in rows) for table in dict.fromkeys(row["table"] for row in rows)}
    assert count == {"trend": 2 * len(found["series"]), "boroughs": 66, "printed changes": 13, "gap": 24,
                     "neighbourhoods": 8, "matrix": 6 + 108}  # fmt: skip
    for row in rows:
        if row["unit"] == "percentage points" and row["lower_95"] != "[x]" and row["table"] != "neighbourhoods":
            assert row["base"] != "[x]" and row["base_basis"] and row["design_effect"] == "1.5", row
            assert float(row["lower_95"]) <= float(row["value"]) <= float(row["upper_95"])
    names = ("table", "figure", "question", "area_name", "group_name", "period_end")
    keys = [tuple(row.get(name, "") for name in names) for row in rows]
    assert len(keys) == len(set(keys))
