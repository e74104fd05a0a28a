"""Equal-area tiles: one square a borough, near its true place, with its code and figure; a link that selects it."""

from __future__ import annotations

from functools import cache

from components import theme
from components.figures import svg
from components.figures.key import classify, is_change
from components.map_view import MapView
from components.patterns import Pattern, Sketch, joined, words
from components.text import (
    CITY_WORDS,
    Figures,
    address_around,
    boroughs,
    figure_title,
    format_value,
    selected,
    why_missing,
)
from geo.areas import Area, city, find
from geo.areas import boroughs as all_boroughs

ROWS, COLUMNS, GAP = 6, 7, 2
SENT = (640, 356)  # widths of tiles on pages; pictures have their own
NARROW = 400  # at and below: text sizes for a phone
LONGEST_REASON = 4  # characters that fit a tile; a longer reason is a dash, with the words in its box


def tiles(view: MapView, *, width: int) -> Sketch:
    """SVG of all tiles, `width` px wide."""
    link, rest = address_around(view.selection)
    classes = classify([row.value for row in boroughs(view)], view.breaks)
    pairs = zip(boroughs(view), classes, strict=True)
    values = [value for row, number in pairs for value in _values(view, row, number)]
    chosen, height = selected(view), _pitch(width) * ROWS - GAP
    label = f"Equal-area tiles: {figure_title(view)[0].lower()}{figure_title(view)[1:]}, one tile for each borough"
    opened = svg.opening(width, height, label=label, role="group")
    ring = _ring(_area(chosen) if chosen else None, _pitch(width))
    return joined(opened, Sketch([_pattern(width).rows([values], link, rest)]), ring, "</svg>")


def _pitch(width: int) -> float:
    """From one tile to the next."""
    return (width + GAP) / COLUMNS


@cache
def _pattern(width: int) -> Pattern:
    """All tiles in their places, with a hatched one for the City; what changes is in the slots."""
    pitch = _pitch(width)
    drawn = [_tile(area, pitch) for area in all_boroughs()]
    text = "".join([svg.hatch(f"tile-hatch-{width}", theme.INK_3), *drawn, _city_tile(pitch, width)])
    row = [f"{part}_{_key(area)}" for area in all_boroughs() for part in PARTS]
    return Pattern(f"tiles-{width}", text, common="link rest", row=" ".join(row))


LOOKS = ("fill", "ink", "edge")  # what follows from a tile's class: tables of words
PARTS = ("class", "figure", "current")


def _key(area: Area) -> str:
    return area.slug.replace("-", "_")


def _tile(area: Area, pitch: float) -> str:
    side = pitch - GAP
    slot = {part: f"{{{part}_{_key(area)}}}" for part in PARTS}
    look = {part: f"{{class_{_key(area)}:{part}}}" for part in LOOKS}
    drawn = svg.element(
        "g", svg.rect(0, 0, side, side, fill=look["fill"]),
        svg.rect(0.5, 0.5, side - 1, side - 1, fill="none", stroke=look["edge"], stroke_width=".9"),
        *_words(area.tile_code or "", slot["figure"], 0, 0, pitch, look["ink"]), transform=_moved(area, pitch),
    )  # fmt: skip
    return svg.element(
        "a", drawn,
        href=f"{{link}}{area.slug}{{rest}}", data_address="", data_code=area.area_code, data_tip_of="",
        aria_label=f"{area.area_name}, {slot['figure']}", class_="tile", aria_current=slot["current"],
    )  # fmt: skip


def _values(view: MapView, row: Figures, number: int | None) -> tuple[str, ...]:
    """Of one tile, in the order of PARTS."""
    kind = f"{'d' if is_change(view) else 'c'}{number}" if number else "na"
    return kind, _figure(view, row), "true" if row.slug == view.selection.area else "false"


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


def _ring(area: Area | None, pitch: float) -> str:
    """Round the selected borough's tile; assets/choose.js moves it."""
    side = pitch - GAP
    shape = {"fill": "none", "pointer_events": "none"}
    drawn = (svg.rect(0, 0, side, side, stroke=theme.PAGE, stroke_width="5.5", **shape),
             svg.rect(0, 0, side, side, stroke=theme.INK, stroke_width="2.6", **shape))  # fmt: skip
    at = _moved(area, pitch) if area else None
    return svg.element("g", *drawn, class_="ring", display=None if area else "none", transform=at)


def _moved(area: Area, pitch: float) -> str:
    x, y = _corner(area, pitch)
    return f"translate({svg.number(x)} {svg.number(y)})"


def _corner(area: Area, pitch: float) -> tuple[float, float]:
    return (area.tile_col or 0) * pitch, (area.tile_row or 0) * pitch


def _area(row: Figures) -> Area:
    area = find(row.area_code)
    if area is None:
        raise LookupError(f"there is no area '{row.area_code}'")
    return area


def _declare() -> None:
    """Make known how each class looks; the lightest has an edge, since it nears the page's white."""
    fills, inks = {"na": theme.NO_VALUE}, {"na": theme.INK}
    for letter, changes in (("c", False), ("d", True)):
        pairs = zip(theme.class_colours(changes), theme.class_text(changes), strict=True)
        for number, (fill, ink) in enumerate(pairs, 1):
            fills[f"{letter}{number}"], inks[f"{letter}{number}"] = fill, ink
    pale = (theme.SEQUENTIAL[0], theme.DIVERGING[3], theme.NO_VALUE)
    words("fill", fills)
    words("ink", inks)
    words("edge", {kind: theme.LINE_DATA if fill in pale else "none" for kind, fill in fills.items()})


_declare()
for _width in SENT:  # what the browser fills must stand in the script
    _pattern(_width)
