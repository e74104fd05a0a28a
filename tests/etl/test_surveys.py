"""Survey files by hand, in every language a spreadsheet speaks, through the real loader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.survey_bases import survey_bases
from etl.faults import LoadError
from etl.load import load
from tests.etl.conftest import Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]

HEAD = "Date,Survey,Borough,Measure,Proportion,MPS"
GOOD = '"""Good Job"" local"'
ROWS = (
    f"12/31/2016,PAS,Camden,{GOOD},0.56,0.67",
    f"12/31/2016,PAS,Newham,{GOOD},0.6,0.67",
    "3/31/2017,PAS,Camden,Trust MPS,.7,0.72",
)
TOTAL = "Date;Survey;Borough;Measure;Proportion"
FOUND = [
    (date(2016, 12, 1), "Good job local", "Camden", 0.56),
    (date(2016, 12, 1), "Good job local", "London", 0.67),
    (date(2016, 12, 1), "Good job local", "Newham", 0.6),
    (date(2017, 3, 1), "Trust MPS", "Camden", 0.7),
    (date(2017, 3, 1), "Trust MPS", "London", 0.72),
]
SAID = "SELECT period_end, question, area_name, proportion FROM victim_satisfaction ORDER BY ALL"
REFUSED = "SELECT line, column_name, value, rule FROM rejected_row ORDER BY source_id, line, column_name"
COUNTS = "SELECT rows_read, rows_loaded, rows_rejected FROM source ORDER BY source_id"
NO_PROPORTION = "not a proportion from 0 to 1; a percentage is not divided here, so correct the file"
WITHHELD = "suppressed or not given by the publisher: there is no figure, which is not zero"


def european(line: str) -> str:
    """The same row as a spreadsheet on the continent saves it: 31/12/2016 and "0,56"."""
    day, *cells = line.split(",")
    month, day_of_month, year = day.split("/")
    numbers = [f'"{cell.replace(".", ",")}"' for cell in cells[-2:]]
    return ",".join([f"{day_of_month}/{month}/{year}", *cells[:-2], *numbers])


VARIANTS = {
    "US dates, decimal points": (HEAD, *ROWS),
    "day first, quoted decimal commas": (HEAD, *map(european, ROWS)),
    "columns without a name": (f"{HEAD},,,,", *(f"{row},,,," for row in ROWS)),
    "semicolons, decimal commas": tuple(
        line.replace(",", ";").replace(".", ",") for line in (HEAD, *ROWS)
    ),
    "ISO dates": (HEAD, *(r.replace("12/31/2016", "2016-12-31").replace("3/31/2017", "2017-03-31") for r in ROWS)),
    "another case, more white space": (
        HEAD.upper(),
        *(row.replace("Camden", " CAMDEN ").replace("Trust MPS", "trust  mps") for row in ROWS),
    ),
}  # fmt: skip


@pytest.mark.parametrize("lines", VARIANTS.values(), ids=VARIANTS)
def test_every_way_to_write_a_file_gives_the_same_figures(lines: tuple[str, ...], write: Write, loaded: Load) -> None:
    write("a.csv", *lines)
    edition = loaded()
    assert edition.rows(SAID) == FOUND
    assert edition.rows(REFUSED) == []
    assert edition.rows(COUNTS) == [(3, 3, 0)]


def test_a_figure_covers_the_twelve_months_to_its_date_and_has_no_base(write: Write, loaded: Load) -> None:
    write("a.csv", HEAD, ROWS[0])
    assert loaded().rows("SELECT * FROM victim_satisfaction WHERE area_name = 'Camden'") == [
        (date(2016, 1, 1), date(2016, 12, 1), "PAS", "Good job local", "E09000007", "Camden", "All", "All", 0.56, None,
         survey_bases()["PAS"].statement)
    ]  # fmt: skip
    assert "19,200" in survey_bases()["PAS"].statement and "9,600" in survey_bases()["USS"].statement


