"""The trend: its words, its chart at two widths, and its rows."""

from __future__ import annotations

from dash.development.base_component import Component

from components.elements import Markup
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
from components.patterns import Sketch, joined
from components.tables import trend_table
from components.tags import tag


def trend_heading(view: MapView) -> Sketch:
    return joined(tag("h2", trend_title(view)), tag("p", trend_sentence(view), class_="sub"))


def trend_rows(view: MapView) -> Component:
    """The months as a table; after a change assets/trend_rows.js writes it anew from the chart, once it is opened."""
    scrolls = {"role": "region", "tabIndex": 0, "aria-label": "Monthly figures"}
    return Markup(id="trend-rows", markup=trend_table(view), attributes={"className": "tbl-wrap tall", **scrolls})


def trend_chart(view: MapView) -> Sketch:
    """The chart for a desk and for a phone, or why there is none."""
    why_not = too_few(view)
    if why_not:
        values = ",".join("" if point.value is None else f"{point.value:g}" for point in points(view))
        return tag("div", tag("p", why_not), class_="failed-part", data_values=values, **_carried(view))
    keys = "Left and right arrow keys move from month to month."
    return joined(
        _plot(view, WIDE), _plot(view, NARROW),
        tag("p", keys, id="plot-keys", class_="vh"), tag("p", id="plot-says", class_="vh", role="status"),
    )  # fmt: skip


def trend_period(view: MapView) -> Sketch:
    """Behind the chart, at both widths: the period on the map."""
    if too_few(view):
        return Sketch()
    return joined(*(
        tag("div", Sketch([period_drawing(view, size)]), class_=f"under {_width(size)}") for size in (WIDE, NARROW)
    ))  # fmt: skip


def _width(size: Size) -> str:
    return "at-phone" if size is NARROW else "at-desk"


def _plot(view: MapView, size: Size) -> Sketch:
    """The drawing in a box that the keyboard can enter; assets/plots.js tells its months from these attributes and from
    the drawing's own lines."""
    place = placed(points(view), size)
    return tag(
        "div", Sketch([trend(view, size)]), class_=f"plot {_width(size)}", tabindex="0", role="application",
        aria_label=f"{trend_title(view)}, month by month", aria_describedby="plot-keys", data_plot="0",
        data_first=f"{size.left + place.step / 2:.1f}", data_step=f"{place.step:.3f}", data_width=str(size.width),
        **_carried(view),
    )  # fmt: skip


def _carried(view: MapView) -> dict[str, str]:
    """What assets/plots.js calls the series and its months; their figures are those that the lines go through."""
    series = points(view)
    return {
        "data_name": place_name(view), "data_start": f"{series[0].month:%Y-%m}" if series else "",
        "data_unit": "recorded offence", "data_months": str(len(series)), "data_title": trend_title(view),
        "data_late": str(sum(not point.is_provisional for point in series)),
    }  # fmt: skip
