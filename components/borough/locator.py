"""The small map that says where in London the borough is, and the map whose boroughs lead to their profiles."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from components import theme
from components.borough.address import profile_address
from components.figures import svg
from components.figures.borough_map import base_svg
from geo.areas import Area, boroughs

SHAPE = re.compile(r'<path class="area[^"]*" id="[^"]*" data-code="(\w+)" d="([^"]+)"/>')
WIDTH, HEIGHT = 704, 544
SMALL = 118


def locator(area: Area) -> str:
    """All boroughs pale and this one in the accent."""
    paths = [
        svg.element("path", d=d, fill=theme.ACCENT if code == area.area_code else theme.TINT_2, stroke=theme.PAGE,
                    stroke_width=4)
        for code, d in _shapes()
    ]  # fmt: skip
    label = escape(f"Where {area.area_name} is in London", quote=True)
    return (f'<svg class="locator" viewBox="0 0 {WIDTH} {HEIGHT}" width="{SMALL}" height="{SMALL * HEIGHT // WIDTH}" '
            f'role="img" aria-label="{label}">{"".join(paths)}</svg>')  # fmt: skip


@cache
def _shapes() -> tuple[tuple[str, str], ...]:
    return tuple(SHAPE.findall(base_svg()))


def linked_map(chosen: tuple[str, ...] = ()) -> str:
    """The borough map, every borough a link to its profile; those in `chosen` (slugs) are marked.

    It is for the pointer alone: the list beside it has the same links for the keyboard and for screen readers.
    """
    areas = {area.area_code: area for area in boroughs()}

    def linked(match: re.Match[str]) -> str:
        area = areas.get(match[1])
        if area is None:
            return match[0]
        kind = "area pick found" if area.slug in chosen else "area pick"
        shape = f'<path class="{kind}" data-code="{match[1]}" data-tip="{escape(area.area_name)}" d="{match[2]}"/>'
        return f'<a href="{profile_address(area.slug)}" tabindex="-1">{shape}</a>'

    drawing = SHAPE.sub(linked, base_svg()).replace("<svg ", '<svg aria-hidden="true" ', 1)
    codes = {code for code, area in areas.items() if area.slug in chosen}
    rings = "".join(svg.element("path", class_="chosen", d=d) for code, d in _shapes() if code in codes)
    return drawing.replace('<g class="labels"', f'{rings}<g class="labels"', 1)
