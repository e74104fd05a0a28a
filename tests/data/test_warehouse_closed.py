"""What a query may do to an edition, and through it to this machine: read it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from data.warehouse import SCHEMA, Edition, Warehouse

REFUSED = (
    "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM '/etc/passwd'", "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_blob('{folder}/current')", "SELECT * FROM glob('/etc/*')",
    "SELECT * FROM read_parquet('https://example.org/a.parquet')", "ATTACH '{folder}/other.duckdb' AS other",
    "COPY edition TO '{folder}/out.csv'",
    "COPY edition FROM '/etc/passwd'", "EXPORT DATABASE '{folder}/out'", "INSTALL httpfs", "LOAD httpfs",
    "SET enable_external_access = true", "SET allowed_directories = ['/']", "SET memory_limit = '64GB'",
    "RESET enable_external_access", "PRAGMA enable_external_access = true", "DELETE FROM edition",
    "INSERT INTO edition VALUES ('x', 'official', 'v')", "UPDATE edition SET edition_id = 'x'", "DROP TABLE edition",
    "CREATE TABLE mine (a INTEGER)", "CREATE SECRET (TYPE s3, KEY_ID 'a', SECRET 'b')",
)  # fmt: skip


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    with duckdb.connect(str(tmp_path / "one.duckdb")) as con:
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        con.execute("INSERT INTO edition VALUES ('one', 'official', 'v1')")
    (tmp_path / "current").write_text("one")
    with Warehouse(tmp_path).edition() as opened:
        yield opened


@pytest.mark.parametrize("statement", REFUSED)
def test_a_query_reads_the_edition_and_nothing_else(edition: Edition, tmp_path: Path, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        edition.cursor.execute(statement.format(folder=tmp_path)).fetchall()
    assert edition.cursor.execute("SELECT * FROM edition").fetchall() == [("one", "official", "v1")]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["current", "one.duckdb"]
