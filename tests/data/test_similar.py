"""Similar boroughs: a small example worked on paper, properties, and the official figures where there are any."""

from __future__ import annotations

import csv
import math
import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.similar import NO_PROFILE, SimilarBoroughs, similar_boroughs
from data.similar_values import characteristic_values, characteristics
from geo.areas import boroughs, find
from geo.population import load_population

CODES = [area.area_code for area in boroughs()]
A, B, C, D = CODES[:4]
IDS = [one.id for one in characteristics()]
INNER = {
    "camden", "greenwich", "hackney", "hammersmith-and-fulham", "islington", "kensington-and-chelsea", "lambeth",
    "lewisham", "southwark", "tower-hamlets", "wandsworth", "westminster",
}  # fmt: skip


def table(**columns: list[float]) -> pd.DataFrame:
    """Of the first boroughs, in code order; every other is without figures."""
    return pd.DataFrame(columns, index=CODES[: len(next(iter(columns.values())))], dtype=float).reindex(CODES)


def found(answer: SimilarBoroughs) -> list[str]:
    return [neighbour.area_code for neighbour in answer.neighbours]


# Worked on paper. density 1, 3, 1, 3: mean 2, deviation 1, scores -1, 1, -1, 1. age 10, 10, 10, 50: mean 20, squares
# 100, 100, 100, 900, deviation sqrt(300) = 17.3205, scores -0.57735 (three times) and 1.73205. deprivation 7
# everywhere: scores 0. So A to C is 0; A to B is 2; A to D is sqrt(2^2 + 2.3094^2) = sqrt(4 + 16/3) = 3.05505.
# Pairs: AB 2, AC 0, AD 3.05505, BC 2, BD sqrt(16/3) = 2.3094, CD 3.05505; their median is (2 + 2.3094) / 2 = 2.1547.
PAPER = table(density=[1, 3, 1, 3], age=[10, 10, 10, 50], deprivation=[7, 7, 7, 7])


def test_distances_are_those_worked_on_paper() -> None:
    answer = similar_boroughs(PAPER, A)
    assert found(answer) == [C, B, D]
    assert [n.distance for n in answer.neighbours] == pytest.approx([0, 2, math.sqrt(4 + 16 / 3)])
    assert answer.median_distance == pytest.approx(1 + math.sqrt(16 / 3) / 2)
    assert answer.used == ("density", "age", "deprivation")
    assert dict(answer.values) == {"density": 1, "age": 10, "deprivation": 7}


def test_the_steps_and_values_that_made_a_distance_are_shown() -> None:
    farthest = similar_boroughs(PAPER, A).neighbours[-1]
    assert dict(farthest.values) == {"density": 3, "age": 50, "deprivation": 7}
    assert dict(farthest.steps) == pytest.approx({"density": 2, "age": math.sqrt(16 / 3), "deprivation": 0})


def test_of_two_equally_far_the_lower_code_comes_first_and_nearest_limits_them() -> None:
    even = table(density=[2, 1, 3, 9], age=[5, 5, 5, 6], deprivation=[1, 1, 1, 2])
    assert found(similar_boroughs(even, A, nearest=2)) == [B, C]


def test_jobs_are_compared_by_their_logarithm() -> None:
    # ln 1, ln 10, ln 100 lie evenly: from the middle one, both others are equally far.
    answer = similar_boroughs(table(jobs=[10, 1, 100], age=[5, 5, 5], density=[2, 2, 2]), A)
    assert [n.distance for n in answer.neighbours] == pytest.approx([math.sqrt(1.5)] * 2)
    assert dict(answer.values)["jobs"] == 10


def test_a_characteristic_without_any_figure_is_left_out_and_named() -> None:
    answer = similar_boroughs(PAPER.assign(jobs=np.nan), A)
    assert found(answer) == [C, B, D]
    assert [line for line in answer.left_out if "Jobs for each resident" in line]


def test_a_borough_without_a_figure_is_not_compared_and_named() -> None:
    holed = PAPER.copy()
    holed.loc[C, "age"] = np.nan
    answer = similar_boroughs(holed, A)
    assert C not in found(answer)
    assert f"{find(C).area_name}: the profile lacks figures" in answer.left_out  # type: ignore[union-attr]
    assert similar_boroughs(holed, C).reason == "the profile lacks figures for this borough"


@pytest.mark.parametrize("code", ["E09000001", "E23000001", "", "nowhere"])
def test_the_city_london_and_unknown_codes_have_no_similar_boroughs(code: str) -> None:
    answer = similar_boroughs(PAPER, code)
    assert not answer.available
    assert "not one of the 32 boroughs" in answer.reason


def test_without_profiles_it_says_so() -> None:
    profile = pd.DataFrame({"area_code": [], "characteristic": [], "value": [], "year": []})
    population = pd.DataFrame({"area_code": [A, A], "year": [2013, 2015], "persons": [1, 1]})
    values = characteristic_values(profile, population)
    assert values.shape == (32, len(IDS))
    answer = similar_boroughs(values, A)
    assert (answer.available, answer.reason) == (False, NO_PROFILE)


def test_one_or_two_characteristics_are_too_few() -> None:
    answer = similar_boroughs(PAPER[["density", "age"]], A)
    assert answer.reason == "only 2 of 2 characteristics can be made"


def profile_of(**of_a: tuple[float, int]) -> pd.DataFrame:
    rows = [(A, name.replace("_", " "), value, year) for name, (value, year) in of_a.items()]
    return pd.DataFrame(rows, columns=["area_code", "characteristic", "value", "year"])


