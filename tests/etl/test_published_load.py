"""Transcribed figures and texts in every edition, held to their conventions."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.edition import create
from etl.faults import LoadError
from etl.published import FIGURE, FOLDER, fill_published

DOCUMENTS = ("id,title,publisher,source_words", "report,The Report,Somebody,The Rep")
FIGURES = (",".join(FIGURE), 'report,1,Crimes,Robbery,"April, 2017",-1234.50,offences,2017-04-01,2017-04-30,as printed')
TEXTS = (
    "document,section,table_name,milestone,quarter,source_words",
    "report,2,Milestones,Begin,Q1,Beg",
    "report,2,Milestones,End,,End",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "documents.csv", *DOCUMENTS)
    write(tmp_path / "figures.csv", *FIGURES)
    write(tmp_path / "texts.csv", *TEXTS)
    return tmp_path


@pytest.fixture
def con(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("edition") / "e.duckdb"
    with create(path, edition="e", kind="demonstration", version="v") as con:
        yield con


@pytest.fixture
def empty(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    con.execute("TRUNCATE published_figure; TRUNCATE published_text")
    return con


def write(path: Path, *lines: str) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_figure_is_a_row_and_a_text_a_row_for_each_cell(empty: duckdb.DuckDBPyConnection, folder: Path) -> None:
    fill_published(empty, folder=folder)
    assert empty.execute("SELECT * FROM published_figure").fetchall() == [
        ("report", "1", "Crimes", "Robbery", "April, 2017", -1234.5, "offences", date(2017, 4, 1), date(2017, 4, 30),
         "as printed")
    ]  # fmt: skip
    assert empty.execute("SELECT * FROM published_text ORDER BY ALL").fetchall() == [
        ("report", "2", "Milestones", 1, "milestone", "Begin"),
        ("report", "2", "Milestones", 1, "quarter", "Q1"),
        ("report", "2", "Milestones", 2, "milestone", "End"),
        ("report", "About the document", "Documents", 1, "publisher", "Somebody"),
        ("report", "About the document", "Documents", 1, "title", "The Report"),
    ]


def test_every_cell_that_was_transcribed_is_in_a_new_edition(con: duckdb.DuckDBPyConnection) -> None:
    figures, texts = [], 0
    for path in FOLDER.glob("*.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if "value" in row:
                    figures.append((row["document"], row["row_label"], row["column_label"], float(row["value"])))
                else:
                    place = ("document", "section", "table_name", "id", "source_words")
                    texts += sum(1 for column, text in row.items() if text and column not in place)
    found = con.execute("SELECT document, row_label, column_label, value FROM published_figure").fetchall()
    assert sorted(found) == sorted(figures) and len(found) > 1_000
    assert con.execute("SELECT count(*) FROM published_text").fetchall() == [(texts,)]
    row = "table_name = 'Recorded crime 12 month average' AND row_label = 'Total Notifiable Offences'"
    total = con.execute(f"SELECT value FROM published_figure WHERE {row} AND unit = 'offences' ORDER BY 1").fetchall()
    assert total == [(41_813,), (748_660,), (790_473,)]
    plan = "SELECT count(*) FROM published_text WHERE table_name = 'Key milestones' AND column_label = 'milestone'"
    assert con.execute(plan).fetchall() == [(84,)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("-1234.50", "", "the value '' is no number"),
        ("-1234.50", "1.234.5", "the value '1.234.5' is no number"),
        ("-1234.50", "5%", "the value '5%' is no number"),
        ("-1234.50", "nan", "the value 'nan' is no number"),
        ("-1234.50", "٣", "the value '٣' is no number"),
        ("2017-04-30", "30/04/2017", "'30/04/2017' is no date"),
        ("2017-04-30", "2017-04-31", "'2017-04-31' is no date"),
        ("2017-04-30", "2017-03-30", "the period ends before it begins: 2017-04-01 to 2017-03-30"),
        ("report,1", "rumour,1", "'rumour' is no document of documents.csv: report"),
        (",offences,", ",,", "has no unit"),
        (",Robbery,", ", ,", "has no row_label"),
        (",as printed", "", "has 9 cells, not 10"),
    ],
)
def test_what_breaks_a_convention_is_said_with_file_line_and_value(
    old: str, new: str, message: str, empty: duckdb.DuckDBPyConnection, folder: Path
) -> None:
    write(folder / "figures.csv", FIGURES[0], FIGURES[1].replace(old, new))
    with pytest.raises(LoadError) as error:
        fill_published(empty, folder=folder)
    assert f"figures.csv, line 2: {message}" in str(error.value)


def test_a_figure_that_stands_twice_is_refused_in_both_places(empty: duckdb.DuckDBPyConnection, folder: Path) -> None:
    write(folder / "more.csv", *FIGURES)
    with pytest.raises(LoadError, match="stands 2 times: 'report / 1 / Crimes / Robbery / April, 2017'") as error:
        fill_published(empty, folder=folder)
    assert "figures.csv, line 2" in str(error.value) and "more.csv, line 2" in str(error.value)


@pytest.mark.parametrize("header", ["document,section,what", "", f"{FIGURES[0]},extra"])
def test_a_file_with_other_columns_is_refused(header: str, empty: duckdb.DuckDBPyConnection, folder: Path) -> None:
    write(folder / "other.csv", header)
    with pytest.raises(LoadError, match="other.csv, line 1: has neither the columns of figures nor those of texts"):
        fill_published(empty, folder=folder)


def test_without_its_list_of_documents_nothing_is_loaded(empty: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="documents.csv: the list of documents is not there"):
        fill_published(empty, folder=tmp_path)
