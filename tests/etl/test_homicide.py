"""Homicide victims: small files by hand, and the publisher's own."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.faults import LoadError
from etl.load import load
from tests.etl.conftest import Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]
HEADER = (
    "Count of Victims,Age Group,Sex,Method of Killing,Domestic Abuse,Recorded Date,Homicide Offence Type,"
    "Solved Status,Borough,Officer Observed Ethnicity"
)


def victims(*, count: str = "1", age: str = "25 to 34", month: str = "Jan-03", borough: str = "Camden") -> str:
    return f'{count},{age},Male,"Physical Assault, no weapon",Not Domestic Abuse,{month},Murder,Solved,{borough},White'


def test_a_row_is_a_group_of_victims_with_all_that_is_published_of_them(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, victims(count="2"))
    edition = loaded()
    assert edition.rows("SELECT * FROM homicide") == [
        (
            "E09000007",
            date(2003, 1, 1),
            2,
            "25 to 34",
            "Male",
            "Physical Assault, no weapon",
            "Not Domestic Abuse",
            "Murder",
            "Solved",
            "White",
        )
    ]
    assert edition.rows("SELECT rows_read, rows_loaded, offences_read, offences_loaded FROM source") == [(1, 1, 2, 2)]


def test_two_equal_rows_are_two_groups_of_victims(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, victims(), victims())
    assert loaded().rows("SELECT count(*), sum(victims) FROM homicide") == [(2, 2)]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Jan-03", date(2003, 1, 1)),
        ("Dec-23", date(2023, 12, 1)),
        ("SEP-09", date(2009, 9, 1)),
        (" feb-24 ", date(2024, 2, 1)),
    ],
)
def test_a_month_has_three_letters_and_two_digits_of_a_year_of_this_century(
    text: str, month: date, write: Write, loaded: Load
) -> None:
    write("a.csv", HEADER, victims(month=text))
    edition = loaded()
    assert edition.rows("SELECT month FROM homicide") == [(month,)]
    assert edition.rows("SELECT first_month, last_month FROM source") == [(month, month)]


@pytest.mark.parametrize(
    "text", ["03-Jan", "Jan-99", "Jan 03", "January-03", "Jan-2003", "01/03", "Foo-03", "2003-01", ""]
)
def test_a_date_in_another_form_is_refused_and_never_guessed(text: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, victims(), victims(count="3", month=text))
    edition = loaded()
    assert edition.rows("SELECT sum(victims) FROM homicide") == [(1,)]
    assert edition.rows("SELECT line, column_name, value, rule, offences FROM rejected_row") == [
        (3, "Recorded Date", text, "not a month such as 'Jan-03'", 3)
    ]


@pytest.mark.parametrize("count", ["0", "-1", "1.5", "<5", "*", ".", "n/a", "one", ""])
def test_a_count_that_is_no_number_of_victims_is_refused(count: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, victims(), victims(count=count))
    edition = loaded()
    assert edition.rows("SELECT sum(victims) FROM homicide") == [(1,)]
    assert edition.rows("SELECT line, column_name, value, rule FROM rejected_row") == [
        (3, "Count of Victims", count, "not a whole number of victims, 1 or more")
    ]


@pytest.mark.parametrize(
    ("borough", "code"),
    [("Ealing ", "E09000009"), ("Barking & Dagenham", "E09000002"), ("Heathrow ", "other-airports")],
)
def test_names_of_boroughs_are_mapped(borough: str, code: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, victims(borough=borough))
    assert loaded().rows("SELECT area_code FROM homicide") == [(code,)]


def test_an_unknown_borough_is_refused_with_its_victims(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, victims(), victims(borough="Gotham", count="4"))
    edition = loaded()
    (entry,) = edition.rows("SELECT line, column_name, value, rule, offences FROM rejected_row")
    assert entry == (3, "area", "Gotham", "unknown area; if it is right, add it to etl/mappings/areas.csv", 4)
    assert edition.rows("SELECT rows_read, rows_loaded, rows_rejected FROM source") == [(2, 1, 1)]


def test_what_is_unknown_stays_as_published_and_blank_is_absent(write: Write, loaded: Load) -> None:
    write(
        "a.csv", HEADER, "1,n/a,Unrecorded Gender,Not known/Not Recorded,,Jan-03,Murder,*,Camden,Unrecorded / Unknown"
    )
    assert loaded().rows("SELECT age_group, sex, method, domestic_abuse, solved_status, ethnicity FROM homicide") == [
        ("n/a", "Unrecorded Gender", "Not known/Not Recorded", None, "*", "Unrecorded / Unknown")
    ]


def test_the_misspelt_age_group_is_put_right(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, victims(age="13 to19"))
    assert loaded().rows("SELECT age_group FROM homicide") == [("13 to 19",)]


def test_the_newest_release_gives_every_month_from_its_first_to_its_last(write: Write, loaded: Load) -> None:
    write(
        "2023-01/old.csv", HEADER, victims(month="Jan-22"), victims(month="Mar-22", count="2"), victims(month="May-22")
    )
    write("2023-10/new.csv", HEADER, victims(month="Feb-22"), victims(month="May-22", borough="Brent"))
    edition = loaded()
    assert edition.rows("SELECT month, area_code, victims FROM homicide ORDER BY month") == [
        (date(2022, 1, 1), "E09000007", 1),
        (date(2022, 2, 1), "E09000007", 1),
        (date(2022, 5, 1), "E09000005", 1),
    ]
    assert edition.rows("SELECT area_code, month, series, old_value, new_value FROM revision ORDER BY month, 1") == [
        ("E09000007", date(2022, 2, 1), "victims > Murder", None, 1),
        ("E09000007", date(2022, 3, 1), "victims > Murder", 2, None),
        ("E09000005", date(2022, 5, 1), "victims > Murder", None, 1),
        ("E09000007", date(2022, 5, 1), "victims > Murder", 1, None),
    ]


def test_two_different_files_of_one_release_stop_the_load(write: Write, loaded: Load) -> None:
    write("2023-10/a.csv", HEADER, victims())
    write("2023-10/b.csv", HEADER, victims(count="2"))
    with pytest.raises(LoadError, match="both belong to the release 2023-10 and both cover January 2003"):
        loaded()


def test_a_row_with_too_few_columns_is_refused(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, "1,short", victims())
    edition = loaded()
    assert edition.rows("SELECT line, value FROM rejected_row") == [(2, "1,short")]
    assert edition.rows("SELECT rows_read, rows_loaded, rows_rejected FROM source") == [(2, 1, 1)]


rows = st.tuples(
    st.sampled_from(["1", "2", "0", "x", ""]),
    st.sampled_from(["Jan-03", "Feb-03", "03-Jan", ""]),
    st.sampled_from(["Camden", "Brent ", "Gotham", "Unknown"]),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(rows, min_size=1, max_size=12), is_ragged=st.booleans())
def test_whatever_is_in_the_file_all_of_it_is_loaded_or_listed(
    table: list[tuple[str, str, str]], is_ragged: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    lines = [victims(count=c, month=m, borough=b) for c, m, b in table] + (["1,short"] if is_ragged else [])
    (folder / "a.csv").write_text("\n".join([HEADER, *lines]) + "\n")
    edition = Loaded(load([folder], editions=folder / "editions").path)
    (read, kept, rejected), *_ = edition.rows("SELECT rows_read, rows_loaded, rows_rejected FROM source")
    good = [int(c) for c, m, b in table if c in ("1", "2") and m in ("Jan-03", "Feb-03") and b != "Gotham"]
    assert (read, kept, rejected) == (len(lines), len(good), len(lines) - len(good))
    assert edition.rows("SELECT count(*), coalesce(sum(victims), 0) FROM homicide") == [(len(good), sum(good))]
    assert edition.rows("SELECT count(*) FROM rejected_row") == [(rejected,)]
    edition.con.close()


@pytest.fixture(scope="module")
def official_edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    edition = Loaded(load([official / "homicide"], editions=tmp_path_factory.mktemp("editions")).path)
    yield edition
    edition.con.close()


def test_every_victim_of_the_official_file_is_there(official_edition: Loaded, official: Path) -> None:
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    (path,) = (official / "homicide").rglob("*.csv")
    by_hand: Counter[tuple[date, str]] = Counter()
    with path.open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            name, year = row["Recorded Date"].split("-")
            month = date(2000 + int(year), months.index(name) + 1, 1)
            by_hand[month, row["Method of Killing"]] += int(row["Count of Victims"])
    found = official_edition.rows("SELECT month, method, CAST(sum(victims) AS INTEGER) FROM homicide GROUP BY ALL")
    assert {(month, method): n for month, method, n in found} == by_hand
    assert by_hand.total() == 2_912
    assert official_edition.rows("SELECT * FROM rejected_row") == []
    assert official_edition.rows("SELECT min(month), max(month), count(DISTINCT area_code) FROM homicide") == [
        (date(2003, 1, 1), date(2023, 12, 1), 33)
    ]
