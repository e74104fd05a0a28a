"""What a page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pandas as pd

from data import queries
from data.catalogue import Catalogue, Dataset, Measure
from data.comparison import compared, side_by_side
from data.comparison_rows import Comparison
from data.map_classes import class_breaks
from data.measure_months import counts_with_residents, measure_months, residents, residents_year
from data.periods import Coverage, Window
from data.selection import Selection, Show, from_params
from data.warehouse import Edition
from geo.areas import boroughs, city, find, london, others


def coverages(edition: Edition, catalogue: Catalogue) -> Mapping[str, Coverage]:
    """The months that the edition holds for each measure it has any for."""

    def work() -> Mapping[str, Coverage]:
        found: dict[str, Coverage] = {}
        for dataset in catalogue.datasets:
            measures = tuple(m for m in catalogue.measures if m.dataset == dataset.id)
            if measures:
                found |= queries.coverages(edition.cursor, dataset, measures)
        return {m.id: found[m.id] for m in catalogue.measures if m.id in found}

    return edition.once("coverages", work)


@cache
def map_areas() -> pd.DataFrame:
    """London, the 32 boroughs, the City of London and the places that are no borough, in that order."""
    rows = [(a.area_code, a.area_name, a.slug, a.area_type if a != city() else "city") for a in _listed()]
    return pd.DataFrame(rows, columns=["area_code", "area_name", "slug", "area_type"])


def split(measure: Measure, window: Window) -> tuple[bool, bool]:
    """Whether a break in the series lies inside the period, and inside the one a year before."""
    both = (window, window.year_before)
    first, second = (measure.break_between(each.start, each.end) is not None for each in both)
    return first, second


@cache
def _columns() -> Mapping[str, list[str]]:
    return {str(name): column.tolist() for name, column in map_areas().items()}


@cache
def map_codes() -> tuple[str, ...]:
    return tuple(area.area_code for area in _listed())


def _listed() -> list[Any]:
    return [london(), *boroughs(), city(), *others()]


def crime_map(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of components.map_view.MapView for these parameters."""
    parsed = from_params(params, catalogue, coverages(edition, catalogue).get)
    return of_selection(edition, catalogue, parsed.selection, corrections=parsed.corrections)


def of_selection(
    edition: Edition, catalogue: Catalogue, selection: Selection, *, corrections: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The same for a selection that has been read already."""
    covered = coverages(edition, catalogue)
    measure = catalogue.measure(selection.measure)
    dataset = catalogue.dataset(measure.dataset)
    window = selection.window
    broken = measure.break_between(window.year_before.start, window.end)
    area_code = london().area_code if selection.area is None else _code(selection.area)
    return {
        "catalogue": catalogue,
        "measure": measure,
        "dataset": dataset,
        "selection": selection,
        "coverage": covered[measure.id],
        "edition": _note(edition, dataset),
        # Neither follows all of the selection, and readers change one thing at a time.
        "boroughs": edition.lately(
            ("boroughs", measure.id, window, selection.show),
            lambda: compared_areas(edition, measure, dataset, window, show=selection.show),
        ),
        "monthly": edition.lately(
            ("monthly", measure.id, area_code),
            lambda: measure_months(edition, measure, dataset).monthly(area_code, covered[measure.id]),
        ),
        "breaks": edition.once(
            ("breaks", measure.id, selection.span, selection.show),
            lambda: class_breaks(
                measure_months(edition, measure, dataset), residents(edition), span=selection.span, show=selection.show
            ),
        ),
        "broken": broken,
        "corrections": corrections,
        "measures_available": tuple(covered),
        "unplaced": edition.once(("unplaced", dataset.id), lambda: queries.unplaced_offences(edition.cursor, dataset)),
    }


def _code(slug: str) -> str:
    area = find(slug)
    if area is None:
        raise LookupError(f"there is no area '{slug}'")
    return area.area_code


def compared_areas(
    edition: Edition, measure: Measure, dataset: Dataset, window: Window, *, show: Show
) -> Comparison:
    """The period beside the one a year before, in every area of `map_areas`."""
    months = measure_months(edition, measure, dataset)
    is_broken = measure.break_between(window.year_before.start, window.end) is not None
    now, status = counts_with_residents(edition, months, window, map_codes())
    before, _ = counts_with_residents(edition, months, window.year_before, map_codes())
    found = compared(now, before, status=status, is_broken=is_broken, is_split=split(measure, window), show=show)
    return side_by_side(_columns(), found, residents_year=residents_year(edition, window))


def _note(edition: Edition, dataset: Dataset) -> dict[str, Any]:
    return {
        "edition_id": edition.facts.edition_id,
        "is_demonstration": edition.facts.is_demonstration,
        "last_month": edition.once(("last_month", dataset.id), lambda: queries.last_month(edition.cursor, dataset)),
        "published_on": edition.facts.published_on,
        "source": f"{dataset.publisher}, {dataset.name[0].lower()}{dataset.name[1:]}",
    }
