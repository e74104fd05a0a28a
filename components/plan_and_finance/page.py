"""The whole index."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.plan.indicators import wanted_table
from components.plan_and_finance import words
from components.plan_and_finance.view import PATH, Entry, IndexView
from components.shell import demonstration_banner, edition_strip

REAL = "Figures on this page are quoted from published documents in this edition too."


def page(view: IndexView) -> list[Component]:
    """Everything between the header and the footer."""
    strip = html.Section([edition_strip(view.edition), demonstration_banner(view.edition)],
                         **marks(aria_label="About these figures"))  # fmt: skip
    return [strip, html.Main([_opening(view), _entries(view), _sections(view)], id="main", className="wrap")]


def download_name(view: IndexView) -> str:
    """`plan-and-finance`, with the word demonstration before it where that is the edition."""
    return "demonstration-plan-and-finance" if view.edition.is_demonstration else "plan-and-finance"


def _opening(view: IndexView) -> Component:
    real = [html.P(REAL, className="note")] if view.edition.is_demonstration else []
    return html.Div([html.H1(words.headline(view)), html.P(words.lead(view), className="lead"), *real],
                    className="opening")  # fmt: skip


def _entries(view: IndexView) -> Component:
    listed = html.Ul([html.Li(_entry(each)) for each in view.entries], className="finance-index")
    return html.Section([html.Header(html.H2("Pages", id="index-pages")), listed], className="block",
                        **marks(aria_labelledby="index-pages"))  # fmt: skip


def _entry(entry: Entry) -> list[Component]:
    name = html.Div([html.H3(html.A(entry.name, href=entry.path)), html.P(entry.says),
                     html.P(words.answers(entry), className="note")], className="about")  # fmt: skip
    return [name, _figure(entry)]


def _figure(entry: Entry) -> Component:
    if entry.figure is None:
        return html.P("This edition does not hold the figure.", className="figure none")
    return html.P([
        html.Strong(words.number(entry.figure)), html.Span(words.what(entry.figure), className="what"),
        html.Span(f"{words.period(entry.figure)} · {entry.figure['source']}", className="note"),
    ], className="figure")  # fmt: skip


def _sections(view: IndexView) -> Component:
    heading = html.Header([
        html.H2("Where each section of the quarterly report is shown", id="index-sections"),
        html.P("The contents of the Quarterly Performance Update Report, Quarter 1 2017/18, with the pages and "
               "measures that answer each section.", className="sub"),
    ])  # fmt: skip
    table = wanted_table(view.sections, view.pages, caption="Sections of the quarterly report and where they are shown",
                         head="Section")  # fmt: skip
    files = file_links(PATH, "", name=download_name(view), words="Download CSV of this page")
    below = html.Div(html.Div(files, className="actions"), className="below")
    return html.Section([heading, html.Div(table, className="tbl-wrap"), below], className="block",
                        **marks(aria_labelledby="index-sections"))  # fmt: skip
