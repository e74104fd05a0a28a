"""Figures that were printed, beside what is recorded now for the same period; and what the plan set out to measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from data.catalogue import Catalogue, Measure
from data.periods import months_between
from data.topics.declared import FigureKey, PrintedRow, Topic
from data.topics.rows import document_titles, printed_figures
from data.warehouse import Edition
from geo.areas import LONDON_CODE

Row = dict[str, Any]
RECORDED = """SELECT sum(offences), count(offences) FROM monthly_signal
              WHERE measure_id = ? AND area_code = ? AND month BETWEEN ? AND ?"""
FIRST = "SELECT min(month) FROM monthly_signal WHERE measure_id = ? AND area_code = ? AND offences IS NOT NULL"
PLAN_AREA = "plan area: "
INDICATORS = """
SELECT document, section, max(text) FILTER (column_label = 'priority') AS priority,
       max(text) FILTER (column_label = 'indicator') AS words
FROM published_text WHERE table_name = 'Key performance and insight indicators' GROUP BY document, section, row_no
"""


def printed_rows(edition: Edition, catalogue: Catalogue, topic: Topic) -> tuple[Row, ...]:
    """As `_printed`, worked out once for the edition."""
    return edition.once(("printed", topic.path), lambda: _printed(edition, catalogue, topic))


def _printed(edition: Edition, catalogue: Catalogue, topic: Topic) -> tuple[Row, ...]:
    """Each declared figure that the edition holds, in order. `recorded` is of all London, None unless every month of
    the same period has a figure; `difference_pct`: by how much it lies above print."""
    return tuple(
        _row(edition, catalogue, row, key, figure)
        for table in topic.printed for row, key in table.figures()
        if (figure := printed_figures(edition).get(key)) is not None
    )  # fmt: skip


def _row(edition: Edition, catalogue: Catalogue, row: PrintedRow, key: FigureKey, figure: Row) -> Row:
    document, section, table_name, row_label, column_label = key
    measure = catalogue.measure(row.measure) if row.measure else None
    start, end = figure["period_start"], figure["period_end"]
    recorded = recorded_in(edition, measure, start, end) if measure else None
    value = figure["value"]
    return {
        "document": document, "document_title": document_titles(edition).get(document, document), "section": section,
        "table_name": table_name, "row_label": row_label, "column_label": column_label, "value": value,
        "unit": figure["unit"], "period_start": start, "period_end": end, "note": _note(figure["note"], row.about),
        "begins": _begins(edition, measure, end) if measure and recorded is None else None,
        "unrecorded": row.unrecorded, "measure_id": row.measure, "measure": measure.name if measure else None,
        "recorded": recorded,
        "difference_pct": None if recorded is None or not value else 100.0 * (recorded - value) / value,
    }  # fmt: skip


def _note(printed: str | None, about: str | None) -> str | None:
    """What the transcription notes and what is declared; the plan's area, which the page tells already, is left out."""
    kept = None if printed is None or printed.startswith(PLAN_AREA) else printed
    return ". ".join(filter(None, [kept, about])) or None


def _begins(edition: Edition, measure: Measure, end: date | None) -> date | None:
    """The first month with a figure of London, where that is after the period."""
    row = edition.cursor.execute(FIRST, [measure.id, LONDON_CODE]).fetchone()
    return row[0] if row and row[0] and end and row[0] > end else None


def recorded_in(edition: Edition, measure: Measure, start: date | None, end: date | None) -> float | None:
    """London's count in whole months from `start` to `end`; None where one has no figure or a break lies inside."""
    if start is None or end is None or start.day != 1:
        return None
    first, last = start, end.replace(day=1)
    if measure.break_between(first, last):
        return None
    asked = [measure.id, LONDON_CODE, first, last]
    total, known = edition.cursor.execute(RECORDED, asked).fetchall()[0]
    return float(total) if known == months_between(first, last) + 1 else None


def indicator_rows(edition: Edition, topic: Topic) -> tuple[Row, ...]:
    """The declared indicators that the transcribed plan has, each with its document and section."""
    return tuple(_indicators(edition, topic))


def _indicators(edition: Edition, topic: Topic) -> Iterator[Row]:
    rows = edition.once("plan indicators", lambda: edition.cursor.execute(INDICATORS).fetchall())
    places = {(priority, words): (document, section) for document, section, priority, words in rows}
    for each in topic.indicator:
        if (each.priority, each.words) in places:
            document, section = places[each.priority, each.words]
            title = document_titles(edition).get(document, document)
            yield {"words": each.words, "answer": each.answer, "document_title": title, "section": section}
