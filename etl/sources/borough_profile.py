"""The GLA's borough profiles: a row an area, a column a characteristic. What makes boroughs alike is taken from them.

mappings/borough_profile.csv lists the file's columns in their order, and which are loaded as what.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence

import duckdb

from etl.cells import account_cells, make_cells, stage_cells
from etl.files import InputFile
from etl.names import MAPPINGS, install_mapping
from etl.recognise import Layout
from etl.releases import make_cover

DATASET = "borough_profile"
with (MAPPINGS / "borough_profile.csv").open(encoding="utf-8", newline="") as _file:
    _MAPPED = list(csv.DictReader(_file))
COLUMNS = (("Code", "key"), *((row["published"], row["characteristic"]) for row in _MAPPED))
WANTED = tuple(row["characteristic"] for row in _MAPPED if row["kind"] == "code")
LAYOUTS: tuple[Layout, ...] = (Layout("Borough profiles, 2015", DATASET, COLUMNS),)

# Regions and countries stand below the boroughs, for comparison.
JUDGED = """
CREATE OR REPLACE TEMP TABLE judged_row AS
SELECT *, CASE WHEN regexp_full_match(code, '(E12|E13|E92|K02)\\d{6}|NAT') THEN 'left out on purpose: not a borough'
               WHEN area_code IS NULL THEN 'unknown area code'
               WHEN line > first_line THEN 'second row for this area in the file; line ' || first_line || ' was kept'
          END AS rule,
       CASE WHEN area_code IS NULL OR line > first_line THEN 'area' END AS column_name, code AS value
FROM (SELECT source_id, line, a.area_code, upper(trim(coalesce(key, ''))) AS code,
             min(line) OVER (PARTITION BY source_id, upper(trim(key))) AS first_line
      FROM cell_row LEFT JOIN (SELECT area_code FROM area WHERE area_type = 'borough') a
          ON a.area_code = upper(trim(key)))
"""

FIGURES = """
CREATE OR REPLACE TEMP TABLE profile_figure AS
SELECT j.source_id, j.area_code, m.characteristic, c.number AS value, m.unit, CAST(m.year AS SMALLINT) AS year
FROM judged_row j JOIN cell c USING (source_id, line)
JOIN map_borough_profile m ON m.published = name_key(c.column_name)
WHERE j.rule IS NULL AND c.number IS NOT NULL
"""

WRITE = """
INSERT INTO borough_profile BY NAME
SELECT f.* FROM profile_figure f
SEMI JOIN (SELECT * FROM release_cover WHERE replaced_by IS NULL) USING (source_id, characteristic)
ORDER BY characteristic, area_code
"""

SAY_LEFT_OUT = """
UPDATE load_source SET note = concat_ws('; ', note, (
    SELECT count(*) || ' of its columns are left out on purpose: see etl/mappings/borough_profile.csv'
    FROM map_borough_profile WHERE kind = 'ignore'))
WHERE dataset = 'borough_profile'
"""


def load(con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None:
    """Fill borough_profile, rejected_row and load_count.

    Raises LoadError when two files of one release disagree.
    """
    install_mapping(con, "borough_profile", key=("published",))
    stage_cells(con, files, wanted=WANTED)
    con.execute(JUDGED)
    make_cells(con)
    con.execute(FIGURES)
    make_cover(con, covered="profile_figure", keys=("characteristic",))
    con.execute(WRITE)
    con.execute(SAY_LEFT_OUT)
    account_cells(con, loaded="profile_figure")


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Nothing beyond the ledger: the publisher gives no totals in this file."""
    return []
