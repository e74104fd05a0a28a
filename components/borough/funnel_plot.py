"""The funnel as SVG at two widths: limits as curves, boroughs as dots, and the names of those that stand outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from components import theme
from components.borough import words
from components.borough.kinds import FunnelFigures
from components.borough.view import ProfileView
from components.figures import svg
from components.figures.scale import round_ticks
from components.text.numbers import count, plain, rate_decimals

Size = tuple[int, int, int, int]
WIDE: Size = (760, 54, 640, 330)  # width, left, right, height of the plot
NARROW: Size = (358, 44, 340, 300)
PLACES = {
    "above_998": "above the 99.8% limits",
    "above_95": "above the 95% limits",
    "within": "within the limits",
    "below_95": "below the 95% limits",
    "below_998": "below the 99.8% limits",
}
Place = Callable[[float], float]


def plot(view: ProfileView, found: FunnelFigures, size: Size, *, finding: str) -> str:
    width, left, right, height = size
    persons = [float(point["persons"]) for point in found.points]
    rates = [float(point["rate"]) for point in found.points]
    across = round_ticks(0.0, max(persons) / 1000, most=4 if width < 500 else 5, whole=True)
    up = round_ticks(0.0, max([*rates, found.target]), most=5)
    bottom = 14.0 + height

    def x(people: float) -> float:
        return left + people / 1000 / across[-1] * (right - left)

    def y(rate: float) -> float:
        return bottom - min(rate, up[-1]) / up[-1] * height

    parts = [*_axes(size, across, up, x, y, bottom), *_limits(found, x, y), *_points(view, found, x, y, size)]
    label = f"{finding} {found.name}, rates of 32 boroughs by number of residents."
    return svg.drawing(width, bottom + 44, *parts, label=label)


def _axes(size: Size, across: tuple[float, ...], up: tuple[float, ...], x: Place, y: Place,
          bottom: float) -> Iterator[str]:  # fmt: skip
    _, left, right, _ = size
    places = max(rate_decimals(up[1]) - 1, 0) if up[1] != int(up[1]) else 0
    for tick in up:
        if tick:
            yield svg.line(left, y(tick), right, y(tick), class_="grid", stroke=theme.RULE)
        yield svg.text(left - 8.0, y(tick) + 4.5, plain(tick, places), kind="ax end")
    yield svg.line(left, bottom, right, bottom, class_="base", stroke=theme.INK)
    for tick in across:
        yield svg.text(x(tick * 1000), bottom + 19.0, f"{count(tick)}{',000' if tick else ''}", kind="ax mid")
    yield svg.text((left + right) / 2, bottom + 38.0, "Residents", kind="ax mid")


def _limits(found: FunnelFigures, x: Place, y: Place) -> Iterator[str]:
    yield svg.line(x(found.lines["persons"][0]), y(found.target), x(found.lines["persons"][-1]), y(found.target),
                   stroke=theme.INK, stroke_width=1.2)  # fmt: skip
    for name, dash in (("95", "4 3"), ("998", None)):
        for side in ("lower", "upper"):
            line = zip(found.lines["persons"], found.lines[f"{side}_{name}"], strict=True)
            d = "M" + "L".join(f"{svg.number(x(people))} {svg.number(y(rate))}" for people, rate in line)
            yield svg.element("path", d=d, fill="none", stroke=theme.LINE_DATA, stroke_width=1.2, stroke_dasharray=dash)


def _points(view: ProfileView, found: FunnelFigures, x: Place, y: Place, size: Size) -> Iterator[str]:
    """Outside the limits filled, within hollow; this borough in the accent; names of those outside, apart enough."""
    own = view.area.slug
    for point in sorted(found.points, key=lambda each: each["slug"] == own):
        at = x(point["persons"]), y(point["rate"])
        is_out, is_own = point["place"] != "within", point["slug"] == own
        ink = theme.ACCENT if is_own else theme.INK_2
        yield svg.circle(*at, 6.0 if is_own else 4.2, fill=ink if is_out or is_own else theme.PAGE, stroke=ink,
                         stroke_width=1.5, data_tip=_tip(point, found))  # fmt: skip
    yield from _names(view, found, x, y, size)
    left = size[2] + 8.0 if size[0] > 500 else size[1] + 4.0  # on a phone at the left, where no borough is so small
    yield svg.text(left, y(found.target) + 4.5, f"All 32: {words.rate_words(found.target, found.target)}", kind="ax")


def _names(view: ProfileView, found: FunnelFigures, x: Place, y: Place, size: Size) -> Iterator[str]:
    """This borough's name first, then those outside, as long as none is written over another."""
    named = [p for p in found.points if p["slug"] == view.area.slug]
    if size[0] > 500:
        named += sorted(
            (p for p in found.points if p["place"] != "within" and p not in named), key=lambda p: -p["rate"]
        )
    taken: list[tuple[float, float]] = []
    for point in named:
        px, py = x(point["persons"]), y(point["rate"])
        if any(abs(py - ty) < 16 and abs(px - tx) < 150 for tx, ty in taken):
            continue
        taken.append((px, py))
        is_right = px > size[2] - 130
        is_own = point["slug"] == view.area.slug
        yield svg.text(px - 9.0 if is_right else px + 9.0, py + 4.5, point["name"],
                       kind=f"{'b' if is_own else 'ax'}{' end' if is_right else ''} halo",
                       ink=theme.ACCENT if is_own else None)  # fmt: skip


def _tip(point: Mapping[str, Any], found: FunnelFigures) -> str:
    rate = words.rate_words(point["rate"], found.target)
    return f"{point['name']}\n{rate} per 1,000 residents\n{PLACES[point['place']]}"
