"""The lines and dots of a series: what is settled solid, what is provisional dashed, gaps and breaks left open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from components import theme
from components.figures import svg
from components.figures.series import Point, segments
from components.trends.frame import Frame
from components.trends.view import Period, SeriesView
from data.selection import Span

THIN, THICK = 1.3, 2.6
MOST_DOTS = 72  # periods beyond which small dots would be a smear
BEFORE = theme.SEQUENTIAL[3]
SIDES = {"higher": theme.HIGHER, "lower": theme.LOWER}
Value = Callable[[Period], float | None]


def _runs(series: SeriesView, value: Value) -> Iterator[list[Period]]:
    """Runs of periods that one line may join."""
    by_end = {row.end: row for row in series.rows}
    points = [Point(row.end, value(row), row.is_provisional) for row in series.rows]
    for run in segments(points, list(series.breaks)):
        yield [by_end[point.month] for point in run]


def _path(rows: list[Period], place: Frame, value: Value, **look: str | float) -> str:
    points = [f"{svg.number(place.dot(row))} {svg.number(place.y(value(row) or 0.0))}" for row in rows]
    return svg.element("path", d="M" + "L".join(points), fill="none", stroke_linejoin="round", **look)


def _line(series: SeriesView, place: Frame, value: Value, **look: str | float) -> list[str]:
    return [_path(run, place, value, **look) for run in _runs(series, value) if len(run) > 1]


def main_line(series: SeriesView, place: Frame) -> list[str]:
    """Thin beside an average, thick by itself; dashed from the last settled period on."""
    colour, width = (theme.LINE_DATA, THIN) if place.by is Span.MONTH else (theme.ACCENT, THICK)
    parts = []
    for run in _runs(series, lambda row: row.value):
        late = next((n for n, row in enumerate(run) if row.is_provisional), len(run))
        pieces = [(run[:late], None), (run[max(late - 1, 0) :] if late < len(run) else [], "3 3")]
        parts += [
            _path(piece, place, lambda row: row.value, stroke=colour, stroke_width=width,
                  **({"stroke_dasharray": dash} if dash else {}))
            for piece, dash in pieces if len(piece) > 1
        ]  # fmt: skip
    return parts


def average_line(series: SeriesView, place: Frame) -> list[str]:
    return _line(series, place, lambda row: row.average, stroke=theme.ACCENT, stroke_width=THICK)


def before_line(series: SeriesView, place: Frame) -> list[str]:
    """The same periods of the year before."""
    return _line(series, place, lambda row: row.before, stroke=BEFORE, stroke_width=THIN, stroke_dasharray="6 2")


def dots(series: SeriesView, place: Frame) -> list[str]:
    """A small dot a period; larger ones for what is outside the range, in a run, or provisional."""
    known = [row for row in series.rows if row.value is not None]
    marked = [row for row in known if row.outside or row.in_run or row.is_provisional]
    plain = [row for row in known if row not in marked]
    if len(known) > MOST_DOTS:
        alone = {run[0].end for run in _runs(series, lambda row: row.value) if len(run) == 1}
        plain = [row for row in plain if row.end in alone]
    return [*_small(plain, place), *(_marked(series, row, place) for row in marked)]


def _small(rows: list[Period], place: Frame) -> list[str]:
    """Many dots in one path: lines of no length with round ends."""
    if not rows:
        return []
    d = "".join(f"M{svg.number(place.dot(row))} {svg.number(place.y(row.value or 0.0))}h0" for row in rows)
    return [svg.element("path", d=d, stroke=theme.LINE_DATA, stroke_width=4.0, stroke_linecap="round", class_="dots")]


def _marked(series: SeriesView, row: Period, place: Frame) -> str:
    x, y = place.dot(row), place.y(row.value or 0.0)
    small = 3.2 if place.size.is_phone else 4.0
    if row.outside:
        colour = SIDES[row.outside]
        return svg.circle(x, y, small + 0.6, fill=colour, class_=f"outside {row.outside}")
    if row.is_provisional:
        return svg.circle(x, y, small, fill=theme.PAGE, stroke=theme.INK_2, stroke_width=1.6, class_="provisional")
    colour = SIDES.get(series.judged.signal if series.judged else "", theme.INK_2)
    return svg.circle(x, y, small, fill=theme.PAGE, stroke=colour, stroke_width=1.8, class_="in-run")
