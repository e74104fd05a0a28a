"""The trend: its words at once, its chart and its rows when their place comes into view."""

from __future__ import annotations

import logging
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.figures.trend import too_few, trend, trend_sentence, trend_title
from components.map_view import MapView
from components.render import to_html
from components.shell import failed_part
from components.tables import trend_table

LOG = logging.getLogger(__name__)
SETTINGS: Any = {"displayModeBar": False, "responsive": True}


def trend_heading(view: MapView) -> list[Component]:
    return [html.H2(trend_title(view)), html.P(trend_sentence(view), className="sub")]


def trend_rows(view: MapView) -> Component:
    """In the first response, for readers without JavaScript; after a change they wait to be opened."""
    scrolls = {"role": "region", "tabIndex": 0, "aria-label": "Monthly figures"}
    return Markup(markup=to_html(trend_table(view)), attributes={"className": "tbl-wrap tall", **scrolls})


def trend_chart(view: MapView) -> Component:
    """The chart, or why there is none."""
    why_not = too_few(view)
    if why_not:
        return html.Div(html.P(why_not), className="failed-part")
    try:
        graph = dcc.Graph(id="trend", figure=trend(view), config=SETTINGS, className="trend")
    except Exception:
        LOG.exception("the trend of %s failed", view.selection.to_query())
        return failed_part()
    return html.Div(graph, **marks(role="img", aria_label=trend_sentence(view)))
