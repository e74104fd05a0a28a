"""How this is measured: what is transcribed, what is worked out here, and what the figures cannot tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.finance.view import FinanceView

METHODS = "/data-and-methods"


def method(view: FinanceView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def told(view: FinanceView) -> Iterator[tuple[str, Any]]:
    yield "Where the figures come from", (
        "They are transcribed from published reports and checked against them figure by figure. No open file "
        "gives them, so "
        "they end with the reports. What was forecast or planned may have turned out otherwise.")  # fmt: skip
    yield "Budget, forecast and variance", (
        "The variance is the forecast for the whole year less the budget; to date, what was spent less the "
        "budget up to then. "
        "Below nought is under budget, above it over budget. Neither says whether money was well spent.")  # fmt: skip
    yield "Signs", (
        "Spending is printed as positive amounts. Income, grants and what is drawn from reserves are printed as "
        "negative ones, "
        "and so are savings: a variance below nought is then more income, or more saved.")  # fmt: skip
    yield "What is worked out again", (
        "Each total is compared with the sum of its parts and each variance with its two columns. Documents "
        "round each figure "
        "by itself, so a sum of rounded parts may miss the total: by up to half of the last place for each figure "
        "involved.")  # fmt: skip
    yield "The fund per resident", (
        "A borough’s allocation divided by its residents in the middle of the year in which the financial year "
        "began, by the "
        f"Office for National Statistics{f' ({view.fund.basis})' if view.fund and view.fund.basis else ''}. The "
        f"fund is "
        "shared out by need and by agreement, not by residents. Westminster, Camden, and Kensington and Chelsea "
        "have many "
        "visitors who are no residents.")  # fmt: skip
    yield "Colours of the map", "Five classes with round edges near the fifths of the boroughs’ figures."
    yield "Prices", "Amounts are those of their year. No allowance is made for inflation."
    yield "Other figures", ["Every document and dataset is on ", html.A("Data and methods", href=METHODS), "."]
