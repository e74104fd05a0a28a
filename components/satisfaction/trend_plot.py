"""The answers over time as SVG: the line with its 95% band, its highest point and its end labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components import theme
from components.figures import svg
from components.figures.scale import round_ticks
from components.satisfaction.view import Answer
from components.satisfaction.words import share, share_between
from data.selection import month_name

BAND = ".17"
GAP_IN_MONTHS = 3  # figures further apart than this are not joined


@dataclass(frozen=True)
class Size:
    """Width, the sides of the plot, and its height, in px. Drawn anew for each, never shrunk."""

    width: int
    left: int
    right: int
    height: int


WIDE, NARROW = Size(768, 44, 650, 256), Size(358, 40, 254, 200)
TOP, AXIS = 14.0, 30.0


@dataclass(frozen=True)
class Scales:
    size: Size
    ticks: tuple[float, ...]  # per cent
    first: date
    last: date

    @property
    def bottom(self) -> float:
        return TOP + self.size.height

    def x(self, month: date) -> float:
        whole = max(_months(self.first, self.last), 1)
        return self.size.left + _months(self.first, month) / whole * (self.size.right - self.size.left)

    def y(self, proportion: float) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return self.bottom - (100 * proportion - low) / (high - low) * self.size.height


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def ticks(series: Sequence[Answer]) -> tuple[float, ...]:
    """Round per cents that hold every interval."""
    ends = [100 * end for row in series for end in (row.lower, row.upper, row.proportion) if end is not None]
    return tuple(tick for tick in round_ticks(min(ends), max(ends), most=5, whole=True) if 0 <= tick <= 100)  # noqa: PLR2004


def plot(series: Sequence[Answer], size: Size, *, breaks: Sequence[date], chosen: date, label: str) -> str:
    """`series`: at least one figure; `breaks`: months in which the series breaks; `chosen`: the period marked."""
    known = [row for row in series if row.proportion is not None]
    place = Scales(size, ticks(known), known[0].period_end, known[-1].period_end)
    runs = _runs(known, breaks)
    parts = [*_axes(place, known), *(_band(run, place) for run in runs), *(_line(run, place) for run in runs if run),
             *_peak(known, place), *_end(known, place), *_chosen(known, place, chosen)]  # fmt: skip
    return svg.drawing(size.width, place.bottom + AXIS, *parts, label=label)


def _runs(known: Sequence[Answer], breaks: Sequence[date]) -> list[list[Answer]]:
    """Figures that one line may join: neighbours in time, with no break between their periods."""
    runs: list[list[Answer]] = [[]]
    for row in known:
        before = runs[-1][-1] if runs[-1] else None
        apart = before is not None and (
            _months(before.period_end, row.period_end) > GAP_IN_MONTHS
            or any(before.period_end < broken <= row.period_end for broken in breaks)
        )
        if apart:
            runs.append([])
        runs[-1].append(row)
    return runs


def _axes(place: Scales, known: Sequence[Answer]) -> list[str]:
    size, parts = place.size, []
    for tick in place.ticks:
        y = place.y(tick / 100)
        parts += [svg.line(size.left, y, size.right, y, class_="grid", stroke=theme.RULE),
                  svg.text(size.left - 10.0, y + 4.5, f"{tick:g}%", kind="ax end")]  # fmt: skip
    parts.append(svg.line(size.left, place.bottom, size.right, place.bottom, class_="base", stroke=theme.INK))
    for x, words in _months_marked(place, known):
        parts += [svg.line(x, place.bottom, x, place.bottom + 5, stroke=theme.INK),
                  svg.text(x, place.bottom + 23, words, kind="ax mid")]  # fmt: skip
    return parts


def _months_marked(place: Scales, known: Sequence[Answer]) -> list[tuple[float, str]]:
    """The same month of each year, counted back from the last; as many as have room."""
    room, last = 74.0, known[-1].period_end
    marked: list[tuple[float, str]] = []
    for row in reversed(known):
        x = place.x(row.period_end)
        if row.period_end.month == last.month and (not marked or marked[-1][0] - x >= room):
            marked.append((x, month_name(row.period_end, short=True)))
    return marked


def _band(run: Sequence[Answer], place: Scales) -> str:
    held = [row for row in run if row.lower is not None and row.upper is not None]
    if len(held) < 2:  # noqa: PLR2004
        return ""
    upper = [_at(place, row, row.upper) for row in held]
    lower = [_at(place, row, row.lower) for row in reversed(held)]
    return svg.element("path", d=f"M{'L'.join([*upper, *lower])}Z", fill=theme.ACCENT, opacity=BAND, class_="band")


def _line(run: Sequence[Answer], place: Scales) -> str:
    points = [_at(place, row, row.proportion) for row in run]
    if len(points) == 1:
        return svg.circle(place.x(run[0].period_end), place.y(run[0].proportion or 0.0), 2.6, fill=theme.ACCENT)
    return svg.element("path", d=f"M{'L'.join(points)}", fill="none", stroke=theme.ACCENT, stroke_width=2.6,
                       stroke_linejoin="round")  # fmt: skip


def _at(place: Scales, row: Answer, proportion: float | None) -> str:
    return f"{svg.number(place.x(row.period_end))} {svg.number(place.y(proportion or 0.0))}"


def _peak(known: Sequence[Answer], place: Scales) -> list[str]:
    """The highest figure, unless it is near an end of the line."""
    peak = max(known, key=lambda row: row.proportion or 0.0)
    x, y = place.x(peak.period_end), place.y(peak.proportion or 0.0)
    if min(x - place.size.left, place.size.right - x) < 60:  # noqa: PLR2004
        return []
    words = f"Highest {share(peak.proportion)}, year to {month_name(peak.period_end, short=True)}"
    top = min(y, place.y(peak.upper if peak.upper is not None else peak.proportion or 0.0)) - 9
    return [svg.circle(x, y, 3.4, fill=theme.PAGE, stroke=theme.ACCENT, stroke_width=2),
            svg.text(min(max(x, place.size.left + 84.0), place.size.right - 84.0), max(top, 10.0), words,
                     kind="mid halo")]  # fmt: skip


def _end(known: Sequence[Answer], place: Scales) -> list[str]:
    last = known[-1]
    x, y = place.x(last.period_end), place.y(last.proportion or 0.0)
    at = min(y, place.bottom - 38)  # the label moves, never the mark
    said = [svg.circle(x, y, 4.5, fill=theme.ACCENT),
            svg.text(x + 12, at - 1, share(last.proportion), kind="b now", ink=theme.ACCENT)]  # fmt: skip
    if last.lower is not None:
        said += [svg.text(x + 12, at + 16, "95% interval", kind="ax"),
                 svg.text(x + 12, at + 31, share_between(last.lower, last.upper), kind="ax")]  # fmt: skip
    return said


def _chosen(known: Sequence[Answer], place: Scales, chosen: date) -> list[str]:
    """A ring about the period that the rest of the page shows, where it is not the last."""
    row = next((each for each in known if each.period_end == chosen), None)
    if row is None or row is known[-1]:
        return []
    x, y = place.x(row.period_end), place.y(row.proportion or 0.0)
    words = f"{share(row.proportion)}, year to {month_name(row.period_end, short=True)}"
    at = min(max(x, place.size.left + 70.0), place.size.right - 70.0)
    below = place.y(row.lower if row.lower is not None else row.proportion or 0.0) + 20
    return [svg.circle(x, y, 5.5, fill=theme.PAGE, stroke=theme.INK, stroke_width=2.2),
            svg.text(at, min(below, place.bottom - 6), words, kind="mid b halo")]  # fmt: skip
