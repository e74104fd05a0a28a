"""Residents by ethnic group, borough profiles, and the files of population that are not loaded."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from etl.faults import LoadError
from etl.load import load
from etl.sources.borough_profile import COLUMNS, WANTED
from geo.population import TRANSCRIBED, load_census, load_population
from tests.etl.conftest import Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]
HEADER = (
    "Upper tier local authorities Code,Upper tier local authorities,Ethnic group (8 categories) Code,"
    "Ethnic group,Observation"
)
GROUPS = ("1,Asian", "2,Black", "3,Mixed", "4,White British", "5,White Other", "6,White Other", "7,Other")
OURS = "SELECT ethnic_group, persons FROM population WHERE basis = 'Census 2021' AND area_code = '{}' ORDER BY ALL"
COUNTS = "rows_read, rows_loaded, rows_rejected"


def census(code: str = "E09000007", name: str = "Camden", *, persons: int = 10) -> list[str]:
    """10, 20, … 70 people in the seven groups, and nobody in the eighth."""
    rows = [f"{code},{name},{group},{persons * (i + 1)}" for i, group in enumerate(GROUPS)]
    return [f"{code},{name},-8,Does not apply,0", *rows]


def test_the_parts_of_white_are_added_and_the_total_stays_the_estimate(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *census())
    edition = loaded()
    assert edition.rows(OURS.format("E09000007")) == [
        ("Asian", 10),
        ("Black", 20),
        ("Mixed", 30),
        ("Other", 70),
        ("White", 150),
    ]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(8, 7, 1)]
    totals = "SELECT basis FROM population WHERE ethnic_group = 'All' AND area_code = 'E09000007' AND year = 2021"
    assert edition.rows(totals) == [("ONS mid-year estimate (based on Census 2021)",)]


def test_the_rest_of_the_country_is_one_entry_with_its_number_of_rows(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *census("E06000001", "Hartlepool"), *census(), *census("W06000001", "Anglesey"))
    edition = loaded()
    assert edition.rows("SELECT line, rule, rows FROM rejected_row ORDER BY line") == [
        (2, "left out on purpose: outside London", 16),
        (10, "left out on purpose: a code without people", 1),
    ]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(24, 7, 17)]


def test_london_is_the_sum_of_its_boroughs_without_the_city_and_only_of_all_of_them(
    write: Write, loaded: Load, editions: Path
) -> None:
    codes = [f"E09{number:06}" for number in range(1, 34)]
    write("a.csv", HEADER, *(row for code in codes for row in census(code)))
    assert loaded().rows(OURS.format("E23000001"))[0] == ("Asian", 320)
    write("a.csv", HEADER, *(row for code in codes[:-1] for row in census(code)))
    assert loaded().rows(OURS.format("E23000001")) == []


@pytest.mark.parametrize("value", ["<5", "*", ".", "n/a", "-1", "1.5", "1,000", ""])
def test_a_figure_that_is_no_count_leaves_its_group_out_not_too_low(value: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *(row.replace("6,White Other,60", f'6,White Other,"{value}"') for row in census()))
    edition = loaded()
    assert [group for group, _ in edition.rows(OURS.format("E09000007"))] == ["Asian", "Black", "Mixed", "Other"]
    refused = edition.rows("SELECT line, column_name, value, rule FROM rejected_row WHERE line > 2 ORDER BY line")
    assert refused[2] == (8, "Observation", value, "not a whole number of people, 0 or more")
    assert [line for line, *_ in refused] == [6, 7, 8]
    assert "would be too low" in refused[0][3]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(8, 4, 4)]


def test_a_group_of_which_a_part_is_not_there_is_left_out(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *(row for row in census() if ",5,White Other" not in row))
    assert [group for group, _ in loaded().rows(OURS.format("E09000007"))] == ["Asian", "Black", "Mixed", "Other"]


@pytest.mark.parametrize(
    ("row", "column", "value", "rule"),
    [
        ("E09000099,Gotham,1,Asian,5", "area", "E09000099 / Gotham", "unknown area code"),
        ("Camden,Camden,1,Asian,5", "area", "Camden / Camden", "unknown area code"),
        (",,1,Asian,5", "area", "", "unknown area code"),
        ("E09000007,Camden,9,Martian,5", "ethnic group", "9 / Martian", "unknown ethnic group; if it is right"),
        ("E09000007,Camden,1,Black,5", "ethnic group", "1 / Black", "unknown ethnic group; if it is right"),
        ("E09000007,Camden,1,Asian,5", "Observation", "5", "second row for this area and group in the file; line 3"),
    ],
)
def test_what_is_not_known_or_stands_twice_is_refused(
    row: str, column: str, value: str, rule: str, write: Write, loaded: Load
) -> None:
    write("a.csv", HEADER, *census(), row)
    edition = loaded()
    (entry,) = edition.rows("SELECT column_name, value, rule FROM rejected_row WHERE line = 10")
    assert entry[0] == column and (entry[1] or "") == value and entry[2].startswith(rule)
    assert len(edition.rows(OURS.format("E09000007"))) == 5


def test_two_different_files_of_one_release_for_one_area_stop_the_load(write: Write, loaded: Load) -> None:
    write("2022-11/a.csv", HEADER, *census())
    write("2022-11/b.csv", HEADER, *census(persons=11))
    with pytest.raises(LoadError, match="both belong to the release 2022-11 and both cover E09000007"):
        loaded()


def test_projections_are_known_and_left_out_with_one_reason(write: Write, loaded: Load) -> None:
    years = ",".join(f"{year}_Population" for year in range(2011, 2023))
    figures = ",".join(["1"] * 12)
    write(
        "a.csv", f"Code,Area name,Inner/ Outer London,{years}", f"E09000002,Barking,Outer,{figures}", f"X,Y,Z,{figures}"
    )
    edition = loaded()
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(2, 0, 2)]
    (entry,) = edition.rows("SELECT line, rows, rule FROM rejected_row")
    assert entry[:2] == (2, 2) and entry[2].startswith("left out on purpose: projections by the GLA")
    assert edition.rows("SELECT count(*) FROM population") == [(len(load_population()) + len(load_census()),)]
    groups = "SELECT basis, count(*), count(DISTINCT area_code) FROM population WHERE ethnic_group <> 'All' GROUP BY 1"
    assert edition.rows(groups) == [(TRANSCRIBED, 34 * 5, 34)]  # there is no census file


def test_a_census_file_takes_the_place_of_every_transcribed_group(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *census())
    groups = "SELECT DISTINCT basis, area_code FROM population WHERE ethnic_group <> 'All'"
    assert loaded().rows(groups) == [("Census 2021", "E09000007")]


def profile(code: str, **values: str) -> str:
    return ",".join([code, *(values.get(role, "") for _, role in COLUMNS[1:])])


PROFILE_HEADER = ",".join(name for name, _ in COLUMNS)
DENSITY = "Population density"


def test_a_profile_becomes_one_row_for_each_characteristic(write: Write, loaded: Load) -> None:
    write("a.csv", PROFILE_HEADER, profile("E09000007", **{DENSITY: "109", "Average age": "36.5"}))
    edition = loaded()
    assert edition.rows("SELECT * FROM borough_profile ORDER BY characteristic") == [
        ("E09000007", "Average age", 36.5, "years", 2015, 1),
        ("E09000007", DENSITY, 109.0, "people per hectare", 2015, 1),
    ]
    assert edition.rows("SELECT values_read, values_loaded, values_blank FROM source") == [(2, 2, len(WANTED) - 2)]


@pytest.mark.parametrize("value", [".", "n/a", "*", "<5", "-1", "x"])
def test_a_characteristic_that_is_no_number_is_refused(value: str, write: Write, loaded: Load) -> None:
    write("a.csv", PROFILE_HEADER, profile("E09000007", **{DENSITY: value, "Average age": "36.5"}))
    edition = loaded()
    assert edition.rows("SELECT line, column_name, value FROM rejected_row") == [
        (2, "Population_density_per_hectare_2015", value)
    ]
    assert edition.rows("SELECT values_read, values_loaded, values_rejected FROM source") == [(2, 1, 1)]


def test_rows_that_are_no_borough_are_refused_with_their_reason(write: Write, loaded: Load) -> None:
    rows = [profile(code, **{DENSITY: "1"}) for code in ("E09000007", "E09000007", "E12000007", "Nat", "E09000099", "")]
    write("a.csv", PROFILE_HEADER, *rows)
    edition = loaded()
    assert edition.rows("SELECT line, value, rule FROM rejected_row ORDER BY line") == [
        (3, "E09000007", "second row for this area in the file; line 2 was kept"),
        (4, "E12000007", "left out on purpose: not a borough"),
        (5, "NAT", "left out on purpose: not a borough"),
        (6, "E09000099", "unknown area code"),
        (7, "", "unknown area code"),
    ]
    assert edition.rows(f"SELECT {COUNTS} FROM source") == [(6, 1, 5)]


@pytest.fixture(scope="module")
def official_edition(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    edition = Loaded(load([official / "population"], editions=tmp_path_factory.mktemp("editions")).path)
    yield edition
    edition.con.close()


def test_the_official_census_is_there_added_up_by_hand(official_edition: Loaded, official: Path) -> None:
    by_hand: Counter[tuple[str, str]] = Counter()
    with (official / "population" / "Census_2021_ethnicity.csv").open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            code, name = row["Upper tier local authorities Code"], row["Ethnic group"]
            if code.startswith("E09") and name != "Does not apply":
                by_hand[code, name.split(" ")[0]] += int(row["Observation"])
    found = official_edition.rows(
        "SELECT area_code, ethnic_group, persons FROM population WHERE basis = 'Census 2021' AND area_code LIKE 'E09%'"
    )
    assert {(code, group): n for code, group, n in found} == by_hand
    assert len(by_hand) == 33 * 5
    london = dict(official_edition.rows(OURS.format("E23000001")))
    assert london["Black"] == sum(n for (code, group), n in by_hand.items() if group == "Black" and code != "E09000001")


def test_the_groups_add_up_to_within_two_per_cent_of_the_estimate_for_the_year(official_edition: Loaded) -> None:
    assert (
        official_edition.rows(
            "SELECT area_code FROM population WHERE year = 2021 AND area_code <> 'E09000001' GROUP BY ALL "
            "HAVING NOT sum(persons) FILTER (ethnic_group <> 'All') / sum(persons) FILTER (ethnic_group = 'All') "
            "BETWEEN 0.98 AND 1.02"
        )
        == []
    )


def test_the_official_profiles_are_there_and_every_row_of_every_file_is_accounted_for(
    official_edition: Loaded, official: Path
) -> None:
    text = (official / "population" / "london-borough-profiles.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.replace("\r", "\n").splitlines()))
    by_hand = {row["Code"]: float(row["Median_House_Price_2014"]) for row in rows if row["Code"].startswith("E09")}
    price = "SELECT area_code, value FROM borough_profile WHERE characteristic = 'Median house price'"
    assert dict(official_edition.rows(price)) == by_hand
    assert official_edition.rows(f"SELECT layout, {COUNTS} FROM source ORDER BY ALL") == [
        ("Borough profiles, 2015", 39, 33, 6),
        ("Census 2021, ethnic group in 8 categories", 1392, 231, 1161),
        ("GLA population projections, 2011 to 2022", 33, 0, 33),
        ("Land area and population density, 1999 to 2050", 1872, 0, 1872),
    ]
    assert official_edition.rows("SELECT count(*), sum(rows) FROM rejected_row") == [(10, 3072)]
