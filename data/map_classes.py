"""The edges between a map's classes, the same for every period of a measure so that maps compare."""

from __future__ import annotations

import numpy as np

from data.classes import CHANGE_BREAKS, round_breaks
from data.measure_months import Floats, MeasureMonths
from data.periods import Span, add_months
from data.selection import Show
from geo.areas import LONDON_CODE
from geo.population import nearest_year

YEARS = 10
FIFTHS = (0.2, 0.4, 0.6, 0.8)
NOTHING_KNOWN = (1.0, 2.0, 3.0, 4.0)


def class_breaks(
    months: MeasureMonths, residents: dict[tuple[str, int], float], *, span: Span, show: Show
) -> tuple[float, ...]:
    """Round edges near the fifths of all borough figures of that span in the measure's last ten years: long enough to
    hold still, short enough to tell today's boroughs apart. For changes they are fixed. `residents`: by (code, year).
    """
    if show is Show.CHANGE:
        return CHANGE_BREAKS
    rows = [place for place, code in enumerate(months.codes) if _is_peopled(code, residents)]
    sums = _sums(months, rows, span)[:, -12 * YEARS :]
    if show is Show.RATE:
        sums = 1000 * sums / _persons([months.codes[place] for place in rows], months, residents)[:, -sums.shape[1] :]
    known = sums[~np.isnan(sums)]
    fifths = [float(edge) for edge in np.quantile(known, FIFTHS)] if known.size else list(NOTHING_KNOWN)
    return round_breaks(fifths, whole=show is Show.NUMBER)


def _is_peopled(code: str, residents: dict[tuple[str, int], float]) -> bool:
    return code != LONDON_CODE and any(area == code for area, _ in residents)


def _sums(months: MeasureMonths, rows: list[int], span: Span) -> Floats:
    """Offences of the period that ends in each month; NaN unless every month of it is listed."""
    is_listed = months.is_listed[rows]
    if months.zero_codes:
        is_listed = np.broadcast_to(months.is_listed.any(axis=0), is_listed.shape)
    counts = np.where(is_listed, months.counts[rows], np.nan)
    before = np.full((len(rows), span.months - 1), np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(np.hstack([before, counts]), span.months, axis=1)
    return np.asarray(windows.sum(axis=2), dtype=float)


def _persons(codes: list[str], months: MeasureMonths, residents: dict[tuple[str, int], float]) -> Floats:
    """Of each area in the year nearest to each month's."""
    years = [add_months(months.first, number).year for number in range(months.counts.shape[1])]
    held = {code: sorted(year for area, year in residents if area == code) for code in codes}
    near = {(code, year): residents[code, nearest_year(year, held[code])] for code in codes for year in {*years}}
    return np.array([[near[code, year] for year in years] for code in codes], dtype=float).reshape(len(codes), -1)
