"""Places among boroughs, and the funnel's limits as curves."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.boroughs.places import funnel, place_among
from data.statistics import rate_funnel
from geo.areas import boroughs

CODES = [area.area_code for area in boroughs()]


def test_the_highest_rate_has_the_first_place_and_equal_rates_share_one() -> None:
    rates = {"a": 5.0, "b": 9.0, "c": 5.0, "d": 1.0}
    assert place_among(rates, "b") == {"place": 1, "of": 4, "sharing": 1}
    assert place_among(rates, "a") == place_among(rates, "c") == {"place": 2, "of": 4, "sharing": 2}
    assert place_among(rates, "d") == {"place": 4, "of": 4, "sharing": 1}


@pytest.mark.parametrize("rates", [{}, {"a": 1.0, "b": 2.0}, {"b": 1.0, "c": 2.0, "d": 3.0}])
def test_no_place_without_a_rate_or_among_fewer_than_three(rates: dict[str, float]) -> None:
    assert place_among(rates, "a") == {"place": None, "of": None, "sharing": None}


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 5).map(float), min_size=3))
def test_places_are_those_of_a_sorted_list(rates: dict[str, float]) -> None:
    falling = sorted(rates.values(), reverse=True)
    for code, rate in rates.items():
        found = place_among(rates, code)
        assert found["place"] == falling.index(rate) + 1
        assert found["sharing"] == falling.count(rate)


def test_the_limits_of_equal_rates_are_those_of_poisson_counts() -> None:
    # 32 boroughs at exactly 10 per 1,000: nothing varies beyond chance, so tau is 0 and the limits are
    # 0.01 -+ 1.96 sqrt(0.01 / n). At n = 100,000: 0.01 -+ 1.96 x 0.00031623 = 0.0093802 and 0.0106198.
    persons = {code: 100_000 * (1 + place % 2) for place, code in enumerate(CODES)}
    counts = {code: persons[code] / 100 for code in CODES}
    found = funnel(counts, persons)
    assert found is not None
    assert found["target"] == pytest.approx(10.0)
    assert found["lines"]["persons"][0] == 100_000 and found["lines"]["persons"][-1] == 200_000
    assert found["lines"]["lower_95"][0] == pytest.approx(9.3802, abs=1e-4)
    assert found["lines"]["upper_95"][0] == pytest.approx(10.6198, abs=1e-4)
    assert found["lines"]["upper_998"][-1] == pytest.approx(10 + 3.0902 * math.sqrt(0.01 / 200_000) * 1000, abs=1e-3)
    assert {point["place"] for point in found["points"]} == {"within"}


def test_each_point_lies_on_the_side_of_the_curves_that_its_word_says() -> None:
    persons = {code: 150_000 + 7_000 * place for place, code in enumerate(CODES)}
    counts = {code: persons[code] * (0.02 if place % 9 else 0.05) for place, code in enumerate(CODES)}
    found = funnel(counts, persons)
    assert found is not None
    assert {point["place"] for point in found["points"]} > {"within"}
    for point in found["points"]:
        at = min(range(40), key=lambda i: abs(found["lines"]["persons"][i] - point["persons"]))
        if point["place"] == "within":
            assert point["rate"] <= found["lines"]["upper_95"][at] * 1.01
        if point["place"].startswith("above"):
            assert point["rate"] >= found["lines"]["upper_95"][at] * 0.99


def test_a_funnel_needs_three_boroughs_with_something_recorded() -> None:
    persons = dict.fromkeys(CODES, 100_000)
    assert funnel(dict.fromkeys(CODES[:2], 5.0), persons) is None
    assert funnel(dict.fromkeys(CODES, 0.0), persons) is None
    assert funnel({}, persons) is None


def test_the_curves_meet_the_limits_of_the_smallest_and_the_largest_borough() -> None:
    # Rates from 10 to 41 per 1,000 differ by more than chance, so the limits hold the variance between boroughs too.
    persons = {code: 150_000 + 5_000 * place for place, code in enumerate(CODES)}
    counts = {code: persons[code] * (10 + place) / 1000 for place, code in enumerate(CODES)}
    found, oracle = funnel(counts, persons), rate_funnel(list(counts.values()), list(persons.values()))
    assert found is not None and oracle.tau_squared > 0
    for name, limit in (("lower_95", oracle.lower_95), ("upper_998", oracle.upper_998)):
        ends = found["lines"][name][0], found["lines"][name][-1]
        assert ends == pytest.approx((1000 * limit[0], 1000 * limit[-1]))
