"""Limits of an XmR chart (individual values and moving ranges)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

D2 = 1.128  # mean range of two normal values of variance 1 (exactly 2 / sqrt pi)
XMR = 2.66  # 3 / D2: three standard deviations in mean moving ranges


@dataclass(frozen=True)
class Limits:
    """Limits of one series: mean -+ 2.66 x mean moving range, on the series' own scale."""

    centre: float
    half_width: float

    @property
    def lower(self) -> float:
        return self.centre - self.half_width

    @property
    def upper(self) -> float:
        return self.centre + self.half_width


def xmr_limits(values: npt.ArrayLike) -> Limits:
    """XmR limits of one series of at least two neighbouring months; NaN is left out, and so is a range across it.

    Wheeler, Understanding Variation (2nd ed., 2000), ch. 3: natural process limits = mean -+ 2.66 x mean |x[i]-x[i-1]|.
    Raises ValueError where no two neighbouring months have a figure.
    """
    series = np.asarray(values, dtype=float)
    ranges = np.abs(np.diff(series))
    if not np.isfinite(ranges).any():
        raise ValueError("limits need at least two neighbouring months with a figure")
    return Limits(float(np.nanmean(series)), XMR * float(np.nanmean(ranges)))
