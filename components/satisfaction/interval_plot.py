"""Gaps with their intervals on one shared scale: a dot with its bar, filled where it is more than chance."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from components import theme
from components.elements import Markup
from components.figures import svg
from components.figures.scale import Scale, round_ticks

WIDTH, ROW, HEAD = 260, 40, 34
EDGE = 14.0


def scale(ends: Iterable[float | None]) -> Scale:
    """Round points that hold every end, and nought."""
    held = [0.0, *(end for end in ends if end is not None)]
    return Scale(round_ticks(min(held), max(held), most=4, whole=True), EDGE, WIDTH - EDGE)


def axis(at: Scale, *, low: str = "", high: str = "") -> str:
    """The head of the column: ticks, and what either side means. Hidden from those who hear the numbers."""
    ticks = "".join(svg.text(at.x(tick), 31, f"{tick:g}".replace("-", "−"), kind="ax mid") for tick in at.ticks)
    ends = svg.text(0, 12, low, kind="ax") + svg.text(WIDTH, 12, high, kind="ax end")
    return _drawn(ticks + ends, HEAD)


def axis_head(at: Scale, *, low: str, high: str) -> Component:
    """The column's head; to those who do not see the ticks it says what is drawn."""
    said = html.Span("Drawn with its interval", className="vh")
    return html.Th([said, Markup(tag="span", markup=axis(at, low=low, high=high))], scope="col", className="iv")


def interval(at: Scale, value: float | None, lower: float | None, upper: float | None, *, is_clear: bool) -> str:
    """A row's dot and bar; the row has the numbers."""
    middle, ink = ROW / 2, theme.ACCENT if is_clear else theme.INK_3
    parts = [svg.line(at.x(tick), 0, at.x(tick), ROW, stroke=theme.INK if tick == 0 else theme.RULE,
                      stroke_width=1.3 if tick == 0 else 1) for tick in at.ticks]  # fmt: skip
    if lower is not None and upper is not None:
        parts.append(svg.line(at.x(lower), middle, at.x(upper), middle, stroke=ink, stroke_width=2.2))
        parts += [svg.line(at.x(end), middle - 4.5, at.x(end), middle + 4.5, stroke=ink, stroke_width=2)
                  for end in (lower, upper)]  # fmt: skip
    if value is not None:
        parts.append(svg.circle(at.x(value), middle, 5, fill=ink if is_clear else theme.PAGE, stroke=ink,
                                stroke_width=2))  # fmt: skip
    return _drawn("".join(parts), ROW)


def _drawn(parts: str, height: int) -> str:
    return f'<svg viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" aria-hidden="true">{parts}</svg>'
