"""What docs/reading-the-file.md shows is run, as it stands there, on the bulk files of the demonstration.

Python runs in a process of its own. SQL runs in the DuckDB shell of `duckdb-cli`, which is older than the library that
writes the file. R runs with R and DBI where they are installed (scripts/r.sh), but for one thing: the R package duckdb
is on CRAN alone, so that shell_driver.R answers its calls through the shell. What is read from an address is read from
the folder instead, because the shell has no `httpfs` here; that parts of a file are sent is in
tests/api/test_bulk_files.py.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from app import create_app
from data.reading import DOCUMENT, SITE, Example, examples
from etl.bulk import write_bulk
from etl.bulk.write import OLDEST_READER

HERE = Path(__file__).parent
SHELL = Path(sys.executable).parent / "duckdb"
HEADINGS = {each.heading: each for each in examples()}
RATES, TABLE, MONTHS, OPENED, AT_AN_ADDRESS = HEADINGS
BULK = f"{SITE}/api/v1/latest/bulk/"


@pytest.fixture(scope="module")
def editions(demonstration_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (file,) = demonstration_editions.glob("*.duckdb")
    folder = tmp_path_factory.mktemp("reading")
    shutil.copy(file, folder)
    (folder / "current").write_text(file.stem)
    write_bulk(folder / file.name)
    return folder


@pytest.fixture(scope="module")
def folder(editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a reader has put the files."""
    (bulk,) = editions.glob("*.bulk")
    return Path(shutil.copytree(bulk, tmp_path_factory.mktemp("reader") / "files"))


def run(folder: Path, *command: str | Path, given: str | None = None, **environment: str) -> str:
    """What it printed. A message on standard error is a failure, as is a return code."""
    done = subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, timeout=60, env=os.environ | environment
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr or done.stdout
    return done.stdout


def asked_of_the_shell(example: Example, folder: Path, *arguments: str) -> list[list[str]]:
    said = run(folder, SHELL, "-csv", "-bail", *arguments, given=example.code.replace(BULK, ""))
    return list(csv.reader(said.splitlines()))


def test_every_block_of_code_is_one_of_the_examples() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text.count("\n```") == 2 * len(HEADINGS)
    assert [each.language for each in HEADINGS.values()] == ["python", "python", "r", "sql", "sql"]


def test_rates_in_python_are_those_of_the_site(folder: Path, editions: Path) -> None:
    said = run(folder, sys.executable, "-c", HEADINGS[RATES].code).splitlines()
    assert "(demonstration), 12 months to " in said[0] and len(said) == 2 + 32
    answer = create_app(editions).server.test_client().get("/crime-map.csv?measure=burglary&span=12m&show=rate")
    rows = csv.DictReader(answer.get_data(as_text=True).removeprefix("\ufeff").splitlines())
    boroughs = [row for row in rows if row["area_code"].startswith("E09")]
    shown = {row["area_name"]: row for row in boroughs if row["offences"].isdigit()}  # not the City of London
    assert len(shown) == 32
    for line in said[2:]:
        name, offences, _, rate = line.strip().rsplit(maxsplit=3)
        assert int(shown[name]["offences"]) == float(offences)
        assert float(shown[name]["rate_per_1000"]) == pytest.approx(float(rate), abs=0.005)


def test_a_parquet_file_is_a_pandas_table(folder: Path) -> None:
    said = run(folder, sys.executable, "-c", HEADINGS[TABLE].code)
    assert "Antisemitic" in said and len([line for line in said.splitlines() if line[:2] == "20"]) == 12


def test_the_shell_lists_tables_and_writes_a_csv(folder: Path) -> None:
    said = asked_of_the_shell(HEADINGS[OPENED], folder, "-readonly", "edition.duckdb")
    with duckdb.connect(str(folder / "edition.duckdb"), read_only=True) as con:
        comments = con.execute("SELECT table_name, comment FROM duckdb_tables() ORDER BY 1").fetchall()
        (rows,) = con.execute("SELECT count(*) FROM hate_crime").fetchone() or (0,)
        signals = con.execute("SELECT count(*) FROM monthly_signal WHERE area_code = 'E23000001' "
                              "AND signal IN ('higher', 'lower')").fetchone()  # fmt: skip
    tables = said[1 : 1 + len(comments)]
    assert [(name, comment) for name, _, comment in tables] == comments
    assert signals and len(said) == 1 + len(comments) + 1 + min(20, signals[0])
    assert len((folder / "hate-crime.csv").read_text().splitlines()) == 1 + rows > 1000


def test_the_shell_attaches_the_file_and_reads_a_parquet_file_by_its_address(folder: Path) -> None:
    assert HEADINGS[AT_AN_ADDRESS].code.count(BULK) == 2
    said = asked_of_the_shell(HEADINGS[AT_AN_ADDRESS], folder)
    months = [row for row in said if row[0].endswith("-01") and len(row) == 2]
    assert said[1][1] == "demonstration" and len(months) == 12 and said[-1][0] == "USS"


def test_the_files_are_of_the_oldest_reader_that_is_promised(folder: Path) -> None:
    """The shell is of an older series than the library; the file says for itself which is old enough."""
    with duckdb.connect(str(folder / "edition.duckdb"), read_only=True) as con:
        (tags,) = con.execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchone() or ({},)
    assert tags["storage_version"].startswith(OLDEST_READER.rsplit(".", 1)[0])
    assert OLDEST_READER == "v1.0.0" and "every DuckDB since 1.0" in DOCUMENT.read_text(encoding="utf-8")


def test_the_example_in_r_runs(folder: Path) -> None:
    r = shutil.which("Rscript")
    if r is None or subprocess.run([r, "-e", "library(DBI)"], capture_output=True).returncode != 0:
        pytest.skip("R with DBI is not installed: the R example was not run")
    code = HEADINGS[MONTHS].code
    assert code.count("duckdb::duckdb()") == 1
    (folder / "example.R").write_text(code.replace("duckdb::duckdb()", 'new("Shell")'))
    script = f'source("{HERE / "shell_driver.R"}"); source("example.R")'
    said = run(folder, r, "-e", script, DUCKDB=str(SHELL))
    with duckdb.connect(str(folder / "edition.duckdb"), read_only=True) as con:
        years = con.execute("SELECT year(month), sum(offences) FROM flagged_crime WHERE flag = 'Knife crime' "
                            "GROUP BY 1 HAVING count(DISTINCT month) = 12").fetchall()  # fmt: skip
    shown = [tuple(map(int, line.split()[1:3])) for line in said.splitlines()[2:]]
    assert shown == sorted(years) and years
