"""The publishers' real recorded-crime files, every generation of them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.etl.conftest import Loaded

pytestmark = pytest.mark.usefixtures("official")


@pytest.fixture(scope="module")
def edition(official_editions: Path) -> Iterator[Loaded]:
    name = (official_editions / "current").read_text().strip()
    loaded = Loaded(official_editions / f"{name}.duckdb")
    yield loaded
    loaded.con.close()


def months_of(path: Path) -> Counter[str]:
    """Offences by month, added up cell by cell with the csv module: slow, and nothing of ours in it."""
    total: Counter[str] = Counter()
    with path.open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            for column, value in row.items():
                if re.fullmatch(r"\d{6}", column or "") and value.strip():
                    total[column] += int(value)
    return total


def test_every_file_is_read_and_nothing_is_refused(edition: Loaded, official: Path) -> None:
    files = sorted((official / "recorded-crime").rglob("*.csv"))
    assert len(edition.rows("SELECT * FROM source")) == len(files) == 8
    read = dict(edition.rows("SELECT sha256, rows_loaded FROM source"))
    assert sum(read.values()) == sum(len(f.read_text(encoding="utf-8").splitlines()) - 1 for f in files) == 9_270
    assert edition.rows("SELECT * FROM rejected_row") == []


def test_offences_in_every_file_are_the_offences_counted_by_hand(edition: Loaded, official: Path) -> None:
    by_hand = sorted(months_of(f).total() for f in (official / "recorded-crime").rglob("*.csv"))
    assert sorted(edition.source("offences_loaded")) == by_hand


@pytest.mark.parametrize(
    ("taxonomy", "folder", "pattern", "first", "last"),
    [
        ("mps_2018", "2019-01", "*Historic.csv", "200801", "201612"),
        ("mps_2018", "2019-01", "*24 months).csv", "201701", "201812"),
        ("home_office", "2023-12", "*.csv", "201004", "202305"),
        ("home_office", "2025-06", "*.csv", "202306", "202406"),
        ("home_office", "2026-07", "*.csv", "202407", "202606"),
    ],
)
def test_each_month_is_the_newest_files(
    edition: Loaded, official: Path, taxonomy: str, folder: str, pattern: str, first: str, last: str
) -> None:
    (path,) = (official / "recorded-crime" / folder).glob(pattern)
    wanted = {m: n for m, n in months_of(path).items() if first <= m <= last}
    found = edition.rows(
        f"SELECT strftime(month, '%Y%m') AS m, sum(offences) FROM recorded_crime WHERE taxonomy = '{taxonomy}' "
        f"AND m BETWEEN '{first}' AND '{last}' GROUP BY ALL"
    )
    assert dict(found) == wanted


@pytest.mark.parametrize(("first", "last", "total"), [("2015-07", "2016-06", 747_397), ("2016-07", "2017-06", 791_294)])
def test_londons_totals_are_the_known_ones(edition: Loaded, first: str, last: str, total: int) -> None:
    query = f"""SELECT sum(offences) FROM recorded_crime
                WHERE taxonomy = 'home_office' AND month BETWEEN '{first}-01' AND '{last}-01'"""
    assert edition.rows(query) == [(total,)]


def test_a_restated_month_is_kept_as_it_was_and_as_it_is(edition: Loaded) -> None:
    revised = edition.rows(
        "SELECT series, sum(old_value), sum(new_value) FROM revision r JOIN source o ON o.source_id = old_source_id "
        "WHERE month = '2018-04-01' AND o.edition = '2023-10' AND series SIMILAR TO '.*(without injury|Stalking).*' "
        "GROUP BY ALL ORDER BY ALL"
    )
    assert revised == [
        ("home_office > Violence against the person > Stalking and harassment", None, 3_949),
        ("home_office > Violence against the person > Violence without injury", 10_417, 6_469),
    ]


def test_every_borough_is_there_in_every_month_and_the_city_in_none(edition: Loaded) -> None:
    assert edition.rows(
        "SELECT DISTINCT count(DISTINCT area_code) FROM recorded_crime "
        "WHERE area_code LIKE 'E09%' GROUP BY taxonomy, month"
    ) == [(32,)]
    assert edition.rows("SELECT * FROM recorded_crime WHERE area_code = 'E09000001'") == []


def test_every_category_and_place_in_the_mappings_is_used_by_some_file_or_known_from_another(edition: Loaded) -> None:
    used = edition.rows("SELECT DISTINCT taxonomy, major, minor FROM recorded_crime")
    assert len(used) > 60
    revised = edition.rows("SELECT DISTINCT series FROM revision")
    known = {tuple(row) for row in used} | {tuple(series.split(" > ")) for (series,) in revised}
    mapping = Path(__file__).parents[2] / "etl" / "mappings" / "recorded_crime_categories.csv"
    with mapping.open(newline="", encoding="utf-8") as file:
        declared = {(r["taxonomy"], r["major"], r["minor"]) for r in csv.DictReader(file)}
    assert declared - known == set()
