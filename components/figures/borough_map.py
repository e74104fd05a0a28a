"""The borough map: what colours its shapes, and how it looks before the app has started."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from components import text
from components.assets import url
from components.elements import BoroughMap
from components.figures.key import classify
from components.map_view import MapView
from components.patterns import Pattern, Sketch
from components.render import draws
from data.selection import Show

FILE = Path(__file__).parents[2] / "assets" / "map" / "boroughs.svg"
SOURCE = url("map/boroughs.svg")
LIGHTEST = {"sequential": 1, "diverging": 4}

Areas = dict[str, list[Any]]


def areas(view: MapView) -> Sketch:
    """Of each borough and the City: rows with its code, the class of its value from 1 or None, and its box's words."""
    rows = [row for row in text.all_rows(view) if row.area_type in ("borough", "city")]
    classes = classify([row.value for row in rows], view.breaks)
    return text.area_tips(view, dict(zip(rows, classes, strict=True)))


def areas_of(given: Areas | Sketch) -> Areas:
    """The same by code: the class, and the words."""
    if not isinstance(given, Sketch):
        return given
    return {row[0]: [row[1], words] for name, common, rows in given
            for row, words in zip(rows, Pattern.known[name].texts(common, rows), strict=True)}  # fmt: skip


def selected_code(view: MapView) -> str | None:
    row = text.selected(view)
    return row.area_code if row else None


def scale(view: MapView) -> str:
    return "diverging" if view.selection.show is Show.CHANGE else "sequential"


def figure(view: MapView, *, id: str = "map") -> BoroughMap:
    rows = [row for row in text.all_rows(view) if row.area_type == "borough"]
    return BoroughMap(
        id=id, src=SOURCE, areas=areas(view), selected=selected_code(view), scale=scale(view),
        slugs={row.area_code: row.slug for row in rows}, label=text.map_label(view),
    )  # fmt: skip


@cache
def base_svg() -> str:
    """The drawing without colours."""
    return FILE.read_text(encoding="utf-8")


@draws("BoroughMap")
def before_the_app(props: Mapping[str, Any]) -> str:
    """The same picture that assets/borough_map.js paints, as text."""
    told = areas_of(props["areas"])
    letter, lightest = ("d", LIGHTEST["diverging"]) if props["scale"] == "diverging" else ("c", LIGHTEST["sequential"])

    def paint(match: re.Match[str]) -> str:
        kinds, code = match["kinds"], match["code"]
        number, words = told.get(code, [None, ""])
        kinds += " chosen-label" if kinds == "label" and code == props.get("selected") else ""
        tip = f' data-tip="{escape(words, quote=True)}"' if kinds.startswith("area") else ""
        return f'class="{kinds} {letter}{number}" {match["between"]}data-code="{code}"{tip}' if number else \
               f'class="{kinds} na" {match["between"]}data-code="{code}"{tip}'  # fmt: skip

    drawing = re.sub(r'class="(?P<kinds>area city|area|label)" (?P<between>(?:id="[^"]*" )?)data-code="(?P<code>\w+)"',
                     paint, base_svg())  # fmt: skip
    lines = [_outline(code, "lightest") for code, (number, _) in told.items() if number == lightest]
    if props.get("selected"):
        lines += [_outline(props["selected"], "chosen casing"), _outline(props["selected"], "chosen")]
    drawing = drawing.replace('<g class="labels"', "".join(lines) + '<g class="labels"', 1)
    drawing = drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(props["label"], quote=True)}" ', 1)
    return f'<div id="{props["id"]}" class="map-box"><div class="map-keys">{drawing}</div></div>'


def _outline(code: str, kind: str) -> str:
    return f'<path class="{kind}" d="{_shapes()[code]}"/>'


@cache
def _shapes() -> dict[str, str]:
    found: Sequence[tuple[str, str]] = re.findall(r'data-code="(\w+)" d="([^"]+)"', base_svg())
    return dict(found)
