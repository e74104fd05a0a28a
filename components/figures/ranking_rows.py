"""The rows of the ranking: where their parts stand, and the link over each."""

from __future__ import annotations

from dataclasses import dataclass

from components import theme
from components.figures import svg
from components.figures.classes import colour_of, is_change
from components.figures.key import PHONE
from components.figures.scale import Scale
from components.map_view import MapView
from components.text import (
    DOES_NOT_APPLY,
    NOT_CALCULATED,
    Figures,
    address,
    area_tip,
    count,
    percent_change,
    provisional_words,
    selected,
    value_text,
)
from data.selection import Show
from geo.areas import find

TOP = 46.0  # where the first row begins
SHORT_NAMES = {
    "barking-and-dagenham": "Barking & Dag.",
    "hammersmith-and-fulham": "Hamm. & Fulham",
    "kensington-and-chelsea": "Kens. & Chelsea",
}


@dataclass(frozen=True)
class Layout:
    """In px: the plot from `left` to `right`, the right edges of the columns, the height of a row."""

    width: float
    left: float
    right: float
    value_at: float
    change_at: float | None
    row: float


def layout(width: int) -> Layout:
    """A phone's rows are taller, to be tapped, and leave the last column out."""
    if width < PHONE:
        return Layout(width, 124, width - 56, width, None, 24)
    return Layout(width, 154, width - 98, width - 56, width, 19.6)


def value_before(view: MapView, row: Figures) -> float | None:
    """The figure of the period before, in the unit on screen; None across a break, and for a change."""
    if row.change is None or is_change(view):
        return None
    return row.rate_before if view.selection.show is Show.RATE else row.offences_before


def tint(view: MapView, rows: list[Figures], place: Layout) -> str:
    """The selected borough's row, tinted with an edge, under the gridlines."""
    chosen = selected(view)
    if chosen not in rows:
        return ""
    top = TOP + rows.index(chosen) * place.row
    ground = svg.rect(-8, top, place.width + 16, place.row, fill=theme.ACCENT_TINT)
    return ground + svg.rect(-8, top, 4, place.row, fill=theme.ACCENT)


def row_link(view: MapView, row: Figures, scale: Scale, place: Layout, top: float) -> str:
    """One borough: a link over the whole row to the view with that borough."""
    is_selected = row == selected(view)
    words = area_tip(view, row)
    return svg.element(
        "a",
        svg.rect(-8, top, place.width + 16, place.row, fill="transparent", class_="ground"),
        *_contents(view, row, scale, place, top + place.row / 2, is_selected),
        href=address(view.selection, area=row.slug),
        data_address="",
        data_code=row.area_code,
        data_tip=words,
        aria_label=_said(view, words),
        aria_current="true" if is_selected else None,
        class_="row sel" if is_selected else "row",
    )


def _said(view: MapView, words: str) -> str:
    """The row's name read aloud: its box but for what is the same in every row, and stands over the map."""
    return ", ".join(line for line in words.split("\n") if line != provisional_words(view))


def _contents(
    view: MapView, row: Figures, scale: Scale, place: Layout, middle: float, is_selected: bool
) -> list[str]:
    """Name, marks and figures; a borough without a figure says why where its marks would be."""
    weight, base = (" b" if is_selected else ""), middle + 4.5
    parts = [svg.text(0, base, name(row, place), kind=f"name{weight}")]
    if row.value is None:
        parts.append(svg.text(place.left + 8, base, value_text(view, row), kind="ax"))
    else:
        parts.append(_marks(view, row, scale, middle, is_selected))
        parts.append(svg.text(place.value_at, base, value_text(view, row), kind=f"end{weight}"))
    if place.change_at is not None and row.offences is not None:
        parts.append(svg.text(place.change_at, base, _last_column(view, row), kind=f"end{weight}"))
    return parts


def name(row: Figures, place: Layout) -> str:
    area = find(row.area_code)
    if place.width >= PHONE or area is None:
        return row.area_name
    return SHORT_NAMES.get(row.slug, area.map_label)


def _marks(view: MapView, row: Figures, scale: Scale, y: float, is_selected: bool) -> str:
    """The line from the figure before, or from zero for a change, to the dot in its map colour."""
    value, before = row.value or 0.0, value_before(view, row)
    start = 0.0 if is_change(view) else before
    size, edge = (5.2, 2) if is_selected else (4.6, 1)
    dot = svg.circle(
        scale.x(value), y, size, fill=colour_of(view, value), stroke=theme.INK, stroke_width=edge
    )
    if start is None:
        return dot
    line = svg.line(scale.x(start), y, scale.x(value), y, stroke=theme.LINE_DATA, stroke_width="1.4")
    small = "" if before is None else svg.circle(scale.x(before), y, 2.1, fill=theme.LINE_DATA)
    return line + small + dot


def _last_column(view: MapView, row: Figures) -> str:
    """The change beside a level, the count beside a change."""
    if is_change(view):
        return count(row.offences)
    if row.change_pct is not None:
        return percent_change(row.change_pct)
    return NOT_CALCULATED if row.change_status == "small_base" else DOES_NOT_APPLY
