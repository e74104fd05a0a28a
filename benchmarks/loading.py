"""Loading an edition against DuckDB merely counting the rows of the same files read as text."""

from __future__ import annotations

import tempfile
from pathlib import Path

import duckdb
from rich.console import Console

from benchmarks.measuring import Line, compare
from etl.demonstration import write_files
from etl.load import load

OFFICIAL = Path(__file__).parents[1].parent / "shared" / "official"
BAR_RECORDED_CRIME = 6.0


def lines(console: Console) -> list[Line]:
    """The publishers' recorded-crime files where they are; the demonstration's files otherwise, which is said."""
    folder = OFFICIAL / "recorded-crime"
    if folder.is_dir():
        return [_loading("Load the official recorded-crime files", folder)]
    console.print("The publishers' files are not beside this checkout; timing the demonstration's files instead.")
    with tempfile.TemporaryDirectory() as made:
        write_files(Path(made))
        return [_loading("Load the demonstration's files", Path(made))]


def _loading(what: str, folder: Path) -> Line:
    files = sorted(folder.rglob("*.csv"))
    return compare(what, bare=lambda: _count(files), ours=lambda: _load(folder), bar=BAR_RECORDED_CRIME)


def _count(files: list[Path]) -> None:
    with duckdb.connect() as con:
        for file in files:
            con.execute("SELECT count(*) FROM read_csv(?, all_varchar = true, header = true)", [str(file)]).fetchall()


def _load(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as editions:
        load([folder], editions=Path(editions))
