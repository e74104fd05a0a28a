"""The indicators of the plan, each with where the dashboard shows it, or why it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.plan.listing import download_name
from components.plan.view import PATH, PlanView, Shown, Wanted
from components.text.numbers import count

FILES = f"{PATH}/indicators"
NO_DATA = "No open data"


def indicators(view: PlanView) -> list[Component]:
    every = len(view.indicators)
    shown = sum(bool(each.answers) for each in view.indicators)
    heading = html.Header([
        html.H2("The indicators of the plan", id="indicators"),
        html.P(f"Section 6.2 of the plan lists {count(every)} indicators. {count(shown)} are shown here, some only in "
               f"part; for {count(every - shown)} there is no open data.", className="sub"),
    ])  # fmt: skip
    name = download_name(view, "business-plan-indicators")
    files = file_links(FILES, "", name=name, words="Download CSV of the indicators", of="the indicators")
    return [heading, html.Div(wanted_table(view.indicators, view.pages, caption="Indicators of section 6.2 of the plan",
                                           head="Indicator"), className="tbl-wrap"),
            html.Div(html.Div(files, className="actions"), className="below")]  # fmt: skip


def wanted_table(rows: Sequence[Wanted], pages: Mapping[str, str], *, caption: str, head: str) -> Component:
    """A row a thing that is asked for: what, where it is shown, and what is not; a group's name heads its rows."""
    named = (head, "Shown on", "What is not shown, and why")
    heads = [html.Th(each, scope="col", role="columnheader") for each in named]
    return html.Table(
        [html.Caption(caption, className="vh"), html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
         html.Tbody(list(_body(rows, pages)), role="rowgroup")],
        className="data wanted", role="table",
    )  # fmt: skip


def _body(rows: Sequence[Wanted], pages: Mapping[str, str]) -> Iterator[Component]:
    part, is_grouped = None, False
    for row in rows:
        if row.part != part and row.part != row.name:
            head = html.Th(row.part, scope="rowgroup", role="rowheader", colSpan=3)
            yield html.Tr(head, role="row", className="group")
        # A part that is one row itself does not belong to the group above it: a rule sets it apart.
        is_apart, is_grouped = is_grouped and row.part == row.name, row.part != row.name
        part = row.part
        source = [html.Span(f"From {row.data_source}", className="second")] if row.data_source else []
        yield html.Tr([
            html.Th([html.Span(row.name, className="first"), *source], scope="row", role="rowheader"),
            html.Td(_shown(row, pages), role="cell", className="where"),
            html.Td(row.reason or html.Span("–", className="mute"), role="cell", className="why"),
        ], role="row", className="alone apart" if is_apart else "alone" if row.part == row.name else None)  # fmt: skip


def _shown(row: Wanted, pages: Mapping[str, str]) -> Any:
    if not row.answers:
        return html.Span(NO_DATA, className="mute")
    return html.Ul([html.Li(_answer(each, pages)) for each in row.answers])


def _answer(answer: Shown, pages: Mapping[str, str]) -> list[Any]:
    """The page's name as a link, or in plain words until the page exists, and what it shows."""
    name = pages.get(answer.path)
    link = html.A(name, href=answer.page) if name else html.Span(f"{answer.path} (page to come)", className="mute")
    return [link, f": {'; '.join(answer.shows)}"] if answer.shows else [link]
