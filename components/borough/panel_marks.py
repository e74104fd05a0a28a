"""The lines, dots and labels of a priority's chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from components import theme
from components.borough.kinds import BoroughRow
from components.borough.panel_size import Size
from components.figures import svg
from components.text.numbers import count
from components.trends.labels import spread

SIDES = {"higher": theme.HIGHER, "lower": theme.LOWER}
GAP = 16.0
Scale = Callable[[float], float]  # a value's y
Pair = tuple[float, float]


def centre(row: BoroughRow, upper: float) -> float:
    """The centre of a month from its upper limit: both are the month's season times the row's."""
    middle, half = row.centre or 0.0, row.half_width or 0.0
    return upper * middle / (middle + half) if middle + half else 0.0


def runs(values: list[Pair | None]) -> Iterator[list[tuple[int, Pair]]]:
    """Unbroken stretches with their places."""
    run: list[tuple[int, Pair]] = []
    for place, value in enumerate([*values, None]):
        if value is not None:
            run.append((place, value))
        elif run:
            yield run
            run = []


def joined(points: list[Pair]) -> str:
    """A path through points."""
    return "M" + "L".join(f"{svg.number(x)} {svg.number(y)}" for x, y in points)


def lines(points: list[tuple[float, float] | None], settled: int) -> Iterator[str]:
    """Solid to the last settled month, dashed from there; a gap breaks the line."""
    for first, last, dash in ((0, settled, None), (max(settled - 1, 0), len(points), "3 3")):
        if dash and settled == len(points):
            return
        cut = [point if first <= place < last else None for place, point in enumerate(points)]
        for run in runs(cut):
            if len(run) > 1:
                yield svg.element("path", d=joined([point for _, point in run]), fill="none", stroke=theme.INK_2,
                                  stroke_width=1.5, stroke_linejoin="round", stroke_dasharray=dash)  # fmt: skip


def dots(row: BoroughRow, points: list[tuple[float, float] | None], late: list[int]) -> Iterator[str]:
    """What lies outside its range in a judged month, what may be revised, and the last month."""
    ranges = list(zip(row.range_lower, row.range_upper, strict=True)) or [(None, None)] * len(points)
    for place, (point, (low, high)) in enumerate(zip(points, ranges, strict=True)):
        value = row.values[place]
        if point is None or value is None:
            continue
        outside = _outside(value, low, high) if place >= row.judged_from else ""
        if place in late:
            yield svg.circle(*point, 4.0, fill=theme.PAGE, stroke=SIDES.get(outside, theme.INK_2), stroke_width=1.8)
        elif outside:
            yield svg.circle(*point, 4.6, fill=SIDES[outside], class_=f"outside {outside}")
        elif place == len(points) - 1:
            yield svg.circle(*point, 4.0, fill=SIDES.get(row.signal, theme.INK_2))


def _outside(value: float, low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return ""
    return "higher" if value > high else "lower" if value < low else ""


def labels(row: BoroughRow, size: Size, at: Scale) -> Iterator[str]:
    """The limits of the last month at the right, apart enough to be read."""
    lower, upper = (row.range_lower or (None,))[-1], (row.range_upper or (None,))[-1]
    if lower is None or upper is None:
        return
    named = [("Upper", upper), ("Average", centre(row, upper)), ("Lower", lower)]
    places = spread([at(value) for _, value in named], GAP, float(size.top), float(size.bottom))
    for (name, value), place in zip(named, places, strict=True):
        yield svg.text(size.right + 9.0, place + 4.5, f"{name} {count(value)}", kind="ax")
