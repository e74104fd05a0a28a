"""The level of a group by month with the ambition as a line, and under it the change on the year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components import theme
from components.figures import svg
from components.figures.scale import round_ticks
from components.figures.trend_marks import month_ticks
from components.text.numbers import count, signed
from components.workforce import words
from components.workforce.view import WorkforceView
from data.selection import month_name

TOP, GAP, AXIS = 24.0, 34.0, 28.0


@dataclass(frozen=True)
class Size:
    """Px: the drawing's width, the sides of its plots, and their heights. Drawn anew for each, never shrunk."""

    width: float
    left: float
    right: float
    level: float
    change: float


WIDE, NARROW = Size(760, 56, 640, 210, 96), Size(358, 48, 280, 160, 84)


@dataclass(frozen=True)
class Plot:
    """One panel's scale, from `low` to `high` between `top` and `bottom`."""

    top: float
    bottom: float
    low: float
    high: float

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def chart(view: WorkforceView, size: Size) -> str:
    """SVG; '' where the edition holds no months."""
    months = [each.month for each in view.months]
    levels = [each.strength[view.group] for each in view.months]
    changes = [each.on_year[view.group] for each in view.months]
    known = [value for value in levels if value is not None]
    if not known:
        return ""
    aim = view.ambition.officers if view.group == "officers" and view.ambition else None
    ticks = round_ticks(0.0, max([*known, aim or 0.0]) * 1.02, most=4, whole=True)
    upper = Plot(TOP, TOP + size.level, 0.0, ticks[-1])
    moved = [value for value in changes if value is not None] or [0.0]
    steps = round_ticks(min(0.0, *moved), max(0.0, 1.0, *moved), most=3, whole=True)
    lower = Plot(upper.bottom + GAP, upper.bottom + GAP + size.change, steps[0], steps[-1])
    step = (size.right - size.left) / len(months)
    xs = [size.left + (place + 0.5) * step for place in range(len(months))]
    parts = [
        *_grid(size, upper, ticks, signs=False), *_grid(size, lower, steps, signs=True),
        *_chosen(view, months, xs, upper, lower), *_ambition(aim, size, upper), *_line(levels, xs, upper),
        *_bars(changes, xs, step, lower), *_ends(view, months, levels, xs, size, upper, aim),
        *_months(months, xs, size, lower),
        svg.text(size.right + 8, lower.y(0) + 4.5, "on a year before", kind="ax sm") if size.width > 500 else "",
    ]  # fmt: skip
    return svg.drawing(size.width, lower.bottom + AXIS, *parts, label=words.chart_label(view))


def _grid(size: Size, plot: Plot, ticks: Sequence[float], *, signs: bool) -> list[str]:
    parts = []
    for tick in ticks:
        kind, ink = ("base", theme.INK) if not tick else ("grid", theme.RULE)
        parts.append(svg.line(size.left, plot.y(tick), size.right, plot.y(tick), class_=kind, stroke=ink))
        said = signed(tick) if signs else count(tick)
        parts.append(svg.text(size.left - 7, plot.y(tick) + 4.5, said, kind="ax end"))
    return parts


def _ambition(aim: float | None, size: Size, plot: Plot) -> list[str]:
    if aim is None:
        return []
    y = plot.y(aim)
    return [svg.line(size.left, y, size.right, y, stroke=theme.INK, stroke_dasharray="5 4", class_="ambition")]


def _line(levels: Sequence[float | None], xs: Sequence[float], plot: Plot) -> list[str]:
    """Broken where a month is missing."""
    runs: list[list[str]] = [[]]
    for x, value in zip(xs, levels, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append(f"{svg.number(x)} {svg.number(plot.y(value))}")
    look = {"fill": "none", "stroke": theme.ACCENT, "stroke_width": "2.6", "stroke_linejoin": "round"}
    drawn = [svg.element("path", d="M" + "L".join(run), **look) for run in runs if len(run) > 1]
    return drawn + [svg.element("path", d=f"M{run[0]}h0", **{**look, "stroke_linecap": "round"})
                    for run in runs if len(run) == 1]  # fmt: skip


def _bars(changes: Sequence[float | None], xs: Sequence[float], step: float, plot: Plot) -> list[str]:
    """One path a side: above nought, and below it."""
    parts = []
    for colour, is_up in ((theme.HIGHER, True), (theme.LOWER, False)):
        d = "".join(
            f"M{svg.number(x)} {svg.number(plot.y(0))}V{svg.number(plot.y(value))}"
            for x, value in zip(xs, changes, strict=True)
            if value is not None and value and (value > 0) == is_up
        )
        if d:
            parts.append(svg.element("path", d=d, fill="none", stroke=colour, stroke_width=max(step * 0.7, 1.0)))
    return parts


def _chosen(view: WorkforceView, months: Sequence[date], xs: Sequence[float], upper: Plot, lower: Plot) -> list[str]:
    """The month that is looked at, where it is not the last."""
    if view.selection.month not in months[:-1]:
        return []
    x = xs[months.index(view.selection.month)]
    return [svg.line(x, upper.top - 4, x, lower.bottom, stroke=theme.INK_3, stroke_dasharray="1.5 2.5"),
            svg.text(x, upper.top - 8, month_name(view.selection.month, short=True), kind="ax mid")]  # fmt: skip


def _ends(
    view: WorkforceView, months: Sequence[date], levels: Sequence[float | None], xs: Sequence[float], size: Size,
    plot: Plot, aim: float | None,
) -> list[str]:  # fmt: skip
    """The latest figure beside the end of the line, and what the dashed line is, far enough apart to be read."""
    place = max(index for index, value in enumerate(levels) if value is not None)
    value = levels[place] or 0.0
    y, x = plot.y(value), size.right + 8
    dot = svg.circle(xs[place], y, 4.0, fill=theme.ACCENT)
    said = [svg.text(x, y + 5, count(value), kind="b", ink=theme.ACCENT),
            svg.text(x, y + 21, month_name(months[place], short=True), kind="ax sm")]  # fmt: skip
    if aim is None:
        return [dot, *said]
    above = min(plot.y(aim) - 2, y - 12) if aim >= value else max(plot.y(aim) + 6, y + 38)
    return [
        dot,
        *said,
        svg.text(x, above, f"Ambition {count(aim)}" if size.width > 500 else f"Aim {count(aim)}", kind="sm"),
    ]


def _months(months: Sequence[date], xs: Sequence[float], size: Size, plot: Plot) -> list[str]:
    parts = []
    for month in month_ticks(months[0], months[-1]):
        x = xs[months.index(month)] if month in months else size.left
        parts.append(svg.line(x, plot.bottom, x, plot.bottom + 5, stroke=theme.INK))
        kind = "ax" if x - size.left < 26 else "ax mid"
        parts.append(
            svg.text(x if kind == "ax mid" else size.left, plot.bottom + 20, month_name(month, short=True), kind=kind)
        )
    return parts
