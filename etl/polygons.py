"""Shapes out of a MapInfo table: in degrees, simplified so that neighbours keep the borders they share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from etl.faults import FileFault
from etl.files import InputFile

TOLERANCE_M = 10.0  # bends smaller than a triangle of 10 m by 10 m go: a third of the points stay, areas move by < 0.5%
LON_LAT = "EPSG:4326"
LONDON = (-0.52, 51.28, 0.34, 51.70)  # west, south, east, north


def read_attributes(file: InputFile, names: Sequence[str]) -> list[list[str]]:
    """The attributes of these names, a list each, a text a shape. Raises FileFault for a table that cannot be read."""
    _, _, fields, found = _read(file, with_shapes=False)
    by_name = {name.casefold(): [str(value or "").strip() for value in column] for name, column in
               zip(found, fields, strict=True)}  # fmt: skip
    return [by_name[name.casefold()] for name in names]


def read_geojson(file: InputFile) -> list[str]:
    """The shapes as GeoJSON geometries, in the table's order.

    Raises FileFault for a table that cannot be read, that lacks shapes, or whose shapes do not lie in London.
    """
    import shapely  # type: ignore[import-untyped, unused-ignore]

    crs, shapes, _, _ = _read(file, with_shapes=True)
    if shapely.is_missing(shapes).any() or shapely.is_empty(shapes).any():
        raise FileFault(file.path, "has a row without a shape")
    if shapely.coverage_is_valid(shapes):  # with gaps or overlaps, simplifying would make more of them
        shapes = shapely.coverage_simplify(shapes, TOLERANCE_M)
    geojson: list[str] = shapely.to_geojson(_in_degrees(shapes, crs, file)).tolist()
    return geojson


def _read(file: InputFile, *, with_shapes: bool) -> tuple[str | None, Any, Sequence[Any], list[str]]:
    import pyogrio.raw  # type: ignore[import-untyped, unused-ignore]  # slow to load, and only boundaries need it
    import shapely

    try:
        meta, _, blobs, fields = pyogrio.raw.read(file.text.readable, read_geometry=with_shapes)
        shapes = shapely.from_wkb(blobs) if with_shapes else None
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, shapely.errors.GEOSException) as error:
        raise FileFault(file.path, f"cannot be read as a MapInfo table: {error}") from error
    if not len(fields) or not len(fields[0]):
        raise FileFault(file.path, "has a header but no rows")
    return meta["crs"], shapes, fields, [str(name) for name in meta["fields"]]


def _in_degrees(shapes: Any, crs: str | None, file: InputFile) -> Any:
    """To 5 decimals, about a metre."""
    import pyproj  # type: ignore[import-untyped, unused-ignore]
    import shapely

    if not crs:
        raise FileFault(file.path, "does not say which coordinate system it is in")
    transformer = pyproj.Transformer.from_crs(crs, LON_LAT, always_xy=True)
    points = shapely.get_coordinates(shapes)
    moved = np.column_stack(transformer.transform(points[:, 0], points[:, 1])).round(5)
    degrees = shapely.set_coordinates(shapes.copy(), moved)
    west, south, east, north = shapely.total_bounds(degrees)
    if not (LONDON[0] <= west and LONDON[1] <= south and east <= LONDON[2] and north <= LONDON[3]):
        raise FileFault(file.path, f"does not lie in London: {west:.2f} to {east:.2f} E, {south:.2f} to {north:.2f} N")
    return degrees
