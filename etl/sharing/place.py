"""How editions lie where others fetch them: `current`, `<id>.duckdb` and `<id>.sha256`, and which of them can serve."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb

from etl.edition import POINTER, SCHEMA
from etl.faults import LoadError, quote

ID = re.compile(r"(?:official|demonstration)-[0-9a-f]{16}")  # it becomes a file's name
CHECKSUM = re.compile(r"[0-9a-f]{64}")
TABLES = frozenset(re.findall(r"^CREATE TABLE (\w+)", SCHEMA.read_text(encoding="utf-8"), re.MULTILINE))


def edition_named(text: str) -> str:
    """An edition's id, as a pointer or a person gives it. Raises LoadError for what is none."""
    name = text.strip().removesuffix(".duckdb")
    if not ID.fullmatch(name):
        raise LoadError(f"{quote(name)} is no edition's name; it would be like official-0123456789abcdef")
    return name


def checksum_named(text: str) -> str:
    """A SHA-256, as `sha256sum` writes it or bare. Raises LoadError for what is none."""
    found = text.split(maxsplit=1)[0].lower() if text.split() else ""
    if not CHECKSUM.fullmatch(found):
        raise LoadError(f"{quote(text.strip())} is no SHA-256 of an edition")
    return found


def file_of(folder: Path, edition: str) -> Path:
    return folder / f"{edition}.duckdb"


def pointer_of(folder: Path) -> Path:
    return folder / POINTER


def check_serves(path: Path, edition: str) -> None:
    """Raises LoadError unless the file is that edition and has every table that this version's pages ask for."""
    try:
        with duckdb.connect(str(path), read_only=True) as con:
            row = con.execute("SELECT edition_id FROM edition").fetchone()
            held = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    except duckdb.Error as error:
        raise LoadError(f"{edition} cannot be opened: {quote(str(error).splitlines()[0])}") from error
    if row is None or row[0] != edition:
        raise LoadError(f"the file of {edition} holds {quote(row[0] if row else 'no edition')}")
    if missing := sorted(TABLES - held):
        raise LoadError(f"{edition} lacks {', '.join(missing)}: another version of the loader built it")
