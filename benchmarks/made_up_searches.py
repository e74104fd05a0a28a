"""Made-up stop-and-search files in the publisher's layout, to time the loader on: nothing in them is real.

Run it as `python -m benchmarks.made_up_searches FOLDER --rows 5000000`.
"""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from data.periods import add_months
from etl.sources.stop_and_search import LAYOUTS
from geo.areas import boroughs

FIRST_MONTH, FILES = date(2014, 12, 1), 140  # as many months as the publisher has
POINTS = 30_000  # distinct places; 21 real months have 25,600
SPREAD_DEG = 0.03  # about 2 to 3 km round the middle of each borough
BLANK_IN_100 = 9  # searches without coordinates

# A row's values follow from its number, so that the same command writes the same bytes.
ROWS = """
COPY (
    SELECT ['Person search', 'Person search', 'Person and Vehicle search'][1 + pick(i, 1) % 3] AS type,
           strftime($month::TIMESTAMP + to_minutes(CAST(i * 40000 // $rows AS INTEGER)),
                    '%Y-%m-%dT%H:%M:%S+00:00') AS date,
           'False' AS part, NULL AS operation,
           CASE WHEN blank THEN NULL ELSE p.lat END AS lat, CASE WHEN blank THEN NULL ELSE p.lon END AS lon,
           ['Male', 'Male', 'Male', 'Female'][1 + pick(i, 2) % 4] AS gender,
           ['10-17', '18-24', '25-34', 'over 34', NULL][1 + pick(i, 3) % 5] AS age,
           ['White - English/Welsh/Scottish/Northern Irish/British', 'Asian/Asian British - Bangladeshi',
            'Black/African/Caribbean/Black British - African', 'Other ethnic group - Not stated'
           ][1 + pick(i, 4) % 4] AS self_defined,
           ['White', 'Black', 'Asian', 'Other'][1 + pick(i, 5) % 4] AS officer_defined,
           ['Misuse of Drugs Act 1971 (section 23)', 'Police and Criminal Evidence Act 1984 (section 1)'
           ][1 + pick(i, 6) % 2] AS legislation,
           ['Controlled drugs', 'Offensive weapons', 'Stolen goods'][1 + pick(i, 7) % 3] AS object,
           ['A no further action disposal', 'A no further action disposal', 'Arrest', 'Community resolution'
           ][1 + pick(i, 8) % 4] AS outcome,
           ['False', 'True', NULL][1 + pick(i, 9) % 3] AS linked, 'False' AS removal
    FROM (SELECT range AS i, pick(range, 10) % 100 < $blank AS blank, pick(range, 11) % $points AS n
          FROM range($rows)) r JOIN point p USING (n)
    ORDER BY i
) TO '{path}' (HEADER false, DELIMITER ',')
"""


def write_searches(folder: Path, *, rows: int, files: int = FILES) -> None:
    """Write `files` months of searches, `rows` in all, into one folder a month."""
    con = duckdb.connect()
    con.execute("CREATE MACRO pick(i, salt) AS CAST(hash(i * 100 + salt) >> 8 AS BIGINT)")
    con.execute("CREATE TABLE point (n BIGINT, lat VARCHAR, lon VARCHAR)")
    con.execute("INSERT INTO point SELECT unnest(range($1)), unnest($2), unnest($3)", [POINTS, *_points()])
    head = ",".join(name for name, _ in LAYOUTS[0].columns)
    for number in range(files):
        month = add_months(FIRST_MONTH, number)
        label = month.strftime("%Y-%m")
        path = folder / label / f"{label}-metropolitan-stop-and-search.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        share = rows // files + (number < rows % files)
        given = {"month": month, "rows": share, "blank": BLANK_IN_100, "points": POINTS}
        con.execute(ROWS.format(path=path), given)
        path.write_bytes(f"{head}\n".encode() + path.read_bytes())


def _points() -> tuple[list[str], list[str]]:
    """Latitudes and longitudes round the middles of the boroughs, to six decimals as published."""
    draw, areas = random.Random(2), boroughs()
    middles = [draw.choice(areas) for _ in range(POINTS)]
    near = [(area.label_lat or 0.0, area.label_lon or 0.0) for area in middles]
    lats, lons = zip(*((draw.gauss(a, SPREAD_DEG / 2), draw.gauss(b, SPREAD_DEG / 2)) for a, b in near), strict=True)
    return [f"{lat:.6f}" for lat in lats], [f"{lon:.6f}" for lon in lons]


def main(
    folder: Annotated[Path, typer.Argument(help="Where the files go.")],
    rows: Annotated[int, typer.Option(help="Searches in all.")] = 5_000_000,
    files: Annotated[int, typer.Option(help="Months.")] = FILES,
) -> None:
    """Write the files."""
    write_searches(folder, rows=rows, files=files)


if __name__ == "__main__":
    typer.run(main)
