"""Make the borough boundaries and the base map: `python -m geo.build FULL_RESOLUTION_FILE`.

Run by hand when boundaries change, never by the site: geopandas is a development requirement and only this
module imports it. Without a file it only redraws the map from the boundaries already there.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import geopandas  # type: ignore[import-untyped, unused-ignore]
import shapely  # type: ignore[import-untyped, unused-ignore]
import typer

from geo.areas import Area, boroughs, city, find
from geo.svg import Ring, borough_map

ROOT = Path(__file__).parents[1]
NATIONAL_GRID, LON_LAT = "EPSG:27700", "EPSG:4326"
TOLERANCE_M = 80.0  # bends smaller than a triangle of 80 m by 80 m go: one map px is 83 m
DRAWN_TOLERANCE_M = 90.0  # just over a map px: as fine as the eye sees, and the drawing stays under 60 kB
LARGEST_CHANGE = 0.005  # share of an area's extent that simplifying may add or take
BOROUGH_CODE = re.compile(r"E09\d{6}")
NAME_COLUMN = re.compile(r"(area_)?name|(LAD|CTYUA)\d\dNM", re.IGNORECASE)


class BoundaryError(ValueError):
    """The boundary file cannot be used; the message quotes what is wrong with it."""


def read_boundaries(path: Path) -> geopandas.GeoDataFrame:
    """The file's boroughs in code order: `area_code, area_name, geometry`, in metres on the National Grid."""
    frame = geopandas.read_file(path)
    if frame.crs is None:
        raise BoundaryError(f"{path} does not say which coordinate system it is in")
    areas = match_areas(_published_texts(frame, path=path))
    kept = frame.loc[list(areas), ["geometry"]].to_crs(NATIONAL_GRID)
    kept["area_code"] = [area.area_code for area in areas.values()]
    kept["area_name"] = [area.area_name for area in areas.values()]
    return kept[["area_code", "area_name", "geometry"]].sort_values("area_code", ignore_index=True)


def match_areas(texts: dict[int, str]) -> dict[int, Area]:
    """The borough each feature is, by the code or name it carries.

    Raises BoundaryError unless the features are the 32 boroughs and the City, each once.
    """
    expected = {area.area_code: area for area in (*boroughs(), city())}
    found = {row: find(text) for row, text in texts.items()}
    matched = {row: area for row, area in found.items() if area and area.area_code in expected}
    times = Counter(area.area_code for area in matched.values())
    problems = {
        "not a borough in geo/areas.csv": [text for row, text in texts.items() if row not in matched],
        "missing from the file": [area.area_name for code, area in expected.items() if not times[code]],
        "in the file more than once": [area.area_name for code, area in expected.items() if times[code] > 1],
    }
    said = [f"{what}: {_quoted(names)}" for what, names in problems.items() if names]
    if said:
        raise BoundaryError("; ".join(said))
    return matched


def simplify(frame: geopandas.GeoDataFrame, *, tolerance_m: float = TOLERANCE_M) -> geopandas.GeoDataFrame:
    """The same areas with fewer points, in degrees to 5 decimals (1 m); neighbours still share their borders.

    Raises BoundaryError when borders no longer match or an area changes by more than LARGEST_CHANGE.
    """
    simple = frame.set_geometry(frame.geometry.simplify_coverage(tolerance_m)).to_crs(LON_LAT)
    simple = simple.set_geometry(shapely.transform(simple.geometry.values, lambda points: points.round(5)))
    check_borders(simple)
    change = (simple.to_crs(NATIONAL_GRID).area / frame.area - 1).abs()
    if change.max() > LARGEST_CHANGE:
        name = simple["area_name"][change.idxmax()]
        raise BoundaryError(f"{name!r} changes by {change.max():.2%} at {tolerance_m:g} m: lower --tolerance")
    return simple


def check_borders(frame: geopandas.GeoDataFrame) -> None:
    """Raises BoundaryError naming areas that overlap a neighbour, miss its border, or cross themselves."""
    edges = shapely.coverage_invalid_edges(frame.geometry.values)
    wrong = frame.loc[~frame.is_valid | ~shapely.is_empty(edges), "area_name"]
    if len(wrong):
        raise BoundaryError(f"borders do not meet: {_quoted(wrong)}")


def write_boundaries(frame: geopandas.GeoDataFrame, *, out: Path) -> None:
    """Compact GeoJSON, in degrees as RFC 7946 has it."""
    collection = frame.to_geo_dict(drop_id=True)
    out.write_text(json.dumps(collection, separators=(",", ":")), encoding="utf-8")


def draw(path: Path) -> str:
    """The base map of a file that write_boundaries wrote, as SVG."""
    frame = geopandas.read_file(path).to_crs(NATIONAL_GRID)
    frame = frame.set_geometry(frame.geometry.simplify_coverage(DRAWN_TOLERANCE_M))
    areas = list(match_areas(dict(frame["area_code"])).values())
    labels = geopandas.GeoSeries.from_xy(
        [area.label_lon for area in areas], [area.label_lat for area in areas], crs=LON_LAT
    ).to_crs(NATIONAL_GRID)
    return borough_map(
        {area: _rings(shape) for area, shape in zip(areas, frame.geometry, strict=True)},
        outline=_rings(frame.union_all(method="coverage")),
        label_points={area: (point.x, point.y) for area, point in zip(areas, labels, strict=True)},
    )


def main(
    full_resolution_file: Annotated[Path | None, typer.Argument(exists=True, dir_okay=False)] = None,
    out: Annotated[Path, typer.Option(help="Where the boundaries go.")] = ROOT / "geo" / "boroughs.geojson",
    svg: Annotated[Path, typer.Option(help="Where the map goes.")] = ROOT / "assets" / "map" / "boroughs.svg",
    tolerance: Annotated[float, typer.Option(help="Simplify to this many metres.")] = TOLERANCE_M,
) -> None:
    """Make the boundaries from a full-resolution file, then draw the base map from them."""
    try:
        if full_resolution_file:
            frame = simplify(read_boundaries(full_resolution_file), tolerance_m=tolerance)
            write_boundaries(frame, out=out)
        svg.write_text(draw(out), encoding="utf-8")
    except BoundaryError as error:
        typer.echo(f"{full_resolution_file or out}: {error}", err=True)
        raise typer.Exit(1) from error


def _published_texts(frame: geopandas.GeoDataFrame, *, path: Path) -> dict[int, str]:
    """What says which borough a feature is, by row: its code where a column has those, otherwise its name."""
    columns = {str(column): frame[column].dropna().astype(str) for column in frame.columns.drop("geometry")}
    for values in columns.values():
        if (coded := values[values.str.fullmatch(BOROUGH_CODE)]).size:
            return dict(coded)  # a national file has other districts beside London's
    for column, values in columns.items():
        if NAME_COLUMN.fullmatch(column):
            return dict(values)
    raise BoundaryError(f"{path} has no column of borough codes or names, only {', '.join(columns)}")


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(map(repr, names))


def _rings(shape: shapely.Geometry) -> list[Ring]:
    """Every ring of a polygon or multipolygon, its holes included."""
    rings = (ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors))
    return [[(x, y) for x, y in ring.coords] for ring in rings]


if __name__ == "__main__":
    typer.run(main)
