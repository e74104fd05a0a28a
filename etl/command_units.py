"""The Met's lookup of Basic Command Units, held against geo/areas.csv, which is the one list of them."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.crime_figures import UNKNOWN_AREA
from etl.faults import Fault, quote
from etl.files import InputFile
from etl.names import install_mapping
from etl.rows import account_rows, read_rows, refuse

COLUMNS = (("bcu_location", "unit"), ("borough_name", "borough"))

STAGE = "CREATE OR REPLACE TEMP TABLE unit_row (source_id INTEGER, line BIGINT, unit VARCHAR, borough VARCHAR)"

JUDGED = f"""
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT r.*, b.area_code AS borough_code, b.parent_code AS known_unit, u.area_code AS unit_code, NULL AS number,
       CASE WHEN key = '' AND name_key(coalesce(unit, '')) = '' THEN 'an empty row'
            WHEN key IN ('other', 'unknown') THEN 'left out on purpose: not a borough'
            WHEN b.parent_code IS NULL THEN '{UNKNOWN_AREA}' END AS rule,
       'borough_name' AS column_name, coalesce(borough, '') AS value
FROM (SELECT *, name_key(coalesce(borough, '')) AS key FROM unit_row) r
LEFT JOIN map_areas m ON m.published = key
LEFT JOIN (SELECT * FROM area WHERE area_type = 'borough') b ON b.area_code = m.area_code
LEFT JOIN (SELECT * FROM area WHERE area_type = 'bcu') u ON name_key(u.area_name) = name_key(r.unit)
"""
CONTRADICTIONS = """
SELECT source_id, line, borough, coalesce(unit, ''), area_name
FROM judged_row JOIN area ON area.area_code = known_unit
WHERE rule IS NULL AND unit_code IS DISTINCT FROM known_unit ORDER BY ALL
"""
LOADED = """
(SELECT source_id, count(*) AS rows_listed, 0 AS offences_listed FROM judged_row
 JOIN area ON area.area_code = borough_code AND area.parent_code = unit_code GROUP BY ALL)
"""


def load_units(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Nothing new is loaded; rejected_row and load_count.

    Raises LoadError for each row that puts a borough into another unit than geo/areas.csv does.
    """
    install_mapping(con, "areas", key=("published",))
    con.execute(STAGE)
    insert = "$source_id, line_number, unit, borough"
    refuse([read_rows(con, f, insert=insert, into="unit_row", columns=["unit", "borough"]) for f in files])
    con.execute(JUDGED)
    paths = {file.source_id: file.path for file in files}
    refuse([
        Fault(paths[source], f"puts {quote(borough)} into {quote(unit)}; geo/areas.csv has {quote(known)}", line=line)
        for source, line, borough, unit, known in con.execute(CONTRADICTIONS).fetchall()
    ])  # fmt: skip
    account_rows(con, judged="judged_row", loaded=LOADED)
