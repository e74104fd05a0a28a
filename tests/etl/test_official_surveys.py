"""The publisher's real survey files, against a slow reading of them with the csv module and nothing of ours."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.survey_bases import survey_bases
from etl.load import load
from tests.etl.conftest import Loaded

pytestmark = pytest.mark.usefixtures("official")

MAPPINGS = Path(__file__).parents[2] / "etl" / "mappings"
FOLDERS = {"2024-02": "us", "2024-02-decimal-comma": "european"}


@pytest.fixture(scope="module")
def edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    folder = tmp_path_factory.mktemp("survey-editions")
    loaded = Loaded(load([official / "surveys"], editions=folder).path)
    yield loaded
    loaded.con.close()


def by_hand(path: Path, order: str) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        delimiter = ";" if ";" in file.readline() else ","
        file.seek(0)
        rows = list(csv.DictReader(file, delimiter=delimiter))
    for row in rows:
        one, two, year = row["Date"].split("/")
        month = one if order == "us" else two
        row["Month"] = f"{year}-{int(month):02d}"
        row["Question"] = row["Measure"].replace('"', "").replace("Good Job", "Good job")
        row["Place"] = row["Borough"].replace("City of W", "W").replace("Upon", "upon")
    return rows


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_borough_figure_of_either_language_is_in_the_edition(
    folder: str, edition: Loaded, official: Path
) -> None:
    (path,) = (official / "surveys" / folder).glob("*Borough.csv")
    rows = by_hand(path, FOLDERS[folder])
    wanted = {(r["Month"], r["Question"], r["Place"]): float(r["Proportion"].replace(",", ".")) for r in rows}
    assert len(wanted) == len(rows) == 9_312
    found = edition.rows(
        "SELECT strftime(period_end, '%Y-%m'), question, area_name, proportion FROM victim_satisfaction "
        "WHERE area_code LIKE 'E09%'"
    )
    assert {tuple(key): value for *key, value in found} == wanted


def test_londons_figures_are_the_total_files_and_those_repeated_on_the_boroughs_rows(
    edition: Loaded, official: Path
) -> None:
    found = edition.rows(
        "SELECT strftime(period_end, '%Y-%m'), question, proportion FROM victim_satisfaction WHERE area_name = 'London'"
    )
    london = {tuple(key): value for *key, value in found}
    assert len(london) == len(found) == 291
    rows = by_hand(official / "surveys" / "2024-02" / "PAS_Total.csv", "european")
    assert london == {(r["Month"], r["Question"]): float(r["Proportion"].replace(",", ".")) for r in rows}
    (path,) = (official / "surveys" / "2024-02").glob("*Borough.csv")
    assert set(london.items()) == {((r["Month"], r["Question"]), float(r["MPS"])) for r in by_hand(path, "us")}


def test_pooled_answers_are_those_under_their_three_headers(edition: Loaded, official: Path) -> None:
    (path,) = (official / "surveys" / "2021-12").glob("*.csv")
    with path.open(newline="", encoding="utf-8-sig") as file:
        questions, groups, given, *rows = csv.reader(file)
    assert all(text.startswith("%") for text in given[1:]) and len(rows) == 112
    words = {
        "fairly regardless": "Treat everyone fairly",
        "listen": "Listen to concerns",
        "good a job": "Good job local",
        "stop and search": "Stop and search used fairly",
    }
    ours = [next(name for word, name in words.items() if word in question) for question in questions[1:]]
    wanted = {
        (row[0], question, group): int(cell) if cell else None
        for row in rows
        for question, group, cell in zip(ours, groups[1:], row[1:], strict=True)
    }
    found = edition.rows(
        "SELECT area_name, question, group_name, CAST(round(proportion * 100, 9) AS DOUBLE) FROM victim_satisfaction "
        "WHERE area_code IS NULL AND (period_start, period_end) = (DATE '2015-04-01', DATE '2021-03-01')"
    )
    assert {tuple(key): value for *key, value in found} == wanted
    assert len(found) == 1_344 and sum(value is None for value in wanted.values()) == 168


def test_every_row_is_accounted_for_and_what_was_refused_is_known(edition: Loaded) -> None:
    counts = edition.rows("SELECT edition, rows_read, rows_loaded, rows_rejected FROM source ORDER BY source_id")
    assert counts == [
        ("2021-12", 112, 98, 14),
        ("2024-02", 9_312, 9_312, 0),
        ("2024-02", 9_312, 9_312, 0),
        ("2024-02", 291, 291, 0),
    ]
    blank = "rule LIKE 'suppressed or not given%' AND value = ''"
    refused = edition.rows(
        f"SELECT source_id, count(*), bool_and({blank}), max(value) FROM rejected_row GROUP BY 1 ORDER BY 1"
    )
    assert refused == [(1, 14, True, ""), (2, 1, False, "Trust, 0.71"), (3, 1, False, "Trust, 0,71")]
    assert edition.rows("SELECT * FROM revision") == []


def test_the_quarterly_report_gives_the_same_for_london(edition: Loaded) -> None:
    """MOPAC's report for Q1 2017/18, 12 months to June 2017: 68.6, 43.7 and 76.0 per cent."""
    found = edition.rows(
        "SELECT question, proportion FROM victim_satisfaction WHERE area_name = 'London' "
        "AND period_end = '2017-06-01' AND question IN ('Good job local', 'Informed local', 'Listen to concerns')"
    )
    assert dict(found) == {"Good job local": 0.69, "Informed local": 0.44, "Listen to concerns": 0.76}


def test_every_code_of_the_attitude_survey_is_used_and_every_group_is_declared(edition: Loaded) -> None:
    def declared(name: str, column: str) -> set[str]:
        with (MAPPINGS / name).open(newline="", encoding="utf-8") as file:
            return {row[column] for row in csv.DictReader(file) if row.get("survey") in ("PAS", None)}

    def used(column: str) -> set[str]:
        return {name for (name,) in edition.rows(f"SELECT DISTINCT {column} FROM victim_satisfaction")}

    assert declared("survey_questions.csv", "question") == used("question")
    assert used("group_name") == {"All", "Asian", "Black", "White British"}
    assert used("group_name") <= declared("survey_groups.csv", "group_name")


def test_every_survey_that_has_a_name_has_a_base_entry() -> None:
    with (MAPPINGS / "survey_names.csv").open(newline="", encoding="utf-8") as file:
        assert {row["survey"] for row in csv.DictReader(file)} == set(survey_bases())
