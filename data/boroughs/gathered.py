"""A profile's rows sorted into its tables: priorities, lists, comparison with similar boroughs, funnel. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.boroughs import lists, places
from data.boroughs.chosen import Choice, Chosen
from data.boroughs.rows import Held, area_rates
from data.catalogue import Catalogue
from geo.population import nearest_year

Row = dict[str, Any]


def listed(made: Mapping[str, Row], ids: tuple[str, ...]) -> tuple[Row, ...]:
    """Rows in the order of the list; an older form of a measure only where the newer has no figure for the period."""
    found = [id for id in ids if id in made]
    older = {id for id in found if made[id]["older_form_of"] in made}
    return tuple(
        made[id] for id in found
        if id not in older and made[id]["part_of"] not in older and not _is_superseded(made[id], made)
    )  # fmt: skip


def _is_superseded(row: Row, made: Mapping[str, Row]) -> bool:
    """A part of an older form that stands in another table."""
    whole = made.get(row["part_of"] or "")
    return bool(whole and whole["older_form_of"] in made)


def priorities(own: Chosen, made: Mapping[str, Row]) -> Row:
    return {
        "year": own.year,
        "note": own.note,
        "source": own.source,
        "rows": tuple(_priority(choice, made) for choice in own.choices),
    }


def _priority(choice: Choice, made: Mapping[str, Row]) -> Row:
    """What was chosen, and the row of the first measure that has a figure for the quarter itself."""
    rows_of = [made[id] for id in choice.measures if id in made]
    now = next((row for row in rows_of if not row["is_own_period"]), next(iter(rows_of), None))
    return {
        "priority": choice.priority, "name": choice.name, "wording": choice.wording, "note": choice.note,
        "is_additional": choice.is_additional, "is_everywhere": choice.is_everywhere,
        "published_pct": choice.published_pct, "row": now,
    }  # fmt: skip


def without(catalogue: Catalogue, made: Mapping[str, Row]) -> tuple[str, ...]:
    """Names of the measures that have no figure for the period; not of older forms."""
    asked = (*lists.in_order(catalogue, lists.HIGH_HARM), *lists.recorded(catalogue),
             *lists.in_order(catalogue, lists.STRANDS))  # fmt: skip
    old = {m.id for m in asked if m.older_form_of}
    return tuple(m.name for m in asked if m.id not in made and m.id not in old and m.part_of not in old)


def compared(own: Chosen, made: Mapping[str, Row], held: Held) -> list[Row]:
    """The first measure that all boroughs share, the borough's own priorities, then the others."""
    theirs = [row["measure_id"] for choice in own.choices if (row := _priority(choice, made)["row"])]
    newer = {made[id]["older_form_of"] for id in theirs}  # the same offences in other categories: once is enough
    ids = dict.fromkeys([*lists.COMPARED[:1], *theirs, *(id for id in lists.COMPARED[1:] if id not in newer)])
    shown = [made[id] for id in list(ids)[: lists.MOST_COMPARED] if id in made and made[id]["rate"] is not None]
    return [places.strip(row, area_rates(held, row["measure_id"], row["month"]), held.alike) for row in shown]


def funnel(measure_id: str, made: Mapping[str, Row], held: Held) -> Row | None:
    row = made.get(measure_id)
    if row is None or not held.residents:
        return None
    persons = held.residents[nearest_year(row["month"].year, list(held.residents))]
    found = places.funnel(held.years.get(measure_id, {}), persons)
    about = {name: row[name] for name in ("measure_id", "name", "month", "is_own_period", "is_reporting")}
    return {**about, **found} if found else None
