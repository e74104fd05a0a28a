"""The borough's own priorities for a quarter: what data.priorities declares, with what was printed of that quarter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.priorities import declared
from geo.areas import Area

Figures = Mapping[tuple[str, ...], Mapping[str, Any]]


@dataclass(frozen=True)
class Choice:
    """A priority of the borough. `measures`: ids that may count it, the first that has a figure does.

    `published_pct`: the change of this very quarter on the year before as a report printed it, where one did.
    """

    priority: str
    name: str
    wording: str
    measures: tuple[str, ...]
    note: str = ""
    is_additional: bool = False
    is_everywhere: bool = False
    published_pct: float | None = None


@dataclass(frozen=True)
class Chosen:
    """`year`: '2017/18', '' where none is declared; `note`: what must be said of a quarter of another year."""

    year: str = ""
    note: str = ""
    source: str = ""
    choices: tuple[Choice, ...] = ()


def chosen(area: Area, month: date, figures: Figures) -> Chosen:
    """What the borough chose for the financial year of `month`, or for the last declared before it.

    Before the first declared year there is none, and the note says so. `figures`: the published ones, by key.
    """
    try:
        choice = declared.chosen(month)
    except LookupError:
        year = declared.financial_year(month)
        return Chosen(
            note=f"No local priorities are declared for {year}. The first are those of {declared.years()[0]}."
        )
    mine = choice.boroughs[area.slug]
    made = tuple(_choice(one, area, month, figures) for one in mine)
    return Chosen(choice.declaration.year, choice.stands_in, choice.declaration.source, made)


def _choice(one: declared.Priority, area: Area, month: date, figures: Figures) -> Choice:
    """Counted as the declaration says; where the edition has no such figure, in the newer or the older categories."""
    ids = (one.measure_at(month), one.kind.measure, one.kind.older or one.kind.measure)
    return Choice(
        one.id, one.name, one.printed, tuple(dict.fromkeys(ids)), one.kind.note or "", one.is_additional,
        is_everywhere=one.number is None, published_pct=_printed(one, area, month, figures),
    )  # fmt: skip


def _printed(one: declared.Priority, area: Area, month: date, figures: Figures) -> float | None:
    table = declared.published_for(month)
    if table is None or one.number is None:
        return None
    key = table.key(area.area_name, one.number, is_additional=one.is_additional)
    found = figures.get(key) if key else None
    return found["value"] if found else None
