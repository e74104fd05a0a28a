"""Small files of recorded crime by ward whose answers fit on paper, and the publishers' own."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.faults import LoadError
from etl.load import load
from etl.ward_sums import compare_wards
from tests.etl.conftest import Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]
HEADER = "MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202204,202205"
ROBBERY = "ROBBERY,ROBBERY OF PERSONAL PROPERTY"
CAMDEN_2018 = f"{ROBBERY},Cantelowes,E05000131,Camden"
CAMDEN_2022 = f"{ROBBERY},Camden Square,E05013654,Camden"
HACKNEY = f"{ROBBERY},Brownswood,E05009367,Hackney"
COUNTS = "rows_read, rows_loaded, rows_rejected, values_read, values_loaded, values_rejected"


def test_a_wide_file_becomes_one_row_for_each_ward_month_and_category(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, f"{CAMDEN_2018},3,4", f"{HACKNEY},5,")
    edition = loaded()
    assert edition.rows("SELECT * FROM recorded_crime_ward ORDER BY area_code, month") == [
        ("E05000131", "E09000007", date(2022, 4, 1), "home_office", "Robbery", "Robbery of personal property", 3),
        ("E05000131", "E09000007", date(2022, 5, 1), "home_office", "Robbery", "Robbery of personal property", 4),
        ("E05009367", "E09000012", date(2022, 4, 1), "home_office", "Robbery", "Robbery of personal property", 5),
    ]
    assert edition.source("values_blank") == [1]


def test_wards_become_areas_in_their_borough_that_say_which_set_they_are_of(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, f"{CAMDEN_2018},3,4", f"{CAMDEN_2022},1,1", f"{HACKNEY},5,6")
    assert loaded().rows("SELECT * FROM area WHERE area_type = 'ward' ORDER BY area_code") == [
        ("E05000131", "Cantelowes", "ward", "E09000007", "2018"),
        ("E05009367", "Brownswood", "ward", "E09000012", "2018 and 2022"),
        ("E05013654", "Camden Square", "ward", "E09000007", "2022"),
    ]


def test_the_newest_file_names_a_ward(write: Write, loaded: Load) -> None:
    write("2022-07/new.csv", HEADER, f"{HACKNEY.replace('Brownswood', 'Browns Wood')},5,6")
    write("2022-06/old.csv", HEADER, f"{HACKNEY},5,6")
    assert loaded().rows("SELECT area_name FROM area WHERE area_type = 'ward'") == [("Browns Wood",)]


def test_a_ward_without_a_name_is_called_by_its_code(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, f"{HACKNEY.replace('Brownswood', '')},5,6")
    assert loaded().rows("SELECT area_name FROM area WHERE area_type = 'ward'") == [("E05009367",)]


@pytest.mark.parametrize(
    ("row", "column", "value", "rule"),
    [
        (f"{ROBBERY},Nowhere,E05999999,Camden", "ward", "E05999999 / Nowhere / Camden", "unknown ward code; if it is"),
        (f"{ROBBERY},Nowhere,E0500013,Camden", "ward", "E0500013 / Nowhere / Camden", "unknown ward code; if it is"),
        (f"{ROBBERY},Camden,E09000007,Camden", "ward", "E09000007 / Camden / Camden", "unknown ward code; if it is"),
        (f"{ROBBERY},Cantelowes,,Camden", "ward", " / Cantelowes / Camden", "no ward code"),
        (f"{ROBBERY},Cantelowes, ,Camden", "ward", " / Cantelowes / Camden", "no ward code"),
        (f"{ROBBERY},Cantelowes,E05000131,Gotham", "area", "Gotham", "unknown area; if it is right"),
        (f"{ROBBERY},Cantelowes,E05000131,Barnet", None, None, "the code is of a ward in Camden"),
        ("WITCHCRAFT,SPELLS,Cantelowes,E05000131,Camden", "category", None, "unknown category; if it is right"),
    ],
)
def test_what_is_not_known_or_contradicts_the_code_is_refused_with_its_reason(
    row: str, column: str | None, value: str | None, rule: str, write: Write, loaded: Load
) -> None:
    write("a.csv", HEADER, f"{CAMDEN_2018},3,4", f"{row},1,2")
    edition = loaded()
    (line, found_column, found_value, found_rule, offences), *more = edition.rows(
        "SELECT line, column_name, value, rule, offences FROM rejected_row"
    )
    assert (line, found_column, offences, more) == (3, column, 3, [])
    assert found_rule.startswith(rule)
    assert value is None or found_value == value
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(2, 1, 1, 4, 2, 2)]
    assert edition.rows("SELECT sum(offences) FROM recorded_crime_ward") == [(7,)]


def test_a_code_in_small_letters_or_with_spaces_is_the_same_ward(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, f"{ROBBERY},Cantelowes, e05000131 ,Camden,3,4")
    assert loaded().rows("SELECT DISTINCT area_code FROM recorded_crime_ward") == [("E05000131",)]


def test_a_ward_under_an_airport_lies_in_its_borough_and_is_added_to_the_rest_of_it(write: Write, loaded: Load) -> None:
    heathrow = f"{ROBBERY},Heathrow Villages,E05013570"
    write("a.csv", HEADER, f"{heathrow},Aviation Security (SO18),3,4", f"{heathrow},Hillingdon,10,20")
    assert loaded().rows("SELECT borough_code, offences FROM recorded_crime_ward ORDER BY month") == [
        ("E09000017", 13),
        ("E09000017", 24),
    ]


def test_a_sum_of_which_a_part_was_refused_is_unknown_not_too_low(write: Write, loaded: Load) -> None:
    heathrow = f"{ROBBERY},Heathrow Villages,E05013570"
    write("a.csv", HEADER, f"{heathrow},Aviation Security (SO18),3,*", f"{heathrow},Hillingdon,10,20")
    assert loaded().rows("SELECT offences FROM recorded_crime_ward ORDER BY month") == [(13,), (None,)]


def test_a_figure_that_stayed_the_same_is_no_revision(write: Write, loaded: Load) -> None:
    write("2022-06/old.csv", HEADER, f"{CAMDEN_2018},3,4", f"{HACKNEY},5,6")
    write("2022-07/new.csv", HEADER, f"{CAMDEN_2018},3,4", f"{HACKNEY},5,8")
    assert loaded().rows("SELECT area_code, old_value, new_value FROM revision") == [("E05009367", 6, 8)]


@pytest.mark.parametrize("value", ["<5", "*", ".", "n/a", "-1", "1.5", "1,000"])
def test_a_figure_that_is_no_count_is_refused_and_unknown(value: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, f'{CAMDEN_2018},3,"{value}"')
    edition = loaded()
    assert edition.rows("SELECT offences FROM recorded_crime_ward ORDER BY month") == [(3,), (None,)]
    assert edition.rows("SELECT line, column_name, value FROM rejected_row") == [(2, "202205", value)]


def test_a_second_row_for_the_same_ward_and_category_is_refused_not_added(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, f"{CAMDEN_2018},3,4", f"{CAMDEN_2018},30,40")
    edition = loaded()
    assert edition.rows("SELECT sum(offences) FROM recorded_crime_ward") == [(7,)]
    assert edition.rows("SELECT line, rule FROM rejected_row") == [
        (3, "second row for this ward and category in the file; line 2 was kept")
    ]


def test_the_newest_release_gives_the_whole_month_and_only_wards_of_both_are_revised(
    write: Write, loaded: Load
) -> None:
    write("2022-06/old.csv", HEADER, f"{CAMDEN_2018},3,4", f"{HACKNEY},5,6")
    write("2022-07/new.csv", HEADER.replace(",202204", ""), f"{CAMDEN_2022},9", f"{HACKNEY},8")
    edition = loaded()
    assert edition.rows("SELECT area_code, month, offences FROM recorded_crime_ward ORDER BY month, area_code") == [
        ("E05000131", date(2022, 4, 1), 3),
        ("E05009367", date(2022, 4, 1), 5),
        ("E05009367", date(2022, 5, 1), 8),
        ("E05013654", date(2022, 5, 1), 9),
    ]
    assert edition.rows("SELECT dataset, area_code, month, old_value, new_value FROM revision") == [
        ("recorded_crime_ward", "E05009367", date(2022, 5, 1), 6, 8)
    ]


def test_a_file_called_24_months_may_hold_25(write: Write, loaded: Load) -> None:
    months = [f"{2020 + (m // 12)}{m % 12 + 1:02}" for m in range(25)]
    write(
        "MPS Ward Level Crime (most recent 24 months).csv",
        ",".join([HEADER.rsplit(",", 2)[0], *months]),
        ",".join([CAMDEN_2018, *["1"] * 25]),
    )
    assert loaded().rows("SELECT count(*), sum(offences) FROM recorded_crime_ward") == [(25, 25)]


def test_two_different_files_of_one_release_for_one_month_stop_the_load(write: Write, loaded: Load) -> None:
    write("2022-06/a.csv", HEADER, f"{CAMDEN_2018},3,4")
    write("2022-06/b.csv", HEADER, f"{HACKNEY},3,4")
    with pytest.raises(LoadError, match="'a.csv' and 'b.csv' both belong to the release 2022-06"):
        loaded()


def test_how_far_wards_fall_short_of_their_borough_is_information(write: Write, loaded: Load) -> None:
    write("2022-06/ward.csv", HEADER, f"{CAMDEN_2018},48,49", f"{HACKNEY},50,40")
    borough = "MajorText,MinorText,LookUp_BoroughName,202204,202205"
    write("2022-06/borough.csv", borough, f"{ROBBERY},Camden,49,51", f"{ROBBERY},Hackney,50,50")
    assert compare_wards(loaded().con) == [
        "ward.csv (2022-06): wards fall short of their borough by 3.0% to 10.0%; not within 0 to 5%: Hackney 10.0%."
    ]


def test_heathrow_and_the_airports_are_compared_as_one(write: Write, loaded: Load) -> None:
    write("2022-06/ward.csv", HEADER, f"{ROBBERY},Heathrow Villages,E05013570,Aviation Security (SO18),48,50")
    borough = "MajorText,MinorText,LookUp_BoroughName,202204,202205"
    write("2022-06/borough.csv", borough, f"{ROBBERY},Hillingdon,30,30", f"{ROBBERY},Aviation Security,20,20")
    assert compare_wards(loaded().con) == [
        "ward.csv (2022-06): wards fall short of their borough by 2.0% to 2.0%, which is usual (0 to 5%)."
    ]


cells = st.one_of(st.integers(0, 999).map(str), st.sampled_from(["", "-1", "<5", "x", "7.0"]))
codes = st.sampled_from(["E05000131", "E05013654", "E05009367", "E05999999", ""])
names = st.sampled_from(["Camden", "Hackney", "Gotham", "Unknown"])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(st.tuples(codes, names, cells, cells), min_size=1, max_size=10))
def test_whatever_is_in_the_file_all_of_it_is_loaded_or_listed(
    table: list[tuple[str, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "a.csv").write_text(
        "\n".join([HEADER, *(f"{ROBBERY},Somewhere,{','.join(row)}" for row in table)]) + "\n"
    )
    edition = Loaded(load([folder], editions=folder / "editions").path)
    (read, accepted, rejected, total_in, total_out), *_ = edition.rows(
        "SELECT rows_read, rows_loaded, rows_rejected, offences_read, offences_loaded FROM source"
    )
    assert read == len(table) == accepted + rejected
    good = [int(float(c)) for row in table for c in row[2:] if c and c not in ("-1", "<5", "x")]
    listed = edition.rows("SELECT coalesce(sum(offences), 0) FROM rejected_row")[0][0]
    assert total_in == sum(good) == total_out + listed
    edition.con.close()


@pytest.fixture(scope="module")
def official_edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    paths = [official / "recorded-crime-ward", official / "recorded-crime" / "2025-06"]
    edition = Loaded(load(paths, editions=tmp_path_factory.mktemp("editions")).path)
    yield edition
    edition.con.close()


def test_every_figure_of_the_official_files_is_there_added_up_by_hand(official_edition: Loaded, official: Path) -> None:
    by_hand: Counter[tuple[str, str]] = Counter()
    rows = 0
    for path in (official / "recorded-crime-ward").rglob("*.csv"):
        with path.open(newline="", encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                rows += 1
                for column, value in row.items():
                    if re.fullmatch(r"\d{6}", column):
                        by_hand[row["WardCode"], column] += int(value)
    found = official_edition.rows(
        "SELECT area_code, strftime(month, '%Y%m'), CAST(sum(offences) AS BIGINT) FROM recorded_crime_ward GROUP BY ALL"
    )
    assert {(code, month): n for code, month, n in found} == by_hand
    assert by_hand.total() == 3_389_972
    counts = official_edition.rows("SELECT rows_read, rows_loaded FROM source WHERE dataset = 'recorded_crime_ward'")
    assert sum(read for read, _ in counts) == sum(kept for _, kept in counts) == rows == 40_062
    assert official_edition.rows("SELECT * FROM rejected_row") == []


def test_the_two_sets_of_wards_have_the_expected_numbers(official_edition: Loaded) -> None:
    assert official_edition.rows(
        "SELECT generation, count(*) FROM area WHERE area_type = 'ward' GROUP BY ALL ORDER BY ALL"
    ) == [("2018", 483), ("2018 and 2022", 149), ("2022", 530)]


def test_wards_of_the_same_release_are_one_to_three_per_cent_short(official_edition: Loaded) -> None:
    (said,) = compare_wards(official_edition.con)
    assert said == (
        "MPS Ward Level Crime (most recent 24 months).csv (2025-06): wards fall short of their borough by "
        "0.8% to 2.6%, which is usual (0 to 5%)."
    )
