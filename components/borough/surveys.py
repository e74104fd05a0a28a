"""Confidence and satisfaction: the borough's answers with their intervals, beside London's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import theme
from components.borough.cells import later
from components.borough.kinds import BoroughSurvey
from components.borough.view import ProfileView
from components.elements import Markup
from components.figures import svg
from components.figures.sparkline import sparkline
from components.overview.other_rows import CHANGES, about, asked
from components.overview.tables import cell, head, name_cell, picture, row, small
from components.overview.words import interval, points, share
from data.selection import month_name

GAPS = {
    "higher": "Above London", "lower": "Below London", "no_clear_gap": "No clear difference from London",
    "too_few": "Too few interviews to say", "not_available": "Not available",
}  # fmt: skip
SPARK = (132, 32)
PLOT = (230, 40)  # px
BORDER = 8.0


def surveys(view: ProfileView) -> list[Component]:
    heading = html.H2("Confidence and satisfaction", id="surveys")
    if not view.surveys:
        said = "This edition holds no survey answers for the borough in the two years to this quarter."
        return [heading, html.P(said, className="sub")]
    last = max(each.period_end for each in view.surveys)
    basis = sorted({each.base_basis for each in view.surveys if each.base_basis != "published"})
    lead = (f"Shares of residents or victims asked, 12 months to {month_name(last)}, with the 95% interval of the "
            "sample. Dot and line: the borough. Short upright line: London.")  # fmt: skip
    notes = [html.P(f"Numbers of interviews are approximate: {each}.", className="note") for each in basis]
    return [heading, html.P(lead, className="sub"), _table(view), *notes]


def _table(view: ProfileView) -> Component:
    low, high = _scale(view)
    heads = [
        head("Question"), head("Share", view.name, "r"),
        head(f"{_percent(low)} to {_percent(high)}", "95% interval", "plot"),
        head("London", kind="r"), head("Gap", "points, 95% interval", "r"),
        head("Against London"), head("Change on year", "points, 95% interval", "r"), head("Last 36 months", kind="sp"),
    ]  # fmt: skip
    columns = ("s-name", "s-n", "s-plot", "s-n", "s-gap", "s-words", "s-gap", "b-sp")
    inside = [
        html.Caption("Survey answers in the borough beside London", className="vh"),
        html.Colgroup([html.Col(className=name) for name in columns]),
        html.Thead(row(heads), role="rowgroup"),
        html.Tbody([_row(view, each, low, high) for each in view.surveys], role="rowgroup"),
    ]  # fmt: skip
    return html.Table(inside, className="bt asked", role="table")


def _row(view: ProfileView, each: BoroughSurvey, low: float, high: float) -> Component:
    own = f"12 months to {month_name(each.period_end)}" if each.period_end != max(
        one.period_end for one in view.surveys) else ""  # fmt: skip
    spark = sparkline(each.values, (), (), "within", width=SPARK[0], height=SPARK[1])
    return row([
        name_cell(about(each.measure_id, each.name), own, asked(each)),
        cell([share(each.proportion), later(f" in {view.name}")], "r now"),
        Markup(tag="td", attributes={"className": "plot", "role": "cell"}, markup=_plot(each, low, high)),
        cell([later("London "), share(each.london_proportion)], "r ldn"),
        cell([later("Gap "), *_moved(each.gap_points, each.gap_lower, each.gap_upper)], "r gap"),
        cell(GAPS[each.gap_verdict], f"gw {each.gap_verdict}"),
        cell([later("On the year "), *_moved(each.change_points, each.change_lower, each.change_upper),
              small(CHANGES[each.change_verdict], f"v {each.change_verdict}")], "r chg"),
        picture(spark),
    ])  # fmt: skip


def _moved(number: float | None, lower: float | None, upper: float | None) -> list[Any]:
    if number is None:
        return ["–"]
    return [f"{points(number)} pts", small(interval(lower, upper, unit=""), "ci")]


def _scale(view: ProfileView) -> tuple[float, float]:
    """Round tenths that hold every interval and London."""
    found = [n for each in view.surveys for n in (each.proportion, each.lower, each.upper, each.london_proportion)
             if n is not None]  # fmt: skip
    low, high = min(found), max(found)
    return int(low * 10) / 10, min(1.0, (int(high * 10) + 1) / 10)


def _percent(share_: float) -> str:
    return f"{round(100 * share_)}%"


def _plot(each: BoroughSurvey, low: float, high: float) -> str:
    """Dot with its interval, London's line, a hairline a tenth; the row has the numbers."""
    width, height = PLOT
    middle = height / 2

    def x(value: float) -> float:
        return BORDER + (value - low) / (high - low) * (width - 2 * BORDER)

    drawn = "".join(_marks(each, low, high, x, middle))
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">{drawn}</svg>'


def _marks(each: BoroughSurvey, low: float, high: float, x: object, middle: float) -> Iterator[str]:
    if not callable(x):
        return
    for tenth in range(round(low * 10), round(high * 10) + 1):
        yield svg.line(x(tenth / 10), 0.0, x(tenth / 10), 2 * middle, stroke=theme.RULE)
    if each.lower is not None and each.upper is not None:
        yield svg.line(x(each.lower), middle, x(each.upper), middle, stroke=theme.ACCENT, stroke_width=2)
    if each.london_proportion is not None:
        at = x(each.london_proportion)
        yield svg.line(at, middle - 9, at, middle + 9, stroke=theme.INK, stroke_width=1.8)
    is_clear = each.gap_verdict in ("higher", "lower")
    fill = theme.ACCENT if is_clear else theme.PAGE
    yield svg.circle(x(each.proportion), middle, 4.6, fill=fill, stroke=theme.ACCENT, stroke_width=1.8)
