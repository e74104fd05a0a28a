"""(cursor, catalogue) -> what the plan or a report asks for, each with where it is shown or why it is not."""

from __future__ import annotations

from typing import Any

from data.catalogue import Catalogue
from data.coverage import Answer, Asked, Kind, coverage, measure_names
from data.published_texts import text_rows
from data.sources_view import Cursor, Row

INDICATORS, CONTENTS = "Key performance and insight indicators", "Contents"


def indicators(cursor: Cursor, known: Catalogue) -> list[Row]:
    """The indicators of section 6.2 in the plan's order: part, name, data_source, document, section, answers, reason.

    Each answer: page, path, and `shows`, the names of the measures and of the published tables that it shows there.
    """
    found = text_rows(cursor, INDICATORS)
    return [{**_row(row, Kind.INDICATOR, row["priority"], row["indicator"], known),
             "data_source": row.get("data_source")} for row in found]  # fmt: skip


def sections(cursor: Cursor, known: Catalogue) -> list[Row]:
    """The sections of the quarterly report in the order of its contents; as `indicators`, with their pages printed."""
    found = text_rows(cursor, CONTENTS)
    return [{**_row(row, Kind.SECTION, row["part"], row["heading"], known), "pages": row.get("pages")}
            for row in found]  # fmt: skip


def _row(row: Row, kind: Kind, part: str, name: str, known: Catalogue) -> Row:
    """Raises LookupError where what was transcribed is not in the list of what is covered."""
    asked = _listed(kind, part, name)
    names = measure_names(known)
    return {
        "part": part, "name": name, "document": row["document"], "section": row["section"],
        "answers": [_answer(answer, names) for answer in asked.answers], "reason": asked.reason,
    }  # fmt: skip


def _listed(kind: Kind, part: str, name: str) -> Asked:
    found = next((row for row in coverage() if row.key == (kind, part, name)), None)
    if found is None:
        raise LookupError(f"coverage.toml has no {kind} '{name}' of '{part}'")
    return found


def _answer(answer: Answer, names: dict[str, str]) -> dict[str, Any]:
    tables = dict.fromkeys(key[-1].removesuffix(" (text)") for key in answer.published)
    shows = (*(names[measure] for measure in answer.measures), *tables)
    return {"page": answer.page, "path": answer.path, "measures": answer.measures, "shows": shows}
