"""The trend: its words, its chart at two widths, and its rows."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.figures.trend import (
    NARROW,
    WIDE,
    Size,
    period_drawing,
    place_name,
    placed,
    points,
    too_few,
    trend,
    trend_sentence,
    trend_title,
)
from components.map_view import MapView
from components.tables import trend_table


def trend_heading(view: MapView) -> list[Component]:
    return [html.H2(trend_title(view)), html.P(trend_sentence(view), className="sub")]


def trend_rows(view: MapView) -> Component:
    """The months as a table; after a change assets/trend_rows.js writes it anew from the chart, once it is opened."""
    scrolls = {"role": "region", "tabIndex": 0, "aria-label": "Monthly figures"}
    return Markup(id="trend-rows", markup=trend_table(view), attributes={"className": "tbl-wrap tall", **scrolls})


def trend_chart(view: MapView) -> list[Component]:
    """The chart for a desk and for a phone, or why there is none."""
    why_not = too_few(view)
    if why_not:
        values = ",".join("" if point.value is None else f"{point.value:g}" for point in points(view))
        return [html.Div(html.P(why_not), className="failed-part", **marks(**_carried(view), data_values=values))]
    keys = "Left and right arrow keys move from month to month."
    return [
        _plot(view, WIDE), _plot(view, NARROW),
        html.P(keys, id="plot-keys", className="vh"),
        html.P(id="plot-says", className="vh", role="status"),
    ]  # fmt: skip


def trend_period(view: MapView) -> list[Component]:
    """Behind the chart, at both widths: the period on the map."""
    if too_few(view):
        return []
    return [Markup(markup=period_drawing(view, size), attributes={"className": f"under {_width(size)}"})
            for size in (WIDE, NARROW)]  # fmt: skip


def _width(size: Size) -> str:
    return "at-phone" if size is NARROW else "at-desk"


def _plot(view: MapView, size: Size) -> Component:
    """The drawing in a box that the keyboard can enter; assets/plots.js tells its months from these attributes and from
    the drawing's own lines."""
    place = placed(points(view), size)
    attributes = {
        "className": f"plot {_width(size)}", "tabIndex": 0, "role": "application",
        **marks(aria_label=f"{trend_title(view)}, month by month", aria_describedby="plot-keys", data_plot="0",
                data_first=f"{size.left + place.step / 2:.1f}", data_step=f"{place.step:.3f}",
                data_width=str(size.width), **_carried(view)),
    }  # fmt: skip
    return Markup(markup=trend(view, size), attributes=attributes)


def _carried(view: MapView) -> dict[str, str]:
    """What assets/plots.js calls the series and its months; their figures are those that the lines go through."""
    series = points(view)
    return {
        "data_name": place_name(view), "data_start": f"{series[0].month:%Y-%m}" if series else "",
        "data_unit": "recorded offence", "data_months": str(len(series)), "data_title": trend_title(view),
        "data_late": str(sum(not point.is_provisional for point in series)),
    }  # fmt: skip
