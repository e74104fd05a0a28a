"""The funnel as SVG: share against number of interviews, limits as curves, boroughs as dots that never hide another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from components import theme
from components.figures import svg
from components.figures.scale import round_ticks
from components.satisfaction.map_side import place_of
from components.satisfaction.view import Answer, Funnel, SatisfactionView
from components.text.numbers import count

DOT, TOP = 4.6, 14.0
APART = 2 * DOT + 1.6
LINE = 15.0  # of names
LETTER = 6.4  # px of a letter, about
PER_CENT = {"95": "95%", "998": "99.8%"}


class Size(NamedTuple):
    """Width, the sides of the plot, and its height, in px."""

    width: int
    left: int
    right: int
    height: int


WIDE, NARROW = Size(444, 44, 436, 380), Size(358, 40, 350, 320)


class Scales(NamedTuple):
    size: Size
    across: tuple[float, ...]
    up: tuple[float, ...]

    def x(self, base: float) -> float:
        low, high = self.across[0], self.across[-1]
        return self.size.left + (base - low) / (high - low) * (self.size.right - self.size.left)

    def y(self, proportion: float) -> float:
        low, high = self.up[0], self.up[-1]
        return TOP + self.size.height - (100 * proportion - low) / (high - low) * self.size.height


class Dot(NamedTuple):
    row: Answer
    x: float
    y: float


def plot(view: SatisfactionView, found: Funnel, size: Size, *, label: str) -> str:
    held = [row for row in view.boroughs if row.proportion is not None and row.base]
    scales = _scales(found, held, size)
    bottom = TOP + size.height
    parts = [*_axes(found, scales, bottom), *_limits(found, scales), *_dots(view, found, scales, held)]
    return svg.drawing(size.width, bottom + 44, *parts, label=label)


def _scales(found: Funnel, held: Sequence[Answer], size: Size) -> Scales:
    ends = [100 * (row.proportion or 0.0) for row in held]
    ends += [100 * found.lines[name][-1] for name in ("lower_998", "upper_998")]
    base = found.lines["base"]
    return Scales(size, round_ticks(base[0], base[-1], most=4, whole=True),
                  round_ticks(min(ends), max(ends), most=6, whole=True))  # fmt: skip


def _axes(found: Funnel, scales: Scales, bottom: float) -> Iterator[str]:
    size = scales.size
    for tick in scales.up:
        yield svg.line(size.left, scales.y(tick / 100), size.right, scales.y(tick / 100), class_="grid",
                       stroke=theme.RULE)  # fmt: skip
        yield svg.text(size.left - 8.0, scales.y(tick / 100) + 4.5, f"{tick:g}%", kind="ax end")
    yield svg.line(size.left, bottom, size.right, bottom, class_="base", stroke=theme.INK)
    for tick in scales.across:
        yield svg.text(min(scales.x(tick), size.right - 14.0), bottom + 19, count(tick), kind="ax mid")
    named = "Interviews in the year, approximate" if found.is_approximate else "Interviews in the year"
    yield svg.text((size.left + size.right) / 2, bottom + 38, named, kind="ax mid")


def _limits(found: Funnel, scales: Scales) -> Iterator[str]:
    base = found.lines["base"]
    low, high = scales.up[0] / 100, scales.up[-1] / 100
    yield svg.line(scales.x(base[0]), scales.y(found.target), scales.x(base[-1]), scales.y(found.target),
                   stroke=theme.INK, stroke_width=1.2)  # fmt: skip
    for name, dash in (("95", "4 3"), ("998", None)):
        for side in ("lower", "upper"):
            ends = found.lines[f"{side}_{name}"]
            line = [(at, end) for at, end in zip(base, ends, strict=True) if low <= end <= high]
            if len(line) > 1:
                d = "M" + "L".join(f"{svg.number(scales.x(at))} {svg.number(scales.y(end))}" for at, end in line)
                yield svg.element("path", d=d, fill="none", stroke=theme.LINE_DATA, stroke_width=1.2,
                                  stroke_dasharray=dash)  # fmt: skip
                if side == "upper":
                    at, end = line[0]
                    yield svg.text(scales.x(at) + 2, scales.y(end) - 5, PER_CENT[name], kind="ax sm halo")


def _dots(view: SatisfactionView, found: Funnel, scales: Scales, held: Sequence[Answer]) -> Iterator[str]:
    """Outside the limits filled, within hollow; the chosen borough in the accent, and last, so that it lies on top."""
    placed = sorted(swarm(scales, held), key=lambda dot: dot.row.slug == view.selection.area)
    for dot in placed:
        is_own, is_out = dot.row.slug == view.selection.area, _is_out(view, dot.row)
        ink = theme.ACCENT if is_own else theme.INK_2
        yield svg.circle(dot.x, dot.y, DOT + (1.4 if is_own else 0), fill=ink if is_out or is_own else theme.PAGE,
                         stroke=ink, stroke_width=1.5)  # fmt: skip
    yield from _names(view, scales, placed)


def swarm(scales: Scales, held: Sequence[Answer]) -> list[Dot]:
    """Every dot at its height; those that would lie on another step aside, to the right and the left in turn."""
    placed: list[Dot] = []
    for row in sorted(held, key=lambda each: (each.proportion or 0.0, each.name)):
        at, y = scales.x(row.base or 0.0), scales.y(row.proportion or 0.0)
        for step in range(2 * len(held)):
            x = at + (step + 1) // 2 * APART * (1 if step % 2 else -1)
            if all((dot.x - x) ** 2 + (dot.y - y) ** 2 >= APART**2 - 0.01 for dot in placed):
                break
        placed.append(Dot(row, x, y))
    return placed


def _is_out(view: SatisfactionView, row: Answer) -> bool:
    return place_of(view, row)[:5] in ("above", "below")


def _names(view: SatisfactionView, scales: Scales, placed: Sequence[Dot]) -> Iterator[str]:
    """The names of those above the limits, and of those below, each in a block beside its highest dot; and the chosen
    borough's, where it stands in neither."""
    x = max(dot.x for dot in placed) + DOT + 8
    taken: list[float] = []
    for side in ("above", "below"):
        block = sorted((dot for dot in placed if place_of(view, dot.row).startswith(side)),
                       key=lambda dot: (dot.y, dot.row.name))  # fmt: skip
        for line, dot in enumerate(block):
            y = min(dot.y for dot in block) + line * LINE + 4.5
            taken.append(y)
            yield _name(view, dot, min(x, _last(scales, dot)), y)
    for dot in placed:
        y = dot.y + 4.5
        is_own = dot.row.slug == view.selection.area and not _is_out(view, dot.row)
        if is_own and all(abs(y - other) >= LINE for other in taken):
            yield _name(view, dot, min(x, _last(scales, dot)), y)


def _last(scales: Scales, dot: Dot) -> float:
    """Where a name may begin at the latest."""
    return scales.size.width - LETTER * len(dot.row.name)


def _name(view: SatisfactionView, dot: Dot, x: float, y: float) -> str:
    is_own = dot.row.slug == view.selection.area
    ink = theme.ACCENT if is_own else theme.INK
    return svg.text(x, y, dot.row.name, kind=f"{'b' if is_own else 'ax'} halo", ink=ink)
