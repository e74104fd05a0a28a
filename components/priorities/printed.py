"""As published beside as recorded now: how many printed changes come out, and each that does not with both figures."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.priorities import words
from components.priorities.view import TOLERANCE, PrioritiesView, PriorityRow, address
from components.text.numbers import count, percent_change, plain
from data.selection import Span, Window

WHY = ("Files are restated, and the printed changes are rounded to whole per cents. What counts each priority was "
       "decided for all boroughs alike: nothing is fitted to a cell.")  # fmt: skip


def printed(view: PrioritiesView) -> list[Component]:
    """The comparison; in a quarter without a printed table, the way to those that have one."""
    if not view.is_published:
        return [html.Header([html.H2("As published"), html.P(["No table of this quarter was published here. ",
                *_ways(view)], className="sub")])]  # fmt: skip
    rows = [row for row in view.every_row if row.published_pct is not None]
    out = [row for row in rows if not row.comes_out]
    head = html.Header([html.H2("As published, and as recorded now"), html.P(summary(rows), className="sub"),
                        html.P(WHY, className="note")])  # fmt: skip
    return [head, html.Div(_table(view, out), className="tbl-wrap")] if out else [head]


def summary(rows: list[PriorityRow]) -> str:
    """`56 of the 64 changes printed … come out within 2.5 points. So do 2 of the 2 additional ones.`"""
    two, extra = ([row for row in rows if row.is_additional is kind] for kind in (False, True))
    said = (f"{count(_out(two))} of the {count(len(two))} changes printed in the quarterly report come out within "
            f"{plain(TOLERANCE, 1)} points.")  # fmt: skip
    more = f" So do {count(_out(extra))} of the {count(len(extra))} additional ones." if extra else ""
    return said + more + (" The others are listed with both figures." if _out(rows) < len(rows) else "")


def _out(rows: list[PriorityRow]) -> int:
    return sum(bool(row.comes_out) for row in rows)


def _ways(view: PrioritiesView) -> list[Component | str]:
    links: list[Component | str] = ["The report’s table is that of "]
    for end in view.published_ends:
        named = Window(end, Span.QUARTER).label
        links += [html.A(named, href=address(view.selection, month=end), **marks(data_address="")), ". "]
    return links if view.published_ends else []


def _table(view: PrioritiesView, rows: list[PriorityRow]) -> Component:
    window = view.selection.window
    heads = (("Borough", ""), ("Priority", ""), ("Published", "r"), ("Recorded now", "r"), ("Difference", "r"),
             (window.year_before.label, "r only-d"), (window.label, "r only-d"))  # fmt: skip
    caption = f"Printed changes that do not come out within {plain(TOLERANCE, 1)} points"
    head = html.Tr([html.Th(words_, scope="col", className=kind or None) for words_, kind in heads])
    return html.Table([html.Caption(caption, className="vh"), html.Thead(head),
                       html.Tbody([_row(row) for row in rows])], className="data printed")  # fmt: skip


def _row(row: PriorityRow) -> Component:
    now = words.NO_FIGURE if row.change_pct is None else percent_change(row.change_pct, decimals=1)
    changes = (words.printed_percent(row.published_pct), now, words.points(row.difference))
    cells = [*(html.Td(each, className="r") for each in changes),
             *(html.Td(count(each), className="r only-d") for each in (row.before, row.now))]  # fmt: skip
    return html.Tr([html.Th(row.area_name, scope="row"), html.Td(row.name), *cells])
