"""The borough map with its colours written into it, for a file that has no style sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from components import theme
from components.figures import svg
from components.figures.classes import classify, is_change
from components.map_view import MapView
from components.text import Figures, all_rows

SVG = "http://www.w3.org/2000/svg"
LABELS = f"{{{SVG}}}g[@class='labels']"
PALE = (theme.NO_VALUE, theme.SEQUENTIAL[0], theme.DIVERGING[3])  # too near to white to do without an outline
CITY = {"fill": "url(#hatch)", "stroke": theme.INK_3, "stroke-width": "0.8"}
LONDON = {"fill": "none", "stroke": theme.LINE_DATA, "stroke-width": "0.9"}
CASING, RING, EDGE = (theme.PAGE, "5.5"), (theme.INK, "2.6"), (theme.LINE_DATA, "0.9")


def painted_map(
    view: MapView, base_svg: str, *, x: float, y: float, width: float, names: bool = True
) -> tuple[str, float]:
    """`base_svg` (assets/map/boroughs.svg) in the view's colours, placed at x, y; and its height.

    Areas and names have the classes of their colours too, for a document with the site's style sheet. Without `names`
    the map has none.
    """
    ElementTree.register_namespace("", SVG)
    root = ElementTree.fromstring(base_svg)
    rows = {row.area_code: row for row in all_rows(view)}
    shapes = list(root.iter(f"{{{SVG}}}path"))
    for shape in shapes:
        shape.attrib.update(_paint(view, rows.get(shape.get("data-code", ""))))
    for label in root.iter(f"{{{SVG}}}text"):
        row = rows.get(label.get("data-code", ""))
        if row is not None:
            label.set("class", _label_class(view, row))
    _insert_outlines(root, [*_edges(view, shapes, rows), *_ring(view, shapes, rows)])
    if not names:
        _remove_names(root)
    return _placed(root, x, y, width)


def _class_of(view: MapView, row: Figures) -> int | None:
    return classify([row.value], view.breaks)[0]


def _fill(view: MapView, row: Figures) -> str:
    number = _class_of(view, row)
    return theme.class_colours(is_change(view))[number - 1] if number else theme.NO_VALUE


def _paint(view: MapView, row: Figures | None) -> dict[str, str]:
    """Attributes of one shape; a shape without a row is the outline of London."""
    if row is None:
        return LONDON
    if row.is_city:
        return {**CITY, "class": "area city"}
    look = {"fill": _fill(view, row), "stroke": theme.PAGE, "stroke-width": "1"}
    return {**look, "class": f"area {_class_name(view, row) or 'na'}"}


def _label_class(view: MapView, row: Figures) -> str:
    """`label c3`, `label d7`: the style sheets give it the ink that can be read on the area, and its halo."""
    return f"label {_class_name(view, row)}".strip()


def _class_name(view: MapView, row: Figures) -> str:
    """`c3`, `d7`, as the style sheets call it; '' without a figure."""
    number = _class_of(view, row)
    return f"{'d' if is_change(view) else 'c'}{number}" if number else ""


def _remove_names(root: Element) -> None:
    if (names := root.find(LABELS)) is not None:
        root.remove(names)


def _edges(view: MapView, shapes: list[Element], rows: Mapping[str, Figures]) -> Iterator[Element]:
    for shape in shapes:
        row = rows.get(shape.get("data-code", ""))
        if row is not None and not row.is_city and _fill(view, row) in PALE:
            yield _outline(shape, *EDGE)


def _ring(view: MapView, shapes: list[Element], rows: Mapping[str, Figures]) -> Iterator[Element]:
    """The selected borough's outline in ink, with a white casing."""
    for shape in shapes:
        row = rows.get(shape.get("data-code", ""))
        if row is not None and row.slug == view.selection.area:
            yield _outline(shape, *CASING)
            yield _outline(shape, *RING)


def _outline(shape: Element, colour: str, width: str) -> Element:
    look = {"fill": "none", "stroke": colour, "stroke-width": width, "stroke-linejoin": "round"}
    return Element(f"{{{SVG}}}path", {"d": shape.get("d", ""), **look})


def _insert_outlines(root: Element, outlines: list[Element]) -> None:
    """Over the areas, under the names."""
    labels = root.find(LABELS)
    place = len(root) if labels is None else list(root).index(labels)
    for step, outline in enumerate(outlines):
        root.insert(place + step, outline)


def _placed(root: Element, x: float, y: float, width: float) -> tuple[str, float]:
    *_, wide, tall = (float(number) for number in (root.get("viewBox") or "0 0 1 1").split())
    height = width * tall / wide
    place = {"x": x, "y": y, "width": width, "height": height}
    root.attrib.update({key: svg.number(value) for key, value in place.items()})
    return ElementTree.tostring(root, encoding="unicode"), height
