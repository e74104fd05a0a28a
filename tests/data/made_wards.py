"""An edition by hand with both sets of wards, its answers worked on paper.

Months January 2020 to December 2023. Until May 2022 Camden has the wards Abbey, Belle and Elm; from June 2022 Castle,
Dene and Elm, which stayed. Brent's two wards never changed. Residential burglaries a month:

    Camden   Abbey 10, and 12 from June 2021; Belle 2; Elm 1; Castle 8; Dene 3      (the borough file: 16)
    Brent    Fern 5, Gorse 5                                                        (the borough file: 9)

So in the 12 months to May 2022 Abbey has 144 (120 before: +20%), Belle 24 (24), Elm 12 (12): 180 together, and Camden
192, 12 more. Robbery of personal property is listed for Abbey and Castle only, 1 a month.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb

from data.periods import month_range
from data.warehouse import SCHEMA, Warehouse

CAMDEN, BRENT = "E09000007", "E09000005"
ABBEY, BELLE, ELM, CASTLE, DENE = "E05000001", "E05000002", "E05000003", "E05013001", "E05013002"
FERN, GORSE = "E05000011", "E05000012"
FIRST, LAST, CHANGED = date(2020, 1, 1), date(2023, 12, 1), date(2022, 6, 1)
BOTH = "2018 and 2022"
WARDS = (
    (ABBEY, "Abbey", CAMDEN, "2018"), (BELLE, "Belle", CAMDEN, "2018"), (ELM, "Elm", CAMDEN, BOTH),
    (CASTLE, "Castle", CAMDEN, "2022"), (DENE, "Dene", CAMDEN, "2022"), (FERN, "Fern", BRENT, BOTH),
    (GORSE, "Gorse", BRENT, BOTH),
)  # fmt: skip
BURGLARY, ROBBERY = ("Burglary", "Residential burglary"), ("Robbery", "Robbery of personal property")
DRAWN = (ABBEY, BELLE, ELM, FERN, GORSE)
Figure = tuple[str, str, date, str, str, str, int | None]


def square(west: float, south: float, size: float = 0.02) -> str:
    """A square of so many degrees, as GeoJSON."""
    east, north = west + size, south + size
    return json.dumps({"type": "Polygon", "coordinates": [
        [[west, south], [east, south], [east, north], [west, north], [west, south]]]})  # fmt: skip


def burglaries(code: str, month: date) -> int | None:
    """Of a ward in a month; None where the month does not list the ward."""
    if code in (ABBEY, BELLE) and month >= CHANGED or code in (CASTLE, DENE) and month < CHANGED:
        return None
    if code == ABBEY:
        return 12 if month >= date(2021, 6, 1) else 10
    return {BELLE: 2, ELM: 1, CASTLE: 8, DENE: 3, FERN: 5, GORSE: 5}[code]


def figures() -> Iterator[Figure]:
    for month in month_range(FIRST, LAST):
        for code, _, borough, _ in WARDS:
            found = burglaries(code, month)
            if found is not None:
                yield code, borough, month, "home_office", *BURGLARY, found
                if code in (ABBEY, CASTLE):
                    yield code, borough, month, "home_office", *ROBBERY, 1


def house(
    folder: Path, *, drawn: tuple[str, ...] = DRAWN, kind: str = "official", without: tuple[date, ...] = (),
    refused: tuple[tuple[str, date], ...] = (), unlisted: tuple[tuple[str, date], ...] = (),
    only: tuple[str, ...] = (), has_wards: bool = True,
) -> Warehouse:  # fmt: skip
    """A warehouse over that edition. `without`: months left out of the ward files; `unlisted`: months of a ward left
    out; `only`: the wards that are listed, all if empty; `refused`: figures made NULL."""
    with duckdb.connect(str(folder / "made.duckdb")) as con:
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        con.execute("INSERT INTO edition VALUES ('made', ?, 'v1')", [kind])
        for code, name, borough, generation in WARDS:
            con.execute("INSERT INTO area VALUES (?, ?, 'ward', ?, ?)", [code, name, borough, generation])
        for place, (code, name, borough, _) in enumerate(WARDS):
            if code in drawn:
                shape = square(-0.2 + 0.02 * place, 51.5)
                con.execute("INSERT INTO ward_boundary VALUES (?, ?, ?, ?)", [code, name, borough, shape])
        rows = [(*f[:6], None if (f[0], f[2]) in refused else f[6]) for f in figures()
                if f[2] not in without and (f[0], f[2]) not in unlisted and (not only or f[0] in only)]
        if has_wards:
            con.executemany("INSERT INTO recorded_crime_ward VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        whole = [(code, month, "home_office", *BURGLARY, n)
                 for month in month_range(FIRST, LAST) for code, n in ((CAMDEN, 16), (BRENT, 9))]  # fmt: skip
        con.executemany("INSERT INTO recorded_crime VALUES (?, ?, ?, ?, ?, ?)", whole)
    (folder / "current").write_text("made", encoding="utf-8")
    return Warehouse(folder)
