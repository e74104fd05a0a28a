"""What the index of plan and finance needs: its pages with one figure each, and where each section is shown."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, model_validator

from data import signal_queries
from data.catalogue import Catalogue, Entry, Sentence
from data.plan.indicators import sections
from data.plan.rows import reports
from data.plan.view import note, whole
from data.published_texts import documents, text_rows
from data.sources_view import Cursor, Row
from data.warehouse import Edition

HERE = Path(__file__).parent
JUDGMENTS, OVERALL = "Judgments", "Overall"
Key = tuple[str, str, str, str, str]


class Page(Entry):
    """A page of the index, and where its one figure comes from. `what`: what the figure is, after its number."""

    path: str
    says: Sentence
    what: str = ""
    measure: str | None = None
    published: Key | None = None
    counted: Literal["milestones", "judgments"] | None = None

    @model_validator(mode="after")
    def _has_one_figure(self) -> Page:
        if sum(each is not None for each in (self.measure, self.published, self.counted)) != 1:
            raise ValueError(f"'{self.path}' has not exactly one figure")
        if not self.counted and not self.what:
            raise ValueError(f"'{self.path}' does not say what its figure is")
        return self


class _Index(BaseModel):
    page: tuple[Page, ...]


@cache
def index_pages() -> tuple[Page, ...]:
    """The pages of index.toml, read once."""
    return _Index.model_validate(tomllib.loads((HERE / "index.toml").read_text(encoding="utf-8"))).page


def gathered(edition: Edition, catalogue: Catalogue) -> dict[str, Any]:
    """The fields of components.plan_and_finance.IndexView, but for the pages that exist.

    `entries`: path, says, figure (of one kind or None where the edition lacks it) and `answers`, the names of the
    sections of the quarterly report that the page answers. `sections`: every section with where it is shown.
    """
    return {"edition": note(edition),
            **edition.once("index of plan and finance", lambda: _gathered(edition, catalogue))}  # fmt: skip


def _gathered(edition: Edition, catalogue: Catalogue) -> dict[str, Any]:
    listed = sections(edition.cursor, catalogue)
    return {"entries": [_entry(page, edition, catalogue, listed) for page in index_pages()], "sections": listed}


def _entry(page: Page, edition: Edition, catalogue: Catalogue, listed: list[Row]) -> Row:
    answered = [row["name"] for row in listed if any(each["path"] == page.path for each in row["answers"])]
    figure = {"milestones": _milestones, "judgments": _judgments}[page.counted](edition) if page.counted else (
        _published(page, edition.cursor, catalogue))  # fmt: skip
    return {"path": page.path, "says": page.says, "answers": answered, "figure": figure}


def _published(page: Page, cursor: Cursor, catalogue: Catalogue) -> Row | None:
    """The figure as it was printed: value, unit, what, note, period and where; None where the edition has none."""
    measure = catalogue.published_measure(page.measure) if page.measure else None
    key = measure.key if measure else page.published
    found = signal_queries.published_figures(cursor).get(key) if key else None
    if found is None:
        return None
    title = signal_queries.document_titles(cursor).get(found["document"]) or str(found["document"])
    return {
        "kind": "published", "value": found["value"], "unit": found["unit"], "what": page.what, "note": found["note"],
        "period_start": found["period_start"], "period_end": found["period_end"],
        "period_words": measure.period_words if measure else None,
        "source": f"{title.partition(' (')[0]}, {found['section']}",
    }  # fmt: skip


def _milestones(edition: Edition) -> Row:
    """How many milestones are delivered by the latest report that names them, of how many."""
    every = whole(edition)["milestones"]
    found = reports(edition.cursor)
    return {
        "kind": "milestones", "value": sum(row["status"] == "delivered" for row in every), "of": len(every),
        "period_start": found[0]["period_start"], "period_end": found[-1]["period_end"],
        "source": whole(edition)["plan_title"] + " and the reports on it",
    }  # fmt: skip


def _judgments(edition: Edition) -> Row | None:
    """How many of the parts that were inspected have each judgment, in the report's words."""
    rows = [row for row in text_rows(edition.cursor, JUDGMENTS) if row["component"] != OVERALL]
    if not rows:
        return None
    document = documents(edition.cursor)[rows[0]["document"]]
    return {
        "kind": "judgments", "grades": dict(Counter(row["judgment"] for row in rows)), "of": len(rows),
        "period_start": date.fromisoformat(document["period_start"]),
        "period_end": date.fromisoformat(document["period_end"]), "source": document["title"],
    }  # fmt: skip
