"""A borough's wards as a drawing: boundaries in degrees go in, paths and places of names in px come out. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from data.wards.labels import Label, place_label
from data.wards.projection import to_grid
from geo.svg import Fit, Ring, fit, path_data


@dataclass(frozen=True)
class WardShape:
    """One ward: the `d` of its path, and where its name fits, if it does."""

    area_code: str
    area_name: str
    path: str
    label: Label | None


@dataclass(frozen=True)
class WardDrawing:
    """All wards of a borough, in alphabetical order, within `width` by `height` px."""

    width: float
    height: float
    shapes: tuple[WardShape, ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(shape.area_code for shape in self.shapes)


def draw_wards(boundaries: Iterable[tuple[str, str, str]]) -> WardDrawing | None:
    """`boundaries`: (area_code, area_name, GeoJSON of a Polygon or MultiPolygon). None when there is none."""
    rings = {(code, name): grid_rings(geojson) for code, name, geojson in boundaries}
    if not rings:
        return None
    on = fit(ring for each in rings.values() for ring in each)
    placed = [on.place(point) for each in rings.values() for ring in each for point in ring]
    shapes = (_shape(code, name, each, on) for (code, name), each in rings.items())
    return WardDrawing(
        width=max(x for x, _ in placed), height=max(y for _, y in placed),
        shapes=tuple(sorted(shapes, key=lambda shape: shape.area_name)),
    )  # fmt: skip


def grid_rings(geojson: str) -> list[Ring]:
    """The rings of a geometry in metres of the British National Grid."""
    geometry = json.loads(geojson)
    parts = {"Polygon": lambda c: [c], "MultiPolygon": list}[geometry["type"]](geometry["coordinates"])
    return [[to_grid(lon, lat) for lon, lat, *_ in ring] for part in parts for ring in part]


def _shape(code: str, name: str, rings: list[Ring], on: Fit) -> WardShape:
    in_px = [[on.place(point) for point in ring] for ring in rings]
    return WardShape(code, name, path_data(rings, on=on), place_label(name, in_px))
