"""(cursor) -> what published reports say about stop and search, each with its document and section."""

from __future__ import annotations

import re

from data.sources_view import Cursor, Row, rows

FACTS = """
SELECT document, section, row_label, column_label, value, unit, period_start, period_end, coalesce(note, '') AS note
FROM published_figure
WHERE table_name IN ('Stop and search (text)', 'Complaints about stop and search (text)')
      OR table_name = 'Body-worn video (text)' AND document = 'peel-2018-19'
"""
FINDINGS = """
SELECT document, section, row_no, column_label, text FROM published_text
WHERE table_name = 'Stop and search dashboard and website' ORDER BY row_no
"""
ABOUT = """
SELECT document, column_label, text FROM published_text
WHERE table_name = 'Documents' AND column_label IN ('title', 'publisher')
"""


def facts(cursor: Cursor) -> list[Row]:
    """The fields of components.stop_and_search.PublishedFact. `key`: made of document, row and column."""
    about = _about(cursor)
    return [
        {**row, **about[row["document"]], "key": _key(row["document"], row["row_label"], row["column_label"])}
        for row in rows(cursor, FACTS) if row["value"] is not None
    ]  # fmt: skip


def findings(cursor: Cursor) -> list[Row]:
    """The fields of components.stop_and_search.PublishedFinding."""
    about, found = _about(cursor), dict[tuple[str, int], Row]()
    for row in rows(cursor, FINDINGS):
        head = {"document": row["document"], "section": row["section"], **about[row["document"]]}
        each = found.setdefault((row["document"], row["row_no"]), head)
        if row["column_label"] in ("subject", "finding", "description"):
            each[row["column_label"]] = row["text"]
    return list(found.values())


def _about(cursor: Cursor) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows(cursor, ABOUT):
        found.setdefault(row["document"], {})[row["column_label"]] = row["text"]
    return found


def _key(*words: str) -> str:
    return "/".join(re.sub(r"[^a-z0-9]+", "-", each.lower()).strip("-") for each in words)
