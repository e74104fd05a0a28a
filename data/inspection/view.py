"""What the inspection page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data.coverage import Kind, asked_for
from data.inspection.comparisons import comparisons
from data.inspection.counted import outcomes, samples
from data.inspection.judgments import judged, years
from data.published_texts import document as about
from data.published_texts import text_rows
from data.selection.inspection import Asks, InspectionSelection, Pillar, from_params
from data.signal_queries import published_figures
from data.warehouse import Edition

Row = dict[str, Any]
DOCUMENT = "peel-2018-19"  # key of the report in data/published
CONCERN, IMPROVEMENT = "cause of concern", "area for improvement"
IN_TEXT = "finding in the text"  # asked for in no list: docs/coverage.md tells of these
WORKFORCE = "Metropolitan Police workforce"


def gathered(
    edition: Edition, params: Mapping[str, str | None], pages: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The fields of components.inspection.InspectionView for these parameters. `pages`: the names, by path, of those
    that can be linked to.

    `judgments` and `comparisons` hold those of the chosen pillar; `whole` the judgments of all; `asked` what the
    inspectorate asks for, as the filters let it through.
    """
    chosen, corrections = from_params(params)
    held = edition.once("inspection", lambda: _held(edition))
    return {
        "selection": chosen, "corrections": corrections, "edition": _note(edition, held["document"]),
        "document": held["document"], "years": years(held["judgments"]), "whole": held["judgments"],
        "asked_of_all": held["asked"], "pages": dict(pages or {}), "definitions": held["definitions"],
        **{part: _of_pillar(held[part], chosen) for part in
           ("judgments", "comparisons", "samples", "earlier", "outcomes", "workforce")},
        "asked": [row for row in _of_pillar(held["asked"], chosen) if _is_asked(row, chosen.asks)],
    }  # fmt: skip


def _held(edition: Edition) -> dict[str, Any]:
    """Everything of the report, once for the edition."""
    cursor = edition.cursor
    asked = [row for row in text_rows(cursor, "What the inspectorate asks for")
             if row["document"] == DOCUMENT and row["kind"] != IN_TEXT]  # fmt: skip
    pillar_of = {row["section"]: row["pillar"] for row in asked}
    figures = edition.once("published figures", lambda: published_figures(cursor))
    return {
        "document": about(cursor, DOCUMENT), "judgments": judged(text_rows(cursor, "Judgments")),
        "comparisons": comparisons(cursor, DOCUMENT, pillar_of), "samples": samples(figures, DOCUMENT),
        "outcomes": [{**row, "pillar": "Effectiveness"} for row in outcomes(figures, DOCUMENT)],
        "workforce": _workforce(figures), "asked": [_asked(row) for row in asked],
        "earlier": text_rows(cursor, "What is said of earlier inspections"),
        "definitions": {row["subject"]: row["definition"] for row in text_rows(cursor, "Definitions")},
    }  # fmt: skip


def _asked(row: Row) -> Row:
    """With `answers`, the addresses that show what it asks for, and `reason`, why nothing or not all is shown.

    Both are empty for what asks for no data.
    """
    listed = asked_for(Kind.FINDING, row["section"], row.get("request", ""))
    answers = tuple((each.path, each.page) for each in listed.answers) if listed else ()
    return {**row, "number": int(row["number"]), "answers": answers, "reason": listed.reason if listed else None}


def _workforce(figures: Mapping[Any, Row]) -> list[Row]:
    """The Met's own strength in two years, which the report compares with itself: it belongs to no pillar."""
    found: dict[str, Row] = {}
    for (document, _, table, name, column), row in figures.items():
        if (document, table) == (DOCUMENT, WORKFORCE):
            held = found.setdefault(name, {"name": name, "pillar": None, "section": row["section"], "figures": []})
            held["figures"].append((column, row["value"], row["unit"], row["period_end"]))
    return list(found.values())


def _of_pillar(rows: Iterable[Row], chosen: InspectionSelection) -> list[Row]:
    """The rows of the chosen pillar; all of them where none is chosen."""
    return [row for row in rows if chosen.pillar in (Pillar.ALL, (row["pillar"] or "").casefold())]


def _is_asked(row: Row, asks: Asks) -> bool:
    return asks is Asks.ALL or (row["kind"] == IMPROVEMENT) == (asks is Asks.IMPROVEMENTS)


def _note(edition: Edition, document: Row) -> dict[str, Any]:
    """The fields of EditionNote: the figures of the report go as far as its period."""
    end: date = document["period_end"]
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": end.replace(day=1), "published_on": edition.facts.published_on,
        "source": f"{document['publisher']}, PEEL 2018/19",
    }  # fmt: skip
