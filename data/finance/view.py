"""What the money page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from data.catalogue import Catalogue
from data.finance.fund import fund, ordered
from data.finance.records import SharedOut
from data.printed import PrintedTable, printed_tables, sentences
from data.selection.finance import from_params
from data.signal_queries import document_titles
from data.warehouse import Edition

QUARTERLY, PLAN = "mopac-quarterly-2017-18-q1", "met-business-plan-2017-18"
PEEL, UPDATE = "peel-2018-19", "met-business-plan-update-2018-19-q1"
# Figures of the prose that the page lists, by document and the name that the transcription gives them.
IN_TEXT = (
    (QUARTERLY, "Budget (text)"), (QUARTERLY, "Revenue and capital summary (text)"),
    (QUARTERLY, "Forecast total 17/18 net revenue variance"), (QUARTERLY, "Revenue commentary (text)"),
    (QUARTERLY, "Savings 2017/18 (text)"), (QUARTERLY, "Capital commentary (text)"),
    (QUARTERLY, "Reserves of other forces (text)"), (PLAN, "Finance (text)"), (PLAN, "Capital plan (text)"),
    (UPDATE, "Empress State Building (text)"), (PEEL, "Finance plans (text)"),
)  # fmt: skip
COMMISSIONING = (
    (QUARTERLY, "MOPAC commissioning budget"),
    (QUARTERLY, "London Crime Prevention Fund allocation (text)"),
)
SHARES = """SELECT document, section, table_name, row_no, column_label, text FROM published_text
            WHERE table_name IN ('Total MOPAC Commissioning 2017/18', '2017/18 Fund Allocation across PCP areas')
            ORDER BY row_no, column_label"""


def gathered(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of components.finance.FinanceView for these parameters."""
    found = edition.once("finance", lambda: _of_edition(edition))
    selection, corrections = from_params(params, {table.id: table.name for table in found["tables"]})
    held = found["fund"]
    return {
        **found, "catalogue": catalogue, "selection": selection, "corrections": corrections,
        "fund_rows": ordered(held.rows, selection.sort) if held else (),
        "edition": _note(edition, found["tables"]),
    }  # fmt: skip


def _of_edition(edition: Edition) -> dict[str, Any]:
    """What does not depend on the parameters."""
    titles = document_titles(edition.cursor)
    return {
        "tables": printed_tables(edition, "finance"), "fund": fund(edition, titles),
        "in_text": sentences(edition, IN_TEXT), "commissioning": sentences(edition, COMMISSIONING),
        "shared_out": _shared_out(edition, titles),
    }  # fmt: skip


def _shared_out(edition: Edition, titles: Mapping[str, str]) -> tuple[SharedOut, ...]:
    rows: dict[tuple[str, str, str], dict[int, dict[str, str]]] = {}
    for document, section, table_name, number, column, words in edition.cursor.execute(SHARES).fetchall():
        rows.setdefault((document, section, table_name), {}).setdefault(number, {})[column] = words
    return tuple(
        SharedOut(document_title=titles.get(document, document), section=section, table_name=table_name,
                  areas=tuple((row["area"], row.get("share", "")) for row in cells.values()))
        for (document, section, table_name), cells in rows.items()
    )  # fmt: skip


def listed_publishers(edition: Edition, documents: Collection[str]) -> str:
    """Who published the documents, in the order in which they are listed."""
    query = """SELECT document, text FROM published_text WHERE table_name = 'Documents' AND column_label = 'publisher'
               ORDER BY row_no"""
    found = [text for document, text in edition.cursor.execute(query).fetchall() if document in documents]
    return ", ".join(dict.fromkeys(found))


def _note(edition: Edition, tables: tuple[PrintedTable, ...]) -> dict[str, Any]:
    """The fields of EditionNote; the last month is the last to which a figure to date goes."""
    dates = [column.period_end for table in tables for column in table.columns
             if column.period_end and "to date" in column.head.casefold()]  # fmt: skip
    publishers = listed_publishers(edition, {table.document for table in tables})
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": max(dates, default=date(1970, 1, 1)).replace(day=1), "published_on": edition.facts.published_on,
        "source": f"{publishers}, published reports" if publishers else "no published report",
    }  # fmt: skip
