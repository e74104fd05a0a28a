"""The chart beside the month in figures, and the table that it is drawn from."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.printed import scrolling
from components.printed.table import sideways
from components.text.numbers import DOES_NOT_APPLY, count, signed
from components.workforce import words
from components.workforce.chart import NARROW, WIDE, chart
from components.workforce.view import NAMES, WorkforceView
from data.selection import month_name
from data.selection.workforce import FIRST_ROWS, By, address
from data.workforce.records import Month

STEPS = {By.YEAR: "year", By.MONTH: "month"}


def figure(view: WorkforceView) -> list[Component]:
    head = [
        html.H2(words.chart_title(view), className="fig-title"),
        html.P(words.chart_subtitle(view), className="fig-sub"),
    ]
    if not view.months:
        return [html.H2("Strength by month"), html.P(words.NO_FILE, className="sub")]
    drawn = ((chart(view, WIDE), "only-d"), (chart(view, NARROW), "only-m"))
    charts = [Markup(markup=each, attributes={"className": where}) for each, where in drawn]
    return [html.Div([html.Div([*head, *charts]), html.Div(facts(view))], className="strength-grid")]


def facts(view: WorkforceView) -> list[Component]:
    """The month in figures, as a table without a head."""
    now, group = view.now, view.group
    when = month_name(view.selection.month)
    rows = [html.Tr([html.Th(name, scope="row"), html.Td(said, className="r")]) for name, said in fact_rows(view)]
    caption = f"{NAMES[group]} in {when}"
    note = words.ambition_note(view) if group == "officers" else ""
    return [
        html.H2(caption, className="fig-title"),
        html.Table([html.Caption(caption, className="vh"), html.Tbody(rows)], className="data facts"),
        *([html.P(note, className="note")] if note and now else []),
    ]  # fmt: skip


def fact_rows(view: WorkforceView) -> list[tuple[str, str]]:
    now, group = view.now, view.group
    if now is None:
        return []
    known = [(value, each.month) for each in view.months if (value := each.strength[group]) is not None]
    value = now.strength[group]
    rows = [("Full-time equivalents", count(value)), ("Change on the month before", signed(now.on_month[group])),
            ("Change on the year before", signed(now.on_year[group]))]  # fmt: skip
    if group == "officers" and view.ambition and value is not None:
        rows.append((f"Against {count(view.ambition.officers)}", signed(value - view.ambition.officers)))
    if known:
        high, low = max(known), min(known)
        rows += [(f"Highest, {month_name(high[1])}", count(high[0])), (f"Lowest, {month_name(low[1])}", count(low[0]))]
    return rows


def table(view: WorkforceView) -> list[Component]:
    """All three groups: this month of every year, or every month, newest first."""
    if not view.rows:
        return []
    step = STEPS[view.selection.by]
    month = month_name(view.selection.month).split()[0]
    title = f"{month} of every year" if view.selection.by is By.YEAR else "Month by month"
    sub = f"Full-time equivalents at the end of the month, and the change on the {step} before."
    heads = [html.Th("Month", scope="col")]
    for name in NAMES.values():
        heads += [
            html.Th([name, html.Span("FTE", className="unit")], scope="col", className="r"),
            html.Th(["Change", html.Span(f"on the {step}", className="unit")], scope="col", className="r"),
        ]
    if view.ambition:
        heads.insert(3, html.Th(["Officers", html.Span(f"against {count(view.ambition.officers)}", className="unit")],
                                scope="col", className="r"))  # fmt: skip
    shown = view.rows if view.selection.all_rows or not _is_long(view) else view.rows[:FIRST_ROWS]
    body = html.Tbody([_row(view, each) for each in shown])
    whole = html.Table([html.Caption(f"{title}. {sub}", className="vh"), html.Thead(html.Tr(heads)), body],
                       className="data strength")  # fmt: skip
    return [html.Header([html.H2(title), html.P(sub, className="sub")]), scrolling(whole, label=title), sideways(),
            html.Div([_rows_link(view)], className="below")]  # fmt: skip


def _row(view: WorkforceView, each: Month) -> Component:
    changes = each.on_year if view.selection.by is By.YEAR else each.on_month
    cells: list[Any] = [html.Th(month_name(each.month), scope="row")]
    for slug in NAMES:
        cells += [_number(each.strength[slug], signs=False), _number(changes[slug], signs=True)]
    if view.ambition:
        officers = each.strength["officers"]
        cells.insert(3, _number(None if officers is None else officers - view.ambition.officers, signs=True))
    return html.Tr(cells, className="sel" if each.month == view.selection.month and len(view.rows) > 1 else None)


def _number(value: float | None, *, signs: bool) -> Component:
    if value is None:
        return html.Td([DOES_NOT_APPLY, html.Span(" no figure", className="vh")], className="r mute")
    return html.Td(signed(value) if signs else count(value), className="r")


def _is_long(view: WorkforceView) -> bool:
    """Whether rows are left out at first; a single one more is shown, for a button takes as much room."""
    return len(view.rows) > FIRST_ROWS + 1


def _rows_link(view: WorkforceView) -> Component | None:
    if not _is_long(view):
        return None
    every = view.selection.all_rows
    said = f"Show the first {FIRST_ROWS}" if every else f"Show all {len(view.rows)} rows"
    target = address(view.selection, all_rows=not every)
    return html.A(said, href=target, id="workforce-rows", className="btn quiet", **marks(data_address=""))
