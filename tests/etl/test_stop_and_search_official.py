"""The publisher's real stop-and-search files, against counts made with the csv module and a slow point-in-polygon."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from etl.load import load
from tests.etl.conftest import Loaded

LIMITS = Path(__file__).parents[2] / "geo" / "borough_limits.geojson"
SEVENTEEN = [f"2017-{month:02}" for month in range(4, 13)] + [f"2018-{month:02}" for month in range(1, 9)]


@pytest.fixture(scope="module")
def rows(official: Path) -> list[dict[str, str]]:
    """Every row of every file, with `file`, `force` and the London `month`."""
    return [row for path in sorted((official / "stop-and-search").rglob("*.csv")) for row in _read(path)]


@pytest.fixture(scope="module")
def edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return Loaded(load([official / "stop-and-search"], editions=tmp_path_factory.mktemp("searches")).path)


def _read(path: Path) -> Iterator[dict[str, str]]:
    force = "city-of-london" if "city-of-london" in path.name else "metropolitan"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row | {"file": path.name, "force": force, "month": _london(row["Date"]).strftime("%Y-%m")}


def _london(text: str) -> datetime:
    """By the rule: summer time from the last Sunday of March to that of October, at 01:00 UTC."""
    utc = datetime.fromisoformat(text).replace(tzinfo=None)
    starts, ends = (datetime(utc.year, month, 31, 1) for month in (3, 10))
    starts, ends = (day - timedelta(days=(day.weekday() + 1) % 7) for day in (starts, ends))
    return utc + timedelta(hours=starts <= utc < ends)


def test_every_search_is_in_its_london_month_and_nothing_is_refused(
    edition: Loaded, rows: list[dict[str, str]]
) -> None:
    got = {(force, month): n for force, month, n in edition.rows(
        "SELECT force, strftime(month, '%Y-%m'), count(*) FROM stop_and_search GROUP BY ALL")}  # fmt: skip
    assert got == Counter((row["force"], row["month"]) for row in rows)
    assert edition.rows("SELECT sum(rows_read), sum(rows_loaded), sum(rows_rejected) FROM source") == [
        (len(rows), len(rows), 0)
    ]


def test_the_seventeen_months_hold_every_search_in_their_files(edition: Loaded, rows: list[dict[str, str]]) -> None:
    got = dict(edition.rows(
        "SELECT strftime(month, '%Y-%m'), count(*) FROM stop_and_search WHERE force = 'metropolitan' "
        "AND month BETWEEN '2017-04-01' AND '2018-08-01' GROUP BY ALL"))  # fmt: skip
    files = Counter(row["file"][:7] for row in rows)
    assert got == {month: files[month] for month in SEVENTEEN}
    assert sum(got.values()) == 189_287


def test_the_share_without_coordinates_is_the_files_own(edition: Loaded, rows: list[dict[str, str]]) -> None:
    got = dict(edition.rows(
        "SELECT strftime(month, '%Y-%m'), count(*) FILTER (NOT has_coordinates) FROM stop_and_search GROUP BY ALL"
    ))  # fmt: skip
    assert got == dict.fromkeys(got, 0) | Counter(row["month"] for row in rows if not row["Latitude"])
    shares = {month: got[month] / sum(row["month"] == month for row in rows) for month in got}
    assert shares["2015-04"] == shares["2016-01"] == 1
    assert all(0.94 < shares[month] < 0.96 for month in ("2018-02", "2018-03"))
    others = [
        share for month, share in shares.items() if month not in ("2015-04", "2016-01", "2018-02", "2018-03", "2023-03")
    ]
    assert all(0.06 < share < 0.10 for share in others)


def test_months_without_coordinates_have_no_borough_at_all(edition: Loaded) -> None:
    query = "SELECT count(area_code) FROM stop_and_search WHERE month IN ('2015-04-01', '2016-01-01')"
    assert edition.rows(query) == [(0,)]


def test_boroughs_are_those_of_a_slow_point_in_polygon(edition: Loaded, rows: list[dict[str, str]]) -> None:
    placed = edition.rows(
        "SELECT name, line, area_code FROM stop_and_search JOIN source USING (source_id) WHERE has_coordinates"
    )
    got = {(name, line): area for name, line, area in placed}
    lines: Counter[str] = Counter()
    points: dict[tuple[str, int], tuple[float, float]] = {}
    for row in rows:
        lines[row["file"]] += 1
        if row["Latitude"]:
            points[row["file"], lines[row["file"]] + 1] = (float(row["Longitude"]), float(row["Latitude"]))
    assert got.keys() == points.keys()
    distinct = sorted(set(points.values()))
    slow = dict(zip(distinct, _slow(np.array(distinct)), strict=True))
    differ = Counter((slow[points[key]], area) for key, area in got.items() if slow[points[key]] != area)
    assert all(outside is None for outside, _ in differ)  # only those up to 25 m outside London, and few
    assert 0 < sum(differ.values()) < 60


def test_both_ethnicities_outcomes_and_objects_are_kept_as_published(
    edition: Loaded, rows: list[dict[str, str]]
) -> None:
    for ours, published in (("self_defined", "Self-defined ethnicity"),
                            ("officer_defined", "Officer-defined ethnicity"),
                            ("outcome_published", "Outcome"), ("object_published", "Object of search"),
                            ("legislation", "Legislation"), ("gender", "Gender"), ("age_range", "Age range"),
                            ("search_type", "Type")):  # fmt: skip
        got = dict(edition.rows(f"SELECT coalesce({ours}, ''), count(*) FROM stop_and_search GROUP BY ALL"))
        assert got == Counter(row[published] for row in rows), ours


def test_something_came_of_three_searches_in_ten(edition: Loaded, rows: list[dict[str, str]]) -> None:
    nothing = ("Nothing found - no further action", "A no further action disposal")
    year = [row for row in rows if "2017-04" <= row["month"] <= "2018-03"]
    positive = sum(row["Outcome"] not in nothing for row in year)
    got = edition.rows("SELECT count(*) FILTER (is_positive), count(is_positive) FROM stop_and_search "
                       "WHERE month BETWEEN '2017-04-01' AND '2018-03-01'")  # fmt: skip
    assert got == [(positive, len(year))] and 0.29 < positive / len(year) < 0.34


def test_only_points_far_from_london_are_listed(edition: Loaded, rows: list[dict[str, str]]) -> None:
    far = [row for row in rows if row["Latitude"] and not (
        51.1 <= float(row["Latitude"]) <= 51.9 and -0.7 <= float(row["Longitude"]) <= 0.5)]  # fmt: skip
    listed: list[Any] = edition.rows("SELECT DISTINCT rule, count(*) FROM rejected_row GROUP BY ALL")
    assert [(rule[:25], n) for rule, n in listed] == [("not in or near London (51", len(far))]


def _slow(points: NDArray[np.float64]) -> list[str | None]:
    """The borough of each point by counting, edge by edge, how often a ray to the east crosses its border."""
    found: list[str | None] = [None] * len(points)
    x, y = points.T
    for feature in json.loads(LIMITS.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        inside = np.zeros(len(points), bool)
        for polygon in [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]:
            for ring in polygon:
                for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
                    if y1 != y2:
                        crosses = (y1 > y) != (y2 > y)
                        inside ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
        for index in np.flatnonzero(inside):
            found[index] = feature["properties"]["area_code"]
    return found
