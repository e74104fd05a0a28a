"""What the local priorities page shows, gathered from an edition: parameters in, plain rows out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data import signal_queries
from data.catalogue import Catalogue
from data.classes import CHANGE_BREAKS
from data.periods import Coverage, Span, add_months
from data.priorities import rows as table
from data.priorities.declared import ANTI_SOCIAL_BEHAVIOUR, chosen, first_month, kinds, published_for
from data.priorities.order import ordered
from data.priorities.published import with_published
from data.priorities.reach import latest_full
from data.priorities.sums import sums
from data.selection.priorities import PrioritiesSelection, from_params
from data.warehouse import Edition
from geo.areas import LONDON_CODE, Area, boroughs

Row = dict[str, Any]
CALLS = ("anti-social-behaviour-calls", "nuisance-share-of-calls")  # of the catalogue's published measures


def gathered(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> Row:
    """The fields of components.priorities.PrioritiesView for these parameters."""
    ends, usual = edition.once("priority quarters", lambda: quarters(edition, catalogue))
    selection, corrections = from_params(params, ends, usual, [kind.id for kind in kinds()])
    month = selection.month
    found = edition.once(("local priorities", month), lambda: _of_quarter(edition, catalogue, month))
    shown = [row for row in found["rows"] if _is_shown(row, selection)]
    return {
        "catalogue": catalogue, "selection": selection, "corrections": corrections, "ends": ends, "settled": usual,
        "rows": tuple(ordered(shown, selection.sort)), "every_row": tuple(found["rows"]),
        "mapped": tuple(_mapped(found, selection, may_move=month > usual)), "kinds": found["kinds"],
        "calls": found["calls"], "printed_calls": tuple(_printed_calls(edition, catalogue)),
        "year": found["year"], "source": found["source"], "stands_in": found["stands_in"],
        "is_published": published_for(month) is not None,
        "published_ends": tuple(end for end in ends if published_for(end)), "breaks": CHANGE_BREAKS,
        "latest_full": _latest_full(edition, ends, found), "edition": _note(edition, catalogue),
    }  # fmt: skip


def differing(edition: Edition, catalogue: Catalogue) -> list[Row]:
    """Cells of the printed tables that the edition's figures do not give again; each with the quarter's `month`."""
    ends, _ = edition.once("priority quarters", lambda: quarters(edition, catalogue))
    printed = [gathered(edition, catalogue, {"to": f"{end:%Y-%m}"}) for end in ends if published_for(end)]
    return [
        {**row, "month": found["selection"].month}
        for found in printed for row in found["every_row"] if row["comes_out"] is False
    ]  # fmt: skip


def quarters(edition: Edition, catalogue: Catalogue) -> tuple[tuple[date, ...], date]:
    """The quarters to choose from, newest first, since the first that was declared; and the latest settled one."""
    first = add_months(first_month(), 2)
    settled = signal_queries.last_settled_month(edition.cursor, catalogue.default_measure, LONDON_CODE) or first
    last = max([first, *table.reaches(edition.cursor).values()])
    ends = Coverage(first_month(), last).ends(Span.QUARTER) or (first,)
    return ends, next((end for end in ends if end <= settled), ends[-1])


def priority_rows(edition: Edition, catalogue: Catalogue, month: date) -> list[Row]:
    """Every borough's priorities for the quarter that ends in `month`, by borough and in the declared order.

    Those that no figure of the edition counts at all, as anti-social behaviour usually, are left out.
    """
    return [*edition.once(("local priorities", month), lambda: _of_quarter(edition, catalogue, month))["rows"]]


def _of_quarter(edition: Edition, catalogue: Catalogue, month: date) -> Row:
    """What does not depend on the filters, worked out once an edition and quarter."""
    cursor = edition.cursor
    wanted, choice = table.asked(month), chosen(month)
    found = table.held(cursor, month, {each.measure_id for each in wanted})
    last = edition.once("priority reaches", lambda: table.reaches(cursor))
    there = [each for each in wanted if each.measure_id in last or each.priority.id != ANTI_SOCIAL_BEHAVIOUR]
    figures = edition.once("published figures", lambda: signal_queries.published_figures(cursor))
    rows = with_published(table.made(there, found, catalogue, month), figures, month)
    rows = [{**row, "last_month": last.get(row["measure_id"])} for row in rows]
    return {
        "rows": rows, "sums": sums(cursor, wanted, catalogue, month), "kinds": tuple(_kinds(rows, found, month)),
        "calls": tuple(row for row in rows if row["kind"] == ANTI_SOCIAL_BEHAVIOUR), "wanted": wanted,
        "year": choice.declaration.year, "source": choice.declaration.source, "stands_in": choice.stands_in,
    }  # fmt: skip


def _is_shown(row: Row, selection: PrioritiesSelection) -> bool:
    """Anti-social behaviour, which every borough has, has a table of its own until it is asked for."""
    return row["kind"] == (selection.priority or row["kind"]) and (
        row["kind"] != ANTI_SOCIAL_BEHAVIOUR or selection.priority == ANTI_SOCIAL_BEHAVIOUR
    )


def _mapped(found: Row, selection: PrioritiesSelection, *, may_move: bool) -> list[Row]:
    """The sum of both priorities; or the one that is filtered by, in the boroughs that have it.

    `may_move`: the latest months may still be revised, so there is no verdict.
    """
    of = {row["slug"]: row for row in found["rows"] if row["kind"] == selection.priority}
    rows = [_alone(area, of.get(area.slug)) for area in boroughs()] if selection.priority else found["sums"]
    return [{"is_chosen": True, **row, "verdict": _verdict(row["verdict"], may_move)} for row in rows]


def _verdict(verdict: str, may_move: bool) -> str:
    return "provisional" if may_move and verdict not in ("not_available", "not_comparable") else verdict


def _alone(area: Area, row: Row | None) -> Row:
    about = {"area_code": area.area_code, "area_name": area.area_name, "slug": area.slug}
    if row is None:
        blank = dict.fromkeys(("now", "before", "pct", "lower_pct", "upper_pct"))
        return {**about, **blank, "parts": (), "verdict": "not_available", "is_chosen": False}
    figures = {name: row[f"year_{name}"] for name in ("now", "before", "pct", "lower_pct", "upper_pct", "verdict")}
    return {**about, **figures, "parts": (row["name"],)}


def _kinds(rows: Sequence[Row], found: table.Held, month: date) -> list[Row]:
    """Of each kind that boroughs have: in how many, what became of it in them, and London's own change."""
    told = []
    for kind in kinds():
        mine = [row for row in rows if row["kind"] == kind.id]
        if mine:
            measure_id = mine[0]["measure_id"]
            london = found.get((measure_id, LONDON_CODE), {}).get(month, {})
            told.append({
                "kind": kind.id, "name": kind.name, "note": kind.note_of(measure_id), "measure_id": measure_id,
                "boroughs": len(mine),
                "verdicts": dict(Counter(row["year_verdict"] for row in mine)), "last_month": mine[0]["last_month"],
                "london_pct": london.get("change_pct"), "london_verdict": london.get("change_verdict", "not_available"),
            })  # fmt: skip
    return told


