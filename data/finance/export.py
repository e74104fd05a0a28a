"""The money page as a file: every figure of every table on it, and what the fund comes to per resident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from data.export import AS_PUBLISHED, NOT_AVAILABLE, OF_A_DOCUMENT, WORKED_OUT, number, of_edition, text
from data.finance.records import Fund, FundRow
from data.printed.export import COLUMNS, sentence_lines, table_lines
from data.sheet import Sheet
from geo.areas import london


def finance_sheet(found: Mapping[str, Any]) -> Sheet:
    """`found`: what data.finance gathers. The table on screen first, then the others; the fund in the page's order."""
    note = found["edition"]
    about = of_edition(note["edition_id"], note["published_on"], is_demonstration=note["is_demonstration"])
    return Sheet.of(COLUMNS, ({**about, **line} for line in _lines(found)))


def _lines(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    chosen = found["selection"].table
    for table in sorted(found["tables"], key=lambda table: table.id != chosen):
        yield from table_lines(table)
    if found["fund"]:
        yield from fund_lines(found["fund"], found["fund_rows"])
    yield from sentence_lines(found["commissioning"])
    yield from sentence_lines(found["in_text"])


def fund_lines(fund: Fund, rows: tuple[FundRow, ...]) -> Iterator[dict[str, str]]:
    """Two lines a borough: its allocation, and that per resident, whose base is the residents; then London's."""
    start = int(fund.financial_year[:4])
    about = {
        "table_name": text(fund.table_name), "section": text(fund.section), "source": text(fund.document_title),
        "period_start": f"{start}-04-01", "period_end": f"{start + 1}-03-31", **OF_A_DOCUMENT,
    }  # fmt: skip
    basis = f"residents of {fund.year}: {fund.basis}" if fund.year else NOT_AVAILABLE
    for row in rows:
        place = {"row_label": text(row.area_name), "area_code": row.area_code, "area_name": text(row.area_name)}
        allocated = {"column_label": "Allocation", "value": number(row.amount, NOT_AVAILABLE), "unit": "£"}
        each = {"column_label": "Allocation per resident", "value": number(row.per_resident, NOT_AVAILABLE),
                "unit": "£ per resident", "base": number(row.residents, NOT_AVAILABLE)}  # fmt: skip
        yield {**about, **place, **allocated, "status": AS_PUBLISHED}
        yield {**about, **place, **each, "status": WORKED_OUT, "note": text(basis)}
    yield {**about, "row_label": "London", "area_code": london().area_code, "area_name": london().area_name,
           "column_label": "Allocation per resident", "unit": "£ per resident", "status": WORKED_OUT,
           "note": text(basis), "value": number(fund.per_resident, NOT_AVAILABLE),
           "base": number(fund.residents, NOT_AVAILABLE)}  # fmt: skip
    if fund.printed_total is not None:
        total = {"row_label": "Grand Total", "column_label": "Allocation", "unit": "£", "status": AS_PUBLISHED}
        apart = fund.printed_total - fund.total
        again = {"recomputed": number(fund.total, ""), "difference": number(apart, "")} if apart else {}
        yield {**about, **total, "value": number(fund.printed_total, NOT_AVAILABLE), **again}
