"""Milestones and what reports say of them, on a plan made by hand and on the documents that were transcribed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.catalogue import catalogue
from data.plan import rows
from data.plan.indicators import indicators, sections
from data.published_texts import text_rows
from etl.published import fill_published

SCHEMA = Path(__file__).parents[3] / "data" / "schema.sql"
READABLE = ("delivered", "on track", "some delay")


@pytest.fixture(scope="module")
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    """An edition that holds nothing but what was transcribed."""
    with duckdb.connect() as con:
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        fill_published(con)
        yield con


@pytest.fixture
def made() -> Iterator[duckdb.DuckDBPyConnection]:
    """Two reports on a plan of three milestones, and one milestone that only the later report names."""
    with duckdb.connect() as con:
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        number = iter(range(1, 99))

        def put(document: str, section: str, table: str, **cells: str) -> None:
            row = next(number)
            for column, text in cells.items():
                con.execute("INSERT INTO published_text VALUES (?, ?, ?, ?, ?, ?)",
                            [document, section, table, row, column, text])  # fmt: skip

        for document, start in {"plan": "2017-04-01", "a-late": "2018-01-01", "z-early": "2017-10-01"}.items():
            put(document, "About the document", "Documents", title=document, licence="none", publisher="P",
                period_start=start, period_end="2018-03-31")  # fmt: skip
        put("plan", "9", "OMM 2020 programmes", programme_number="5", programme="Arming capability")
        put("plan", "9", "OMM 2020 programmes", programme_number="6", programme="Smart")
        put("plan", "1.1 Safe", rows.PLAN, milestone_id="a", milestone="A", lead="X, Y", quarter="Q4 2017-18")
        put("plan", "1.1 Safe", rows.PLAN, milestone_id="b", milestone="B", lead="X", quarter="Q3 2017-18")
        put("plan", "1.2 Sound", rows.PLAN, milestone_id="c", milestone="C", lead="Z", quarter="Q3 2017-18")
        late, early = "Milestone report, late", "Milestone report, early"
        put("a-late", "S", late, milestone_id="a", milestone="A", quarter="Q4 2017-18", kind="due", status="delivered",
            programme_number="6", programme="our Smart")  # fmt: skip
        put("a-late", "S", late, milestone="New", quarter="Q4 2017-18", kind="due", status="some delay")
        put("z-early", "S", early, milestone_id="a", milestone="A", quarter="Q4 2017-18", kind="forthcoming",
            status="on track", programme_number="9", programme="our Arming Capability")  # fmt: skip
        put("z-early", "S", early, milestone_id="b", milestone="B", quarter="Q3 2017-18", kind="due",
            status=rows.NOT_READABLE, programme_number="9", programme="our Arming Capability")  # fmt: skip
        yield con


def test_the_latest_report_gives_the_status_whatever_order_they_stand_in(made: duckdb.DuckDBPyConnection) -> None:
    found = {row["milestone"]: row for row in rows.milestones(made)}
    assert [*found] == ["A", "B", "C", "New"]
    statuses = [row["status"] for row in found.values()]
    assert statuses == ["delivered", rows.NOT_READABLE, rows.IN_NO_REPORT, "some delay"]
    assert [said["document"] for said in found["A"]["said"]] == ["z-early", "a-late"]
    assert found["New"]["lead"] is None and found["New"]["leads"] == () and found["New"]["area"] == "S"
    assert found["A"]["leads"] == ("X", "Y")


def test_a_programme_has_the_number_of_the_plan_and_not_the_one_that_a_report_prints(
    made: duckdb.DuckDBPyConnection,
) -> None:
    found = [(row["programme_number"], row["programme"]) for row in rows.milestones(made)]
    assert found == [("6", "Smart"), ("5", "Arming capability"), (None, None), (None, None)]


def test_counts_and_moves_on_paper(made: duckdb.DuckDBPyConnection) -> None:
    every = rows.milestones(made)
    assert [(row["quarter"], row["status"], row["milestones"]) for row in rows.counts(every)] == [
        ("Q3 2017-18", rows.NOT_READABLE, 1), ("Q3 2017-18", rows.IN_NO_REPORT, 1),
        ("Q4 2017-18", "delivered", 1), ("Q4 2017-18", "some delay", 1),
    ]  # fmt: skip
    assert [(row["milestone"], row["before"], row["after"]) for row in rows.moves(every)] == [
        ("A", "on track", "delivered")
    ]


@pytest.mark.parametrize(
    ("day", "label"),
    [(date(2017, 4, 1), "Q1 2017/18"), (date(2017, 3, 31), "Q4 2016/17"), (date(2018, 1, 1), "Q4 2017/18"),
     (date(2017, 12, 31), "Q3 2017/18"), (date(1999, 7, 1), "Q2 1999/00")],
)  # fmt: skip
def test_a_quarter_is_named_by_its_financial_year(day: date, label: str) -> None:
    assert rows.quarter_label(day) == label


def test_every_milestone_and_every_entry_of_the_documents_is_there(cursor: duckdb.DuckDBPyConnection) -> None:
    """Counted by hand in the documents: 84 in the plan, 30 + 35 + 6 in its reports, 6 of them not in the plan."""
    every = rows.milestones(cursor)
    assert len(every) == 84 + 6 and sum(row["milestone_id"] is None for row in every) == 6
    said = [each for row in every for each in row["said"]]
    assert Counter(each["document"][-10:] for each in said) == {"2017-18-q1": 30, "2017-18-q2": 35, "2018-19-q1": 6}
    assert Counter(each["status"] for each in said) == {rows.NOT_READABLE: 41, "delivered": 15, "on track": 10,
                                                       "some delay": 5}  # fmt: skip
    assert [report["label"] for report in rows.reports(cursor)] == ["Q1 2017/18", "Q2 2017/18", "Q1 2018/19"]


def test_no_status_is_guessed(cursor: duckdb.DuckDBPyConnection) -> None:
    """A status that counts was said in words of the report, or marked where its legend came out."""
    for row in rows.milestones(cursor):
        for said in row["said"]:
            assert (said["status"] in READABLE) == bool(said.get("status_basis")), said
        assert row["status"] == (row["said"][-1]["status"] if row["said"] else rows.IN_NO_REPORT)


def test_what_no_report_names_is_due_in_the_quarters_of_which_there_is_none(cursor: duckdb.DuckDBPyConnection) -> None:
    unnamed = [row for row in rows.milestones(cursor) if row["status"] == rows.IN_NO_REPORT]
    assert len(unnamed) == 37 and {row["quarter"] for row in unnamed} == {"Q4 2017-18"}


def test_every_programme_that_a_report_prints_is_one_of_the_twelve(cursor: duckdb.DuckDBPyConnection) -> None:
    listed = {row["programme"] for row in text_rows(cursor, rows.PROGRAMMES)}
    named = [row for row in rows.milestones(cursor) if row["programme"]]
    assert len(listed) == 12 and len(named) == 17
    assert {row["programme"] for row in named} <= listed


def test_every_indicator_and_section_has_an_answer_or_a_reason(cursor: duckdb.DuckDBPyConnection) -> None:
    for found, number in ((indicators(cursor, catalogue()), 20), (sections(cursor, catalogue()), 25)):
        assert len(found) == number
        assert all(row["answers"] or row["reason"] for row in found)
    knife = next(row for row in indicators(cursor, catalogue()) if row["name"].startswith("Knife"))
    assert knife["answers"][0]["shows"] == ("Knife crime",) and "Repeat victims" in knife["reason"]
