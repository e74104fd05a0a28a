"""A monthly share as a line with its interval as a shade, in the range expected of it; drawn on the server.

The scale holds everything drawn, and need not start at nought: the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from components import theme
from components.figures import svg
from components.figures.scale import Scale, round_ticks
from data.periods import month_name, months_between

INTERVAL = "#C3D7E4"  # the accent, pale: told from the grey band by its line as well
LABEL_GAP = 16.0  # between labels at the right
DOTS = {"higher": theme.HIGHER, "lower": theme.LOWER}


@dataclass(frozen=True, kw_only=True)
class SharePoint:
    """One month. Per cent; None where there is no figure, or no range to expect."""

    month: date
    share: float | None
    lower: float | None
    upper: float | None
    expected_lower: float | None
    expected_upper: float | None
    centre: float | None
    signal: str


@dataclass(frozen=True)
class Frame:
    """The size of the drawing and of the plot in it, in pixels."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    ticks: int  # month labels at the most


DESKTOP = Frame(1184, 330, 48, 1048, 16, 292, 9)
PHONE = Frame(358, 300, 40, 282, 16, 262, 4)


def share_series(points: Sequence[SharePoint], frame: Frame, *, label: str, chosen: date | None) -> str:
    """The drawing; `chosen` is the month told of in words. Months without a figure break line and shade."""
    ticks = scale_ticks(drawn_values(points))
    down = Scale(ticks, float(frame.bottom), float(frame.top))
    across = Scale((0.0, float(max(len(points) - 1, 1))), float(frame.left), float(frame.right))
    parts = [*_grid(ticks, down, frame), *_expected(points, across, down), *_interval(points, across, down),
             *_line(points, across, down), *_marked(points, across, down, chosen), *_months(points, across, frame),
             *_labels(points, down, frame)]  # fmt: skip
    return svg.drawing(frame.width, frame.height, *parts, label=label)


def drawn_values(points: Sequence[SharePoint]) -> list[float]:
    """Every value that the scale must hold."""
    return [value for each in points for value in (each.share, each.lower, each.upper, each.expected_lower,
            each.expected_upper) if value is not None]  # fmt: skip


def scale_ticks(values: Iterable[float]) -> tuple[float, ...]:
    """Round ticks about the values, within 0 to 100."""
    held = [*values] or [0.0, 100.0]
    ticks = round_ticks(max(min(held) - 1, 0.0), min(max(held) + 1, 100.0), most=5)
    return tuple(tick for tick in ticks if 0 <= tick <= 100)


def _grid(ticks: Sequence[float], down: Scale, frame: Frame) -> Iterator[str]:
    for tick in ticks:
        yield svg.line(frame.left, down.x(tick), frame.right, down.x(tick), class_="grid")
        yield svg.text(frame.left - 8.0, down.x(tick) + 4.5, f"{tick:g}%", kind="ax end")
    yield svg.line(frame.left, frame.bottom, frame.right, frame.bottom, class_="base")


def runs(points: Sequence[SharePoint], fields: Sequence[str]) -> list[list[int]]:
    """Places of neighbouring points that have all these fields."""
    found: list[list[int]] = [[]]
    for place, each in enumerate(points):
        if all(getattr(each, field) is not None for field in fields):
            found[-1].append(place)
        elif found[-1]:
            found.append([])
    return [run for run in found if run]


def _area(points: Sequence[SharePoint], low: str, high: str, across: Scale, down: Scale, fill: str) -> Iterator[str]:
    for run in runs(points, (low, high)):
        there = [f"{svg.number(across.x(i))},{svg.number(down.x(getattr(points[i], high)))}" for i in run]
        back = [f"{svg.number(across.x(i))},{svg.number(down.x(getattr(points[i], low)))}" for i in reversed(run)]
        yield svg.element("polygon", points=" ".join([*there, *back]), fill=fill)


def _expected(points: Sequence[SharePoint], across: Scale, down: Scale) -> Iterator[str]:
    yield from _area(points, "expected_lower", "expected_upper", across, down, theme.TINT_2)
    yield from _paths(points, "centre", across, down, stroke=theme.INK_3, stroke_width=1.2, stroke_dasharray="4 3")


def _interval(points: Sequence[SharePoint], across: Scale, down: Scale) -> Iterator[str]:
    yield from _area(points, "lower", "upper", across, down, INTERVAL)


def _paths(
    points: Sequence[SharePoint], field: str, across: Scale, down: Scale, **look: svg.Attribute
) -> Iterator[str]:
    for run in runs(points, (field,)):
        places = " ".join(f"{svg.number(across.x(i))},{svg.number(down.x(getattr(points[i], field)))}" for i in run)
        yield svg.element("polyline", points=places, fill="none", **look)


def _line(points: Sequence[SharePoint], across: Scale, down: Scale) -> Iterator[str]:
    yield from _paths(points, "share", across, down, stroke=theme.ACCENT, stroke_width=2.6)
    for run in runs(points, ("share",)):
        if len(run) == 1:  # no neighbour to be joined to
            yield svg.circle(across.x(run[0]), down.x(points[run[0]].share or 0.0), 3.0, fill=theme.ACCENT)


def _marked(points: Sequence[SharePoint], across: Scale, down: Scale, chosen: date | None) -> Iterator[str]:
    """A larger dot for each month outside its range, and for the one told of."""
    for place, each in enumerate(points):
        if each.share is not None and (each.signal in DOTS or each.month == chosen):
            radius, fill = (5.5, theme.ACCENT) if each.signal not in DOTS else (5.5, DOTS[each.signal])
            yield svg.circle(across.x(place), down.x(each.share), radius, fill=fill)


def _months(points: Sequence[SharePoint], across: Scale, frame: Frame) -> Iterator[str]:
    step = next((size for size in (1, 2, 3, 6, 12, 24) if len(points) <= size * frame.ticks), 24)
    first = points[0].month
    for place in range(len(points)):
        month = points[place].month
        if (months_between(date(2000, 1, 1), month) % step == 0) or (step >= len(points) and month == first):
            yield svg.line(across.x(place), frame.bottom, across.x(place), frame.bottom + 5.0, stroke=theme.INK)
            yield svg.text(across.x(place), frame.bottom + 21.0, month_name(month, short=True), kind="ax mid")


def _labels(points: Sequence[SharePoint], down: Scale, frame: Frame) -> Iterator[str]:
    """The latest share and the limits of its range, at the right; moved apart where they would lie on one another."""
    last = next((each for each in reversed(points) if each.share is not None), None)
    if last is None or last.share is None:
        return
    wanted = [(down.x(last.share) + 5.0, f"{last.share:.0f}%", "b", theme.ACCENT)]
    if last.expected_lower is not None and last.expected_upper is not None:
        wanted += [(down.x(limit) + 4.0, f"{limit:.1f}% {which}", "ax", theme.INK_3)
                   for limit, which in ((last.expected_upper, "upper"), (last.expected_lower, "lower"))]
    for y, words_, kind, ink in _apart(sorted(wanted)):
        yield svg.text(frame.right + 10.0, y, words_, kind=kind, ink=ink)


def _apart(labels: list[tuple[float, str, str, str]]) -> Iterator[tuple[float, str, str, str]]:
    above = -LABEL_GAP
    for y, *rest in labels:
        above = max(y, above + LABEL_GAP)
        yield (above, *rest)  # type: ignore[misc]
