"""What a load did and what an edition holds, as tables at the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from etl.edition import POINTER
from etl.faults import LoadError
from etl.judging.told import told
from etl.load import Loaded
from etl.ward_sums import compare_wards

__all__ = ["count_files", "escape", "find_edition", "print_check", "print_summary"]

LOOK: dict[str, Any] = {
    "title_justify": "left",
    "title_style": "bold",
    "box": box.SIMPLE_HEAD,
    "pad_edge": False,
    "padding": (0, 1, 0, 0),
}
SOURCES = """
WITH refused AS (
    SELECT source_id, sum(rows) FILTER (rule LIKE 'left out on purpose%') AS left_out,
           sum(rows) FILTER (rule NOT LIKE 'left out on purpose%') AS faulty
    FROM rejected_row GROUP BY ALL
)
SELECT edition, name, strftime(first_month, '%Y-%m') || '–' || strftime(last_month, '%Y-%m'),
       rows_read, rows_loaded, rows_rejected, offences_read,
       CAST(left_out AS BIGINT), CAST(faulty AS BIGINT), layout, note
FROM source LEFT JOIN refused USING (source_id) ORDER BY source_id
"""
REFUSED = """
SELECT s.name || ' (' || s.edition || ')', line, rows, column_name, value, rule, offences
FROM rejected_row r JOIN source s USING (source_id) ORDER BY r.source_id, line, column_name
"""
UNKNOWN_NAMES = """
SELECT column_name, value, CAST(sum(rows) AS BIGINT), CAST(sum(offences) AS BIGINT) FROM rejected_row
WHERE rule LIKE 'unknown %' GROUP BY ALL ORDER BY ALL
"""
# Proportions and strengths are revised too, but never added up.
REVISED = """
SELECT o.name || ' (' || o.edition || ')', n.edition, count(*), count(DISTINCT month),
       CAST(sum(coalesce(new_value, 0) - coalesce(old_value, 0))
            FILTER (r.dataset NOT IN ('victim_satisfaction', 'workforce')) AS BIGINT)
FROM revision r JOIN source o ON o.source_id = old_source_id JOIN source n ON n.source_id = new_source_id
GROUP BY ALL ORDER BY ALL
"""
LARGEST_REVISIONS = """
SELECT strftime(month, '%Y-%m'), series, CAST(sum(old_value) AS BIGINT), CAST(sum(new_value) AS BIGINT),
       o.edition, n.edition
FROM revision r JOIN source o ON o.source_id = old_source_id JOIN source n ON n.source_id = new_source_id
WHERE r.dataset NOT IN ('victim_satisfaction', 'workforce')
GROUP BY month, series, o.edition, n.edition
ORDER BY abs(coalesce(sum(new_value), 0) - coalesce(sum(old_value), 0)) DESC, month, series
"""


def count_files(paths: Sequence[Path]) -> int:
    """How many files the progress bar will see, roughly."""
    return sum(sum(1 for _ in p.rglob("*.csv")) if p.is_dir() else 1 for p in paths)


def find_edition(name: str, folder: Path) -> Path:
    """The file of an edition given by path, id or 'current'. Raises LoadError that names what was looked for."""
    if name == POINTER:
        pointer = folder / POINTER
        if not pointer.exists():
            raise LoadError(f"there is no edition in {folder} yet; make one with: python -m etl load PATH")
        name = pointer.read_text(encoding="utf-8").strip()
    for path in (Path(name), folder / name, folder / f"{name}.duckdb"):
        if path.is_file():
            return path
    raise LoadError(f"there is no edition '{name}' in {folder}")


def print_summary(console: Console, loaded: Loaded) -> None:
    """The closing table of a load."""
    with duckdb.connect(str(loaded.path), read_only=True) as con:
        _print_sources(console, con)
        console.print(told(con))
    for path, file in loaded.inputs.duplicates:
        console.print(f"Read once: {escape(str(path))} is the same file as {escape(str(file.path))}")
    if loaded.inputs.passed_over:
        names = ", ".join(sorted(path.name for path in loaded.inputs.passed_over))
        console.print(f"Passed over, not data files: {escape(names)}")
    console.print(f"Edition [bold]{loaded.edition_id}[/bold] is in use.")


def print_check(console: Console, path: Path, *, rows: int) -> None:
    """Everything `python -m etl check` says. `rows` limits the lists; 0 does not."""
    with duckdb.connect(str(path), read_only=True) as con:
        edition, kind, _ = con.execute("SELECT * FROM edition").fetchall()[0]
        console.print(f"Edition [bold]{edition}[/bold] ({kind})")
        _print_sources(console, con)
        _print_list(console, con, "Names not known", UNKNOWN_NAMES, ("Kind", "Name", "Rows", "Offences"), rows=0)
        refused = ("File", "Line", "Rows", "Column", "Value", "Why", "Offences")
        _print_list(console, con, "Refused", REFUSED, refused, rows=rows)
        revised = ("Replaced file", "By release", "Figures changed", "Months", "Net offences")
        _print_list(console, con, "Revised", REVISED, revised, rows=0)
        largest = ("Month", "Series, all areas", "Was", "Is", "In", "Since")
        _print_list(console, con, "Largest revisions", LARGEST_REVISIONS, largest, rows=rows)
        for sentence in (*compare_wards(con), told(con)):
            console.print(escape(sentence))


def _print_sources(console: Console, con: duckdb.DuckDBPyConnection) -> None:
    table = Table(title="What was read", **LOOK)
    table.add_column("Release", no_wrap=True, min_width=7)
    table.add_column("File", overflow="ellipsis", no_wrap=True, width=max(12, min(56, console.width - 74)))
    table.add_column("Months", no_wrap=True, min_width=15)
    for name, width in (("Rows", 6), ("Loaded", 6), ("Refused", 7), ("Offences", 10)):
        table.add_column(name, justify="right", no_wrap=True, min_width=width)
    notes = []
    found = con.execute(SOURCES).fetchall()
    for *cells, left_out, faulty, layout, note in found:
        table.add_row(*map(_cell, cells))
        refused = _refused(left_out or 0, faulty or 0)
        notes += [f"{cells[1]} ({cells[0]}; {layout}): {said}" for said in (note, refused) if said]
    _add_totals(table, found)
    console.print(table)
    for line in notes:
        console.print(escape(line))


def _refused(left_out: int, faulty: int) -> str:
    parts = [f"{left_out:,} rows left out on purpose" if left_out else "", f"{faulty:,} refused" if faulty else ""]
    said = " and ".join(filter(None, parts))
    return f"{said}; `python -m etl check` says which and why" if said else ""


def _add_totals(table: Table, found: Sequence[Sequence[object]]) -> None:
    sums = [sum(int(str(row[i])) for row in found) for i in range(3, 7)]
    table.add_section()
    table.add_row("", f"{len(found)} files", "", *map(_cell, sums), style="bold")


def _print_list(
    console: Console, con: duckdb.DuckDBPyConnection, title: str, query: str, heads: Sequence[str], *, rows: int
) -> None:
    found = con.execute(query).fetchall()
    if not found:
        console.print(f"{title}: none.")
        return
    table = Table(title=f"{title} ({len(found):,})", **LOOK)
    for index, head in enumerate(heads):
        is_number = any(isinstance(row[index], int) for row in found)
        table.add_column(head, justify="right" if is_number else "left", overflow="fold")
    for row in found[: rows or None]:
        table.add_row(*map(_cell, row))
    console.print(table)
    if rows and len(found) > rows:
        console.print(f"… and {len(found) - rows:,} more; --rows 0 prints all.")


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:,}" if isinstance(value, int) else escape(str(value))
