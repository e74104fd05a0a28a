"""Write an edition's bulk files beside it, once: they belong to its id and never change."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import duckdb

from data.bulk import ENDING, INDEX
from data.catalogue import catalogue
from data.dictionary import TableEntry, dictionary
from etl.bulk.package import data_package, dictionary_csv
from etl.bulk.tables import Outgoing, outgoing
from etl.faults import LoadError
from etl.holding import hold

DATABASE = "edition.duckdb"
OLDEST_READER = "v1.0.0"  # of DuckDB: R and the shell come later than the library that writes; costs 9 % in size
BUILDING = ".bulk-"
MEDIA = {".parquet": "application/vnd.apache.parquet", ".duckdb": "application/vnd.duckdb", ".csv": "text/csv",
         ".json": "application/json"}  # fmt: skip
Column = dict[str, str]  # name, type, says


def bulk_folder(edition: Path) -> Path:
    """Where the bulk files of the edition at `edition` are, or would be."""
    return edition.with_name(f"{edition.stem}{ENDING}")


def write_bulk(edition: Path) -> Path:
    """Write them unless they are there. Raises LoadError when they cannot be written; nothing is left behind then."""
    final = bulk_folder(edition)
    with hold(edition.parent, lock=edition.parent / ".bulk.lock", work="bulk", fault=LoadError):
        if final.is_dir():
            return final
        for leftover in edition.parent.glob(f"{BUILDING}*"):
            shutil.rmtree(leftover)
        building = edition.parent / f"{BUILDING}{edition.stem}"
        try:
            building.mkdir()
            _write(edition, building)
            building.rename(final)
        except (OSError, duckdb.Error) as error:
            shutil.rmtree(building, ignore_errors=True)
            raise LoadError(f"the bulk files of {edition.stem} could not be written: {error}") from error
    return final


def _write(edition: Path, folder: Path) -> None:
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{_quoted(str(edition))}' AS held (READ_ONLY)")
        con.execute(f"ATTACH '{_quoted(str(folder / DATABASE))}' AS taken (STORAGE_VERSION '{OLDEST_READER}')")
        facts = con.execute("SELECT edition_id, kind FROM held.edition").fetchone()
        assert facts is not None
        about = {"edition": facts[0], "data_kind": facts[1]}
        names = con.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'held'").fetchall()
        written = [
            (each, _table(con, each, folder, about))
            for each in outgoing({name for (name,) in names}, "held")
        ]  # fmt: skip
        sources = con.execute("SELECT DISTINCT publisher, dataset, licence FROM held.source ORDER BY ALL").fetchall()
    rows = [(each, entry_of(each), columns) for each, columns in written]
    (folder / "data-dictionary.csv").write_text(dictionary_csv(rows, catalogue()), encoding="utf-8", newline="")
    files = [_described(folder / f"{each.name}.parquet", entry.says) for each, entry, _ in rows]
    files += [_described(folder / DATABASE, "All tables in one DuckDB file, with comments on tables and columns."),
              _described(folder / "data-dictionary.csv", "What every table and column holds.")]  # fmt: skip
    package = data_package(rows, files, about=about, sources=sources, catalogue=catalogue())
    _json(folder / "datapackage.json", package)
    files.append(_described(folder / "datapackage.json", "The files and their columns as a Frictionless Data Package."))
    _json(folder / INDEX, files)


def entry_of(each: Outgoing) -> TableEntry:
    if each.sums is not None:
        return TableEntry(each.name, each.sums.says, each.sums.columns)
    return dictionary()[each.name]


def _table(con: duckdb.DuckDBPyConnection, each: Outgoing, folder: Path, about: dict[str, str]) -> list[Column]:
    """The table as Parquet and in the database; its columns."""
    entry = entry_of(each)
    con.execute(f"CREATE TABLE taken.{each.name} AS {each.query}")
    con.execute(f"COMMENT ON TABLE taken.{each.name} IS '{_quoted(entry.says)}'")
    found = con.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = 'taken' AND table_name = ? "
        "ORDER BY column_index", [each.name],
    ).fetchall()  # fmt: skip
    for name, _ in found:
        con.execute(f"COMMENT ON COLUMN taken.{each.name}.{name} IS '{_quoted(entry.column(name))}'")
    said = ", ".join(f"{key}: '{_quoted(value)}'" for key, value in {**about, "description": entry.says}.items())
    path = _quoted(str(folder / f"{each.name}.parquet"))
    con.execute(
        f"COPY taken.{each.name} TO '{path}' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{said}}})"
    )
    return [{"name": name, "type": kind, "says": entry.column(name)} for name, kind in found]


def _described(path: Path, says: str) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "bytes": path.stat().st_size, "sha256": digest, "media_type": MEDIA[path.suffix],
            "says": says}  # fmt: skip


def _json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _quoted(text: str) -> str:
    return text.replace("'", "''")
