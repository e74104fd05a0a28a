"""geo/population.csv adds up and agrees with other publications; nearest_year picks the right year."""

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.areas import LONDON_CODE, boroughs, city, london
from geo.population import load_census, load_population, nearest_year

# ONS, the London region: the boroughs and the City. Published beside the boroughs, and not among our rows.
LONDON_REGION = {
    2008: 7_812_161, 2009: 7_942_594, 2010: 8_061_495, 2011: 8_204_407, 2012: 8_320_767, 2013: 8_438_987,
    2014: 8_547_192, 2015: 8_659_545, 2016: 8_743_651, 2017: 8_776_229, 2018: 8_833_335, 2019: 8_889_743,
    2020: 8_867_008, 2021: 8_804_769, 2022: 8_871_368, 2023: 8_999_705, 2024: 9_089_736,
}  # fmt: skip
YEARS = range(2008, 2025)
BASED_ON_2011 = "ONS mid-year estimate (based on Census 2011)"
REBASED = "ONS mid-year estimate (rebased after Census 2021)"
BASED_ON_2021 = "ONS mid-year estimate (based on Census 2021)"
CENSUS_2021_TOTAL = 8_799_731
A_YEAR = st.integers(min_value=1900, max_value=2100)
SOME_YEARS = st.lists(A_YEAR, min_size=1, max_size=12)


def persons() -> dict[tuple[str, int], int]:
    return {(row.area_code, row.year): row.persons for row in load_population()}


def test_london_the_city_and_every_borough_have_one_row_a_year() -> None:
    areas = [london(), city(), *boroughs()]
    assert len(load_population()) == len(areas) * len(YEARS)
    assert set(persons()) == {(area.area_code, year) for area in areas for year in YEARS}


@pytest.mark.parametrize("year", YEARS)
def test_london_is_the_sum_of_the_32_boroughs_without_the_city(year: int) -> None:
    people = persons()
    assert people[london().area_code, year] == sum(people[area.area_code, year] for area in boroughs())


@pytest.mark.parametrize("year", YEARS)
def test_london_and_the_city_are_the_region_as_published(year: int) -> None:
    people = persons()
    assert people[london().area_code, year] + people[city().area_code, year] == LONDON_REGION[year]


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        ("E09000001", 2011, 7_412),
        ("E09000002", 2024, 232_747),
        ("E09000007", 2016, 221_024),
        ("E09000008", 2022, 393_547),
        ("E09000025", 2020, 350_025),
        ("E09000033", 2010, 217_187),
        ("E09000033", 2021, 205_759),
        ("E09000033", 2024, 209_996),
        ("E23000001", 2016, 8_735_914),  # the region, 8,743,651, less the City's 7,737
        ("E23000001", 2024, 9_074_625),  # the region, 9,089,736, less the City's 15,111
    ],
)
def test_known_populations(code: str, year: int, expected: int) -> None:
    assert persons()[code, year] == expected


def test_every_row_counts_everybody() -> None:
    assert {row.ethnic_group for row in load_population()} == {"All"}


def test_every_row_names_the_series_its_year_comes_from() -> None:
    series = Counter((row.year, row.basis) for row in load_population())
    expected = {year: BASED_ON_2011 if year <= 2011 else REBASED if year <= 2020 else BASED_ON_2021 for year in YEARS}
    assert series == dict.fromkeys(expected.items(), 34)


def test_no_borough_gains_or_loses_a_twentieth_in_a_year() -> None:
    people = persons()
    leaps = {
        (area.area_name, after)
        for area in boroughs()
        for before, after in pairwise(YEARS)
        if abs(people[area.area_code, after] / people[area.area_code, before] - 1) >= 0.05
    }
    assert leaps == set()


def test_2008_to_2010_are_the_estimates_the_london_datastore_published(official: Path) -> None:
    path = official / "population" / "housing-density-borough.csv"
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        published = {
            (row["Code"], int(row["Year"])): int(row["Population"])
            for row in csv.DictReader(file)
            if row["Code"].startswith("E09") and row["Source"] == "ONS MYE" and int(row["Year"]) in YEARS
        }
    ours = {key: count for key, count in persons().items() if key[0] != london().area_code and key[1] <= 2010}
    assert published == ours


def test_mid_2021_is_within_two_percent_of_the_census_of_march_2021(official: Path) -> None:
    counted: Counter[str] = Counter()
    path = official / "population" / "Census_2021_ethnicity.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            counted[row["Upper tier local authorities Code"]] += int(row["Observation"])
    census = {area.area_code: counted[area.area_code] for area in [city(), *boroughs()]}
    assert sum(census.values()) == CENSUS_2021_TOTAL
    people = persons()
    assert {code: people[code, 2021] for code in census} == {
        code: pytest.approx(count, rel=0.02) for code, count in census.items()
    }


def test_the_transcribed_census_is_the_published_file_group_for_group(official: Path) -> None:
    parts = {"1": "Asian", "2": "Black", "3": "Mixed", "4": "White", "5": "White", "6": "White", "7": "Other"}
    counted: Counter[tuple[str, str]] = Counter()
    with (official / "population" / "Census_2021_ethnicity.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            part = parts.get(row["Ethnic group (8 categories) Code"])
            counted[row["Upper tier local authorities Code"], part or ""] += int(row["Observation"])
    own = {(row.area_code, row.ethnic_group): row.persons for row in load_census() if row.area_code != LONDON_CODE}
    assert own == {key: counted[key] for key in own}
    assert sum(own.values()) == CENSUS_2021_TOTAL


def test_the_censuss_groups_are_the_shares_published_for_london_and_the_citys_are_in_no_total() -> None:
    people = {(row.area_code, row.ethnic_group): row.persons for row in load_census()}
    groups = ("White", "Black", "Asian", "Mixed", "Other")
    region = {group: people[LONDON_CODE, group] + people["E09000001", group] for group in groups}
    shares = {group: round(100 * persons / sum(region.values()), 1) for group, persons in region.items()}
    assert shares == {"White": 53.8, "Black": 13.5, "Asian": 20.7, "Mixed": 5.7, "Other": 6.3}
    assert sum(people["E09000001", group] for group in groups) == 8_585


@given(year=A_YEAR, available=SOME_YEARS)
def test_the_nearest_year_is_available_and_none_is_nearer(year: int, available: list[int]) -> None:
    chosen = nearest_year(year, available)
    assert chosen in available
    assert all(abs(chosen - year) <= abs(other - year) for other in available)


@given(year=A_YEAR, available=SOME_YEARS)
def test_a_year_that_is_there_is_its_own_nearest(year: int, available: list[int]) -> None:
    assert nearest_year(year, [*available, year]) == year


@given(year=A_YEAR, gap=st.integers(min_value=1, max_value=50))
def test_of_two_equally_near_years_the_earlier_is_chosen(year: int, gap: int) -> None:
    assert nearest_year(year, [year + gap, year - gap]) == year - gap


def test_no_available_year_is_an_error_that_names_the_year() -> None:
    with pytest.raises(ValueError, match="2017"):
        nearest_year(2017, [])
