"""What to know of who is counted: large steps of the file, and other counts of the same groups."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.printed import scrolling, short_title
from components.printed.table import sideways
from components.printed.words import unit_words
from components.text.numbers import count, signed
from components.workforce.view import NAMES, WorkforceView
from components.workforce.words import step_words
from data.selection import month_name
from data.workforce.records import Counted

SHOWN_STEP = "3%"
NO_MONTH = "Not in the file"


def counted(view: WorkforceView) -> list[Component]:
    if not view.counted:
        return []
    said = (
        "The same group at the same date, as documents count it and as the file does. People are more than full-time "
        "equivalents where some work part time, and the Home Office’s return counts career breaks, and some staff "
        "elsewhere."
    )
    if view.edition.is_demonstration:
        said += " In the demonstration the file’s figures are made up."
    heads = [
        ("Group", ""),
        ("Month", ""),
        ("Document", "r"),
        ("File", "r"),
        ("Document less file", "r"),
        ("Source", ""),
    ]
    head = html.Tr([html.Th(words, scope="col", className=kind or None) for words, kind in heads])
    caption = "Counts of the workforce in documents beside the file’s"
    table = html.Table(
        [html.Caption(caption, className="vh"), html.Thead(head), html.Tbody([_row(each) for each in view.counted])],
        className="data counted",
    )
    return [
        html.Header([html.H2("Who is counted"), html.P(said, className="sub")]),
        scrolling(table, label=caption),
        sideways(),
        *_steps(view),
    ]


def _row(each: Counted) -> Component:
    known = each.strength is not None
    less = signed(each.published - each.strength) if each.strength is not None else "–"
    return html.Tr([
        html.Th(NAMES[each.group], scope="row"), html.Td(month_name(each.month)),
        html.Td([count(each.published), html.Span(unit_words(each.unit), className="second")], className="r"),
        html.Td(count(each.strength) if known else NO_MONTH, className="r" if known else "r mute"),
        html.Td(less, className="r"),
        html.Td([short_title(each.document_title), html.Span(each.section, className="second")], className="source"),
    ])  # fmt: skip


def _steps(view: WorkforceView) -> list[Component]:
    """Changes too large for a month of joining and leaving; the file does not say why."""
    if not view.months:
        return []
    head = html.H3("Large steps in the file")
    if not view.steps:
        return [head, html.P(f"No group changed by {SHOWN_STEP} or more from one month to the next.", className="note")]
    said = (
        f"Changes of {SHOWN_STEP} or more from one month to the next. They may be people who moved to another "
        f"employer or "
        "group, or a change of who is counted; the file does not say."
    )
    return [
        head,
        html.P(said, className="note"),
        html.Ul([html.Li(f"{step_words(each)}.") for each in view.steps], className="checks"),
    ]