def test_values_are_made_as_declared() -> None:
    # 25,000 residents on 500 hectares are 50 a hectare, 5,000 a square kilometre; 12,000 jobs for 24,000 are 0.5.
    profile = profile_of(Inland_area=(500, 2015), Average_age=(36.5, 2015), Jobs_by_workplace=(12_000, 2013))
    population = pd.DataFrame({"area_code": [A, A], "year": [2013, 2015], "persons": [24_000, 25_000]})
    made = characteristic_values(profile, population).loc[A]
    assert made[["density", "age", "jobs"]].tolist() == [5000, 36.5, 0.5]
    assert made[["deprivation", "renting"]].isna().all()


def test_figures_of_another_year_and_impossible_ones_are_not_used() -> None:
    profile = profile_of(Inland_area=(0, 2015), Average_age=(36.5, 2021), Jobs_by_workplace=(0, 2013))
    population = pd.DataFrame({"area_code": [A, A], "year": [2013, 2015], "persons": [24_000, 25_000]})
    assert characteristic_values(profile, population).loc[A].isna().all()


def test_every_characteristic_says_what_why_when_and_where_from() -> None:
    assert len(set(IDS)) == len(IDS) == 5
    for one in characteristics():
        assert one.label and one.why.endswith(".") and one.source and 2012 <= one.year <= 2015


figures = st.lists(st.floats(0.1, 1000), min_size=6, max_size=6)


@given(st.tuples(figures, figures, figures))
def test_distance_is_the_same_both_ways_and_obeys_the_triangle(drawn: tuple[list[float], ...]) -> None:
    values = table(**dict(zip(("density", "age", "jobs"), drawn, strict=True)))
    far = {(a, n.area_code): n.distance for a in CODES[:6] for n in similar_boroughs(values, a, nearest=31).neighbours}
    assert len(far) == 30
    for a, b in combinations(CODES[:6], 2):
        assert far[a, b] == pytest.approx(far[b, a], abs=1e-9)
        assert all(far[a, b] <= far[a, c] + far[c, b] + 1e-9 for c in CODES[:6] if c not in (a, b))


@given(figures, st.floats(0.5, 5), st.floats(-50, 50))
def test_units_do_not_matter(one: list[float], times: float, plus: float) -> None:
    whole = [round(value, 1) for value in one]
    as_is = table(density=whole, age=whole[::-1], deprivation=sorted(whole))
    other = as_is.assign(density=as_is["density"] * times + plus)
    near, again = similar_boroughs(as_is, A).neighbours, similar_boroughs(other, A).neighbours
    assert [n.distance for n in again] == pytest.approx([n.distance for n in near], abs=1e-6)


def test_against_a_slow_oracle() -> None:
    rng = np.random.default_rng(5)
    values = pd.DataFrame(rng.lognormal(3, 1, (32, len(IDS))), index=CODES, columns=IDS)
    logs = {one.id for one in characteristics() if one.logarithm}
    scores = {}
    for name in IDS:
        raw = [math.log(v) if name in logs else v for v in values[name]]
        mean = sum(raw) / 32
        deviation = math.sqrt(sum((v - mean) ** 2 for v in raw) / 32)
        scores[name] = [(v - mean) / deviation for v in raw]
    far = {CODES[i]: math.sqrt(sum((scores[n][i] - scores[n][6]) ** 2 for n in IDS)) for i in range(32) if i != 6}
    answer = similar_boroughs(values, CODES[6])
    assert found(answer) == sorted(far, key=lambda code: far[code])[:7]
    assert [n.distance for n in answer.neighbours] == pytest.approx(sorted(far.values())[:7])


@pytest.fixture(scope="module")
def official_values(official: Path) -> pd.DataFrame:
    """From the publisher's profile, read with the csv module and nothing of the loader's but its list of columns."""
    mapping = Path(__file__).parents[2] / "etl" / "mappings" / "borough_profile.csv"
    named = [row for row in csv.DictReader(mapping.read_text(encoding="utf-8").splitlines()) if row["kind"] == "code"]
    published = official / "population" / "london-borough-profiles.csv"
    lines = list(csv.reader(published.read_text(encoding="cp1252").splitlines()))
    keys = [re.sub(r"[^a-z0-9]", "", name.casefold()) for name in lines[0]]
    places = {row["characteristic"]: keys.index(re.sub(r"[^a-z0-9]", "", row["published"].casefold())) for row in named}
    figures = [
        (line[0], row["characteristic"], float(cell), int(row["year"]))
        for line in lines[1:]
        for row in named
        if re.fullmatch(r"[0-9.]+", cell := line[places[row["characteristic"]]].replace(",", "").strip("£ "))
    ]
    profile = pd.DataFrame(figures, columns=["area_code", "characteristic", "value", "year"])
    population = pd.DataFrame([(row.area_code, row.year, row.persons) for row in load_population()])
    return characteristic_values(profile, population.set_axis(["area_code", "year", "persons"], axis=1))


def test_the_nearest_to_camden_are_inner_boroughs(official_values: pd.DataFrame) -> None:
    camden = find("camden")
    assert camden is not None
    answer = similar_boroughs(official_values, camden.area_code)
    slugs = [area.slug for code in found(answer) if (area := find(code)) is not None]
    assert answer.left_out == () and len(slugs) == 7
    assert len(INNER & set(slugs)) >= 6
    assert {"islington", "southwark", "westminster"} <= set(slugs)
