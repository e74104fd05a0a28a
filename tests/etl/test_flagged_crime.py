"""Small flagged-crime files whose answers fit on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.faults import LoadError
from etl.load import load
from tests.etl.conftest import Loaded
from tests.etl.flag_files import LONG_HEADER, WIDE_HEADER, line

Write = Callable[..., Path]
Load = Callable[[], Loaded]
APRIL = date(2023, 4, 1)
KNIVES = "SELECT area_code, month, offences FROM flagged_crime WHERE flag = 'Knife crime' ORDER BY ALL"
COUNTED = "SELECT rows_read, rows_loaded, rows_rejected FROM source"
REFUSED = "SELECT line, column_name, value, rule, rows FROM rejected_row ORDER BY line"


def test_one_wide_file_fills_both_tables(write: Write, loaded: Load) -> None:
    write("a.csv", WIDE_HEADER, "Camden,Special,Knife Crime,3,0", "Camden,Hate,Transgender Hate,1,")
    edition = loaded()
    assert edition.rows("SELECT * FROM flagged_crime") == [
        ("E09000007", date(2015, 4, 1), "Knife crime", 3),
        ("E09000007", date(2015, 5, 1), "Knife crime", 0),
    ]
    assert edition.rows("SELECT * FROM hate_crime") == [("E09000007", date(2015, 4, 1), "Transgender", 1)]
    assert edition.rows("SELECT dataset, rows_loaded, values_blank, edition FROM source") == [
        ("flagged_crime", 2, 1, "2015-06")
    ]


def test_one_long_file_fills_both_tables_and_is_dated_by_its_rows(write: Write, loaded: Load) -> None:
    write("a.csv", LONG_HEADER, line(7), line(2, month="2023-05-01", flag="Hate crime,Transphobic Crime"))
    edition = loaded()
    assert edition.rows("SELECT * FROM flagged_crime") == [("E09000007", APRIL, "Knife crime", 7)]
    assert edition.rows("SELECT * FROM hate_crime") == [("E09000007", date(2023, 5, 1), "Transgender", 2)]
    assert edition.rows("SELECT edition, first_month, last_month, note FROM source") == [
        ("2023-06", APRIL, date(2023, 5, 1), "refreshed 2025-08-21")
    ]


def test_an_area_the_publisher_leaves_out_is_absent_and_not_zero(write: Write, loaded: Load) -> None:
    write("a.csv", LONG_HEADER, line(7), line(1, area="Newham", month="2023-05-01"))
    assert loaded().rows(KNIVES) == [("E09000007", APRIL, 7), ("E09000025", date(2023, 5, 1), 1)]


def test_rows_left_out_on_purpose_are_one_entry_for_each_kind_with_their_number(write: Write, loaded: Load) -> None:
    ward = {"kind": "Safer Neighbourhood Teams", "area": "Camden Highgate"}
    total = "Miscalleneous,TNO Victim Based"
    write("a.csv", LONG_HEADER, line(1, **ward), line(5), line(2, **ward), line(3, measure="Positive Outcomes"),
          line(4, **ward, measure="Positive Outcomes"), line(100, flag=total), line(200, flag=total))  # fmt: skip
    edition = loaded()
    assert edition.rows("SELECT line, column_name, value, rows, offences FROM rejected_row ORDER BY line") == [
        (2, "Area Type", "Safer Neighbourhood Teams", 3, None),
        (5, "Measure", "Positive Outcomes", 1, None),
        (7, "flag", "Miscalleneous / TNO Victim Based", 2, 300),
    ]
    assert edition.rows("SELECT count(*) FROM rejected_row WHERE rule LIKE 'left out on purpose: %'") == [(3,)]
    assert edition.rows(COUNTED) == [(7, 1, 6)]
    assert edition.rows("SELECT offences_read, offences_loaded, offences_rejected FROM source") == [(305, 5, 300)]


def test_left_out_rows_of_a_wide_file_are_one_entry_too(write: Write, loaded: Load) -> None:
    write("a.csv", WIDE_HEADER, "Camden,Special,Dog Attack,3,1", "Newham,Special,Dog Attack,1,1",
          "Camden,Special,Gun Crime,1,1", "Aviation Security(SO18),Special,Dog Attack,0,1")  # fmt: skip
    edition = loaded()
    assert edition.rows(REFUSED) == [
        (2, "flag", "Special / Dog Attack", "left out on purpose: no measure uses it", 3)
    ]  # fmt: skip
    assert edition.rows(COUNTED) == [(4, 1, 3)]


@pytest.mark.parametrize(
    ("fault", "column", "value", "rule"),
    [
        ({"count": "-3"}, "Count", "-3", "not a whole number of offences, 0 or more"),
        ({"count": "1.5"}, "Count", "1.5", "not a whole number of offences, 0 or more"),
        ({"count": "<5"}, "Count", "<5", "not a whole number of offences, 0 or more"),
        ({"count": "*"}, "Count", "*", "not a whole number of offences, 0 or more"),
        ({"count": "."}, "Count", ".", "not a whole number of offences, 0 or more"),
        ({"count": "n/a"}, "Count", "n/a", "not a whole number of offences, 0 or more"),
        ({"count": ""}, "Count", "", "not a whole number of offences, 0 or more"),
        ({"refreshed": "21/08/2025"}, "Refresh Date", "21/08/2025", "not a date, as YYYY-MM-DD"),
        ({"month": "01/04/2023"}, "Month_Year", "01/04/2023", "not the first day of a month, as YYYY-MM-01"),
        ({"month": "2023-01-04"}, "Month_Year", "2023-01-04", "not the first day of a month, as YYYY-MM-01"),
        ({"month": "2023-13-01"}, "Month_Year", "2023-13-01", "not the first day of a month, as YYYY-MM-01"),
        ({"month": "2123-04-01"}, "Month_Year", "2123-04-01", "later than the refresh date, 2025-08-21"),
        ({"area": "Gotham"}, "area", "Gotham", "unknown area; if it is right, add it to etl/mappings/areas.csv"),
        ({"code": "E09000025"}, "Area code", "E09000025", "the code of another borough than Camden"),
        ({"flag": "Hate crime,Goths"}, "flag", "Hate crime / Goths",
         "unknown flag; if it is right, add it to etl/mappings/flag_names.csv"),
        ({"measure": "Charges"}, "Measure", "Charges",
         "unknown measure; if it is right, add it to etl/mappings/flag_row_kinds.csv"),
        ({"kind": "Ward"}, "Area Type", "Ward",
         "unknown kind of area; if it is right, add it to etl/mappings/flag_row_kinds.csv"),
    ],
)  # fmt: skip
def test_a_row_with_a_fault_is_listed_with_its_line_column_value_and_rule(
    fault: dict[str, str], column: str, value: str, rule: str, write: Write, loaded: Load
) -> None:
    write("a.csv", LONG_HEADER, line(1, area="Newham"), line(**{"count": 9, **fault}))
    edition = loaded()
    assert edition.rows(REFUSED) == [(3, column, value, rule, 1)]
    assert edition.rows(COUNTED) == [(2, 1, 1)]
    known = [("E09000007", APRIL, None)] if column in ("Count", "Refresh Date") else []
    assert edition.rows(KNIVES) == [*known, ("E09000025", APRIL, 1)]


def test_a_refused_part_makes_the_sum_of_its_place_unknown(write: Write, loaded: Load) -> None:
    parts = [line(4, area="Other / NK", part="Unknown"), line("<5", area="Other / NK", part="Non MET police force")]
    write("a.csv", LONG_HEADER, *parts)
    assert loaded().rows(KNIVES) == [("other-unknown", APRIL, None)]


def test_a_row_with_too_few_columns_is_listed_and_the_lines_after_it_keep_their_numbers(
    write: Write, loaded: Load
) -> None:
    ward = line(kind="Safer Neighbourhood Teams")
    write("a.csv", LONG_HEADER, line(), "2023-04-01,Borough", ward, ward, line("x", area="Newham"))
    edition = loaded()
    assert edition.rows("SELECT line, rows FROM rejected_row ORDER BY line") == [(3, 1), (4, 2), (6, 1)]
    assert edition.rows(COUNTED) == [(5, 1, 4)]


def test_a_file_cut_off_in_a_row_stops_the_load_even_where_rows_are_only_counted(write: Write, loaded: Load) -> None:
    lines = [LONG_HEADER, line(), *[line(kind="Safer Neighbourhood Teams")] * 4, "2023-04-01,Borough,Cam"]
    write("a.csv", content="\n".join(lines).encode())
    with pytest.raises(LoadError, match="line 7: ends in the middle of a row: '2023-04-01,Borough,Cam'"):
        loaded()


def test_a_file_none_of_whose_rows_fits_its_header_stops_the_load(write: Write, loaded: Load) -> None:
    write("a.csv", LONG_HEADER, "2023-04-01,Borough", "2023-05-01,Borough")
    with pytest.raises(LoadError, match="has no row with the 12 columns of its header"):
        loaded()


counts = st.one_of(st.integers(0, 999).map(str), st.sampled_from(["", "-1", "1.5", "<5", "7.0"]))
areas = st.sampled_from(["Camden", "Newham", "Other / NK", "Gotham"])
flags = st.sampled_from(["Knife Crime,Knife Crime", "Hate crime,Racist Crime", "Miscalleneous,TNO Victim Based", "A,B"])
kinds = st.sampled_from(["Borough", "Safer Neighbourhood Teams", "Ward"])
measures = st.sampled_from(["Offences", "Positive Outcomes"])
months = st.sampled_from(["2023-04-01", "2023-05-01", "01/04/2023"])
rows = st.builds(line, counts, month=months, kind=kinds, area=areas, flag=flags, measure=measures)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(rows, min_size=1, max_size=15), ragged=st.booleans())
def test_whatever_is_in_the_file_all_of_it_is_loaded_or_listed(
    table: list[str], ragged: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    lines = [*table, *(["short,row"] if ragged else [])]
    (folder / "a.csv").write_text("\n".join([LONG_HEADER, *lines]) + "\n")
    edition = Loaded(load([folder], editions=folder / "editions").path)
    (read, accepted, rejected), *_ = edition.rows(COUNTED)
    (listed, lost), *_ = edition.rows("SELECT sum(rows), sum(offences) FROM rejected_row")
    assert read == len(lines) == accepted + rejected
    assert rejected == (listed or 0)
    tables = "(FROM flagged_crime UNION ALL FROM hate_crime)"
    (total_in, total_out), *_ = edition.rows("SELECT offences_read, offences_loaded FROM source")
    assert total_in == total_out + (lost or 0)
    if not edition.rows(f"SELECT * FROM {tables} WHERE offences IS NULL"):
        assert edition.rows(f"SELECT coalesce(sum(offences), 0) FROM {tables}") == [(total_out,)]
