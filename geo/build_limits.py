"""Make borough_limits.geojson: `python -m geo.build_limits WARDS_FILE`. In which borough is a point?

The map's boundaries (boroughs.geojson) leave out the river and are simplified to 80 m, which puts 1.6% of searches
elsewhere. These follow the extent of the realm, so that bridges and the river have a borough, to a few metres.
Run by hand when boundaries change, never by the site: geopandas is a development requirement.
"""

from pathlib import Path
from typing import Annotated

import geopandas  # type: ignore[import-untyped, unused-ignore]
import shapely  # type: ignore[import-untyped, unused-ignore]
import typer

from geo.areas import find
from geo.build import LON_LAT, NATIONAL_GRID, ROOT, check_borders, match_areas, write_boundaries

TOLERANCE_M = 5.0  # about the width of the street along which a border runs
DECIMALS = 5  # of a degree: 1 m


def borough_limits(wards: geopandas.GeoDataFrame, *, tolerance_m: float = TOLERANCE_M) -> geopandas.GeoDataFrame:
    """The wards joined into boroughs, `area_code, area_name, geometry` in degrees; neighbours share their borders.

    `wards` has LAGSSCODE, the borough's code, and coordinates in metres on the National Grid. The file's own
    description of its coordinates says so without a datum shift, which would displace everything by 100 m.
    """
    joined = wards.set_crs(NATIONAL_GRID, allow_override=True).dissolve("LAGSSCODE").sort_index()
    match_areas(dict(enumerate(joined.index)))
    shapes = joined.geometry.simplify_coverage(tolerance_m).to_crs(LON_LAT)
    names = [area.area_name for code in joined.index if (area := find(code))]
    rounded = shapely.transform(shapes.values, lambda points: points.round(DECIMALS))
    limits = geopandas.GeoDataFrame(
        {"area_code": joined.index, "area_name": names}, geometry=list(rounded), crs=LON_LAT
    )
    check_borders(limits)
    return limits


def main(
    wards_file: Annotated[Path, typer.Argument(exists=True, help="London_Ward.tab, unpacked from its zip.")],
    out: Annotated[Path, typer.Option(help="Where the boundaries go.")] = ROOT / "geo" / "borough_limits.geojson",
) -> None:
    """Write the boundaries."""
    write_boundaries(borough_limits(geopandas.read_file(wards_file)), out=out)


if __name__ == "__main__":
    typer.run(main)
