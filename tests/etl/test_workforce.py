"""Workforce strength: small files by hand, and the publisher's own."""

from __future__ import annotations

import csv
from collections.abc import Callable
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
HEADER = "Date,Police Officer Strength,Police Staff Strength,PCSO Strength"
COUNTS = "rows_read, rows_loaded, rows_rejected, values_read, values_loaded, values_rejected, values_blank"
MAY = date(2013, 5, 1)


def test_a_month_becomes_one_row_for_each_group(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, "May-13,30636,12702.5,2497")
    edition = loaded()
    assert edition.rows("SELECT * FROM workforce ORDER BY group_name") == [
        (MAY, "PCSOs", 2497.0),
        (MAY, "Police officers", 30636.0),
        (MAY, "Police staff", 12702.5),
    ]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(1, 1, 0, 3, 3, 0, 0)]
    assert edition.rows("SELECT edition, first_month, last_month FROM source") == [("2013-06", MAY, MAY)]


def test_a_blank_is_absent_and_zero_is_zero(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, "May-13,30636, ,0", "Jun-13,,,")
    edition = loaded()
    assert edition.rows("SELECT * FROM rejected_row") == []
    assert edition.rows("SELECT group_name, strength FROM workforce ORDER BY group_name") == [
        ("PCSOs", 0.0),
        ("Police officers", 30636.0),
    ]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(2, 2, 0, 2, 2, 0, 4)]


@pytest.mark.parametrize("value", ["<5", "*", ".", "n/a", "-1", "30,636", "1e3", "30636.", "3 0"])
def test_a_strength_that_is_no_number_is_refused_and_the_others_stand(value: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, f'May-13,"{value}",12702,2497')
    edition = loaded()
    assert edition.rows("SELECT line, column_name, value, rule FROM rejected_row") == [
        (2, "Police Officer Strength", value, "not a number, 0 or more")
    ]
    assert edition.rows("SELECT group_name FROM workforce ORDER BY 1") == [("PCSOs",), ("Police staff",)]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(1, 1, 0, 3, 2, 1, 0)]


def test_a_row_whose_every_figure_is_refused_is_a_refused_row(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, "May-13,1,2,3", "Jun-13,*,*,*")
    edition = loaded()
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(2, 1, 1, 6, 3, 3, 0)]
    assert edition.rows("SELECT count(*) FROM rejected_row WHERE line = 3") == [(3,)]


@pytest.mark.parametrize("text", ["13-May", "May-2013", "01/05/2013", "", "Mai-13"])
def test_a_date_in_another_form_is_refused_with_its_row(text: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, "May-13,1,2,3", f"{text},4,5,6")
    edition = loaded()
    assert edition.rows("SELECT line, column_name, value, rule FROM rejected_row") == [
        (3, "Date", text, "not a month such as 'Jan-03'")
    ]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(2, 1, 1, 6, 3, 3, 0)]


def test_a_second_row_for_a_month_is_refused(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, "May-13,1,2,3", "may-13,4,5,6")
    edition = loaded()
    assert edition.rows("SELECT sum(strength) FROM workforce") == [(6,)]
    assert edition.rows("SELECT line, value, rule FROM rejected_row") == [
        (3, "may-13", "second row for this month in the file; line 2 was kept")
    ]


def test_the_newest_release_gives_a_month_and_what_it_changed_is_kept(write: Write, loaded: Load) -> None:
    write("2013-08/new.csv", HEADER, "Jun-13,11,2,3")
    write("2013-07/old.csv", HEADER, "May-13,1,2,3", "Jun-13,10,2,3")
    edition = loaded()
    assert edition.rows("SELECT month, strength FROM workforce WHERE group_name = 'Police officers' ORDER BY 1") == [
        (MAY, 1.0),
        (date(2013, 6, 1), 11.0),
    ]
    assert edition.rows("SELECT dataset, area_code, month, series, old_value, new_value FROM revision") == [
        ("workforce", "E23000001", date(2013, 6, 1), "Police officers", 10, 11)
    ]


def test_two_different_files_of_one_release_stop_the_load(write: Write, loaded: Load) -> None:
    write("2013-07/a.csv", HEADER, "May-13,1,2,3")
    write("2013-07/b.csv", HEADER, "May-13,1,2,4")
    with pytest.raises(LoadError, match="both belong to the release 2013-07 and both cover May 2013"):
        loaded()


cells = st.sampled_from(["", "1", "2.5", "*", "-1"])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    table=st.lists(
        st.tuples(st.sampled_from(["May-13", "Jun-13", "13-May"]), cells, cells, cells), min_size=1, max_size=6
    ),
    is_ragged=st.booleans(),
)
def test_whatever_is_in_the_file_all_of_it_is_loaded_or_listed(
    table: list[tuple[str, ...]], is_ragged: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    lines = [",".join(row) for row in table] + (["short"] if is_ragged else [])
    (folder / "a.csv").write_text("\n".join([HEADER, *lines]) + "\n")
    edition = Loaded(load([folder], editions=folder / "editions").path)
    (read, kept, rejected, values_in, values_out, values_refused, blank), *_ = edition.rows(
        f"SELECT {COUNTS} FROM source"
    )
    assert read == len(lines) == kept + rejected
    assert values_in + blank == 3 * len(table)
    first = {row[0]: row for row in reversed(table) if row[0] != "13-May"}
    good = [float(c) for row in first.values() for c in row[1:] if c in ("1", "2.5")]
    assert values_out == len(good) == values_in - values_refused
    assert edition.rows("SELECT count(*), coalesce(sum(strength), 0) FROM workforce") == [(len(good), sum(good))]
    edition.con.close()


def test_every_figure_of_the_official_file_is_there(official: Path, tmp_path: Path) -> None:
    (path,) = (official / "workforce").rglob("*.csv")
    edition = Loaded(load([path], editions=tmp_path).path)
    with path.open(newline="", encoding="utf-8-sig") as file:
        by_hand = {row["Date"]: float(row["Police Officer Strength"]) for row in csv.DictReader(file)}
    found = edition.rows(
        "SELECT strftime(month, '%b-%y'), strength FROM workforce WHERE group_name = 'Police officers'"
    )
    assert dict(found) == by_hand
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(159, 159, 0, 477, 477, 0, 0)]
    assert edition.rows("SELECT CAST(sum(strength) AS BIGINT) FROM workforce WHERE month = '2013-05-01'") == [(45_835,)]
    edition.con.close()
