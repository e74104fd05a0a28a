"""Whose a stop-and-search file is, and which file gives a month that is delivered twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.faults import LoadError
from tests.etl.conftest import Loaded
from tests.etl.searches import CITY, COUNTS, HEADER, NAME, june, search

Write = Callable[..., Path]
Load = Callable[[], Loaded]


def test_searches_by_the_met_in_the_city_lie_in_the_city_and_stay_the_mets(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *june(30), search(latitude=CITY[0], longitude=CITY[1]))
    found = loaded().rows("SELECT force, area_code, count(*) FROM stop_and_search GROUP BY ALL ORDER BY ALL")
    assert found == [("metropolitan", "E09000001", 1), ("metropolitan", "E09000007", 30)]


def test_a_file_with_most_points_in_the_city_is_the_citys_whatever_its_name(write: Write, loaded: Load) -> None:
    write(NAME, HEADER, *june(25, latitude=CITY[0], longitude=CITY[1]), *june(5))
    write("b.csv", HEADER, *june(40))
    edition = loaded()
    forces = "SELECT force, count(*) FROM stop_and_search GROUP BY ALL ORDER BY ALL"
    assert edition.rows(forces) == [("city-of-london", 30), ("metropolitan", 40)]
    assert "named for metropolitan, but 25 of 30 points lie in the City" in edition.source("note")[0]


def test_without_points_the_name_says_whose_searches_they_are(write: Write, loaded: Load) -> None:
    write("2017-06-city-of-london-stop-and-search.csv", HEADER, *june(3, latitude="", longitude=""))
    write(NAME, HEADER, *june(4, latitude="", longitude=""))
    edition = loaded()
    forces = "SELECT force, count(*) FROM stop_and_search GROUP BY ALL ORDER BY ALL"
    assert edition.rows(forces) == [("city-of-london", 3), ("metropolitan", 4)]


def test_without_points_or_such_a_name_a_file_is_taken_as_the_mets_and_that_is_said(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *june(3, latitude="", longitude=""))
    edition = loaded()
    assert edition.rows("SELECT DISTINCT force FROM stop_and_search") == [("metropolitan",)]
    assert (
        "taken as metropolitan: 0 of 0 points lie in the City, and the name does not say" in edition.source("note")[0]
    )


def test_another_forces_file_stops_the_load(write: Write, loaded: Load) -> None:
    write("2017-06-surrey-stop-and-search.csv", HEADER, *june(3))
    with pytest.raises(LoadError, match="is named as a file of 'surrey'"):
        loaded()


def test_searches_that_are_alike_are_all_kept(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, search(), search(), search())
    assert loaded().rows("SELECT count(*) FROM stop_and_search") == [(3,)]


@pytest.mark.parametrize("names", [("2017-06/a.csv", "2017-06/b.csv"), ("2017-06/b.csv", "2017-09/a.csv"),
                                   ("2017-09/b.csv", "2017-06/a.csv")])  # fmt: skip
def test_of_two_files_of_a_month_the_one_with_more_searches_gives_it(
    names: tuple[str, str], write: Write, loaded: Load
) -> None:
    write(names[0], HEADER, *june(50))
    write(names[1], HEADER, *june(30, outcome="Arrest"), search(latitude="1"))
    edition = loaded()
    full = names[0].split("/")[1]
    assert edition.rows("SELECT outcome_published, count(*) FROM stop_and_search GROUP BY ALL") == [
        ("Suspect arrested", 50)
    ]
    refused = edition.rows(
        "SELECT name, line, column_name, value, rule, rows FROM rejected_row JOIN source USING (source_id)"
    )
    assert refused == [
        (names[1].split("/")[1], 2, None, "2017-06", f"'{full}' gives June 2017 with more searches (50 against 31)", 31)
    ]
    assert sorted(edition.rows(COUNTS)) == [(31, 0, 31), (50, 50, 0)]


def test_two_files_as_long_as_each_other_are_never_both_counted(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *june(5))
    write("b.csv", HEADER, *june(4, outcome="Arrest"), search(outcome="Arrest", latitude="", longitude=""))
    edition = loaded()
    assert edition.rows("SELECT outcome_published, count(*) FROM stop_and_search GROUP BY ALL") == [
        ("Suspect arrested", 5)
    ]
    assert "with as many searches (5 against 5)" in edition.rows("SELECT rule FROM rejected_row")[0][0]


def test_a_file_of_several_months_does_not_count_twice_what_another_gives(write: Write, loaded: Load) -> None:
    may = [row.replace("2017-06-", "2017-05-") for row in june(150)]
    write("both.csv", HEADER, *june(120), *may)
    write("2017-06/june.csv", HEADER, *june(130))
    edition = loaded()
    months = "SELECT CAST(month AS VARCHAR), count(*) FROM stop_and_search GROUP BY ALL ORDER BY ALL"
    assert edition.rows(months) == [("2017-05-01", 150), ("2017-06-01", 130)]
    assert sorted(edition.rows(COUNTS)) == [(130, 130, 0), (270, 150, 120)]


def test_a_file_that_ends_early_in_its_month_says_so(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *june(14))
    assert "no search after 14 June 2017; if the file was cut short" in loaded().source("note")[0]
