"""The bulk files hold the edition, say what they hold, and tell nothing of single people."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pytest

from data.bulk import INDEX, bulk_files, path_of
from data.dictionary import dictionary
from data.marks import MARKS
from data.view_file import table_schema
from etl.bulk import bulk_folder, write_bulk
from etl.bulk.tables import PEOPLE, WHOLE, outgoing
from etl.edition import SCHEMA, loader_version
from etl.faults import LoadError


@pytest.fixture(scope="module")
def edition(demonstration_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the demonstration in a folder of its own."""
    (file,) = demonstration_editions.glob("*.duckdb")
    return Path(shutil.copy(file, tmp_path_factory.mktemp("bulk")))


@pytest.fixture(scope="module")
def folder(edition: Path) -> Path:
    return write_bulk(edition)


def tables_of_schema() -> set[str]:
    with duckdb.connect() as con:
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        return {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}


def test_somebody_has_decided_of_every_table_whether_it_goes_out() -> None:
    decided = {*WHOLE, *(sums.table for sums in PEOPLE)}
    assert tables_of_schema() == decided, "a new table: put it into WHOLE or PEOPLE of etl/bulk/tables.py"
    assert not set(WHOLE) & {sums.table for sums in PEOPLE}


def test_a_table_that_nobody_has_decided_of_stays_in() -> None:
    assert [each.name for each in outgoing({"area", "diaries"}, "e")] == ["area"]


def test_every_table_and_column_of_the_schema_is_described() -> None:
    with duckdb.connect() as con:
        con.execute(SCHEMA.read_text(encoding="utf-8"))
        columns = con.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal").fetchall()
    missing = [f"{table}.{column}" for table, column in columns if not dictionary()[table].column(column)]
    assert not missing, "say what they hold, in schema.sql or data/tables.toml"
    assert all(entry.says for entry in dictionary().values())
    assert dictionary()["monthly_signal"].column("offences") == "NULL: no figure."
    assert dictionary()["recorded_crime"].column("area_code").startswith("Boroughs and places that are not boroughs")


def test_parquet_and_database_hold_every_row_of_the_edition(edition: Path, folder: Path) -> None:
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{edition}' AS held (READ_ONLY)")
        con.execute(f"ATTACH '{folder / 'edition.duckdb'}' AS taken (READ_ONLY)")
        for table in WHOLE:
            for other in (f"taken.{table}", f"'{folder / table}.parquet'"):
                for one, two in ((f"held.{table}", other), (other, f"held.{table}")):
                    extra = con.execute(f"SELECT count(*) FROM (FROM {one} EXCEPT ALL FROM {two})").fetchone()
                    assert extra == (0,), (one, two)
        for sums, column in zip(PEOPLE, ("searches", "victims"), strict=True):
            whole = "count(*)" if column == "searches" else "sum(victims)"
            expected = con.execute(f"SELECT {whole} FROM held.{sums.table}").fetchone()
            assert con.execute(f"SELECT sum({column}) FROM '{folder / sums.name}.parquet'").fetchone() == expected
            assert expected is not None and expected[0] > 0


