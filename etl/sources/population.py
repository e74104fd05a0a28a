"""Residents by ethnic group; older files of population are known and not loaded.

Totals ('All') are ONS mid-year estimates and come from geo/population.csv.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl import census
from etl.files import InputFile
from etl.passed_over import pass_over
from etl.recognise import Layout

DATASET = "population"
CENSUS = Layout("Census 2021, ethnic group in 8 categories", DATASET, census.COLUMNS)
PROJECTIONS = Layout(
    "GLA population projections, 2011 to 2022",
    DATASET,
    (
        *(("Code", "code"), ("Area name", "name"), ("Inner/ Outer London", "part")),
        *((f"{year}_Population", f"y{year}") for year in range(2011, 2023)),
    ),
)
DENSITY = Layout(
    "Land area and population density, 1999 to 2050",
    DATASET,
    (
        *(("Code", "code"), ("Name", "name"), ("Year", "year"), ("Source", "source"), ("Population", "population")),
        *(("Inland_Area _Hectares", "inland"), ("Total_Area_Hectares", "total")),
        *(("Population_per_hectare", "per_hectare"), ("Square_Kilometres", "km2")),
        ("Population_per_square_kilometre", "per_km2"),
    ),
)
LAYOUTS: tuple[Layout, ...] = (CENSUS, PROJECTIONS, DENSITY)
SUPERSEDED = {
    PROJECTIONS: "projections by the GLA, too low or too high by up to 27%; ONS estimates are in geo/population.csv",
    DENSITY: "projections by the GLA from 2011 on; ONS estimates are in geo/population.csv, areas in borough_profile",
}


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill population with the census's groups, rejected_row and load_count.

    Raises LoadError when two files of one release hold an area, with different content.
    """
    pass_over(con, [file for file in files if file.layout in SUPERSEDED], SUPERSEDED)
    census.load_census(con, [file for file in files if file.layout == CENSUS])


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What does not add up, in sentences; nothing when all does."""
    return census.check_census(con)
