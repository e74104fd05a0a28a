"""What the page of a borough's wards needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.catalogue import Catalogue, Dataset, Measure
from data.classes import CHANGE_BREAKS, round_breaks
from data.periods import Span, Window
from data.selection.crime_map import Show
from data.selection.wards import WardsSelection, from_params
from data.wards import queries
from data.wards.drawing import WardDrawing
from data.wards.loaded import DATASET, drawing, last_month, listed, months_of_measures, wards_on
from data.wards.months import NO_SET, WardMonths
from data.wards.rows import total_row, ward_rows
from data.warehouse import Edition
from geo.areas import Area

# The boroughs in which the airports lie that borough files count apart (etl/ward_sums.py).
WITH_AIRPORTS = ("hillingdon", "newham")
FIFTHS = (0.2, 0.4, 0.6, 0.8)
Found = dict[str, Any]


def gathered(edition: Edition, catalogue: Catalogue, borough: Area, params: Mapping[str, str | None]) -> Found:
    """The fields of components.wards.WardsView; of NoWards (edition, borough, has_boundaries) without ward figures."""
    months = months_of_measures(edition, catalogue, borough.area_code)
    if catalogue.default_measure not in months:
        return {"edition": _note(edition, catalogue), "borough": borough,
                "has_boundaries": drawing(edition, borough.area_code) is not None}  # fmt: skip
    selection, corrections = from_params(
        params, catalogue, borough.slug, months.get, lambda sets: wards_on(edition, borough.area_code, sets)
    )
    return {
        "catalogue": catalogue, "selection": selection, "corrections": corrections, "borough": borough,
        "measure": catalogue.measure(selection.measure), "dataset": catalogue.dataset(DATASET),
        "measures_available": tuple(months),
        "edition": _note(edition, catalogue),
        **_figures(edition, catalogue, borough, selection, months[selection.measure]),
    }  # fmt: skip


def _figures(
    edition: Edition, catalogue: Catalogue, borough: Area, selection: WardsSelection, months: WardMonths
) -> Found:
    measure, window, code = catalogue.measure(selection.measure), selection.window, borough.area_code
    broken = measure.break_between(window.year_before.start, window.end)
    shared = NO_SET if broken else months.shared(window)
    year = Window(window.end, Span.YEAR)
    sets = months.on(window)
    rows = ward_rows(
        wards_on(edition, code, sets), show=selection.show,
        now=queries.counts(edition.cursor, measure, code, window),
        before=queries.counts(edition.cursor, measure, code, window.year_before) if shared else None,
        year=queries.counts(edition.cursor, measure, code, year) if months.on(year) & sets else None,
    )  # fmt: skip
    drawn = drawing(edition, code)
    return {
        "months": months, "sets": sets, "is_comparable": bool(shared), "broken": broken, "rows": rows,
        "total": total_row(rows),
        "breaks": _breaks([row["value"] for row in rows], selection.show),
        "drawing": drawn if drawn and all(row["area_code"] in drawn.codes for row in rows) else None,
        "has_boundaries": drawn is not None, "mapped_to": _mapped(edition, code, months, selection, drawn),
        "compared_to": _compared(months, selection), "sums": _sums(edition, measure, borough, window),
    }  # fmt: skip


def _breaks(values: list[float | None], show: Show) -> tuple[float, ...]:
    """Round edges near the fifths of this borough's wards; those of a change are the same everywhere."""
    known = sorted(value for value in values if value is not None)
    if show is Show.CHANGE or not known:
        return CHANGE_BREAKS if show is Show.CHANGE else (1.0, 2.0, 3.0, 4.0)
    return round_breaks([_quantile(known, fifth) for fifth in FIFTHS], whole=True)


def _quantile(known: list[float], share: float) -> float:
    """Linear between the two nearest, as quantile_cont of the map's own classes."""
    place = share * (len(known) - 1)
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return known[below] + (place - below) * (known[above] - known[below])


def _mapped(
    edition: Edition, code: str, months: WardMonths, selection: WardsSelection, drawn: WardDrawing | None
) -> date | None:
    """The latest end of a period all of whose wards have a boundary."""
    if drawn is None:
        return None
    for end in months.ends(selection.span):
        if set(wards_on(edition, code, months.on(Window(end, selection.span)))) <= drawn.codes:
            return end
    return None


def _compared(months: WardMonths, selection: WardsSelection) -> date | None:
    """The nearest end of a period that can be compared with the year before it."""
    ends = tuple(end for end in months.ends(selection.span) if months.shared(Window(end, selection.span)))
    return months.nearest(selection.month, ends)


def _sums(edition: Edition, measure: Measure, borough: Area, window: Window) -> Found:
    """What the borough files say of the same measure and period, and what may lie between."""
    cursor, code = edition.cursor, borough.area_code
    counted = queries.borough_categories(cursor, measure, code, window)
    missing = (key[2] for key in counted if not any(map(window.holds, listed(edition).get(key, ()))))
    airports = queries.borough_count(cursor, measure, queries.AIRPORTS, window) if borough.slug in WITH_AIRPORTS else 0
    return {
        "borough": queries.borough_count(cursor, measure, code, window), "airports": airports or 0,
        "not_listed": tuple(missing),
        "ward_release": queries.release(cursor, DATASET, window),
        "borough_release": queries.release(cursor, measure.dataset, window),
    }  # fmt: skip


def _note(edition: Edition, catalogue: Catalogue) -> Found:
    """The fields of EditionNote; how far the ward figures go, or the recorded crime where there are none."""
    dataset: Dataset = catalogue.dataset(DATASET)
    facts = edition.facts
    return {
        "edition_id": facts.edition_id, "is_demonstration": facts.is_demonstration, "last_month": last_month(edition),
        "published_on": facts.published_on, "source": f"{dataset.publisher}, {dataset.name.lower()}",
    }  # fmt: skip
