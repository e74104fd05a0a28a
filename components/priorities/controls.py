"""The row of controls: the quarter and the priority."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import hidden, labelled, option, select
from components.priorities.view import PrioritiesView
from data.selection import Span, Window
from data.selection.priorities import PATH, PrioritiesSelection


def fields(chosen: PrioritiesSelection) -> dict[str, str]:
    """The value of every field of the form."""
    return {"to": f"{chosen.month:%Y-%m}", "priority": chosen.priority or "", "area": chosen.area or "",
            "sort": chosen.to_params().get("sort", ""), "rows": "all" if chosen.all_rows else ""}  # fmt: skip


def form(view: PrioritiesView) -> Component:
    values = fields(view.selection)
    return html.Form(
        [
            labelled("Quarter", select("to", _quarters(view), id="priorities-to")),
            labelled("Priority", select("priority", priority_options(view), id="priorities-priority")),
            *(hidden(name, values[name]) for name in ("area", "sort", "rows")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose the quarter and the priority"),
    )  # fmt: skip


def choice(view: PrioritiesView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    return view.kind_name or "All priorities", view.selection.window.label


def priority_options(view: PrioritiesView) -> list[Component]:
    """Every priority with the number of boroughs that have it."""
    chosen = view.selection.priority
    every = option("", "All priorities", is_chosen=chosen is None)
    return [every, *(option(kind.kind, f"{kind.name} ({kind.boroughs})", is_chosen=kind.kind == chosen)
                     for kind in view.kinds)]  # fmt: skip


def _quarters(view: PrioritiesView) -> list[Component]:
    """Newest first, by financial year."""
    years = groupby(view.ends, key=lambda end: end.year - (end.month < 4))
    return [
        html.Optgroup([option(f"{end:%Y-%m}", _words(view, end), is_chosen=end == view.selection.month)
                       for end in ends], label=f"{year}/{(year + 1) % 100:02d}")
        for year, ends in years
    ]  # fmt: skip


def _words(view: PrioritiesView, end: date) -> str:
    late = " (provisional)" if end > view.settled else " (published)" if end in view.published_ends else ""
    return f"{Window(end, Span.QUARTER).label}{late}"
