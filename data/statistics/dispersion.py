"""How much more a series varies than a Poisson count would."""

from __future__ import annotations

import numpy as np

from data.statistics.rates import Array
from data.statistics.sliding import YEAR, as_series, by_row_blocks, lagged, sum_to

MOST_YEARS, FEWEST_YEARS = 5, 2


def over_dispersion(counts: object) -> Array:
    """(S, M) -> (S, M): Pearson chi-square over degrees of freedom of a month-and-year Poisson fit, at least 1.

    The fit for month T is over the latest k whole 12-month blocks that end at T, k = 5 or as many as have a figure in
    every month; NaN for fewer than two. In a complete table of k years x 12 months the fitted value is
    row total x column total / total, so chi2 = total x (sum of y^2 / (row x column) - 1) and
    df = (years - 1)(months - 1) of those years and months whose total is not 0; 1 where no degree is left.
    McCullagh and Nelder, Generalized Linear Models (2nd ed., 1989), 4.5 and 6.2.3.
    """
    return by_row_blocks(_dispersion, as_series(counts))


def _dispersion(counts: Array) -> Array:
    """The longest table that is complete stands; shorter ones are fitted up to the last month that still needs one."""
    year_totals = sum_to(counts, YEAR)
    result = _fit(counts, year_totals, MOST_YEARS)
    for years in range(MOST_YEARS - 1, FEWEST_YEARS - 1, -1):
        lacking = np.flatnonzero((np.isnan(result) & np.isfinite(year_totals)).any(axis=0))
        if not lacking.size:
            break
        part = np.s_[:, : lacking[-1] + 1]
        fitted = _fit(counts[part], year_totals[part], years)
        result[part] = np.where(np.isnan(result[part]), fitted, result[part])
    return result


def _fit(counts: Array, year_totals: Array, years: int) -> Array:
    """Dispersion over `years` blocks; NaN where they are not complete."""
    rows = [lagged(year_totals, YEAR * year) for year in range(years)]
    cells = [lagged(counts, YEAR * year) for year in range(years)]
    total = _total(rows)
    columns = _total(cells)  # of one calendar month, over the years, at the column of its latest
    share = np.zeros_like(counts)
    for row, cell in zip(rows, cells, strict=True):
        by_month = sum_to(np.where(columns == 0, 0.0, cell**2 / np.where(columns == 0, 1.0, columns)), YEAR)
        share = share + np.where(row == 0, 0.0, by_month / np.where(row == 0, 1.0, row))
    years_used = _total([(row > 0).astype(float) for row in rows])
    months_used = sum_to((columns > 0).astype(float), YEAR)
    freedom = (years_used - 1) * (months_used - 1)
    ratio = total * (share - 1) / np.maximum(freedom, 1)
    return np.where(np.isnan(total), np.nan, np.where(freedom > 0, np.maximum(ratio, 1.0), 1.0))


def _total(parts: list[Array]) -> Array:
    return np.asarray(np.add.reduce(parts))
