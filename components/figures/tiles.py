"""Equal-area tiles: one square a borough, near its true place, with its code and figure; a link that selects it."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.figures.key import classify, is_change
from components.map_view import MapView
from components.text import (
    CITY_WORDS,
    Figures,
    address,
    area_tip,
    boroughs,
    figure_title,
    format_value,
    selected,
    why_missing,
)
from data.selection import Selection
from geo.areas import Area, city, find

ROWS, COLUMNS, GAP = 6, 7, 2
NARROW = 400  # at and below: text sizes for a phone
LONGEST_REASON = 4  # characters that fit a tile; a longer reason is a dash, with the words in its box


def tiles(view: MapView, *, width: int) -> str:
    """SVG of all tiles, `width` px wide."""
    pitch = (width + GAP) / COLUMNS
    classes = classify([row.value for row in boroughs(view)], view.breaks)
    drawn = [_tile(view, row, number, pitch) for row, number in zip(boroughs(view), classes, strict=True)]
    chosen = selected(view)
    ring = _ring(chosen, pitch) if chosen else ""
    label = f"Equal-area tiles: {figure_title(view)[0].lower()}{figure_title(view)[1:]}, one tile for each borough"
    parts = [svg.hatch(f"tile-hatch-{width}", theme.INK_3), *drawn, _city_tile(pitch, width), ring]
    return svg.drawing(width, pitch * ROWS - GAP, *parts, label=label, role="group")


def _tile(view: MapView, row: Figures, number: int | None, pitch: float) -> str:
    area = _area(row)
    fill = theme.class_colours(is_change(view))[number - 1] if number else theme.NO_VALUE
    ink = theme.class_text(is_change(view))[number - 1] if number else theme.INK
    x, y, side = *_corner(area, pitch), pitch - GAP
    edge = _edge(x, y, side) if fill in (theme.SEQUENTIAL[0], theme.DIVERGING[3], theme.NO_VALUE) else ""
    words = area_tip(view, row.__dict__)
    return svg.element(
        "a", svg.rect(x, y, side, side, fill=fill), edge, *_words(area.tile_code, _figure(view, row), x, y, pitch, ink),
        href=_target(view.selection, row), data_address="", data_code=row.area_code, data_tip=words,
        aria_label=words.replace("\n", ". "), class_="tile",
        aria_current="true" if row.slug == view.selection.area else None,
    )  # fmt: skip


def _target(selection: Selection, row: Figures) -> str:
    return address(selection, area=row.slug)


def _figure(view: MapView, row: Figures) -> str:
    if row.value is not None:
        return format_value(view, row.value)
    reason = why_missing(view, row)
    return reason if len(reason) <= LONGEST_REASON else "–"


def _words(code: str, figure: str, x: float, y: float, pitch: float, ink: str) -> tuple[str, str]:
    middle, wide = x + (pitch - GAP) / 2, pitch * COLUMNS > NARROW
    sizes = (16, 16) if wide else (13.5, 13)
    drop = pitch * 0.12 if wide else 0
    return (
        svg.text(middle, y + pitch * 0.41 + drop / 3, code, kind="mid b", ink=ink, size=sizes[0]),
        svg.text(middle, y + pitch * 0.745 - drop / 3, figure, kind="mid", ink=ink, size=sizes[1]),
    )


def _city_tile(pitch: float, width: int) -> str:
    area = city()
    x, y, side = *_corner(area, pitch), pitch - GAP
    plate = svg.rect(x + side / 2 - 16, y + side / 2 - 9, 32, 18, fill=theme.PAGE)
    name = svg.text(x + side / 2, y + side / 2 + 4.5, "City", kind="mid sm")
    box = svg.rect(x, y, side, side, fill=f"url(#tile-hatch-{width})", stroke=theme.INK_3, stroke_width=".8")
    tip = f"{area.area_name}\n{CITY_WORDS}"
    return svg.element("g", box, plate, name, data_tip=tip)


def _ring(row: Figures, pitch: float) -> str:
    x, y, side = *_corner(_area(row), pitch), pitch - GAP
    shape = {"fill": "none", "pointer_events": "none"}
    return svg.rect(x, y, side, side, stroke=theme.PAGE, stroke_width="5.5", **shape) + svg.rect(
        x, y, side, side, stroke=theme.INK, stroke_width="2.6", **shape
    )


def _edge(x: float, y: float, side: float) -> str:
    return svg.rect(x + 0.5, y + 0.5, side - 1, side - 1, fill="none", stroke=theme.LINE_DATA, stroke_width=".9")


def _corner(area: Area, pitch: float) -> tuple[float, float]:
    return (area.tile_col or 0) * pitch, (area.tile_row or 0) * pitch


def _area(row: Figures) -> Area:
    area = find(row.area_code)
    if area is None:
        raise LookupError(f"there is no area '{row.area_code}'")
    return area
