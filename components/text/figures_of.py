"""The view's rows as small typed values: a figure that is not there is None, never NaN."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from components.map_view import MapView
from components.text.numbers import decimals_needed, rate_decimals
from data.comparison_rows import Comparison
from data.selection import Show
from geo.areas import CITY_CODE, LONDON_CODE

VISITORS = ("westminster", "camden", "kensington-and-chelsea")
Row = Mapping[str, Any] | pd.Series


class Figures(NamedTuple):
    """One area's figures; the fields are the columns of `MapView.boroughs`."""

    area_code: str
    area_name: str
    slug: str
    area_type: str
    offences: float | None
    offences_before: float | None
    change: float | None
    change_pct: float | None
    change_status: str
    rate: float | None
    rate_before: float | None
    residents: float | None
    residents_year: int | None
    status: str
    value: float | None
    rank: int | None

    @property
    def is_city(self) -> bool:
        return self.area_code == CITY_CODE


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)  # NaN alone differs from itself


def _whole(value: Any) -> int | None:
    number = _number(value)
    return None if number is None else int(number)


def figures(row: Row | Figures) -> Figures:
    """A row of `MapView.boroughs` (a Series or a mapping)."""
    if isinstance(row, Figures):
        return row
    return Figures(
        area_code=str(row["area_code"]), area_name=str(row["area_name"]),
        slug=str(row["slug"]), area_type=str(row["area_type"]),
        offences=_number(row["offences"]), offences_before=_number(row["offences_before"]),
        change=_number(row["change"]), change_pct=_number(row["change_pct"]),
        change_status=str(row["change_status"]),
        rate=_number(row["rate"]), rate_before=_number(row["rate_before"]),
        residents=_number(row["residents"]), residents_year=_whole(row["residents_year"]),
        status=str(row["status"]), value=_number(row["value"]), rank=_whole(row["rank"]),
    )  # fmt: skip


def all_rows(view: MapView) -> tuple[Figures, ...]:
    """Every row of the view: London, boroughs, the City and places that are no borough."""
    return _rows(view.boroughs)


@lru_cache(maxsize=64)  # a page asks for the rows some hundred times
def _rows(compared: Comparison) -> tuple[Figures, ...]:
    columns = (compared.columns[name] for name in Figures._fields)
    return tuple(figures(dict(zip(Figures._fields, row, strict=True))) for row in zip(*columns, strict=True))


@lru_cache(maxsize=8)
def boroughs(view: MapView) -> tuple[Figures, ...]:
    """The boroughs that the Met polices, in the frame's order."""
    return tuple(row for row in all_rows(view) if row.area_type == "borough")


def places(view: MapView) -> tuple[Figures, ...]:
    """Places that are no borough and have offences in this period: airports, borough not known."""
    return tuple(row for row in all_rows(view) if row.area_type == "other" and row.offences)


@lru_cache(maxsize=8)
def london(view: MapView) -> Figures:
    """The row of the Met's whole area. Raises LookupError when the view lacks it."""
    found = next((row for row in all_rows(view) if row.area_code == LONDON_CODE), None)
    if found is None:
        raise LookupError(f"the view of '{view.measure.id}' has no row for London ({LONDON_CODE})")
    return found


@lru_cache(maxsize=8)
def selected(view: MapView) -> Figures | None:
    """The chosen borough's row; None when all of London is looked at."""
    slug = view.selection.area
    return next((row for row in boroughs(view) if row.slug == slug), None) if slug else None


@lru_cache(maxsize=8)
def with_value(view: MapView) -> tuple[Figures, ...]:
    """Boroughs that have the figure on the map, highest first, equals by name."""
    found = [row for row in boroughs(view) if row.value is not None]
    return tuple(sorted(found, key=lambda row: (-(row.value or 0.0), row.area_name)))


def without_value(view: MapView) -> tuple[Figures, ...]:
    """Boroughs that have no figure to map, by name."""
    return tuple(sorted((row for row in boroughs(view) if row.value is None), key=lambda row: row.area_name))


def has_many_visitors(row: Figures) -> bool:
    """Whether the borough's rate per resident always carries a caution."""
    return row.slug in VISITORS


def sharing_rank(view: MapView, row: Figures) -> int:
    """How many boroughs have this rank: more than 1 where values are equal."""
    return _with_rank(view)[row.rank]


@lru_cache(maxsize=8)
def _with_rank(view: MapView) -> Counter[int | None]:
    return Counter(row.rank for row in boroughs(view))


@lru_cache(maxsize=8)
def decimals(view: MapView) -> int:
    """Decimals of every rate in this view, so that a column, the key and the tiles agree."""
    by_rule = rate_decimals(london(view).rate)
    if view.selection.show is not Show.RATE:
        return by_rule
    return max([by_rule, *(decimals_needed(edge) for edge in view.breaks)])
