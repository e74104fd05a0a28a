"""Small recorded-crime files whose answers fit on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.faults import LoadError
from etl.load import load
from etl.sources.recorded_crime import LAYOUTS
from tests.etl.conftest import HEADER, ROWS, Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]
APRIL = date(2017, 4, 1)


def test_a_wide_file_becomes_one_row_for_each_area_month_and_category(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *ROWS)
    edition = loaded()
    assert edition.rows("SELECT * FROM recorded_crime WHERE area_code = 'E09000007' AND month = '2017-04-01'") == [
        ("E09000007", APRIL, "home_office", "Burglary", "Residential burglary", 5),
        ("E09000007", APRIL, "home_office", "Robbery", "Robbery of personal property", 10),
    ]
    assert edition.rows("SELECT count(*), sum(offences) FROM recorded_crime") == [(9, 93)]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_generation_of_headers_is_known_in_any_case(layout, write: Write, loaded: Load) -> None:  # type: ignore[no-untyped-def]
    cells = {"area": "Camden", "major": "Robbery", "minor": "Personal Property"}
    if layout.variant == "home_office":
        cells["minor"] = "ROBBERY OF  PERSONAL PROPERTY"  # two spaces tell no names apart
    head = [name.upper() for name, _ in layout.columns]
    write("b.csv", ",".join([*head, "201704"]), ",".join([*(cells[role] for role in layout.roles), "4"]))
    assert loaded().rows("SELECT area_code, taxonomy, minor, offences FROM recorded_crime") == [
        ("E09000007", layout.variant, "Robbery of personal property", 4)
    ]


def test_zero_is_kept_and_a_blank_cell_is_absent(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,0,,12")
    edition = loaded()
    assert edition.rows("SELECT month, offences FROM recorded_crime ORDER BY month") == [
        (APRIL, 0),
        (date(2017, 6, 1), 12),
    ]
    assert edition.source("values_blank") == [1]


def test_two_published_names_that_we_call_the_same_are_added(write: Write, loaded: Load) -> None:
    write(
        "a.csv",
        "MajorText,MinorText,BoroughName,202402",
        "BURGLARY,BURGLARY - RESIDENTIAL,Camden,3",
        "BURGLARY,BURGLARY IN A DWELLING,Camden,4",
    )
    assert loaded().rows("SELECT minor, offences FROM recorded_crime") == [("Residential burglary", 7)]


@pytest.mark.parametrize("value", ["-3", "1.5", "two", "1,000", "1e3", "٣", "<5", "12345678901"])
def test_a_figure_that_is_no_count_is_refused_and_its_sum_is_unknown(value: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, f'ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,10,"{value}",12', ROWS[1])
    edition = loaded()
    refused = edition.rows("SELECT line, column_name, value, rule, offences FROM rejected_row")
    assert refused == [(2, "201705", value, "not a whole number of offences, 0 or more", None)]
    camden = "SELECT offences FROM recorded_crime WHERE area_code = 'E09000007' ORDER BY month"
    assert edition.rows(camden) == [(10,), (None,), (12,)]
    assert edition.rows(
        "SELECT rows_read, rows_loaded, rows_rejected, values_read, values_loaded, values_rejected FROM source"
    ) == [(2, 2, 0, 6, 5, 1)]


def test_a_whole_number_written_with_a_decimal_point_is_a_count(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,10.0, 11 ,12")
    assert loaded().rows("SELECT sum(offences) FROM recorded_crime") == [(33,)]


def test_an_unknown_borough_is_refused_with_its_line_and_offences(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *ROWS, "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Gotham,1,2,3")
    edition = loaded()
    assert edition.rows("SELECT line, column_name, value, offences FROM rejected_row") == [(5, "area", "Gotham", 6)]
    assert edition.rows(
        "SELECT rows_read, rows_loaded, rows_rejected, offences_read, offences_loaded, offences_rejected FROM source"
    ) == [(4, 3, 1, 99, 93, 6)]


def test_a_category_never_seen_is_refused_and_never_put_under_other(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *ROWS, "WITCHCRAFT,SPELLS,Camden,1,2,3")
    edition = loaded()
    (line, column, value, rule), *_ = edition.rows("SELECT line, column_name, value, rule FROM rejected_row")
    assert (line, column, value) == (5, "category", "WITCHCRAFT / SPELLS / Camden")
    assert "recorded_crime_categories.csv" in rule


def test_a_row_with_too_few_or_too_many_columns_is_refused_and_later_lines_keep_their_numbers(
    write: Write, loaded: Load
) -> None:
    write(
        "a.csv",
        HEADER,
        "ROBBERY,Camden,1",
        ROWS[0],
        f"{ROWS[1]},99",
        "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Gotham,1,1,1",
    )
    edition = loaded()
    assert edition.rows("SELECT line, value FROM rejected_row ORDER BY line") == [
        (2, "ROBBERY,Camden,1"),
        (4, f"{ROWS[1]},99"),
        (5, "Gotham"),
    ]
    assert edition.rows("SELECT rows_read, rows_loaded, rows_rejected FROM source") == [(4, 1, 3)]


def test_a_second_row_for_the_same_area_and_category_is_refused_not_added(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, ROWS[0], ROWS[0].replace("10,", "99,"))
    edition = loaded()
    assert edition.rows("SELECT sum(offences) FROM recorded_crime") == [(33,)]
    assert edition.rows("SELECT line, rule FROM rejected_row") == [
        (3, "second row for this area and category in the file; line 2 was kept")
    ]


def test_the_newest_release_gives_the_whole_month_and_the_change_is_kept(write: Write, loaded: Load) -> None:
    write("2017-08/new.csv", "MajorText,MinorText,BoroughName,201706", "ROBBERY,ROBBERY OF BUSINESS PROPERTY,Camden,2")
    write("2017-07/old.csv", HEADER, *ROWS)
    edition = loaded()
    june = "SELECT minor, offences FROM recorded_crime WHERE month = '2017-06-01'"
    assert edition.rows(june) == [("Robbery of business property", 2)]
    assert edition.rows("SELECT sum(offences) FROM recorded_crime WHERE month < '2017-06-01'") == [(52,)]
    revised = edition.rows("SELECT area_code, series, old_value, new_value, old_source_id, new_source_id FROM revision")
    assert revised == [
        ("E09000007", "home_office > Burglary > Residential burglary", 7, None, 1, 2),
        ("E09000007", "home_office > Robbery > Robbery of business property", None, 2, 1, 2),
        ("E09000007", "home_office > Robbery > Robbery of personal property", 12, None, 1, 2),
        ("E09000025", "home_office > Robbery > Robbery of personal property", 22, None, 1, 2),
    ]


def test_without_a_folder_for_the_release_the_file_that_reaches_further_is_the_newer(
    write: Write, loaded: Load
) -> None:
    write("a.csv", "MajorText,MinorText,BoroughName,201706,201707", "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Camden,50,51")
    write("b.csv", HEADER, *ROWS)
    edition = loaded()
    assert edition.rows("SELECT sum(offences) FROM recorded_crime WHERE month = '2017-06-01'") == [(50,)]
    assert edition.source("edition") == ["2017-07", "2017-08"]


def test_the_two_taxonomies_stand_side_by_side(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *ROWS)
    write("b.csv", "Borough,Major Category,Minor Category,201706", "Camden,Robbery,Personal Property,13")
    assert loaded().rows(
        "SELECT taxonomy, offences FROM recorded_crime "
        "WHERE area_code = 'E09000007' AND major = 'Robbery' AND month = '2017-06-01' ORDER BY taxonomy"
    ) == [("home_office", 12), ("mps_2018", 13)]


def test_two_different_files_of_one_release_for_one_month_stop_the_load(write: Write, loaded: Load) -> None:
    write("2017-07/a.csv", HEADER, *ROWS)
    write("2017-07/b.csv", HEADER, ROWS[0])
    with pytest.raises(
        LoadError, match="'a.csv' and 'b.csv' both belong to the release 2017-07 and both cover April 2017"
    ):
        loaded()


def test_the_same_file_twice_is_read_once_and_said(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *ROWS)
    write("copy of a.csv", HEADER, *ROWS)
    edition = loaded()
    assert edition.rows("SELECT count(*), sum(offences) FROM recorded_crime") == [(9, 93)]
    assert edition.source("note") == ["the same file was given again as copy of a.csv; it was read once"]


def test_the_same_inputs_give_the_same_edition_row_for_row(write: Write, raw: Path, tmp_path: Path) -> None:
    write("2017-07/a.csv", HEADER, *ROWS)
    write("2017-08/b.csv", "MajorText,MinorText,BoroughName,201706", "ROBBERY,ROBBERY OF BUSINESS PROPERTY,Camden,2")
    first = load([raw], editions=tmp_path / "one")
    moved = raw.rename(tmp_path / "elsewhere")
    second = load([moved], editions=tmp_path / "two")
    assert first.edition_id == second.edition_id
    one, two = Loaded(first.path), Loaded(second.path)
    for table in ("recorded_crime", "source", "revision", "rejected_row", "area", "population", "edition"):
        assert one.rows(f"SELECT * FROM {table}") == two.rows(f"SELECT * FROM {table}")


cells = st.one_of(st.integers(0, 999).map(str), st.sampled_from(["", "-1", "1.5", "x", "7.0"]))
names = st.sampled_from(["Camden", "Newham", "City of Westminster", "Gotham", "Unknown"])
minors = st.sampled_from(["ROBBERY OF PERSONAL PROPERTY", "ROBBERY OF BUSINESS PROPERTY", "SPELLS"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(st.tuples(minors, names, cells, cells), min_size=1, max_size=12), ragged=st.booleans())
def test_whatever_is_in_the_file_all_of_it_is_loaded_or_listed(
    table: list[tuple[str, ...]], ragged: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    lines = [f"ROBBERY,{','.join(row)}" for row in table] + (["ROBBERY,short"] if ragged else [])
    (folder / "a.csv").write_text("\n".join(["MajorText,MinorText,BoroughName,201704,201705", *lines]) + "\n")
    edition = Loaded(load([folder], editions=folder / "editions").path)
    (read, accepted, rejected), *_ = edition.rows("SELECT rows_read, rows_loaded, rows_rejected FROM source")
    assert read == len(lines) == accepted + rejected
    good = [int(float(c)) for row in table for c in row[2:] if c and c not in ("-1", "1.5", "x")]
    listed = edition.rows("SELECT coalesce(sum(offences), 0) FROM rejected_row")[0][0]
    (total_in, total_out), *_ = edition.rows("SELECT offences_read, offences_loaded FROM source")
    assert total_in == sum(good) == total_out + listed
