"""Counts by area and period: the rows of the crime map's file, so that page, file and interface say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.parameters import ObservationsAsked, first_day
from api.problems import NotFound
from api.rows import ObservationRow
from api.sheets import rows_of
from data import views
from data.catalogue import Catalogue, Measure
from data.every_period import every_period
from data.export import whole_crime_map_sheet
from data.periods import Span, Window
from data.selection import Show
from data.warehouse import Edition
from geo.areas import find


def observations(
    edition: Edition, catalogue: Catalogue, query: ObservationsAsked
) -> tuple[int, Sequence[dict[str, Any]]]:
    """How many rows there are, and those asked for: by period, then London, boroughs and other places in order."""
    if not catalogue.has_measure(query.measure):
        raise NotFound(f"There is no count called '{query.measure}': /measures?kind=count lists them.")
    measure, areas = catalogue.measure(query.measure), views.map_areas()
    wanted = {area_code(name) for name in query.area}
    chosen = areas[areas["area_code"].isin(wanted)] if wanted else areas
    windows = _windows(edition, catalogue, measure, query)
    if chosen.empty or not windows:
        return 0, []
    each = len(chosen)
    first, last = query.offset // each, (query.offset + query.limit - 1) // each
    rows = _rows(edition, catalogue, measure, windows[first : last + 1], wanted)
    start = query.offset - first * each
    return len(windows) * each, rows[start : start + query.limit]


def area_code(name: str) -> str:
    """Raises NotFound."""
    found = find(name)
    if found is None:
        raise NotFound(f"There is no area '{name}' with observations: /areas lists boroughs and other places.")
    return found.area_code


def _windows(edition: Edition, catalogue: Catalogue, measure: Measure, query: ObservationsAsked) -> list[Window]:
    covered = views.coverages(edition, catalogue).get(measure.id)
    span, first, last = Span(query.span), first_day(query.first), first_day(query.last)
    ends = reversed(covered.ends(span)) if covered else ()
    return [Window(end, span) for end in ends if (not first or end >= first) and (not last or end <= last)]


def _rows(
    edition: Edition, catalogue: Catalogue, measure: Measure, windows: Sequence[Window], wanted: set[str]
) -> list[dict[str, Any]]:
    if not windows:
        return []
    dataset = catalogue.dataset(measure.dataset)
    periods = every_period(edition, measure, dataset, windows, show=Show.RATE)
    kept = periods[periods["area_code"].isin(wanted)] if wanted else periods
    sheet = whole_crime_map_sheet(kept, measure=measure, dataset=dataset, show=Show.RATE, edition=edition.facts)
    return rows_of(sheet, ObservationRow)
