"""Returns under the Victims' Code in the documented layout, through the real loader."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from etl.faults import LoadError
from geo.areas import boroughs
from tests.etl.conftest import Loaded

Write, Load = Callable[..., Path], Callable[[], Loaded]
HEADER = "Area,Month,Requirement,Applicable offences,Met"
DOCUMENTED = Path(__file__).parents[2] / "docs" / "victims-code.md"
GOOD = ("London,2017-05,updated,100,70", "London,2017-06,updated,200,130", "Camden,2017-06,updated,20,11")


def held(edition: Loaded) -> list[tuple[object, ...]]:
    return edition.rows("SELECT area_code, month, requirement, applicable, met FROM victims_code ORDER BY ALL")


def refused(edition: Loaded) -> list[tuple[object, ...]]:
    return edition.rows("SELECT line, column_name, rule FROM rejected_row ORDER BY line")


def test_every_row_is_loaded_and_accounted_for(write: Write, loaded: Load) -> None:
    write("code.csv", HEADER, *GOOD)
    edition = loaded()
    assert held(edition) == [
        ("E09000007", date(2017, 6, 1), "updated", 20, 11), ("E23000001", date(2017, 5, 1), "updated", 100, 70),
        ("E23000001", date(2017, 6, 1), "updated", 200, 130),
    ]  # fmt: skip
    assert refused(edition) == [] and edition.source("edition") == ["2017-07"]
    assert edition.source("rows_loaded") == [3] and edition.source("offences_loaded") == [320]


def test_names_codes_and_requirements_may_be_in_any_case_and_nought_is_a_figure(write: Write, loaded: Load) -> None:
    write("code.csv", HEADER.upper(), "e09000007,2017-06,ARRESTED,20,0", "LONDON,2017-06,Released,0,0")
    assert [(row[0], *row[2:]) for row in held(loaded())] == [
        ("E09000007", "arrested", 20, 0), ("E23000001", "released", 0, 0),
    ]  # fmt: skip


BAD = [
    ("Atlantis,2017-06,updated,3,1", "Area", "unknown area: not London"),
    ("City of London,2017-06,updated,3,1", "Area", "unknown area: not London"),
    ("London,Jun-17,updated,3,1", "Month", "not a month written as 2017-06"),
    ("London,2017-13,updated,3,1", "Month", "not a month written as 2017-06"),
    ("London,2017-06,charged,3,1", "Requirement", "not one of the requirements updated, arrested"),
    ("London,2017-06,arrested,-3,1", "Applicable offences", "not a whole number of applicable offences"),
    ("London,2017-06,arrested,,1", "Applicable offences", "not a whole number of applicable offences"),
    ("London,2017-06,arrested,3,65%", "Met", "not a whole number of offences in which it was met"),
    ("London,2017-06,arrested,3,4", "Met", "met in more offences than it applies to"),
    ("London,2017-06,updated,9,9", None, "second row for this area, month and requirement"),
    ("London,2017-06,updated,9", None, "the row has not the 5 columns"),
]


def test_a_row_that_is_not_right_is_refused_by_line_and_the_others_stand(write: Write, loaded: Load) -> None:
    write("code.csv", HEADER, *GOOD, *(row for row, _, _ in BAD))
    edition = loaded()
    assert len(held(edition)) == 3 and ("E23000001", date(2017, 6, 1), "updated", 200, 130) in held(edition)
    told = refused(edition)
    assert [(line, named) for line, named, _ in told] == [(5 + place, bad[1]) for place, bad in enumerate(BAD)]
    assert all(str(said).startswith(bad[2]) for (_, _, said), bad in zip(told, BAD, strict=True)), told
    assert edition.source("rows_read") == [14] and edition.source("rows_rejected") == [11]


def test_the_newer_release_counts_and_what_it_changed_is_kept(write: Write, loaded: Load) -> None:
    write("2017-07/a.csv", HEADER, "London,2017-06,updated,200,130")
    write("2017-08/a.csv", HEADER, "London,2017-06,updated,204,130")
    edition = loaded()
    assert edition.rows("SELECT applicable, met FROM victims_code") == [(204, 130)]
    assert edition.rows("SELECT series, old_value, new_value FROM revision") == [("updated > applicable", 200, 204)]


def test_two_files_of_one_release_that_differ_are_refused(write: Write, loaded: Load) -> None:
    write("2017-07/a.csv", HEADER, "London,2017-06,updated,200,130")
    write("2017-07/b.csv", HEADER, "London,2017-06,updated,204,130")
    with pytest.raises(LoadError, match="both cover"):
        loaded()


def test_boroughs_that_add_up_to_more_than_london_are_not_published(write: Write, loaded: Load) -> None:
    """32 boroughs of 10 and 7 make 320 and 224."""
    rows = [f"{area.area_name},2017-06,updated,10,7" for area in boroughs()]
    write("code.csv", HEADER, "London,2017-06,updated,330,223", *rows)
    with pytest.raises(LoadError) as error:
        loaded()
    assert str(error.value).count("Victims' Code") == 1
    assert ("Victims' Code, updated, June 2017: the offences in which it was met of the boroughs add up to 224, more "
            "than London's 223") in str(error.value)  # fmt: skip


def test_boroughs_that_add_up_to_less_are_loaded(write: Write, loaded: Load) -> None:
    rows = [f"{area.area_name},2017-06,updated,10,7" for area in boroughs()]
    write("code.csv", HEADER, "London,2017-06,updated,321,225", *rows)
    assert len(held(loaded())) == 33


def test_the_documented_example_is_loaded_as_it_stands(write: Write, loaded: Load) -> None:
    (example,) = re.findall(r"```\n(Area,.*?)```", DOCUMENTED.read_text(encoding="utf-8"), re.DOTALL)
    write("code.csv", *example.strip().splitlines())
    edition = loaded()
    assert refused(edition) == [] and len(held(edition)) == 5
