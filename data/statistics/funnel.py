"""Which areas stand out from London by more than size and ordinary differences explain: funnel limits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.statistics.judged import Words
from data.statistics.rates import Array, Z

Z_998 = 3.090232306167813  # standard normal deviate of a two-sided 99.8% interval
WINSORISED = 0.1  # of the areas at either end
PLACES = np.array(["not_available", "below_998", "below_95", "within", "above_95", "above_998"], dtype=object)


@dataclass(frozen=True)
class Funnel:
    """Areas about a target, on the scale of the indicator (per person, or 0 to 1). Arrays have one value an area."""

    target: float  # London's rate or proportion
    value: Array
    dispersion: float  # phi: mean square of the winsorised z; about 1 where areas differ by chance alone
    tau_squared: float  # variance between areas beyond chance; 0 where there is none to see
    z: Array  # distance from the target in standard deviations, both kinds of variance together
    lower_95: Array
    upper_95: Array
    lower_998: Array
    upper_998: Array
    place: Words  # see PLACES; on a limit is within


def rate_funnel(events: npt.ArrayLike, persons: npt.ArrayLike) -> Funnel:
    """Funnel of rates per person about sum of events / sum of persons; sampling variance target / persons (Poisson).

    Spiegelhalter, Quality and Safety in Health Care 14 (2005) 347-351, doi 10.1136/qshc.2005.013755, and Statistics in
    Medicine 24 (2005) 1185-1202, doi 10.1002/sim.1970:
      z = (y - target) / s, its lowest and highest tenth drawn in to their 10% and 90% quantiles (winsorised);
      phi = mean of z^2 over I areas;  tau^2 = (I phi - (I - 1)) / (sum w - sum w^2 / sum w), w = 1 / s^2, at least 0
      (DerSimonian and Laird);  limits target -+ 1.96 or 3.09 x sqrt(s^2 + tau^2), at least 0.
    An area without persons or without a count takes no part: NaN. Raises ValueError where no area can take part.
    """
    count, people = np.broadcast_arrays(np.asarray(events, dtype=float), np.asarray(persons, dtype=float))
    used = np.isfinite(count) & (people > 0)
    target = _target(count, people, used)
    n = np.where(used, people, np.nan)
    return _funnel(count / n, target, target / n, highest=np.inf)


def proportion_funnel(events: npt.ArrayLike, base: npt.ArrayLike, design_effect: float = 1.0) -> Funnel:
    """As `rate_funnel`, of proportions: sampling variance target (1 - target) x design effect / base, limits 0 to 1."""
    count, asked = np.broadcast_arrays(np.asarray(events, dtype=float), np.asarray(base, dtype=float))
    used = np.isfinite(count) & (asked > 0)
    target = _target(count, asked, used)
    n = np.where(used, asked, np.nan)
    return _funnel(count / n, target, target * (1 - target) * design_effect / n, highest=1.0)


def _target(count: Array, whole: Array, used: npt.NDArray[np.bool_]) -> float:
    if not used.any():
        raise ValueError("a funnel needs at least one area with a count and a population")
    return float(count[used].sum() / whole[used].sum())


def _funnel(value: Array, target: float, variance: Array, highest: float) -> Funnel:
    spread = np.sqrt(np.where(variance > 0, variance, np.nan))
    z = (value - target) / spread
    phi, tau_squared = _between(z, spread)
    deviation = np.sqrt(variance + tau_squared)
    lower_95, upper_95, lower_998, upper_998 = (
        np.clip(target + sign * deviate * deviation, 0.0, highest) for deviate in (Z, Z_998) for sign in (-1, 1)
    )
    asked = [np.isnan(value), value < lower_998, value < lower_95, value > upper_998, value > upper_95]
    place = PLACES[np.select(asked, [0, 1, 2, 5, 4], 3)]
    off = (value - target) / np.where(deviation > 0, deviation, np.nan)
    return Funnel(target, value, phi, tau_squared, off, lower_95, upper_95, lower_998, upper_998, place)


def _between(z: Array, spread: Array) -> tuple[float, float]:
    """phi and tau^2 of `rate_funnel`; (NaN, 0) for fewer than two areas."""
    known = np.isfinite(z)
    areas = int(known.sum())
    if areas < 2:
        return float("nan"), 0.0
    low, high = np.quantile(z[known], [WINSORISED, 1 - WINSORISED])
    phi = float(np.mean(np.clip(z[known], low, high) ** 2))
    weight = 1 / spread[known] ** 2
    excess = areas * phi - (areas - 1)
    return phi, max(0.0, float(excess / (weight.sum() - (weight**2).sum() / weight.sum())))
