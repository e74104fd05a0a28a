"""Exceptions this month: what broke a rule among all measures and boroughs, whatever series are shown beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import Markup
from components.exceptions import ExceptionRow, figure_words, series_words
from components.exceptions import address as exceptions_address
from components.exceptions.words import limits_words, reason_words
from components.signals import WORDS, icon
from components.text.numbers import count
from components.trends.view import TrendsView
from data.selection import month_name
from data.selection.trends import address

SIDES = ("higher", "lower")
KINDS = {"higher": "hi", "lower": "lo"}


def exceptions_side(view: TrendsView) -> list[Component]:
    """Nothing where the edition holds no judged months at all."""
    found = view.exceptions
    if found is None:
        return []
    heading = html.H2("Exceptions this month", className="fig-title")
    month = month_name(view.selection.month)
    if not found["judged"]:
        return [heading, html.P(f"No series is judged in {month}.", className="fig-sub")]
    rows = [ExceptionRow(**row) for row in found["rows"]]
    total = found["higher"] + found["lower"]
    words = f"Show all {count(total)} exceptions" if total > len(rows) else "Show the exceptions"
    everything = exceptions_address(to=f"{view.selection.month:%Y-%m}", area="all")
    on = html.P(html.A(words, href=everything), className="all")
    return [heading, html.P(counts(found, month), className="fig-sub"), *_lists(rows), on]


def counts(found: Mapping[str, Any], month: str) -> str:
    """How many broke a rule, and how many would by chance alone."""
    london, boroughs = found["london"], found["boroughs"]
    unusual = {name: scope["higher"] + scope["lower"] for name, scope in (("london", london), ("boroughs", boroughs))}
    said = (f"In {month}, {count(unusual['london'])} of {count(london['judged'])} London measures and "
            f"{count(unusual['boroughs'])} of {count(boroughs['judged'])} borough series broke a rule.")  # fmt: skip
    return f"{said} By chance alone about {count(found['by_chance'])} of these {count(found['judged'])} would."


def _lists(rows: Sequence[ExceptionRow]) -> list[Component]:
    """Higher, then lower; the most surprising of each first."""
    parts: list[Component] = []
    for side in SIDES:
        listed = [_item(row) for row in rows if row.signal == side]
        if listed:
            parts += [html.H3(WORDS[side]), html.Ul(listed)]
    return parts


def _item(row: ExceptionRow) -> Component:
    sign = Markup(tag="span", attributes={"className": f"sig {KINDS[row.signal]}"}, markup=icon(row.signal))
    link = html.A(series_words(row), href=address(row.measure_id, row.slug, to=row.month))
    said = [figure_words(row), reason_words(row), limits_words(row)]
    return html.Li([html.P([sign, link], className="nm"), *(html.P(words, className="ex") for words in said if words)])