def _printed_calls(edition: Edition, catalogue: Catalogue) -> list[Row]:
    """The few figures of anti-social behaviour that were printed."""
    figures = edition.once("published figures", lambda: signal_queries.published_figures(edition.cursor))
    titles = edition.once("document titles", lambda: signal_queries.document_titles(edition.cursor))
    measures = [measure for measure in catalogue.published if measure.id in CALLS and measure.key in figures]
    return [
        {"name": m.name, **{column: figures[m.key][column] for column in ("value", "unit", "note")},
         "period_words": m.period_words, "document": titles.get(m.document, m.document)}
        for m in measures
    ]  # fmt: skip


def _latest_full(edition: Edition, ends: Sequence[date], found: Row) -> Row | None:
    """Where the sum is missing in most boroughs: the latest quarter in which most have it."""
    if 2 * sum(row["pct"] is not None for row in found["sums"]) >= len(boroughs()):
        return None
    return edition.once("latest full quarter", lambda: latest_full(edition.cursor, ends))


def _note(edition: Edition, catalogue: Catalogue) -> Row:
    """The fields of EditionNote."""
    usual = catalogue.dataset(catalogue.measure(catalogue.default_measure).dataset)
    last = edition.once("priority reaches", lambda: table.reaches(edition.cursor))
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": max(last.values(), default=first_month()), "published_on": edition.facts.published_on,
        "source": f"{usual.publisher}, recorded and flagged offences",
    }  # fmt: skip