def test_the_survey_column_decides_the_survey(write: Write, loaded: Load) -> None:
    rows = [f"31/12/2016;{survey};Camden;Overall satisfaction;0,7{n}" for n, survey in enumerate(("USS", "TDIU"))]
    write("a.csv", TOTAL, *rows, "31/12/2016;User Satisfaction Survey;Newham;Overall satisfaction;0,75")
    assert loaded().rows(
        "SELECT survey, area_name, proportion, period_start FROM victim_satisfaction ORDER BY ALL"
    ) == [
        ("TDIU", "Camden", 0.71, None),
        ("USS", "Camden", 0.7, date(2016, 1, 1)),
        ("USS", "Newham", 0.75, date(2016, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("row", "column", "value", "rule"),
    [
        ("31/12/2016;PAS;Gotham;Trust MPS;0,5", "area", "Gotham", "unknown area"),
        ("31/12/2016;XYZ;Camden;Trust MPS;0,5", "survey", "XYZ", "unknown survey"),
        ("31/12/2016;PAS;Camden;Likes dogs;0,5", "question", "PAS / Likes dogs", "unknown question"),
        ("31/12/2016;USS;Camden;Trust MPS;0,5", "question", "USS / Trust MPS", "unknown question"),
        ("31/11/2016;PAS;Camden;Trust MPS;0,5", "date", "31/11/2016", "not a date"),
        ("soon;PAS;Camden;Trust MPS;0,5", "date", "soon", "not a date"),
        ("03/06/2016;PAS;Camden;Trust MPS;0,5", "date", "03/06/2016", "not the last day of a month"),
        ("31/12/2016;PAS;Camden;Trust MPS;56", "proportion", "56", NO_PROPORTION),
        ("31/12/2016;PAS;Camden;Trust MPS;1,01", "proportion", "1,01", NO_PROPORTION),
        ("31/12/2016;PAS;Camden;Trust MPS;-0,2", "proportion", "-0,2", NO_PROPORTION),
        ("31/12/2016;PAS;Camden;Trust MPS;56%", "proportion", "56%", NO_PROPORTION),
        ("31/12/2016;PAS;Camden;Trust MPS;", "proportion", "", WITHHELD),
        *((f"31/12/2016;PAS;Camden;Trust MPS;{m}", "proportion", m, WITHHELD) for m in ("<5", "*", ".", "n/a", "N/A")),
    ],
)
def test_a_row_that_cannot_be_right_is_listed_with_its_value(
    row: str, column: str, value: str, rule: str, write: Write, loaded: Load
) -> None:
    write("a.csv", TOTAL, "31/12/2016;PAS;Newham;Trust MPS;0,5", row)
    edition = loaded()
    ((line, *refused, why),) = edition.rows(REFUSED)
    assert [line, *refused] == [3, column, value] and why.startswith(rule)
    assert edition.rows(COUNTS) == [(2, 1, 1)]
    camden = edition.rows("SELECT proportion FROM victim_satisfaction WHERE area_name = 'Camden'")
    assert camden == ([(None,)] if column == "proportion" else [])


@pytest.mark.parametrize("value", ["0", "1", "0,0", "1.0", "0.123456"])
def test_nought_and_one_are_proportions(value: str, write: Write, loaded: Load) -> None:
    write("a.csv", TOTAL, f"31/12/2016;PAS;Newham;Trust MPS;{value}")
    assert loaded().rows("SELECT proportion FROM victim_satisfaction") == [(float(value.replace(",", ".")),)]


def test_dates_in_two_orders_stop_the_load(write: Write, loaded: Load) -> None:
    write("a.csv", HEAD, ROWS[0], european(ROWS[2]))
    with pytest.raises(LoadError, match=r"'31/3/2017' \(line 3\) has the day first, '12/31/2016' \(line 2\) the month"):
        loaded()


def test_dates_that_may_all_be_read_either_way_stop_the_load(write: Write, loaded: Load) -> None:
    write("a.csv", HEAD, "3/6/2016,PAS,Camden,Trust MPS,0.5,0.5", "9/10/2016,PAS,Camden,Trust MPS,0.5,0.5")
    with pytest.raises(LoadError, match=r"can all be read .* such as '3/6/2016' and '9/10/2016'"):
        loaded()


def test_values_in_columns_without_a_name_are_listed_and_the_row_stands(write: Write, loaded: Load) -> None:
    write("a.csv", f"{HEAD},,,,", f"{ROWS[0]},,,Trust,0.71", *(f"{row},,,," for row in ROWS[1:]))
    edition = loaded()
    ((line, column, value, _),) = edition.rows(REFUSED)
    assert (line, column, value) == (2, "columns without a name", "Trust, 0.71")
    assert edition.rows(SAID) == FOUND
    assert edition.rows("SELECT rows_read, rows_loaded, values_read, values_rejected FROM source") == [(3, 3, 4, 1)]


def test_a_row_whose_cells_have_moved_is_refused_whole(write: Write, loaded: Load) -> None:
    write("a.csv", f"{HEAD},,", f"{ROWS[1]},,", "12/31/2016,PAS,Camden,Trust MPS,0,56,0,67")
    edition = loaded()
    ((line, column, value, rule),) = edition.rows(REFUSED)
    assert (line, column, value) == (3, "after the last named column", "0") and "decimal comma" in rule
    assert edition.rows("SELECT DISTINCT question FROM victim_satisfaction") == [("Good job local",)]


def test_a_row_with_too_many_cells_is_refused(write: Write, loaded: Load) -> None:
    write("a.csv", HEAD, "12/31/2016,PAS,Camden,Trust MPS,0,56,0,67", *ROWS)
    edition = loaded()
    assert edition.rows(COUNTS) == [(4, 3, 1)]
    assert edition.rows(SAID) == FOUND


# London


def test_london_is_stored_once_although_every_row_and_the_total_file_give_it(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", HEAD, *ROWS)
    write(
        "2017-06/total.csv", TOTAL, '31/12/2016;PAS;MPS;"""Good Job"" local";0,67', "31/03/2017;PAS;MPS;Trust MPS;0,72"
    )
    edition = loaded()
    assert edition.rows(SAID) == FOUND
    assert edition.rows("SELECT DISTINCT area_code FROM victim_satisfaction WHERE area_name = 'London'") == [
        ("E23000001",)
    ]
    assert edition.rows(COUNTS) == [(3, 3, 0), (2, 2, 0)]
    assert (
        edition.source("note")[1] == "2 figures are also given, the same, by a.csv of this release; each was kept once"
    )


def test_rows_that_disagree_about_london_are_listed_and_london_is_left_out(write: Write, loaded: Load) -> None:
    write("a.csv", HEAD, ROWS[0], ROWS[1].replace("0.67", "0.68"), ROWS[2])
    edition = loaded()
    assert edition.rows(REFUSED) == [
        (3, "MPS", "0.68", "London is 0.67 in line 2 and 0.68 here, so that it is left out for this date and question")
    ]
    assert edition.rows(SAID) == [
        row if row[1:3] != ("Good job local", "London") else (*row[:3], None) for row in FOUND
    ]
    assert edition.rows(COUNTS) == [(3, 3, 0)]


def test_a_total_that_disagrees_with_the_boroughs_rows_is_refused_with_both_values(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", HEAD, *ROWS)
    write("2017-06/total.csv", TOTAL, "31/03/2017;PAS;MPS;Trust MPS;0,73")
    edition = loaded()
    assert edition.rows(REFUSED) == [
        (2, "proportion", "0,73", "London is 0.73 here and 0.72 in line 4 of a.csv: neither is loaded")
    ]
    assert edition.rows(SAID)[-1] == (date(2017, 3, 1), "Trust MPS", "London", None)
    assert edition.rows(COUNTS) == [(3, 3, 0), (1, 0, 1)]


def test_a_total_of_a_later_release_is_a_revision_and_no_contradiction(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", HEAD, *ROWS)
    write("2017-09/total.csv", TOTAL, "31/03/2017;PAS;MPS;Trust MPS;0,73")
    edition = loaded()
    assert edition.rows(SAID) == [*FOUND[:-1], (*FOUND[-1][:3], 0.73)]
    assert edition.rows("SELECT area_code, old_value, new_value FROM revision") == [("E23000001", 0.72, 0.73)]
    assert edition.rows(REFUSED) == []


@pytest.mark.parametrize(("value", "rule"), [("67", NO_PROPORTION), ("*", WITHHELD), ("", WITHHELD)])
def test_a_london_figure_that_is_none_is_listed_and_the_borough_stands(
    value: str, rule: str, write: Write, loaded: Load
) -> None:
    write("a.csv", HEAD, ROWS[0].replace("0.67", value), *ROWS[1:])
    edition = loaded()
    assert edition.rows(REFUSED) == [(2, "MPS", value, rule)]
    assert edition.rows(SAID) == FOUND


# The same thing twice


def test_the_same_survey_in_two_languages_of_one_release_is_one(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", HEAD, *ROWS)
    write("2017-06-decimal-comma/a.csv", HEAD, *map(european, ROWS))
    edition = loaded()
    assert edition.source("edition") == ["2017-06", "2017-06"]
    assert edition.rows(SAID) == FOUND
    assert edition.rows(COUNTS) == [(3, 3, 0), (3, 3, 0)]
    assert edition.rows("SELECT * FROM revision") == []
    assert [str(note).split(" are")[0] for note in edition.source("note") if note] == ["5 figures"]


def test_two_files_of_one_release_that_disagree_stop_the_load(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", HEAD, *ROWS)
    write("2017-06/b.csv", HEAD, ROWS[0].replace("0.56", "0.57"))
    with pytest.raises(
        LoadError, match=r"release 2017-06 disagree about PAS, Good job local, Camden, 2016-12: 0.56 in .*"
    ):
        loaded()


def test_a_later_release_wins_figure_by_figure_and_what_it_changed_is_kept(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", HEAD, *ROWS)
    write("2017-09/b.csv", HEAD, ROWS[0].replace("0.56", "0.58"))
    edition = loaded()
    changed = [(*row[:3], 0.58) if row == FOUND[0] else row for row in FOUND]
    assert edition.rows(SAID) == changed
    assert edition.rows("SELECT dataset, area_code, month, series, old_value, new_value FROM revision") == [
        ("victim_satisfaction", "E09000007", date(2016, 12, 1), "PAS > Good job local > All > All", 0.56, 0.58)
    ]


def test_without_a_folder_the_release_is_the_month_after_the_last_date(write: Write, loaded: Load) -> None:
    write("a.csv", HEAD, *ROWS)
    write("b.csv", HEAD, ROWS[0].replace("0.56", "0.1"))
    edition = loaded()
    assert edition.rows("SELECT name, edition, first_month, last_month FROM source ORDER BY name") == [
        ("a.csv", "2017-04", date(2016, 12, 1), date(2017, 3, 1)),
        ("b.csv", "2017-01", date(2016, 12, 1), date(2016, 12, 1)),
    ]
    assert edition.rows(SAID) == FOUND


def test_a_row_twice_in_one_file_is_one_when_equal_and_none_when_not(write: Write, loaded: Load) -> None:
    write("a.csv", HEAD, *ROWS, ROWS[0], ROWS[1].replace("0.6,", "0.61,"))
    edition = loaded()
    assert [row[0] for row in edition.rows(REFUSED)] == [3, 5, 6]
    (_, _, kept), (_, _, other) = [row[1:] for row in edition.rows(REFUSED)][1:]
    assert kept == "the same as line 2, which was kept"
    assert other.endswith("line 3 gives 0.6 and line 6 gives 0.61: neither is loaded")
    assert edition.rows(COUNTS) == [(5, 2, 3)]
    assert edition.rows(SAID) == [(*row[:3], None) if row[2] == "Newham" else row for row in FOUND]


# Neighbourhoods, with three header rows

QUESTIONS = [
    "The police in your area treat everyone fairly regardless of who they are",
    "How confident are you that the police in your area use their stop and search powers fairly?",
]
POOLED = (
    ",".join(["neighbourhood", *QUESTIONS, *QUESTIONS]),
    ",Asian,Asian,White British,White British",
    ",% Strongly agree/Tend to agree,% Very confident,% Strongly agree/Tend to agree,% Very confident",
    "Camden - North,75,80,60,0",
    "Westminster - ORB,,,,",
)
NAME = "2015-16 _to_2020-21_inclusive.csv"


def test_pooled_answers_are_told_apart_by_their_three_headers(write: Write, loaded: Load) -> None:
    write(NAME, *POOLED)
    edition = loaded()
    columns = "question, area_code, area_name, group_type, group_name, proportion, base, base_basis"
    where = "WHERE proportion IS NOT NULL"
    assert edition.rows(f"SELECT {columns} FROM victim_satisfaction {where} ORDER BY ALL") == [
        (question, None, "Camden - North", "Ethnicity", group, proportion, None, "not published")
        for question, group, proportion in [
            ("Stop and search used fairly", "Asian", 0.8),
            ("Stop and search used fairly", "White British", 0.0),
            ("Treat everyone fairly", "Asian", 0.75),
            ("Treat everyone fairly", "White British", 0.6),
        ]
    ]
    period = "SELECT DISTINCT survey, period_start, period_end FROM victim_satisfaction"
    assert edition.rows(period) == [("PAS", date(2015, 4, 1), date(2021, 3, 1))]
    assert edition.rows(REFUSED) == [(5, "Asian: Treat everyone fairly and 3 more", "", WITHHELD)]
    assert edition.rows(COUNTS) == [(2, 1, 1)]


def test_an_area_that_stands_twice_or_has_no_name_is_read_once_and_listed(write: Write, loaded: Load) -> None:
    write(NAME, *POOLED[:4], "camden - north,1,2,3,4", ",5,6,7,8")
    edition = loaded()
    assert edition.rows("SELECT min(proportion), max(proportion), count(*) FROM victim_satisfaction") == [(0.0, 0.8, 4)]
    assert {(line, rule) for line, _, _, rule in edition.rows(REFUSED)} == {
        (5, "second row for this area in the file; line 4 was kept"),
        (6, "the row has no area"),
    }
    assert edition.rows(COUNTS) == [(3, 1, 2)]


def test_a_base_that_is_published_stands_beside_its_figure(write: Write, loaded: Load) -> None:
    question = QUESTIONS[0]
    heads = (f"neighbourhood,{question},{question}", ",Black,Black", ",% Agree,Unweighted base")
    write(NAME, *heads, "Camden - North,75,118", "Camden - South,75,<5")
    edition = loaded()
    assert edition.rows("SELECT area_name, proportion, base, base_basis FROM victim_satisfaction ORDER BY ALL") == [
        ("Camden - North", 0.75, 118, "published"),
        ("Camden - South", 0.75, None, "not published"),
    ]
    assert edition.rows(REFUSED)[0][:3] == (5, "Black: Treat everyone fairly (base)", "<5")


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("101", "not a percentage from 0 to 100"),
        ("-3", "not a percentage from 0 to 100"),
        ("0.75", "below 1 although the header says %"),
        ("*", WITHHELD),
    ],
)
def test_a_percentage_that_cannot_be_right_is_listed(cell: str, rule: str, write: Write, loaded: Load) -> None:
    write(NAME, *POOLED[:4], f"Camden - South,{cell},60,40,50")
    edition = loaded()
    ((line, column, value, why),) = edition.rows(REFUSED)
    assert (line, column, value) == (5, "Asian: Treat everyone fairly", cell) and why.startswith(rule)
    assert edition.rows("SELECT rows_loaded, values_loaded, values_rejected FROM source") == [(2, 7, 1)]


@pytest.mark.parametrize(
    ("name", "lines", "message"),
    [
        ("neighbourhoods 2021-12.csv", POOLED, "does not say which years it pools"),
        (NAME, (POOLED[0], *POOLED[3:]), "has not the three header rows"),
        (NAME, (POOLED[0], POOLED[1].replace("Asian", "Martian"), *POOLED[2:]), "unknown group.*Martian"),
        (NAME, (POOLED[0].replace("treat", "beat"), *POOLED[1:]), "column 2 has an unknown question.*beat"),
        (NAME, (*POOLED[:2], POOLED[2].replace("%", "#"), *POOLED[3:]), "neither a percentage nor a base.*# Strongly"),
        (NAME, (POOLED[0], POOLED[1].replace("Asian", "White British"), *POOLED[2:]), "columns 2 and 4 have the same"),
    ],
)
def test_headers_that_are_not_understood_stop_the_load(
    name: str, lines: tuple[str, ...], message: str, write: Write, loaded: Load
) -> None:
    write(name, *lines)
    with pytest.raises(LoadError, match=message):
        loaded()


# Whatever is in the file

figure = st.one_of(st.floats(0, 1).map("{:.2f}".format), st.sampled_from(["56", "-0.1", "", "*", "x", "0,5", "1"]))
row = st.tuples(
    st.sampled_from(["31/12/2016", "31/03/2017", "31/02/2017", "never"]),
    st.sampled_from(["PAS", "USS", "ABC"]),
    st.sampled_from(["Camden", "newham", "Gotham", "MPS"]),
    st.sampled_from(["Trust MPS", '"Good Job" local', "Overall satisfaction"]),
    figure,
    figure,
    st.sampled_from(["", "", "", "7"]),
    st.sampled_from(["", "", "note"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(table=st.lists(row, min_size=1, max_size=12), ragged=st.booleans())
def test_whatever_is_in_the_file_all_of_it_is_loaded_or_listed(
    table: list[tuple[str, ...]], ragged: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    lines = [";".join('"' + c.replace('"', '""') + '"' for c in cells) for cells in table] + ["short"] * ragged
    (folder / "a.csv").write_text("\n".join([HEAD.replace(",", ";") + ";;", *lines]) + "\n")
    edition = Loaded(load([folder], editions=folder / "editions").path)
    ((read, accepted, rejected),) = edition.rows(COUNTS)
    assert read == len(lines) == accepted + rejected
    ((listed,),) = edition.rows("SELECT count(DISTINCT line) FROM rejected_row")
    assert listed >= rejected
    assert edition.rows("SELECT * FROM victim_satisfaction WHERE proportion NOT BETWEEN 0 AND 1") == []
    keys = "survey, question, area_code, period_end"
    assert edition.rows(f"SELECT {keys} FROM victim_satisfaction GROUP BY ALL HAVING count(*) > 1") == []
    edition.con.close()
