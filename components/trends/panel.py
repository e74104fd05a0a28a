"""One panel: axes, expected range, lines and dots of a series, as SVG."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.trends.compared import figure_sentence
from components.trends.events import Placed, event_lines, event_names
from components.trends.frame import AXIS, Frame, Size, frame, month_labels, provisional_months
from components.trends.labels import end_labels
from components.trends.lines import average_line, before_line, dots, main_line
from components.trends.view import SeriesView, TrendsView
from components.trends.words import tick_words
from data.selection import month_name

DOTTED = "1.5 2.5"
BREAK_WORDS = 130.0  # pixels that the words of a break take


def panel(view: TrendsView, series: SeriesView, size: Size, placed: Placed, *, names_events: bool) -> str:
    """The drawing. `names_events`: the first panel bears the events' names; all bear their lines."""
    top = (placed.height if names_events else 0.0) + 10.0
    place = frame(view, series, size, top=top)
    parts = [
        _shade(view, series, place), *band(series, place), *_axes(view, series, place),
        *event_lines(placed, place, names=names_events, breaks=[place.edge(b.month) for b in series.breaks]),
        *_breaks(series, place, names=False),
        *(before_line(series, place) if view.selection.compare.value == "year" else ()),
        *main_line(series, place), *average_line(series, place), *dots(series, place),
        *_breaks(series, place, names=True),  # their words stand over the lines, or the lines would strike them through
        *end_labels(view, series, place),
    ]  # fmt: skip
    names = event_names(placed) if names_events else []
    label = f"{series.name}. {figure_sentence(view, series)}"
    return svg.drawing(size.width, place.bottom + AXIS, *parts, *names, label=label)


def _shade(view: TrendsView, series: SeriesView, place: Frame) -> str:
    """The months that may still be revised."""
    late = provisional_months(view, series)
    if not late:
        return ""
    left, right = place.edge(late[0]), place.edge(late[-1]) + place.step
    return svg.rect(left, place.top, right - left, place.size.height, fill=theme.PROVISIONAL_BAND)


def band(series: SeriesView, place: Frame) -> list[str]:
    """The expected range, half a month wider than its months on either side, and its dashed centre."""
    rows = [row for row in series.rows if row.lower is not None and row.upper is not None and row.centre is not None]
    if not rows:
        return []
    half = place.step / 2
    xs = [place.dot(rows[0]) - half, *(place.dot(row) for row in rows), place.dot(rows[-1]) + half]

    def edge(values: list[float]) -> list[tuple[float, float]]:
        return list(zip(xs, [place.y(v) for v in (values[0], *values, values[-1])], strict=True))

    upper, lower = edge([row.upper or 0.0 for row in rows]), edge([row.lower or 0.0 for row in rows])
    centre = edge([row.centre or 0.0 for row in rows])
    return [
        svg.element("path", d=f"{joined([*upper, *reversed(lower)])}Z", fill=theme.TINT_2, class_="range"),
        svg.element("path", d=joined(centre), fill="none", stroke=theme.INK_3, stroke_width=1, stroke_dasharray="2 3"),
    ]


def joined(points: list[tuple[float, float]]) -> str:
    """A path through points."""
    return "M" + "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in points)


def _axes(view: TrendsView, series: SeriesView, place: Frame) -> list[str]:
    left, right = place.size.left, place.size.right
    parts = []
    for tick in place.ticks:
        y = place.y(tick)
        if tick:
            parts.append(svg.line(left, y, right, y, class_="grid", stroke=theme.RULE))
        parts.append(svg.text(left - 7, y + 4.5, tick_words(view, tick, place.ticks), kind="ax end"))
    parts.append(svg.line(left, place.bottom, right, place.bottom, class_="base", stroke=theme.INK))
    for x, words in month_labels(place):
        parts.append(svg.line(x, place.bottom, x, place.bottom + 5, stroke=theme.INK))
        kind = "ax mid"
        if x - left < 26:
            x, kind = float(left), "ax"
        elif right - x < 26 and not place.size.is_phone:
            x, kind = x + 24, "ax end"
        parts.append(svg.text(x, place.bottom + 20, words, kind=kind))
    return parts


def _breaks(series: SeriesView, place: Frame, *, names: bool) -> list[str]:
    """Where figures before and after cannot be compared: a dotted line, or its words with their month."""
    parts = []
    for broken in series.breaks:
        x = place.edge(broken.month)
        if not names:
            dotted = {"stroke": theme.INK, "stroke_dasharray": DOTTED, "class_": "break"}
            parts.append(svg.line(x, place.top, x, place.bottom, **dotted))
            continue
        is_before, y = _free(series, place, x)
        words = f"Series break, {month_name(broken.month, short=True)}"
        at, kind = (x - 5, "ax end halo") if is_before else (x + 5, "ax halo")
        parts.append(svg.text(at, y, words, kind=kind))
    return parts


def _free(series: SeriesView, place: Frame, x: float) -> tuple[bool, float]:
    """Where a break's words hide no figure: before its line or after it, at the foot of the panel or at its head.

    The side with more room first; where the words fit nowhere they stand at its foot.
    """
    is_late = x > (place.size.left + place.size.right) / 2
    foot, head = place.bottom - 8, place.top + 12
    for is_before, y in ((is_late, foot), (is_late, head), (not is_late, foot), (not is_late, head)):
        left = x - BREAK_WORDS if is_before else x
        near = [row for row in series.rows if row.value is not None and left <= place.dot(row) <= left + BREAK_WORDS]
        has_room = place.size.left <= left and left + BREAK_WORDS <= place.size.right
        if has_room and not any(y - 20 < place.y(row.value or 0.0) < y + 8 for row in near):
            return is_before, y
    return is_late, foot
