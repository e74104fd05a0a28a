"""What is worked out of an edition's ward tables once and kept as long as the edition is in use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from data.catalogue import Catalogue
from data.periods import Span
from data.selection.wards import can_be_counted
from data.wards import queries
from data.wards.drawing import WardDrawing, draw_wards
from data.wards.months import Sets, WardMonths, provisional_from
from data.warehouse import Edition

DATASET = "recorded_crime_ward"


def drawing(edition: Edition, borough_code: str) -> WardDrawing | None:
    """The borough's ward boundaries as paths, made once for an edition."""
    key = ("ward drawing", borough_code)
    return edition.once(key, lambda: draw_wards(queries.boundaries(edition.cursor, borough_code)))


def wards_on(edition: Edition, borough_code: str, sets: Sets) -> dict[str, str]:
    key = ("wards", borough_code, sets)
    return edition.once(key, lambda: dict(queries.wards(edition.cursor, borough_code, sets)))


def months_of_measures(edition: Edition, catalogue: Catalogue, borough_code: str) -> Mapping[str, WardMonths]:
    """Of each measure with ward figures on one set in a borough, the months."""

    def work() -> Mapping[str, WardMonths]:
        last = last_month(edition)
        if last is None:
            return {}
        sets = edition.once("ward months", lambda: queries.month_sets(edition.cursor)).get(borough_code, {})
        first = provisional_from(last, catalogue.dataset(DATASET).provisional_months)
        found = {}
        for measure in filter(can_be_counted, catalogue.measures):
            held = queries.months_of(measure, listed(edition))
            found[measure.id] = WardMonths({month: on for month, on in sets.items() if month in held}, first)
        return {measure: months for measure, months in found.items() if months.ends(Span.MONTH)}

    return edition.once(("ward months", borough_code), work)


def last_month(edition: Edition) -> date | None:
    return edition.once("last ward month", lambda: queries.last_ward_month(edition.cursor))


def listed(edition: Edition) -> Mapping[queries.Key, set[date]]:
    return edition.once("ward categories", lambda: queries.listed_months(edition.cursor))
