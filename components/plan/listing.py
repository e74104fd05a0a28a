"""The milestones themselves: a table whose rows stack on a phone, and its downloads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import Markup, marks
from components.plan import words
from components.plan.view import IN_NO_REPORT, PATH, Milestone, PlanView, Said
from components.text.numbers import DOES_NOT_APPLY, count, counted
from data.selection.plan import FIRST_ROWS, PlanSelection

HEADS = (("Milestone", "area of the plan"), ("Due", "quarter"), ("Lead", "partners"), ("Status", "in each report"),
         ("What the report says", "in short"))  # fmt: skip


def listing(view: PlanView) -> list[Component | None]:
    heading = [html.H2("The milestones"), html.P(_subtitle(view), className="sub")]
    if not view.milestones:
        way = html.A("All milestones", href=PATH, **marks(data_address=""))
        return [html.Header(heading[:1]), html.P(["No milestone passes these filters. ", way], className="empty"),
                html.Div(actions(view), className="below")]  # fmt: skip
    return [
        html.Header(heading), html.Div(table(view), className="tbl-wrap"),
        html.Div([_rows_link(view), actions(view)], className="below"),
    ]  # fmt: skip


def _subtitle(view: PlanView) -> str:
    every = counted(len(view.milestones), "milestone")
    return f"{every} in the order of the plan. Long texts are shortened in our words; numbers and dates are kept."


def table(view: PlanView) -> Component:
    """Rows keep the roles of a table where a phone shows them as blocks."""
    heads = [html.Th([name, html.Span(unit, className="unit")], scope="col", role="columnheader")
             for name, unit in HEADS]  # fmt: skip
    shown = view.milestones if view.selection.all_rows else view.milestones[:FIRST_ROWS]
    return html.Table(
        [html.Caption("Milestones of the business plan and what each report says of them", className="vh"),
         html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
         html.Tbody([_row(view, each) for each in shown], role="rowgroup")],
        className="data milestones", role="table",
    )  # fmt: skip


def _row(view: PlanView, each: Milestone) -> Component:
    cells = [
        html.Th(list(_named(each)), scope="row", role="rowheader"),
        _cell(words.quarter_words(each.quarter), "due"),
        _cell(list(_led(view, each)), "lead"),
        _cell(_statuses(view, each), "status"),
        _cell(_progress(view, each), "progress"),
    ]
    return html.Tr(cells, role="row")


def _cell(content: Any, kind: str) -> Component:
    return html.Td(content, role="cell", className=kind)


def _named(each: Milestone) -> Iterator[Component]:
    yield html.Span(each.milestone, className="first")
    yield html.Span(each.area, className="second")
    if each.programme:
        yield html.Span(f"Programme {each.programme_number}: {each.programme}", className="second")
    if each.note:
        yield html.Span(f"Note: {each.note}", className="second")


def _led(view: PlanView, each: Milestone) -> Iterator[Component]:
    codes = (each.lead or "").split(", ") if each.lead else []
    known = "; ".join(view.lead_names[code] for code in codes if code in view.lead_names)
    yield html.Abbr(each.lead, title=known) if known else html.Span(words.led_words(each), className="mute")
    if each.partners:
        yield html.Span(f"with {each.partners}", className="second")


def _statuses(view: PlanView, each: Milestone) -> Any:
    """One line a report, oldest first, so that a move is read from top to bottom."""
    if not each.said:
        return html.Span(words.WORDS[IN_NO_REPORT], className="mute")
    return html.Ul([html.Li([status_label(said.status), html.Span(words.report_words(view, said), className="second")])
                    for said in each.said])  # fmt: skip


def status_label(status: str) -> Markup:
    """Icon and words; the words are ours and need no escaping."""
    kind = "sig mute" if status not in words.SAID_OF else "sig"
    return Markup(tag="span", attributes={"className": kind}, markup=words.icon(status) + words.WORDS[status])


def _progress(view: PlanView, each: Milestone) -> Any:
    if not each.said:
        return html.Span(DOES_NOT_APPLY, className="mute")
    return html.Ul([html.Li(list(_told(view, said))) for said in each.said])


def _told(view: PlanView, said: Said) -> Iterator[Component]:
    yield html.Span([html.Span(f"{view.label_of(said.document)}: ", className="when"), said.progress or "no text"])
    if said.status_words:
        yield html.Span(f"Its words: “{said.status_words}”", className="second")
    if said.note:
        yield html.Span(f"Note: {said.note}", className="second")


def _rows_link(view: PlanView) -> Component | None:
    every, chosen = len(view.milestones), view.selection
    if every <= FIRST_ROWS:
        return None
    said = f"Show the first {FIRST_ROWS}" if chosen.all_rows else f"Show all {count(every)}"
    return _link(said, chosen.change(all_rows=not chosen.all_rows), id="plan-rows", className="btn quiet")


def _link(said: str, selection: PlanSelection, **attributes: Any) -> Component:
    return html.A(said, href=f"{PATH}{selection.to_query()}", **attributes, **marks(data_address=""))


def actions(view: PlanView) -> Component:
    """Download and link: canonical, so that they give what is on screen whatever the address said."""
    query = view.selection.to_query()
    return html.Div([
        *file_links(PATH, query, name=download_name(view), whole="CSV, all milestones"),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def download_name(view: PlanView, name: str = "business-plan-milestones") -> str:
    """`business-plan-milestones`, with the word demonstration before it where that is what it holds."""
    chosen = "-filtered" if view.selection.is_filtered and name.endswith("milestones") else ""
    return f"{'demonstration-' if view.edition.is_demonstration else ''}{name}{chosen}"
