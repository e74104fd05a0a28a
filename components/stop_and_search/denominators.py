"""Each borough beside London by two denominators, residents and recorded offences, on one proportional scale."""

from __future__ import annotations

from collections.abc import Iterator

from dash.development.base_component import Component

from components import theme
from components.figures import svg
from components.stop_and_search import words
from components.stop_and_search.marks import dot
from components.stop_and_search.records import Borough
from components.stop_and_search.scales import RatioScale, ratio_scale
from components.stop_and_search.sections import drawn
from components.stop_and_search.view import StopAndSearchView

WIDE, NARROW = (444, 158, 420), (358, 140, 334)  # width, left and right of the scale
TOP, ROW = 20, 18.5
TOTAL = "total-notifiable-offences"


def offence_name(view: StopAndSearchView) -> str:
    return next((base.name for base in view.offence_bases if base.measure_id == view.offence), "")


def is_total(view: StopAndSearchView) -> bool:
    """Whether the other denominator is every recorded offence, whatever its kind."""
    return view.offence == TOTAL


def kind(view: StopAndSearchView) -> str:
    """Which recorded offences, under a head that says so: `drug offences`, `all recorded`."""
    return "all recorded" if is_total(view) else offence_name(view).lower()


def both(view: StopAndSearchView) -> list[tuple[Borough, float | None, float | None]]:
    """Boroughs with (by residents, by offences), over London's; the highest by residents first."""
    rows = [(row, row.relative, _by_offence(view, row)) for row in view.boroughs if not row.is_unplaced]
    return sorted(rows, key=lambda each: (-(each[1] or 0.0), each[0].area_name))


def _by_offence(view: StopAndSearchView, row: Borough) -> float | None:
    return next((each.relative for each in row.offences if each.measure_id == view.offence), None)


def plot(view: StopAndSearchView) -> list[Component]:
    return drawn(_drawing(view, WIDE), _drawing(view, NARROW))


def label(view: StopAndSearchView) -> str:
    rows = [(row.area_name, by) for row, by, _ in both(view) if by is not None]
    if not rows:
        return "Searches of boroughs beside London’s: no figures."
    ends = f"from {words.times(rows[-1][1])} in {rows[-1][0]} to {words.times(rows[0][1])} in {rows[0][0]}"
    beside = f", beside searches per recorded offence ({kind(view)})" if offence_name(view) else ""
    return f"Searches per resident over London’s, {ends}{beside}; the same figures are in the table below."


def _drawing(view: StopAndSearchView, size: tuple[int, int, int]) -> str:
    width, left, right = size
    rows = both(view)
    values = [value for row in rows for value in row[1:]]
    scale = ratio_scale(values, left=left, right=right, high=1)
    bottom = TOP + ROW * len(rows)
    parts = list(_axis(scale, bottom))
    for place, row in enumerate(rows):
        parts += _row(view, row, scale, TOP + ROW * place + ROW / 2)
    return svg.drawing(width, bottom + 24, *parts, label=label(view))


def _axis(scale: RatioScale, bottom: float) -> Iterator[str]:
    for value, said in scale.ticks:
        x, is_same = scale.x(value), value == 1
        ink, width = (theme.INK, 1.5) if is_same else (theme.RULE, 1)
        yield svg.line(x, TOP, x, bottom, stroke=ink, stroke_width=width)
        for y in (TOP - 7, bottom + 17):
            yield svg.text(x, y, said, kind="ax mid")


def _row(view: StopAndSearchView, row: tuple[Borough, float | None, float | None], scale: RatioScale,
         y: float) -> Iterator[str]:  # fmt: skip
    borough, residents, offences = row
    ink = theme.ACCENT if borough.is_chosen else theme.INK_2
    kind = "b sm" if borough.is_chosen else "sm"
    yield svg.text(0, y + 4.5, borough.area_name, kind=kind, ink=ink if borough.is_chosen else None)
    if residents is None and offences is None:
        yield svg.text(scale.left + 4, y + 4.5, words.missing(borough.tally.status), kind="sm")
        return
    if residents and offences:
        yield svg.line(scale.x(residents), y, scale.x(offences), y, stroke=theme.LINE_DATA, stroke_width=1)
    for value, filled in ((offences, False), (residents, True)):
        if value:
            yield dot(scale.x(value), y, ink=ink, filled=filled)
