"""Modelled searches: the publisher's layout and wordings, points well inside their boroughs, plausible shares."""
import csv
from collections import Counter
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import geopandas
import numpy as np
import pytest
from shapely.geometry import Point

from etl.demonstration import stop_and_search
from etl.demonstration.points import points

Lines = dict[str, list[list[str]]]
POSITIVE_NOT = {"Nothing found - no further action", "A no further action disposal"}


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return stop_and_search.write(tmp_path_factory.mktemp("searches"), seed=20170712)


@pytest.fixture(scope="module")
def months(paths: list[Path]) -> Lines:
    return {path.parent.name: list(csv.reader(path.read_text(encoding="utf-8").splitlines())) for path in paths}


def test_there_is_a_file_a_month_in_the_publishers_layout_and_names(paths: list[Path], months: Lines) -> None:
    assert list(months)[0] == "2016-04" and list(months)[-1] == "2018-06" and len(months) == 27
    assert all(path.name == f"{path.parent.name}-metropolitan-stop-and-search.csv" for path in paths)
    for lines in months.values():
        assert lines[0] == stop_and_search.HEADER.split(",") and len(lines[0]) == 15
        assert {len(line) for line in lines} == {15}
        assert {(line[2], line[3], line[13], line[14]) for line in lines[1:]} == {("False", "", "", "")}


def test_times_are_in_utc_and_every_search_is_in_its_month_in_london(months: Lines) -> None:
    london = ZoneInfo("Europe/London")
    for month, (_, *lines) in months.items():
        times = [datetime.fromisoformat(line[1]) for line in lines]
        assert times == sorted(times)
        assert {time.astimezone(london).strftime("%Y-%m") for time in times} == {month}
    assert months["2016-07"][1][1].startswith("2016-06-30T23:")


def test_about_31_in_100_searches_have_a_positive_outcome_and_20_an_arrest(months: Lines) -> None:
    for first, last in [("2016-07", "2017-06"), ("2017-07", "2018-06")]:
        outcomes = Counter(line[12] for month, (_, *lines) in months.items() if first <= month <= last
                           for line in lines)
        searches = outcomes.total()
        assert 0.305 < 1 - sum(outcomes[each] for each in POSITIVE_NOT) / searches < 0.32
        assert 0.19 < (outcomes["Suspect arrested"] + outcomes["Arrest"]) / searches < 0.21


def test_the_wording_of_outcomes_and_objects_changes_in_january_2018(months: Lines) -> None:
    for month, (_, *lines) in months.items():
        outcomes, objects = {line[12] for line in lines}, {line[11] for line in lines}
        assert ("A no further action disposal" in outcomes) == (month >= "2018-01")
        assert ("Nothing found - no further action" in outcomes) == (month < "2018-01")
        assert ("Offensive weapons" in objects) == (month >= "2018-01")


def test_find_rates_hardly_differ_between_ethnic_groups(months: Lines) -> None:
    found: dict[str, list[bool]] = {}
    for _, *lines in months.values():
        for line in lines:
            found.setdefault(line[9], []).append(line[12] not in POSITIVE_NOT)
    rates = {group: np.mean(each) for group, each in found.items() if len(each) > 5000}
    assert {"White", "Black", "Asian"} <= rates.keys()
    assert max(rates.values()) - min(rates.values()) < 0.02


def test_one_in_twelve_has_no_point_and_nearly_all_in_the_two_lost_months(months: Lines) -> None:
    for month, (_, *lines) in months.items():
        assert all(bool(line[4]) == bool(line[5]) for line in lines)
        blank = np.mean([line[4] == "" for line in lines])
        assert (0.93 < blank < 0.97) if month in ("2018-02", "2018-03") else (0.07 < blank < 0.1)


def test_there_are_few_distinct_points_and_about_eleven_thousand_searches_a_month(months: Lines) -> None:
    distinct = {(line[4], line[5]) for _, *lines in months.values() for line in lines}
    assert len(distinct) <= 32 * stop_and_search.POINTS + 1
    assert all(8_000 < len(lines) < 15_000 for lines in months.values())


@pytest.mark.parametrize("borough", ["Richmond upon Thames", "Greenwich", "Kensington and Chelsea", "Havering"])
def test_points_lie_inside_their_borough_and_away_from_its_edge(borough: str) -> None:
    shapes = geopandas.read_file("geo/boroughs.geojson").set_index("area_name").geometry
    for latitude, longitude in points(np.random.default_rng(1), borough=borough, number=200):
        point = Point(float(longitude), float(latitude))
        assert shapes[borough].contains(point) and shapes[borough].boundary.distance(point) > 0.0019
