"""Where a borough stands among others, and the funnel that says which of them stand out at all. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from data.statistics import Funnel, rate_funnel
from data.statistics.funnel import Z_998
from geo.areas import boroughs

Row = dict[str, Any]
PER = 1000.0
CURVE = 40  # points of each limit
Z_95 = 1.959963984540054
NO_PLACE: Row = {"place": None, "of": None, "sharing": None}


def place_among(rates: Mapping[str, float], area_code: str) -> Row:
    """`place` 1 for the highest of `rates`, `of` how many, `sharing` how many have this very value; None for no rate.

    A place among fewer than three says nothing.
    """
    if area_code not in rates or len(rates) < 3:
        return dict(NO_PLACE)
    own = rates[area_code]
    return {
        "place": 1 + sum(rate > own for rate in rates.values()), "of": len(rates),
        "sharing": sum(rate == own for rate in rates.values()),
    }  # fmt: skip


def strip(row: Row, rates: Mapping[str, float], alike: tuple[str, ...]) -> Row:
    """A row of the comparison with similar boroughs: their rates, and the borough's place among them."""
    names = {area.area_code: area for area in boroughs()}
    points = tuple(
        {"slug": names[code].slug, "name": names[code].area_name, "rate": rates[code]}
        for code in alike
        if code in rates
    )
    carried = ("measure_id", "name", "month", "is_own_period", "is_reporting", "rate", "rate_lower", "rate_upper",
               "london_rate", "place", "of", "sharing", "offences_12m")  # fmt: skip
    return {**{name: row[name] for name in carried}, "points": points}


def funnel(counts: Mapping[str, float], persons: Mapping[str, int]) -> Row | None:
    """The 32 boroughs' rates per 1,000 about London's, and the limits as curves over residents; None for too few."""
    areas = [a for a in boroughs() if counts.get(a.area_code) is not None and persons.get(a.area_code)]
    if len(areas) < 3 or not sum(counts[a.area_code] for a in areas):
        return None
    people = np.array([persons[a.area_code] for a in areas], dtype=float)
    made = rate_funnel([counts[a.area_code] for a in areas], people)
    points = tuple(
        {"slug": a.slug, "name": a.area_name, "persons": persons[a.area_code], "offences": counts[a.area_code],
         "rate": float(PER * made.value[i]), "place": str(made.place[i])}
        for i, a in enumerate(areas)
    )  # fmt: skip
    return {"target": PER * made.target, "dispersion": made.dispersion, "points": points, "lines": _lines(made, people)}


def _lines(made: Funnel, people: np.ndarray[Any, np.dtype[np.float64]]) -> dict[str, tuple[float, ...]]:
    """Limits over residents, from the least to the most: target -+ z sqrt(target / n + tau^2), at least 0."""
    at = np.linspace(people.min(), people.max(), CURVE)
    deviation = np.sqrt(made.target / at + made.tau_squared)
    limits = {
        f"{side}_{name}": np.clip(made.target + sign * z * deviation, 0.0, np.inf) * PER
        for name, z in (("95", Z_95), ("998", Z_998)) for side, sign in (("lower", -1), ("upper", 1))
    }  # fmt: skip
    return {"persons": tuple(map(float, at)), **{name: tuple(map(float, line)) for name, line in limits.items()}}
