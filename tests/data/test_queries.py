"""The queries against slow computations with nothing of ours in them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import queries
from data.catalogue import catalogue
from data.map_classes import class_breaks
from data.measure_months import measure_months
from data.measure_months import residents as residents_by_year
from data.periods import Span, Window, month_range, months_between
from data.selection import Show
from data.views import coverages, crime_map
from data.warehouse import Edition, Warehouse
from geo.areas import LONDON_CODE, boroughs
from tests.data.oracles import FRAME, counts_of_periods

DATASET = catalogue().dataset("recorded_crime")


@pytest.fixture(scope="module")
def edition(demonstration_editions: Path) -> Iterator[Edition]:
    with Warehouse(demonstration_editions).edition() as opened:
        yield opened


@pytest.fixture(scope="module")
def everything(edition: Edition) -> list[tuple[str, date, str, str, str, int]]:
    return edition.cursor.execute(
        "SELECT area_code, month, taxonomy, major, minor, offences FROM recorded_crime"
    ).fetchall()


def residents() -> dict[tuple[str, int], int]:
    path = Path(queries.__file__).parents[1] / "geo" / "population.csv"
    with path.open(newline="", encoding="utf-8") as file:
        return {(r["area_code"], int(r["year"])): int(r["persons"]) for r in csv.DictReader(file)}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_counts_equal_a_loop_over_every_row(data: st.DataObject, edition: Edition, everything: list) -> None:  # type: ignore[type-arg]
    covered = map(catalogue().measure, coverages(edition, catalogue()))
    measure = data.draw(st.sampled_from([m for m in covered if m.dataset == DATASET.id]))
    span = data.draw(st.sampled_from(Span))
    end = data.draw(st.sampled_from(coverages(edition, catalogue())[measure.id].ends(span)))
    window = Window(end, span)
    wanted: dict[str, int] = {}
    listed: dict[str, set[date]] = {}
    for area, month, taxonomy, major, minor, offences in everything:
        row = {"taxonomy": taxonomy, "major": major, "minor": minor}
        if window.start <= month <= window.end and any(all(row[k] == v for k, v in s.items()) for s in measure.select):
            for code in (area, LONDON_CODE):
                wanted[code] = wanted.get(code, 0) + offences
                listed.setdefault(code, set()).add(month)
    whole = {code: n for code, n in wanted.items() if len(listed[code]) == span.months}
    frame = counts_of_periods(edition.cursor, measure, DATASET, [window])
    found = frame.dropna(subset=["numerator"])
    assert dict(zip(found["area_code"], found["numerator"], strict=True)) == whole
    assert list(frame.columns) == list(FRAME)
    people = residents()
    years = sorted({year for _, year in people})
    nearest = min(years, key=lambda year: (abs(year - end.year), year))
    for row in found.itertuples():
        expected = people.get((row.area_code, nearest))
        assert (pd.isna(row.denominator) and expected is None) or row.denominator == expected


def test_parts_sum_to_the_whole(edition: Edition) -> None:
    window = Window(date(2017, 6, 1), Span.YEAR)
    frame = counts_of_periods(edition.cursor, catalogue().measure("burglary"), DATASET, [window])
    london = frame.loc[frame["area_code"] == LONDON_CODE, "numerator"].item()
    assert frame.loc[frame["area_code"] != LONDON_CODE, "numerator"].sum() == london == 70_761


def test_the_months_of_a_year_sum_to_the_year(edition: Edition) -> None:
    measure = catalogue().measure("robbery")
    covered = coverages(edition, catalogue())["robbery"]
    monthly = measure_months(edition, measure, DATASET).monthly(LONDON_CODE, covered)
    assert len(monthly.values) == len(month_range(covered.first, covered.last))
    last = months_between(covered.first, date(2017, 6, 1))
    assert sum(monthly.values[last - 11 : last + 1]) == 26_336


def test_the_latest_two_months_are_provisional(edition: Edition) -> None:
    measure = catalogue().measure("robbery")
    covered = coverages(edition, catalogue())["robbery"]
    monthly = measure_months(edition, measure, DATASET).monthly(boroughs()[0].area_code, covered)
    assert monthly.status[-3:] == ("ok", "provisional", "provisional")
    ends = {True: date(2018, 6, 1), False: date(2018, 4, 1)}
    for is_provisional, end in ends.items():
        frame = counts_of_periods(edition.cursor, measure, DATASET, [Window(end, Span.YEAR)])
        assert set(frame["status"]) == ({"provisional"} if is_provisional else {"ok"})


def test_map_classes_stay_the_same_from_period_to_period(edition: Edition) -> None:
    first, second = (crime_map(edition, catalogue(), {"to": to}) for to in ("2016-06", "2017-06"))
    assert first["breaks"] == second["breaks"]


def test_about_a_fifth_of_all_borough_years_falls_into_each_class(edition: Edition) -> None:
    measure = catalogue().measure("theft-from-motor-vehicles")
    months = measure_months(edition, measure, DATASET)
    edges = class_breaks(months, residents_by_year(edition), span=Span.YEAR, show=Show.RATE)
    covered = coverages(edition, catalogue())[measure.id]
    values = [
        1000 * row.numerator / row.denominator
        for end in covered.ends(Span.YEAR)
        for row in counts_of_periods(edition.cursor, measure, DATASET, [Window(end, Span.YEAR)]).itertuples()
        if row.area_code.startswith("E09")
    ]
    shares = [
        sum(low <= v < high for v in values) / len(values) for low, high in zip((0, *edges), (*edges, 1e9), strict=True)
    ]
    assert all(0.08 < share < 0.35 for share in shares), shares


PUBLISHED = {
    "total-notifiable-offences": (748_660, 790_473),
    "robbery": (21_429, 26_336),
    "burglary": (69_548, 70_761),
    "theft-from-the-person": (33_218, 41_699),
    "theft-of-motor-vehicles": (23_345, 29_096),
    "theft-from-motor-vehicles": (49_754, 55_745),
    "sexual-offences": (16_778, 18_214),
    "violence-against-the-person-2018": (231_876, 241_416),
}


@pytest.mark.parametrize("measure", PUBLISHED)
def test_the_demonstration_gives_the_published_years_to_the_offence(measure: str, edition: Edition) -> None:
    table = crime_map(edition, catalogue(), {"measure": measure, "to": "2017-06"})["boroughs"].frame
    london = table.loc[table["area_type"] == "london"].iloc[0]
    assert (london["offences_before"], london["offences"]) == PUBLISHED[measure]
