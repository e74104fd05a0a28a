"""A small line without axes beside a row of figures: the last months, the expected range, and where the last stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from components import theme

DOTS = {"higher": theme.HIGHER, "lower": theme.LOWER}
UNITS = 2  # whole numbers of half a pixel: a path in them is half as long as one with decimals
SIDE, EDGE = 4, 8  # room at the left, and at the right, top and bottom, where the last dot may stand

Numbers = Sequence[float | None]
Place = tuple[int, int]


def sparkline(
    values: Numbers, lower: Numbers, upper: Numbers, signal: str, *, judged_from: int = 0,
    width: int = 168, height: int = 34,
) -> str:
    """An SVG of one value a month, oldest first, on its own scale; hidden from screen readers: the row has the numbers.

    `lower` and `upper` (as long as `values`, or empty) are the expected range. None and NaN break the line and the
    band. The last month has a dot in the colour of `signal`, hollow while it is provisional; months from index
    `judged_from` that lie outside the band have a small one. Without any value there is nothing to draw: ''.
    """
    given = [_known(values), _known(lower) or [None] * len(values), _known(upper) or [None] * len(values)]
    if len({len(numbers) for numbers in given}) > 1:
        raise ValueError(f"the range has {len(lower)} and {len(upper)} months, the line {len(values)}")
    everything = [number for numbers in given for number in numbers if number is not None]
    if all(number is None for number in given[0]):
        return ""
    line, low, high = _placed(given, min(everything), max(everything), width * UNITS, height * UNITS)
    dots = _outside(given, line, judged_from) + _last(line, signal)
    return (
        f'<svg class="spark" viewBox="0 0 {width * UNITS} {height * UNITS}" width="{width}" height="{height}" '
        f'aria-hidden="true">{_band(low, high)}{_line(line)}{dots}</svg>'
    )  # fmt: skip


def _known(numbers: Numbers) -> list[float | None]:
    return [None if number is None or math.isnan(number) else float(number) for number in numbers]


def _placed(given: list[list[float | None]], least: float, most: float, width: int, height: int,
            ) -> list[list[Place | None]]:  # fmt: skip
    """Where each number stands; with one number only, half-way up."""
    step = (width - SIDE - EDGE) / max(len(given[0]) - 1, 1)
    spread, rise = most - least, height - 2 * EDGE

    def place(index: int, number: float) -> Place:
        share = (number - least) / spread if spread else 0.5
        return round(SIDE + index * step), round(height - EDGE - share * rise)

    return [[None if n is None else place(i, n) for i, n in enumerate(numbers)] for numbers in given]


def _path(places: Iterable[Place]) -> str:
    """`M4 30l9-3 9 5`: the first place, then steps."""
    points = list(places)
    (x, y), steps = points[0], []
    for nx, ny in points[1:]:
        steps.append(f"{nx - x} {ny - y}")
        x, y = nx, ny
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps) or '0 0'}".replace(" -", "-")


def _runs(places: Sequence[Place | None]) -> list[list[Place]]:
    """The unbroken stretches."""
    runs: list[list[Place]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if run]


def _band(low: Sequence[Place | None], high: Sequence[Place | None]) -> str:
    both = [(a, b) if a and b else None for a, b in zip(low, high, strict=True)]
    tops, feet = _runs([pair and pair[1] for pair in both]), _runs([pair and pair[0] for pair in both])
    drawn = "".join(_path([*top, *reversed(foot)]) + "z" for top, foot in zip(tops, feet, strict=True))
    return f'<path d="{drawn}" fill="{theme.TINT_2}"/>' if drawn else ""


def _line(line: Sequence[Place | None]) -> str:
    """A month between two gaps is a point: a line of no length with a round end."""
    drawn = "".join(_path(run) for run in _runs(line))
    stroke = f'stroke="{theme.INK_2}" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round"'
    return f'<path d="{drawn}" fill="none" {stroke}/>'


def _outside(given: list[list[float | None]], line: Sequence[Place | None], judged_from: int) -> str:
    dots = []
    for value, low, high, place in list(zip(*given, line, strict=True))[judged_from:-1]:
        if place and value is not None and low is not None and high is not None and not low <= value <= high:
            colour = theme.HIGHER if value > high else theme.LOWER
            dots.append(f'<circle cx="{place[0]}" cy="{place[1]}" r="3.6" fill="{colour}"/>')
    return "".join(dots)


def _last(line: Sequence[Place | None], signal: str) -> str:
    place = line[-1]
    if place is None:
        return ""
    hollow = f'fill="{theme.PAGE}" stroke="{theme.INK_2}" stroke-width="2.4"'
    look = hollow if signal == "provisional" else f'fill="{DOTS.get(signal, theme.INK_2)}"'
    return f'<circle cx="{place[0]}" cy="{place[1]}" r="6.2" {look}/>'
