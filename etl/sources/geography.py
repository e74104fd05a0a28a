"""Areas: the ONS's lookup of wards, and the Met's of Basic Command Units. Borough boundaries are known and not loaded.

The layouts differ in all but their subject, so each has a module of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl import command_units, ward_lookup
from etl.files import InputFile
from etl.passed_over import pass_over
from etl.recognise import Layout

DATASET = "area"
WARDS = Layout("Small areas to wards of 2025 (ONS best fit)", DATASET, ward_lookup.COLUMNS)
COMMAND_UNITS = Layout("Basic Command Units", DATASET, command_units.COLUMNS)
BOROUGH_SHAPES = Layout(
    "Borough boundaries, GeoJSON",
    DATASET,
    (("name", "name"), ("cartodb_id", "number"), ("created_at", "created"), ("updated_at", "updated")),
)
LAYOUTS: tuple[Layout, ...] = (WARDS, COMMAND_UNITS, BOROUGH_SHAPES)
SUPERSEDED = {
    BOROUGH_SHAPES: "shapes that run to the middle of the Thames and lie 110 m too far east; see geo/README.md",
}


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill `area` with wards, rejected_row and load_count.

    Raises LoadError for a lookup that contradicts geo/areas.csv.
    """
    for layout, load_layout in ((WARDS, ward_lookup.load_wards), (COMMAND_UNITS, command_units.load_units)):
        of_layout = [file for file in files if file.layout == layout]
        if of_layout:
            load_layout(con, of_layout)
    pass_over(con, [file for file in files if file.layout in SUPERSEDED], SUPERSEDED)


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Nothing beyond the ledger: a lookup that contradicts what we know has stopped the load."""
    return []
