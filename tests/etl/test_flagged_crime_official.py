"""The publisher's real files of flagged crime against answers worked out with the csv module: slow, nothing of ours."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.load import load
from tests.etl.conftest import Loaded

PUBLISHED = Path(__file__).parents[2] / "data" / "published" / "recorded_crime_12_months.csv"
MAPPING = Path(__file__).parents[2] / "etl" / "mappings" / "flag_names.csv"
BOTH = "(SELECT flag AS name, * FROM flagged_crime UNION ALL BY NAME SELECT strand AS name, * FROM hate_crime)"
REPORTED = {
    "Racist and Religious Hate crime": "Racist and religious",
    "Sexual Orientation Hate Crime": "Homophobic",
    "Transgender Hate Crime": "Transgender",
    "Disability Hate Crime": "Disability",
    "Knife Crime": "Knife crime",
    "Gun Crime": "Gun crime",
    "Domestic Abuse": "Domestic abuse",
}


@pytest.fixture(scope="module")
def edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    loaded = Loaded(load([official / "flagged-crime"], editions=tmp_path_factory.mktemp("flagged")).path)
    yield loaded
    loaded.con.close()


@pytest.fixture(scope="module")
def long_rows(official: Path) -> dict[str, list[dict[str, str]]]:
    files = sorted((official / "flagged-crime").glob("202[56]-*/*.csv"))
    found = {}
    for path in files:
        with path.open(newline="", encoding="utf-8") as file:
            found[path.parent.name] = list(csv.DictReader(file))
    return found


def our_name(crime_type: str, subtype: str) -> str:
    with MAPPING.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if (row["published_type"].lower(), row["published_name"].lower()) == (crime_type.lower(), subtype.lower()):
                return row["name"]
    raise AssertionError((crime_type, subtype))


def offences_of(rows: list[dict[str, str]], kind: str = "Borough") -> Counter[tuple[str, str, str]]:
    """Offences by crime type, subtype and month."""
    found: Counter[tuple[str, str, str]] = Counter()
    for row in rows:
        if row["Area Type"] == kind and row["Measure"] == "Offences":
            found[row["Crime Type"], row["Crime Subtype"], row["Month_Year"][:7]] += int(row["Count"])
    return found


@pytest.mark.parametrize(
    ("name", "offences"),
    [("Racist and religious", 15_168), ("Disability", 502), ("Homophobic", 1_879), ("Transgender", 148),
     ("Knife crime", 9_791), ("Gun crime", 1_869)],
)  # fmt: skip
def test_july_2015_to_june_2016_holds_the_known_offences(edition: Loaded, name: str, offences: int) -> None:
    query = f"SELECT sum(offences) FROM {BOTH} WHERE name = '{name}' AND month BETWEEN '2015-07-01' AND '2016-06-01'"
    assert edition.rows(query) == [(offences,)]


@pytest.mark.parametrize("first", ["2015-07-01", "2016-07-01"])
def test_the_quarterly_reports_table_comes_out_within_1_6_per_cent(edition: Loaded, first: str) -> None:
    with PUBLISHED.open(newline="", encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["period_start"] == first and r["row_label"] in REPORTED]
    reported = {REPORTED[r["row_label"]]: float(r["value"]) for r in rows if r["column_label"].startswith("July")}
    found = dict(edition.rows(
        f"SELECT name, sum(offences) FROM {BOTH} WHERE month BETWEEN DATE '{first}' "
        f"AND DATE '{first}' + INTERVAL 11 MONTH GROUP BY ALL"
    ))  # fmt: skip
    assert len(reported) == len(REPORTED)
    assert {name: found[name] for name in reported} == pytest.approx(reported, rel=0.016)


def test_every_figure_of_the_wide_file_is_in_the_edition(edition: Loaded, official: Path) -> None:
    (path,) = (official / "flagged-crime" / "2021-06").glob("*.csv")
    by_hand: Counter[tuple[str, str]] = Counter()
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name = our_name(row["MajorText"], row["MinorText"])
            by_hand.update({(name, m): int(n) for m, n in row.items() if m.isdigit() and name})
    ours = edition.rows(
        f"SELECT name, strftime(month, '%Y%m'), sum(offences) FROM {BOTH} WHERE month < '2021-06-01' GROUP BY ALL"
    )
    assert {(name, month): n for name, month, n in ours} == dict(by_hand)


def test_each_month_of_the_long_files_is_the_newest_files(
    edition: Loaded, long_rows: dict[str, list[dict[str, str]]]
) -> None:
    newest: dict[tuple[str, str], int] = {}
    for release in sorted(long_rows):
        named: dict[tuple[str, str], int] = defaultdict(int)
        for (crime_type, subtype, month), n in offences_of(long_rows[release]).items():
            named[our_name(crime_type, subtype), month] += n
        newest |= {key: n for key, n in named.items() if key[0]}
    ours = edition.rows(
        f"SELECT name, strftime(month, '%Y-%m'), sum(offences) FROM {BOTH} WHERE month > '2021-06-01' GROUP BY ALL"
    )
    assert {(name, month): n for name, month, n in ours} == newest


def test_the_neighbourhoods_add_up_to_the_boroughs_with_every_part_of_other_or_not_known(
    long_rows: dict[str, list[dict[str, str]]],
) -> None:
    """Which is why rows that differ by 'Area name' only are parts to add up, and not a figure given twice."""
    for rows in long_rows.values():
        assert offences_of(rows) == offences_of(rows, "Safer Neighbourhood Teams")


def test_every_row_is_loaded_or_listed_as_left_out_on_purpose(
    edition: Loaded, long_rows: dict[str, list[dict[str, str]]]
) -> None:
    assert edition.rows("SELECT edition, rows_read, rows_loaded, rows_rejected FROM source") == [
        ("2021-06", 759, 561, 198),
        ("2025-08", 472_354, 24_837, 447_517),
        ("2026-03", 59_431, 6_954, 52_477),
    ]
    assert [len(rows) for rows in long_rows.values()] == [472_354, 59_431]
    listed = edition.rows("SELECT source_id, count(*), sum(rows) FROM rejected_row GROUP BY ALL ORDER BY ALL")
    assert listed == [(1, 6, 198), (2, 6, 447_517), (3, 2, 52_477)]
    assert edition.rows("SELECT * FROM rejected_row WHERE rule NOT LIKE 'left out on purpose: %'") == []


def test_duplicates_refreshes_and_revisions_are_said(edition: Loaded) -> None:
    assert edition.rows("SELECT note FROM source WHERE source_id > 1") == [
        ("refreshed 2025-08-02 and 2025-08-21; rows added up by area name: 395, into figures: 193",),
        ("refreshed 2026-03-18; rows added up by area name: 97, into figures: 48",),
    ]
    revised = edition.rows("SELECT series, old_source_id, new_source_id, sum(new_value - old_value) FROM revision "
                           "WHERE series = 'Knife crime' AND old_value > 0 AND new_value > 0 GROUP BY ALL")  # fmt: skip
    assert [row[:3] for row in revised] == [("Knife crime", 2, 3)]
    assert edition.rows("SELECT DISTINCT new_source_id FROM revision WHERE series NOT LIKE 'Knife%'") == []


def test_every_name_in_the_mapping_but_a_repaired_spelling_is_published(edition: Loaded) -> None:
    with MAPPING.open(newline="", encoding="utf-8") as file:
        declared = {(r["table_name"], r["name"]) for r in csv.DictReader(file) if r["kind"] != "ignore"}
    loaded = edition.rows(
        "SELECT 'hate_crime', strand FROM hate_crime UNION SELECT 'flagged_crime', flag FROM flagged_crime"
    )
    assert set(loaded) == declared
