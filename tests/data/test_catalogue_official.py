"""What the catalogue says of the publishers' real files, against slow sums in SQL written out here."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.catalogue import Measure, catalogue
from data.reports import reports
from etl.load import load
from geo.areas import LONDON_CODE

PUBLISHED = Path(__file__).parents[2] / "data" / "published" / "recorded_crime_12_months.csv"
FOLDERS = ("recorded-crime", "flagged-crime", "surveys")
TOLERANCE = 0.016
LONDON = "area_code <> 'E09000001'"  # boroughs, airports and 'borough not known'; the City is not policed by the Met
KNOWN_BOROUGHS = f"area_code LIKE 'E09%' AND {LONDON}"


@pytest.fixture(scope="module")
def edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = load([official / folder for folder in FOLDERS], editions=tmp_path_factory.mktemp("catalogue"))
    con = duckdb.connect(str(made.path), read_only=True)
    yield con
    con.close()


def ask(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return con.execute(query).fetchall()


def where(measure: Measure) -> str:
    keys = (" AND ".join(f"{column} = '{value}'" for column, value in each.items()) for each in measure.select)
    return "(" + " OR ".join(f"({each})" for each in keys) + ")"


def london(con: duckdb.DuckDBPyConnection, measure: Measure, first: str) -> int:
    """Offences in all of London in the twelve months from `first`, those listed under no borough included."""
    table = catalogue().dataset(measure.dataset).table
    span = f"month BETWEEN DATE '{first}' AND DATE '{first}' + INTERVAL 11 MONTH"
    ((total,),) = ask(con, f"SELECT sum(offences) FROM {table} WHERE {where(measure)} AND {span} AND {LONDON}")
    return int(total)


def test_all_fifteen_rows_of_the_report_come_out_within_1_6_per_cent(edition: duckdb.DuckDBPyConnection) -> None:
    (report,) = reports()
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        printed = {(row["row_label"], row["column_label"]): float(row["value"]) for row in csv.DictReader(file)}
    differences = {}
    for row in report.rows:
        for column, first in ((report.column_before, "2015-07-01"), (report.column_latest, "2016-07-01")):
            ours = london(edition, catalogue().measure(row.measure), first)
            differences[row.row_label, column] = ours / printed[row.row_label, column] - 1
    assert len(differences) == 30
    worst = max(differences, key=lambda key: abs(differences[key]))
    print(f"largest difference: {worst} {differences[worst]:+.2%}")
    assert {key: value for key, value in differences.items() if abs(value) > TOLERANCE} == {}


def test_violence_in_the_home_office_categories_would_not_give_it_again(edition: duckdb.DuckDBPyConnection) -> None:
    """Why that row names the categories until 2018. Published: 241,416."""
    ours = london(edition, catalogue().measure("violence-against-the-person"), "2016-07-01")
    assert ours / 241_416 - 1 == pytest.approx(-0.19, abs=0.01)
    assert any(report.row_of("violence-against-the-person-2018") for report in reports())


def test_a_part_is_never_more_than_its_whole(edition: duckdb.DuckDBPyConnection) -> None:
    for part in (m for m in catalogue().measures if m.part_of):
        whole = catalogue().measure(str(part.part_of))
        found = [
            f"SELECT area_code, month, sum(offences) AS n FROM {catalogue().dataset(m.dataset).table} "
            f"WHERE {where(m)} GROUP BY ALL"
            for m in (part, whole)
        ]
        both = f"({found[0]}) p JOIN ({found[1]}) w USING (area_code, month)"
        over = ask(edition, f"SELECT * FROM {both} WHERE p.n > w.n")
        assert over == [], part.id


def test_racist_and_religious_hate_crime_is_at_times_more_than_all_hate_crime(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    """Why it is no part of it. Found in 21 pairs of borough and month, by 4 offences at most."""
    both = "hate_crime p JOIN hate_crime w USING (area_code, month)"
    query = f"SELECT count(*), max(p.offences - w.offences) FROM {both} WHERE p.offences > w.offences"
    named = " AND p.strand = 'Racist and religious' AND w.strand = 'All hate crime'"
    assert ask(edition, query + named) == [(21, 4)]


@pytest.mark.parametrize(
    ("measure_id", "one_in"), [("sexual-offences", 11), ("rape", 7), ("other-sexual-offences", 16)]
)
def test_sexual_offences_under_no_borough_are_as_many_as_said(
    edition: duckdb.DuckDBPyConnection, measure_id: str, one_in: int
) -> None:
    measure = catalogue().measure(measure_id)
    words = {11: "one in eleven", 7: "one in seven", 16: "one in sixteen"}
    assert any(words[one_in] in caveat for caveat in measure.caveats)
    share = "sum(offences) FILTER (area_code = 'other-unknown') / sum(offences)"
    query = f"SELECT {share} FROM recorded_crime WHERE {where(measure)} AND month"
    ((before,),) = ask(edition, f"{query} < '2024-03-01'")
    ((since,),) = ask(edition, f"{query} >= '2024-03-01'")
    assert round(1 / before) == one_in
    assert (since or 0) < 0.01


def test_every_question_of_the_attitude_survey_has_london_and_32_boroughs(
    edition: duckdb.DuckDBPyConnection,
) -> None:
    for measure in (m for m in catalogue().surveys if m.survey == "PAS"):
        query = (
            f"SELECT count(DISTINCT area_code) FILTER ({KNOWN_BOROUGHS}), "
            f"count(DISTINCT period_end) FILTER (area_code = '{LONDON_CODE}'), max(period_end) "
            f"FROM victim_satisfaction WHERE survey = 'PAS' AND question = '{measure.question_key}' "
            "AND group_name = 'All'"
        )
        ((boroughs, quarters, last),) = ask(edition, query)
        assert (boroughs, str(last)) == (32, "2023-12-01"), measure.id
        assert quarters == (32 if measure.id == "trust-in-the-met" else 37), measure.id


def test_older_forms_end_in_2018_and_their_newer_forms_go_on() -> None:
    older = [m for m in catalogue().measures if m.older_form_of]
    assert {m.id for m in older} == {m.id for m in catalogue().measures if m.id.endswith("-2018")} - {
        "common-assault-2018"
    }
    for measure in older:
        newer = catalogue().measure(str(measure.older_form_of))
        assert measure.taxonomy_name != newer.taxonomy_name
        assert measure.id == f"{newer.id}-2018"
