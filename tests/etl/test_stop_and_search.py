"""Stop and search through the real loader: when and where, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.load import load
from tests.etl.conftest import Loaded
from tests.etl.searches import CAMDEN, CITY, COUNTS, FAULTS, HEADER, NAME, NEWCASTLE, at, june, search

Write = Callable[..., Path]
Load = Callable[[], Loaded]


@pytest.mark.parametrize(
    ("utc", "london"),
    [
        ("2017-03-26T00:59:00", "2017-03-26 00:59:00"),
        ("2017-03-26T01:00:00", "2017-03-26 02:00:00"),
        ("2017-10-29T00:59:00", "2017-10-29 01:59:00"),
        ("2017-10-29T01:00:00", "2017-10-29 01:00:00"),
        ("2024-07-31T23:20:30", "2024-08-01 00:20:30"),
        ("2017-12-31T23:59:59", "2017-12-31 23:59:59"),
    ],
)
def test_utc_becomes_london_time_at_both_changes_of_the_clocks(
    utc: str, london: str, write: Write, loaded: Load
) -> None:
    write("a.csv", HEADER, *at(f"{utc}+00:00"))
    assert loaded().rows("SELECT searched_at FROM stop_and_search") == [(datetime.fromisoformat(london),)]


def test_every_half_hour_round_three_years_changes_is_what_the_rule_of_the_clocks_says(
    write: Write, loaded: Load
) -> None:
    hours = [f"{year}-{month:02}-{day:02}T{hour:02}:{minute}:00"
             for year in (2016, 2017, 2018) for month in (3, 10) for day in range(24, 32)
             for hour in range(24) for minute in ("00", "30")]  # fmt: skip
    write("a.csv", HEADER, *at(*(f"{hour}+00:00" for hour in hours)))
    got = [row[0] for row in loaded().rows("SELECT searched_at FROM stop_and_search ORDER BY line")]
    summers = {2016: ((3, 27), (10, 30)), 2017: ((3, 26), (10, 29)), 2018: ((3, 25), (10, 28))}
    for text, time in zip(hours, got, strict=True):
        utc = datetime.fromisoformat(text)
        (start_month, start), (end_month, end) = summers[utc.year]
        is_summer = datetime(utc.year, start_month, start, 1) <= utc < datetime(utc.year, end_month, end, 1)
        assert (time - utc).total_seconds() == (3600 if is_summer else 0), text


def test_a_summer_file_starts_at_eleven_the_evening_before_in_utc(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *at("2017-05-31T23:00:00+00:00", "2017-06-30T22:59:00+00:00"))
    edition = loaded()
    assert edition.rows("SELECT DISTINCT CAST(month AS VARCHAR) FROM stop_and_search") == [("2017-06-01",)]


def test_a_search_that_slipped_in_from_another_month_counts_in_its_own(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", HEADER, *june(5), *at("2017-05-31T22:59:00+00:00"))
    write("2017-05/b.csv", HEADER, *at("2017-05-30T10:00:00+00:00", "2017-05-31T21:00:00+00:00"))
    edition = loaded()
    months = "SELECT CAST(month AS VARCHAR), count(*) FROM stop_and_search GROUP BY ALL ORDER BY ALL"
    assert edition.rows(months) == [("2017-05-01", 3), ("2017-06-01", 5)]
    assert "searches of another month than the rest, counted in theirs: 1" in edition.source("note")[1]
    assert [str(month) for month in edition.source("first_month")] == ["2017-05-01", "2017-06-01"]


@pytest.mark.parametrize("date", ["14/06/2017 12:00", "2017-14-06T12:00:00+00:00", "2017-06-14",
                                  "2017-06-31T12:00:00+00:00",
                                  "2017-06-14T12:00:00", "2017-06-14T12:00:00+01:00", "yesterday", ""])  # fmt: skip
def test_a_date_that_is_no_time_in_utc_is_refused_and_quoted(date: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *june(2), search(date=date, outcome="Odd"), *june(1))
    edition = loaded()
    assert edition.rows(FAULTS) == [(4, "Date", date, "not a time in UTC such as 2017-04-30T23:05:00+00:00")]
    assert edition.rows(COUNTS) == [(4, 3, 1)]


def test_the_time_zone_needs_nothing_from_the_network() -> None:
    with duckdb.connect() as con:
        found = con.execute("SELECT loaded, install_mode FROM duckdb_extensions() WHERE extension_name = 'icu'")
        assert found.fetchall() == [(True, "STATICALLY_LINKED")]


@pytest.mark.parametrize(
    ("place", "area"),
    [
        (CAMDEN, "E09000007"),  # Camden Town Hall
        (CITY, "E09000001"),  # Bank
        (("51.372000", "-0.099000"), "E09000008"),  # Croydon
        (("51.500800", "-0.121000"), "E09000022"),  # the Thames at Westminster Bridge, on Lambeth's side
        (("51.500900", "-0.123000"), "E09000033"),  # the same, on Westminster's side
        (("51.505200", "-0.075500"), "E09000028"),  # Tower Bridge, south of the middle
        (("51.505800", "-0.075300"), "E09000030"),  # Tower Bridge, north of the middle
        (("51.657000", "-0.390000"), None),  # Watford: near London, in no borough
    ],
)
def test_a_point_lies_in_the_borough_that_holds_it(
    place: tuple[str, str], area: str | None, write: Write, loaded: Load
) -> None:
    write(NAME, HEADER, search(latitude=place[0], longitude=place[1]))
    edition = loaded()
    assert edition.rows("SELECT area_code, has_coordinates FROM stop_and_search") == [(area, True)]
    assert edition.rows(FAULTS) == []
    assert ("in no borough: 1" in (edition.source("note")[0] or "")) == (area is None)


def test_without_coordinates_there_is_no_borough_and_no_fault(write: Write, loaded: Load) -> None:
    write(NAME, HEADER, search(latitude="", longitude=""))
    edition = loaded()
    assert edition.rows("SELECT area_code, has_coordinates FROM stop_and_search") == [(None, False)]
    assert edition.rows(FAULTS) == []


@pytest.mark.parametrize(
    ("place", "fault", "has_coordinates"),
    [
        (CAMDEN[::-1], "latitude and longitude have changed places", True),
        (NEWCASTLE, "not in or near London (51.1 to 51.9 N, 0.7 W to 0.5 E)", True),
        (("0", "0"), "not in or near London (51.1 to 51.9 N, 0.7 W to 0.5 E)", True),
        (("51.5", ""), "one coordinate without the other", False),
        (("", "-0.1"), "one coordinate without the other", False),
        (("north", "-0.1"), "not two numbers of degrees", False),
        (("nan", "inf"), "not two numbers of degrees", False),
        (("nan", "-0.1"), "not two numbers of degrees", False),
        (("51.5", "inf"), "not two numbers of degrees", False),
    ],
)
def test_coordinates_that_cannot_be_are_listed_and_the_search_counts_for_london(
    place: tuple[str, str], fault: str, has_coordinates: bool, write: Write, loaded: Load
) -> None:
    write(NAME, HEADER, search(), search(latitude=place[0], longitude=place[1]))
    edition = loaded()
    (line, column, value, rule), *more = edition.rows(FAULTS)
    assert (line, column, more) == (3, "Latitude, Longitude", [])
    assert rule == f"{fault}; the search counts for London, in no borough"
    assert [float(x) if x not in ("", "north", "nan", "inf") else x for x in value.split(", ")] == [
        float(x) if x not in ("", "north", "nan", "inf") else x for x in place
    ]
    assert edition.rows("SELECT area_code, has_coordinates FROM stop_and_search WHERE line = 3") == [
        (None, has_coordinates)
    ]
    assert edition.rows(COUNTS) == [(2, 2, 0)]


cells = {
    "date": st.sampled_from(["2017-06-14T12:00:00+00:00", "2017-06-30T23:30:00+00:00", "14/06/2017", ""]),
    "search_type": st.sampled_from(["Person search", "Vehicle search", "Séance", ""]),
    "latitude": st.sampled_from(["51.529000", "", "-0.125500", "abc", "54.9"]),
    "longitude": st.sampled_from(["-0.125500", "", "51.529000"]),
    "outcome": st.sampled_from(["Arrest", "", "Nothing found - no further action", "What?"]),
    "self_defined": st.sampled_from(["White - Irish", "", "Martian"]),
}
ragged = st.sampled_from(["", "Person search,2017", "," * 20])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=12), odd=ragged)
def test_whatever_is_in_the_file_all_of_it_is_loaded_or_listed(
    rows: list[dict[str, str]], odd: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    lines = [search(**row) for row in rows] + ([odd] if odd else [])
    (folder / "a.csv").write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    edition = Loaded(load([folder], editions=folder / "editions").path)
    good = [
        row["date"].endswith("+00:00") and row["search_type"] in ("Person search", "Vehicle search") for row in rows
    ]
    ((read, accepted, rejected),) = edition.rows(COUNTS)
    assert (read, accepted) == (len(lines), sum(good)) and read == accepted + rejected
    assert edition.rows("SELECT line FROM stop_and_search ORDER BY 1") == [(i + 2,) for i, ok in enumerate(good) if ok]
    refused: Sequence[Any] = edition.rows(
        "SELECT DISTINCT line FROM rejected_row WHERE rule NOT LIKE '%the search counts%'"
    )
    assert len(refused) == rejected
    wrong = edition.rows("SELECT area_code FROM stop_and_search WHERE NOT has_coordinates AND area_code IS NOT NULL")
    assert wrong == []
