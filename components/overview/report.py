"""A published report's table beside what the records say now, at the period that it was published for."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.overview.tables import address_link, cell, head, name_cell, row, table, trends_link
from components.overview.view import PATH, OverviewView
from components.text.numbers import count, listed, percent_change, plain
from data.selection import month_name
from data.selection.overview import Signals

WHY = (
    "The records differ from print because the publisher restates past months, when offences are added, removed or "
    "reclassified. Where categories have changed since, the row uses the older ones. Nothing is adjusted to fit."
)


def report(view: OverviewView) -> Component | None:
    """The block, or a line that says for which period there is one."""
    if view.report is None:
        return _elsewhere(view)
    found = view.report
    heading = "As published for this period"
    sub = html.P(f"{_title(found)}, table ‘{found['table_name']}’. {WHY}", className="sub")
    top = html.Header(html.H2(heading, id="published-heading"))
    heads, rows = _heads(view), [_row(view, each) for each in found["rows"]]
    named = marks(aria_labelledby="published-heading")
    drawn = table(f"{heading}, beside what is recorded now", "reported", heads, rows)
    box = html.Div(drawn, className="tbl-wrap", tabIndex=0, role="region",
                   **marks(aria_label="Published figures beside records"))  # fmt: skip
    return html.Section([top, sub, box, _largest(view)], id="published", className="block pri", **named)


def _title(found: Mapping[str, Any]) -> str:
    return str(found["title"]).partition(" (")[0]


def _elsewhere(view: OverviewView) -> Component | None:
    if not view.report_months:
        return None
    links: list[Any] = []
    for place, month in enumerate(view.report_months):
        link = address_link(month_name(month), view, PATH, month=month, area=None, show=Signals.ALL)
        links += [" and " if place else "", link]
    words = ["A published report’s table stands beside today’s records for the 12 months to ", *links, "."]
    return html.P(words, className="note")


def _heads(view: OverviewView) -> list[Component]:
    window = view.window
    halves = [head(words, colSpan=columns, scope="colgroup", kind="r half") for words, columns in
              (("As published", 3), ("As recorded now", 3), ("Difference", 2))]  # fmt: skip
    before, now = (("12 months", each.column_label) for each in (window.year_before, window))
    columns = [
        *(head(*label, kind="r") for _ in range(2) for label in (before, now, ("Change", "per cent"))),
        *(head(label[1].removeprefix("to "), "per cent", kind="r") for label in (before, now)),
    ]
    return [row([head("Row of the report", rowSpan=2), *halves]), row(columns)]


def _row(view: OverviewView, each: Mapping[str, Any]) -> Component:
    name = trends_link(view, each["measure_id"], each["row_label"])
    measure = f"Here: {each['measure']}"
    numbers = [
        cell(_count(each[f"{kind}_before"]), "r") if part == "before" else
        cell(_count(each[kind]), "r now") if part == "now" else cell(_percent(each[f"{kind}_change_pct"]), "r")
        for kind in ("published", "recorded") for part in ("before", "now", "change")
    ]  # fmt: skip
    differences = [cell(_percent(each[name]), "r") for name in ("difference_before_pct", "difference_pct")]
    return row([name_cell(name, measure, each["note"]), *numbers, *differences])


def _count(number: float | None) -> str:
    return "Not available" if number is None else count(number)


def _percent(number: float | None) -> str:
    return "Not available" if number is None else percent_change(number, decimals=1)


def _largest(view: OverviewView) -> Component:
    """How close the records are to print, as they stand on screen."""
    rows = view.report["rows"] if view.report else ()
    gaps = [max(abs(each["difference_before_pct"]), abs(each["difference_pct"])) for each in rows
            if None not in (each["difference_before_pct"], each["difference_pct"])]  # fmt: skip
    missing = [each["row_label"] for each in rows if each["recorded"] is None]
    words = []
    if gaps:
        some = f"All {len(gaps)} rows are" if len(gaps) == len(rows) else f"{len(gaps)} of {len(rows)} rows are"
        words.append(f"{some} within {plain(ceil(10 * max(gaps)) / 10, 1)}% of what was published, in both years.")
    if missing:
        words.append(f" This edition holds no figure for {listed(missing)}.")
    return html.P("".join(words), className="note")