def test_nothing_of_single_people_goes_out(folder: Path) -> None:
    """Neither what was recorded of them nor what leads back to their row in the publisher's file."""
    private = {
        "gender", "age_range", "age_group", "sex", "ethnicity", "self_defined", "self_defined_group", "officer_defined",
        "searched_at", "outcome", "is_positive", "is_linked", "line", "method", "domestic_abuse", "solved_status",
    }  # fmt: skip
    with duckdb.connect(str(folder / "edition.duckdb"), read_only=True) as con:
        held = con.execute("SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal").fetchall()
        assert {column for table, column in held if table != "rejected_row"} & private == set()
        assert {"stop_and_search", "homicide"} & {table for table, _ in held} == set()
        comments = dict(con.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
        assert "https://data.police.uk" in comments["stop_and_search_monthly"] and all(comments.values())
    assert not (folder / "stop_and_search.parquet").exists()


def test_the_index_has_the_size_and_hash_of_every_file(edition: Path, folder: Path) -> None:
    files = {file.name: file for file in bulk_files(edition.parent, edition.stem)}
    assert set(files) == {path.name for path in folder.iterdir()} - {INDEX}
    for name, file in files.items():
        content = (folder / name).read_bytes()
        assert (file.bytes, file.sha256) == (len(content), hashlib.sha256(content).hexdigest())
        assert file.says and path_of(edition.parent, edition.stem, name) == folder / name
    assert path_of(edition.parent, edition.stem, INDEX) is None
    assert path_of(edition.parent, edition.stem, "../current") is None
    assert bulk_files(edition.parent, "no-such-edition") == ()


def test_the_package_is_valid_and_its_columns_are_those_of_the_files(folder: Path, tmp_path: Path) -> None:
    """By the official library: the descriptor as it is, and its tables with the same rows written as CSV, because the
    library reads Parquet only with a second Parquet reader."""
    package = json.loads((folder / "datapackage.json").read_text())
    assert list(frictionless.Package.metadata_validate(package)) == []
    assert package["description"].startswith("DEMONSTRATION")
    with duckdb.connect() as con:
        for resource in package["resources"]:
            path = folder / resource["path"]
            assert resource["hash"] == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
            if "schema" not in resource:
                continue
            names = [name for name, *_ in con.execute(f"DESCRIBE FROM '{path}'").fetchall()]
            assert names == [field["name"] for field in resource["schema"]["fields"]]
            assert all(field["description"] for field in resource["schema"]["fields"])
            con.execute(f"COPY (FROM '{path}' LIMIT 300) TO '{tmp_path / resource['name']}.csv' (HEADER)")
            report = frictionless.validate(
                {"name": resource["name"], "path": f"{resource['name']}.csv", "schema": resource["schema"]},
                basepath=str(tmp_path),
            )
            assert report.valid, (resource["name"], report.flatten(["rowNumber", "fieldName", "message"])[:3])


def test_a_wrong_schema_would_not_be_valid(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "area.csv").write_text("area_code,area_name\nE09000007,Camden\n")
    wrong = {"fields": [{"name": "area_code", "type": "integer"}, {"name": "area_name", "type": "string"}]}
    report = frictionless.validate({"name": "area", "path": "area.csv", "schema": wrong}, basepath=str(tmp_path))
    assert not report.valid


def test_the_dictionary_is_a_sheet_of_every_column(folder: Path) -> None:
    content = (folder / "data-dictionary.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))
    (table,) = [row for row in rows if row["table"] == "recorded_crime" and not row["column"]]
    assert table["dataset"] == "Recorded crime by borough" and table["provisional_months"] == "2"
    assert "Offences are counted in the borough" in table["caveats"]
    homicide = {row["column"] for row in rows if row["table"] == "homicide_monthly"}
    assert homicide == {"", "area_code", "month", "victims"}
    assert all(row["description"] for row in rows)


def test_they_are_written_once_and_a_failure_leaves_nothing(edition: Path, folder: Path, tmp_path: Path) -> None:
    before = (folder / INDEX).stat().st_mtime_ns
    assert write_bulk(edition) == folder and (folder / INDEX).stat().st_mtime_ns == before
    broken = tmp_path / "official-1.duckdb"
    broken.write_bytes(b"no database" * 1000)
    with pytest.raises(LoadError, match="bulk files of official-1 could not be written"):
        write_bulk(broken)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []
    assert not bulk_folder(broken).exists()


def test_how_bulk_files_are_written_changes_no_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    version = loader_version()
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: real(path) + (b"#" if "bulk" in path.parts else b""))
    assert loader_version() == version


def test_the_schema_of_a_view_is_one_to_the_official_library_too(tmp_path: Path) -> None:
    from data.columns import declared

    schema: dict[str, Any] = table_schema(list(declared().values()))
    assert list(frictionless.Schema.metadata_validate(schema)) == []
    assert set(MARKS) < set(schema["missingValues"])
