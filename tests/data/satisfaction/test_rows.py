"""Boroughs about London, neighbourhoods by order statistics, and what an address chooses."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from scipy.stats import binom

from data.catalogue import catalogue
from data.satisfaction.neighbourhoods import middle_interval
from data.satisfaction.rows import funnel
from data.selection.satisfaction import SatisfactionSelection, from_params

PERIODS = {"trust-in-the-met": (date(2017, 3, 1), date(2017, 6, 1)), "police-listen-to-concerns": (date(2016, 3, 1),)}


def row(name: str, proportion: float | None, base: float = 600, basis: str = "published") -> dict[str, Any]:
    return {"area_code": name, "name": name, "proportion": proportion, "base": base, "base_basis": basis,
            "design_effect": 1.5}  # fmt: skip


def test_a_borough_stands_out_by_the_funnel_and_never_on_too_few_interviews() -> None:
    """Thirty at one half, one at 0.9, one at 0.9 of 60 people. s = sqrt(0.25 x 1.5 / 600), about 2.5 points."""
    rows = [*(row(f"b{n}", 0.5) for n in range(30)), row("far", 0.9), row("few", 0.9, 60), row("none", None)]
    found = funnel(rows)
    assert found is not None and found["design_effect"] == 1.5 and not found["is_approximate"]
    assert {found["places"][f"b{n}"] for n in range(30)} == {"within"}
    assert (found["places"]["far"], found["places"]["few"]) == ("above_998", "too_few")
    assert "none" not in found["places"]
    assert funnel([row("none", None)]) is None and funnel([]) is None


def test_a_funnels_curves_meet_the_limits_that_judge() -> None:
    rows = [row(f"b{n}", 0.5 + n / 1_000, 400 + 20 * n, "approximate") for n in range(12)]
    found = funnel(rows)
    assert found is not None and found["is_approximate"]
    lines = found["lines"]
    at = float(np.interp(500, lines["base"], lines["upper_95"]))
    half = 1.959964 * (found["target"] * (1 - found["target"]) * 1.5 / 500) ** 0.5
    assert at == pytest.approx(found["target"] + half, abs=0.002)
    assert lines["base"][0] == 200 and lines["base"][-1] == 930


@pytest.mark.parametrize("n", [10, 32, 98])
def test_the_interval_of_a_median_is_two_order_statistics_with_the_binomials_ranks(n: int) -> None:
    """Of 1 to n: the widest pair of ranks that leaves no more than 2.5 per cent on either side."""
    low = next(k for k in range(n) if binom.cdf(k, n, 0.5) > 0.025)  # ranks from 1: the k+1th smallest
    lower, upper = middle_interval(np.arange(1, n + 1, dtype=float))
    assert lower is not None and upper is not None
    assert abs(lower - low) <= 1 and abs(upper - (n - low)) <= 1
    assert binom.cdf(upper - 1, n, 0.5) - binom.cdf(lower - 1, n, 0.5) >= 0.95


def test_fewer_than_ten_neighbourhoods_give_no_interval() -> None:
    assert middle_interval(np.arange(9.0)) == (None, None)


def test_an_address_comes_back_as_it_went() -> None:
    chosen, said = from_params({"measure": "trust-in-the-met", "to": "2017-03", "area": "camden"}, catalogue(), PERIODS)
    assert (chosen, said) == (SatisfactionSelection("trust-in-the-met", date(2017, 3, 1), "camden"), ())
    assert from_params(chosen.to_params(), catalogue(), PERIODS) == (chosen, ())
    assert chosen.to_query() == "?measure=trust-in-the-met&to=2017-03&area=camden"


def test_the_usual_view_is_the_first_question_in_london_at_its_latest() -> None:
    assert from_params({}, catalogue(), PERIODS)[0] == SatisfactionSelection("trust-in-the-met", date(2017, 6, 1))


@pytest.mark.parametrize(
    ("params", "shown", "said"),
    [
        ({"measure": "x"}, "trust-in-the-met 2017-06", "There is no question called ‘x’; this page shows"),
        ({"measure": "victims-satisfied-overall"}, "trust-in-the-met 2017-06", "These figures hold no answers for"),
        ({"to": "never"}, "trust-in-the-met 2017-06", "‘never’ is not a month written as 2017-06"),
        ({"to": "2010-01"}, "trust-in-the-met 2017-03", "There are no answers for the 12 months to January 2010"),
        ({"to": "2017-05"}, "trust-in-the-met 2017-06", "There are no answers for the 12 months to May 2017"),
        ({"measure": "police-listen-to-concerns", "to": "2017-06"}, "police-listen-to-concerns 2016-03", "There are"),
        ({"area": "gotham"}, "trust-in-the-met 2017-06", "There is no London borough called ‘gotham’"),
        ({"area": "city-of-london"}, "trust-in-the-met 2017-06", "City of London is not policed by the Met"),
    ],
)
def test_what_cannot_be_met_gives_the_nearest_and_a_sentence(params: dict[str, str], shown: str, said: str) -> None:
    chosen, sentences = from_params(params, catalogue(), PERIODS)
    assert f"{chosen.measure} {chosen.month:%Y-%m}" == shown and chosen.area is None
    assert len(sentences) == 1 and sentences[0].startswith(said)
