"""The two tables of measures: by quarter for what is watched most closely, by year for every recorded offence.

Roles are written out, since rows become blocks on phones.
"""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.borough import cells, words
from components.borough.kinds import BoroughRow
from components.borough.view import ProfileView
from components.elements import marks
from components.overview.tables import TRENDS, head, name_cell, row
from data.selection import month_name

QUARTER = ("b-name", "b-n", "b-n b-prev", "b-chg", "b-yr", "b-ldn", "b-rate", "b-sp", "b-sg")
YEAR = ("b-name", "b-n", "b-n b-prev", "b-chg", "b-ldn", "b-rate", "b-sp", "b-sg")
INTERVAL = "95% interval"


def quarter_table(view: ProfileView, title: str, rows: Sequence[BoroughRow]) -> Component:
    """What the quarter did, what the year did, what London did, and how the month stands in its range."""
    quarter = head("The quarter, against the year before", kind="half", colSpan=3, scope="colgroup")
    heads = [
        row([head("Recorded offences", rowSpan=2), quarter, head("12 months", kind="half"), *_groups(view)]),
        row([
            head(words.short_quarter(view), kind="r"), head(words.short_quarter(view, before=True), kind="r prev"),
            head("Change", INTERVAL, "r"), head("Number, change", view.selection.year.column_label, "r"), *_columns(),
        ]),
    ]  # fmt: skip
    body = [_row(view, each, [*cells.quarter(each), cells.year_short(each)], rows) for each in rows]
    return _table(f"{title}: recorded offences by quarter", "by-quarter", QUARTER, heads, body)


def year_table(view: ProfileView, title: str, rows: Sequence[BoroughRow]) -> Component:
    """What the year did, what London did, and how the month stands in its range."""
    year = head("12 months, against the 12 before", kind="half", colSpan=3, scope="colgroup")
    chosen = view.selection.year
    heads = [
        row([head("Recorded offences", rowSpan=2), year, *_groups(view)]),
        row([
            head("12 months", chosen.column_label, "r"), head("12 months", chosen.year_before.column_label, "r prev"),
            head("Change", INTERVAL, "r"), *_columns(),
        ]),
    ]  # fmt: skip
    body = [_row(view, each, cells.year(each), rows) for each in rows]
    return _table(f"{title}: recorded offences in 12 months", "by-year", YEAR, heads, body)


def _groups(view: ProfileView) -> list[Component]:
    """The heads over the columns that both tables end with."""
    month = head(f"The month, {month_name(view.selection.month)}", kind="half sp", colSpan=2, scope="colgroup")
    return [head("London", kind="half"), head("Per 1,000", kind="half"), month]


def _columns() -> list[Component]:
    return [
        head("Change", "12 months", "r"), head("Rate", "London’s, place", "r"),
        head("Last 36 months", "grey: expected", "sp"), head("Against its range", "and which rule"),
    ]  # fmt: skip


def _table(
    caption: str, kind: str, columns: Sequence[str], heads: Sequence[Component], rows: Sequence[Component]
) -> Component:
    inside = [
        html.Caption(caption, className="vh"),
        html.Colgroup([html.Col(className=name) for name in columns]),
        html.Thead(list(heads), role="rowgroup"),
        html.Tbody(list(rows), role="rowgroup"),
    ]
    return html.Table(inside, className=f"bt {kind}", role="table")


def _row(view: ProfileView, each: BoroughRow, figures: Sequence[Component], rows: Sequence[BoroughRow]) -> Component:
    """A part stands under its whole, where the table has that."""
    is_part = any(each.part_of == other.measure_id for other in rows)
    part = f"Part of {each.part_of_name.lower()}" if each.part_of_name and not is_part else ""
    own = f"{words.row_quarter(each)}: the latest settled" if each.is_own_period else ""
    name = name_cell(trends_link(view, each), own, part)
    return row([name, *figures, *cells.beside(each), *cells.month(each)], "part" if is_part else "")


def trends_link(view: ProfileView, each: BoroughRow) -> Component:
    """The measure's own series."""
    return html.A(each.name, href=f"{TRENDS}?series={each.measure_id}:{view.area.slug}&to={each.month:%Y-%m}")


def scrolls(table: Component, label: str, *, is_tall: bool = False) -> Component:
    """A wide or long table in a box of its own, which the keyboard can scroll."""
    kind = "tbl-wrap tall" if is_tall else "tbl-wrap"
    return html.Div(table, className=kind, tabIndex="0", role="region", **marks(aria_label=label))
