"""Names and codes as published, and what we call them: `mappings/*.csv` as tables of the load.

Each file has a `kind` column: `code` (a name as published), `fix` (a spelling put right, with the reason) or
`ignore` (left out on purpose, with the reason). One name stands in one row only, so the kinds cannot overlap.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

MAPPINGS = Path(__file__).parent / "mappings"
KINDS = ("code", "fix", "ignore")

# Case and white space never tell two names apart: publishers change both between releases.
NAME_KEY = "CREATE OR REPLACE TEMP MACRO name_key(name) AS lower(trim(regexp_replace(name, '\\s+', ' ', 'g')))"


def install_mapping(
    con: duckdb.DuckDBPyConnection, name: str, *, key: tuple[str, ...], folder: Path = MAPPINGS
) -> None:
    """Make the temporary table `map_<name>` from `<name>.csv`, its published names as keys (see name_key).

    Raises ValueError that quotes the entry when a name stands twice, a kind is not known or a fix has no reason.
    """
    con.execute(NAME_KEY)
    path = folder / f"{name}.csv"
    keys = ", ".join(f"name_key({column}) AS {column}" for column in key)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE map_{name} AS SELECT * REPLACE ({keys}) "
        "FROM read_csv(?, header = true, all_varchar = true, delim = ',', quote = '\"')",
        [str(path)],
    )
    columns = ", ".join(key)
    twice = con.execute(f"SELECT {columns} FROM map_{name} GROUP BY ALL HAVING count(*) > 1").fetchone()
    if twice:
        raise ValueError(f"{path.name}: the name {' / '.join(map(repr, twice))} stands in more than one row")
    bad = con.execute(
        f"SELECT {columns}, kind FROM map_{name} WHERE kind NOT IN {KINDS} OR (kind <> 'code' AND reason IS NULL)"
    ).fetchone()
    if bad:
        raise ValueError(
            f"{path.name}: {bad!r} needs a kind out of {', '.join(KINDS)}, and a reason unless it is a code"
        )
