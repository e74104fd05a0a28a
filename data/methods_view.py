"""What the Data and methods page needs, gathered from an edition and worked out once for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from data import methods_judging, methods_rows, revisions_view, sources_view
from data.catalogue import Catalogue
from data.events import events
from data.glossary import glossary
from data.priorities.view import differing
from data.sources_view import Row, batches
from data.views import coverages
from data.warehouse import Edition

MOST_CHANGES = 12


def gathered(edition: Edition, catalogue: Catalogue) -> dict[str, Any]:
    """The fields of components.methods.MethodsView but for the choice; `changes` are all of them."""
    found: dict[str, Any] = edition.once("methods", lambda: _of_edition(edition, catalogue))
    return {
        **found, "catalogue": catalogue, "releases": releases(edition, catalogue), "glossary": glossary(),
        "measures": methods_rows.measure_rows(catalogue), "breaks": methods_rows.break_rows(catalogue),
        "events": methods_rows.event_rows(catalogue, events()), "judging": methods_judging.numbers(),
        "survey_bases": methods_judging.survey_rows(), "reports": methods_judging.report_rows(),
        "mapped": tuple(coverages(edition, catalogue)), "edition": _note(edition, found["sources"]),
    }  # fmt: skip


def _of_edition(edition: Edition, catalogue: Catalogue) -> dict[str, Any]:
    cursor = edition.cursor
    return {
        "sources": sources_view.sources(cursor, catalogue), "files": sources_view.files(cursor),
        "refused": sources_view.refused(cursor), "unknown_names": sources_view.unknown_names(cursor),
        "acceptances": sources_view.acceptances(cursor), "loader_version": sources_view.loader_version(cursor),
        "changes": revisions_view.changes(cursor, catalogue), "differing": differing(edition, catalogue),
    }  # fmt: skip


def releases(edition: Edition, catalogue: Catalogue) -> list[Row]:
    return edition.once("revised releases", lambda: revisions_view.releases(edition.cursor, catalogue))


def largest(changes: list[Row], dataset: str | None, series: str | None) -> list[Row]:
    """The largest changes of the choice: one of each series, or of one series its months."""
    chosen = [row for row in changes if dataset in (None, row["dataset"]) and series in (None, row["series"])]
    return (chosen if series else revisions_view.largest_of_each(chosen))[:MOST_CHANGES]


def _note(edition: Edition, sources: list[Row]) -> dict[str, Any]:
    """The fields of EditionNote: how far any of the figures goes, and whose they are."""
    publishers = list(dict.fromkeys(source["publisher"] for source in sources if source["files"]))
    others = f" and {len(publishers) - 1} more, listed below" if len(publishers) > 1 else ""
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": max((s["last_month"] for s in sources if s["last_month"]), default=edition.facts.published_on),
        "published_on": edition.facts.published_on, "source": f"{publishers[0] if publishers else 'none'}{others}",
    }  # fmt: skip


def table(
    edition: Edition, catalogue: Catalogue, name: str, choice: tuple[str | None, str | None]
) -> Iterator[list[Row]]:
    """The rows of a table's CSV in batches. Raises KeyError for a table that the page has not."""
    if name == "refused":
        yield from batches(edition.cursor, sources_view.EVERY_REFUSED)
    elif name == "revisions":
        yield from batches(edition.cursor, *revisions_view.every(*choice))
    else:
        yield _listed(edition, catalogue, name)


def _listed(edition: Edition, catalogue: Catalogue, name: str) -> list[Row]:
    found = gathered(edition, catalogue)
    listed: dict[str, list[Row]] = {
        "sources": found["sources"], "files": found["files"], "breaks": found["breaks"],
        "measures": found["measures"], "glossary": methods_rows.glossary_rows(found["glossary"]),
        "acceptances": found["acceptances"], "events": found["events"],
    }  # fmt: skip
    return listed[name]
