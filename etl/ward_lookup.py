"""The ONS's lookup of small areas to wards: London's wards with their names and boroughs."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from etl.files import InputFile
from etl.rows import account_rows, read_rows, refuse
from etl.wards import UNKNOWN_WARD, add_wards, install_wards

COLUMNS = (
    *(("LSOA21CD", "lsoa_code"), ("LSOA21NM", "lsoa_name"), ("LSOA21NMW", "lsoa_name_welsh")),
    *(("WD25CD", "ward_code"), ("WD25NM", "ward_name"), ("WD25NMW", "ward_name_welsh")),
    *(("LAD25CD", "borough_code"), ("LAD25NM", "borough_name"), ("LAD25NMW", "borough_name_welsh")),
    ("ObjectId", "number"),
)

STAGE = """
CREATE OR REPLACE TEMP TABLE ward_row (source_id INTEGER, line BIGINT, rows BIGINT, left_out VARCHAR,
    code VARCHAR, ward_name VARCHAR, borough_code VARCHAR)
"""
# The rest of the country is kept as a number of rows only; London's wards with the number of their small areas.
LEFT_OUT = "CASE WHEN regexp_full_match(trim(borough_code), '(E0[678]|W06)\\d{6}') THEN 'outside London' END"
INSERT = f"""
$source_id, min(line_number), count(*), {LEFT_OUT}, any_value(upper(trim(ward_code))), any_value(trim(ward_name)),
any_value(upper(trim(borough_code)))
"""
GROUP_BY = f"{LEFT_OUT}, CASE WHEN {LEFT_OUT} IS NULL THEN (ward_code, ward_name, borough_code) END"

JUDGED = f"""
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT r.*, NULL AS number,
       CASE WHEN left_out IS NOT NULL THEN 'left out on purpose: ' || left_out
            WHEN w.ward_code IS NULL THEN '{UNKNOWN_WARD}'
            WHEN w.borough_code IS DISTINCT FROM r.borough_code THEN 'the code is of a ward in ' || w.borough_code
       END AS rule,
       CASE WHEN left_out IS NULL THEN 'ward' END AS column_name,
       CASE WHEN left_out IS NULL THEN concat_ws(' / ', r.code, r.ward_name, r.borough_code) END AS value
FROM ward_row r LEFT JOIN known_ward w ON w.ward_code = r.code
"""
NAMED = """
(SELECT code AS area_code, ward_name, edition, source_id, line FROM judged_row JOIN load_source USING (source_id)
 WHERE rule IS NULL)
"""
LOADED = """
(SELECT source_id, sum(rows) AS rows_listed, 0 AS offences_listed
 FROM ward_row JOIN area ON area_code = code AND parent_code = ward_row.borough_code GROUP BY ALL)
"""


def load_wards(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Add London's wards to `area`; rejected_row and load_count."""
    install_wards(con)
    con.execute(STAGE)
    columns = [role for _, role in COLUMNS]
    refuse([read_rows(con, f, insert=INSERT, into="ward_row", columns=columns, group_by=GROUP_BY) for f in files])
    con.execute(JUDGED)
    add_wards(con, named=NAMED, name="arg_max(nullif(ward_name, ''), (edition, source_id, -line))")
    account_rows(con, judged="judged_row", loaded=LOADED, rows="rows")
