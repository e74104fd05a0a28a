"""Degrees to metres of the British National Grid, in closed form: drawing a borough needs no projection library.

Transverse Mercator as in Ordnance Survey, 'A guide to coordinate systems in Great Britain' (2020), annex C.1, on the
ellipsoid that the degrees are on (WGS84). The shift between WGS84 and the Grid's own datum is left out: it moves a
borough some hundred metres as a whole and bends no border by more than a pixel. For drawing, not for measuring.
"""

from __future__ import annotations

from math import cos, radians, sin, sqrt, tan

A, B = 6_378_137.0, 6_356_752.314245  # semi-axes of WGS84, m
F0, LAT0, LON0, E0, N0 = 0.9996012717, radians(49), radians(-2), 400_000.0, -100_000.0
E2, N = 1 - (B / A) ** 2, (A - B) / (A + B)


def to_grid(lon: float, lat: float) -> tuple[float, float]:
    """Easting and northing in metres of a point in degrees."""
    phi, lam = radians(lat), radians(lon) - LON0
    s, c, t2 = sin(phi), cos(phi), tan(phi) ** 2
    nu = A * F0 / sqrt(1 - E2 * s * s)
    rho = A * F0 * (1 - E2) / (1 - E2 * s * s) ** 1.5
    eta2 = nu / rho - 1
    north = (
        _meridian(phi) + N0
        + lam**2 * nu / 2 * s * c
        + lam**4 * nu / 24 * s * c**3 * (5 - t2 + 9 * eta2)
        + lam**6 * nu / 720 * s * c**5 * (61 - 58 * t2 + t2 * t2)
    )  # fmt: skip
    east = (
        E0 + lam * nu * c
        + lam**3 * nu / 6 * c**3 * (nu / rho - t2)
        + lam**5 * nu / 120 * c**5 * (5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * t2 * eta2)
    )  # fmt: skip
    return east, north


def _meridian(phi: float) -> float:
    """The arc of the meridian from the true origin to the latitude `phi`, m."""
    less, more = phi - LAT0, phi + LAT0
    return B * F0 * (
        (1 + N + 5 / 4 * N**2 + 5 / 4 * N**3) * less
        - (3 * N + 3 * N**2 + 21 / 8 * N**3) * sin(less) * cos(more)
        + (15 / 8 * N**2 + 15 / 8 * N**3) * sin(2 * less) * cos(2 * more)
        - 35 / 24 * N**3 * sin(3 * less) * cos(3 * more)
    )  # fmt: skip
