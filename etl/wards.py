"""Wards: the codes we know, and the wards of an edition.

mappings/ward_codes.csv gives the codes in runs, each with its borough and the set of wards it belongs to: those of 2018
(in force until May 2022) and those of 2022. A code that stayed belongs to both, and its figures can be compared across
the change; a code is never given to other boundaries. The runs are those of the GLA's ward boundaries of 2018 and of
the ONS's lookup of wards of 2025; a test holds them against both.
"""

from __future__ import annotations

import duckdb

from etl.names import install_mapping

UNKNOWN_WARD = "unknown ward code; if it is right, add it to etl/mappings/ward_codes.csv"

KNOWN = """
CREATE OR REPLACE TEMP TABLE known_ward AS
SELECT 'E05' || lpad(CAST(number AS VARCHAR), 6, '0') AS ward_code, borough_code, generation
FROM (SELECT borough_code, generation,
             unnest(generate_series(CAST(first_code[4:] AS INTEGER), CAST(last_code[4:] AS INTEGER))) AS number
      FROM map_ward_codes)
"""

ADD = """
INSERT INTO area BY NAME
SELECT ward_code AS area_code, coalesce(area_name, ward_code) AS area_name, 'ward' AS area_type,
       borough_code AS parent_code, generation
FROM (SELECT area_code AS ward_code, {name} AS area_name FROM {named} GROUP BY ALL)
JOIN known_ward USING (ward_code) ANTI JOIN area ON area.area_code = ward_code
ORDER BY area_code
"""


def install_wards(con: duckdb.DuckDBPyConnection) -> None:
    """Make known_ward (ward_code, borough_code, generation), one row a code."""
    install_mapping(con, "ward_codes", key=("first_code", "last_code"))
    con.execute(KNOWN)


def add_wards(con: duckdb.DuckDBPyConnection, *, named: str, name: str) -> None:
    """Add to `area` the known wards that it has not yet.

    `named`: a table or sub-query with the code as area_code; `name`: an aggregate that picks a name for each.
    """
    con.execute(ADD.format(named=named, name=name))
