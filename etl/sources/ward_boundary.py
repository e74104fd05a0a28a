"""Ward boundaries: a MapInfo table of the GLA's, out of its zip archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import duckdb

from etl.faults import Fault, FileFault
from etl.files import InputFile
from etl.polygons import read_attributes, read_geojson
from etl.recognise import Layout
from etl.rows import account_rows, refuse
from etl.wards import UNKNOWN_WARD, add_wards, install_wards
from geo.areas import CITY_CODE

DATASET = "ward_boundary"
WARDS = Layout(
    "London wards, MapInfo",
    DATASET,
    (
        *(("NAME", "ward_name"), ("GSS_CODE", "code"), ("DISTRICT", "borough_name"), ("LAGSSCODE", "borough_code")),
        *(("HECTARES", "hectares"), ("NONLD_AREA", "outside")),
    ),
)
LAYOUTS: tuple[Layout, ...] = (WARDS,)

STAGE = """
CREATE OR REPLACE TEMP TABLE ward_row
    (source_id INTEGER, line BIGINT, ward_name VARCHAR, code VARCHAR, borough_code VARCHAR);
CREATE OR REPLACE TEMP TABLE ward_shape (source_id INTEGER, line BIGINT, geojson VARCHAR)
"""

# Several tables may hold a ward: the archive has all wards, and all again with the City's merged into one shape, which
# carries the code of one of its wards. The newest release counts, and in it the table with most wards.
UNDERSTOOD = f"""
CREATE OR REPLACE TEMP TABLE understood_row AS
SELECT *, CASE WHEN borough_code = '{CITY_CODE}' AND of_borough = 1
               THEN 'left out on purpose: the City of London as one shape'
               WHEN ward_code IS NULL THEN '{UNKNOWN_WARD}'
               WHEN known_borough <> borough_code THEN 'the code is of a ward in ' || known_borough
               WHEN source_id <> kept THEN 'left out on purpose: the same ward in ' || name || ' was kept'
               WHEN line > first_line THEN 'second shape for this ward; line ' || first_line || ' was kept' END AS rule
FROM (
    SELECT r.*, w.ward_code, w.borough_code AS known_borough,
           min(line) OVER (PARTITION BY source_id, code) AS first_line,
           first_value(source_id) OVER (PARTITION BY code ORDER BY edition DESC, wards DESC, source_id) AS kept
    FROM (SELECT *, count(*) OVER (PARTITION BY source_id) AS wards,
                 count(*) OVER (PARTITION BY source_id, borough_code) AS of_borough FROM ward_row) r
    JOIN load_source USING (source_id) LEFT JOIN known_ward w ON w.ward_code = r.code
) JOIN (SELECT source_id AS kept, name FROM load_source) USING (kept)
"""

JUDGED = """
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT source_id, min(line) AS line, count(*) AS rows, rule, NULL AS number,
       CASE WHEN rule IS NOT NULL THEN 'ward' END AS column_name,
       CASE WHEN count(*) = 1 THEN any_value(concat_ws(' / ', code, ward_name, borough_code)) END AS value
FROM understood_row
GROUP BY source_id, rule, CASE WHEN rule NOT LIKE 'left out on purpose%' THEN line END
"""

WRITE = """
INSERT INTO ward_boundary BY NAME
SELECT code AS area_code, ward_name AS area_name, borough_code, geojson
FROM understood_row JOIN ward_shape USING (source_id, line)
WHERE rule IS NULL ORDER BY area_code
"""
NAMED = "(SELECT area_code, area_name FROM ward_boundary)"
LOADED = """
(SELECT source_id, count(*) AS rows_listed, 0 AS offences_listed
 FROM understood_row JOIN ward_boundary ON area_code = code WHERE rule IS NULL GROUP BY ALL)
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill ward_boundary, rejected_row and load_count, and `area` with wards not yet there.

    Raises LoadError for a table that cannot be read or does not lie in London.
    """
    install_wards(con)
    con.execute(STAGE)
    refuse([_stage(con, file, _stage_wards) for file in files])
    con.execute(UNDERSTOOD)
    kept = {row[0] for row in con.execute("SELECT source_id FROM understood_row WHERE rule IS NULL").fetchall()}
    refuse([_stage(con, file, _stage_shapes) for file in files if file.source_id in kept])
    con.execute(JUDGED)
    con.execute(WRITE)
    add_wards(con, named=NAMED, name="min(area_name)")
    account_rows(con, judged="judged_row", loaded=LOADED, rows="rows")


def _stage(con: duckdb.DuckDBPyConnection, file: InputFile, how: Callable[..., None]) -> Fault | None:
    try:
        how(con, file)
    except FileFault as error:
        return error.fault
    return None


def _stage_wards(con: duckdb.DuckDBPyConnection, file: InputFile) -> None:
    """`line` is the shape's place in the table, the first being 2 as in a file with a header."""
    columns = read_attributes(file, ["NAME", "GSS_CODE", "LAGSSCODE"])
    con.execute(
        "INSERT INTO ward_row SELECT ?, unnest(?), unnest(?), unnest(?), unnest(?)",
        [file.source_id, list(range(2, len(columns[0]) + 2)), *columns],
    )


def _stage_shapes(con: duckdb.DuckDBPyConnection, file: InputFile) -> None:
    geojson = read_geojson(file)
    lines = list(range(2, len(geojson) + 2))
    con.execute("INSERT INTO ward_shape SELECT ?, unnest(?), unnest(?)", [file.source_id, lines, geojson])


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Nothing beyond the ledger."""
    return []
