"""A new measure is one entry in a text file; a new dataset is one entry and one module. Shown on a toy of each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("api", "assets", "components", "data", "etl", "geo", "pages", "web")

DATASET = """
[[dataset]]
id = "lost_umbrellas"
name = "Lost umbrellas"
publisher = "Toy Office"
licence = "Open Government Licence v3.0"
landing_page = "https://example.org/umbrellas"
table = "lost_umbrella"
key_columns = ["colour"]
count_column = "umbrellas"
provisional_months = 1
provisional_reason = "The latest month is provisional: umbrellas come back."
where_counted = "Umbrellas are counted where they were lost."
not_covered = "Parasols are not covered."
"""

MEASURE = """
[[measure]]
id = "black-umbrellas"
name = "Black umbrellas"
noun = "lost black umbrellas"
question = "How many black umbrellas were lost?"
definition = "Umbrellas that were black when they were lost."
dataset = "lost_umbrellas"
select = [{ colour = "Black" }]
unit = "umbrellas"
polarity = "lower"
"""

MODULE = '''
"""Lost umbrellas: a toy."""

from etl.names import install_mapping
from etl.recognise import Layout
from etl.rows import account_rows, read_rows, refuse

COLUMNS = (("Where", "area"), ("When", "month"), ("Colour", "colour"), ("Lost", "n"))
LAYOUTS = (Layout("toy", "lost_umbrellas", COLUMNS),)


def load(con, files):
    install_mapping(con, "areas", key=("published",))
    con.execute("CREATE TABLE lost_umbrella (area_code VARCHAR, month DATE, colour VARCHAR, umbrellas INTEGER)")
    con.execute("CREATE TEMP TABLE toy (source_id INT, line BIGINT, a VARCHAR, m VARCHAR, c VARCHAR, n VARCHAR)")
    names = ["a", "m", "c", "n"]
    refuse([read_rows(con, f, insert="$source_id, line_number, a, m, c, n", into="toy", columns=names) for f in files])
    con.execute("""CREATE TEMP TABLE judged AS SELECT t.*, p.area_code, 'area' AS column_name, a AS value,
                   CASE WHEN p.area_code IS NULL THEN 'unknown area' END AS rule, CAST(n AS INTEGER) AS number
                   FROM toy t LEFT JOIN map_areas p ON p.published = name_key(a)""")
    con.execute("""INSERT INTO lost_umbrella
                   SELECT area_code, CAST(m AS DATE), c, number FROM judged WHERE rule IS NULL""")
    account_rows(con, judged="judged", loaded="""(SELECT 1 AS source_id, count(*) AS rows_listed,
                 sum(umbrellas) AS offences_listed FROM lost_umbrella)""")


def check(con):
    return []
'''

ASK = """
import sys
from pathlib import Path
from app import create_app
client = create_app(Path(sys.argv[1])).server.test_client()
page = client.get("/crime-map?measure=black-umbrellas&span=month&to=2020-03&area=camden").get_data(as_text=True)
file = client.get("/crime-map.csv?measure=black-umbrellas&span=month&to=2020-03").get_data(as_text=True)
print(page, "=====", file, sep="\\n")
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the toy added: two text entries and one module."""
    copy = tmp_path_factory.mktemp("house")
    unwanted = shutil.ignore_patterns("__pycache__", "editions", "raw", "demonstration-files")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, copy / folder, ignore=unwanted)
    shutil.copy(ROOT / "app.py", copy)
    with (copy / "data" / "datasets.toml").open("a", encoding="utf-8") as file:
        file.write(DATASET)
    with (copy / "data" / "measures" / "better-police-service.toml").open("a", encoding="utf-8") as file:
        file.write(MEASURE)
    (copy / "etl" / "sources" / "lost_umbrellas.py").write_text(MODULE, encoding="utf-8")
    return copy


@pytest.fixture(scope="module")
def answers(house: Path) -> tuple[str, str]:
    """The page and the file of the toy measure, from the toy's own edition beside one real measure."""
    raw = house / "raw"
    raw.mkdir()
    months = [f"2020-0{m}-01" for m in (1, 2, 3)]
    rows = [f"{area},{month},Black,{n}" for n, area in ((7, "Camden"), (31, "Newham")) for month in months]
    (raw / "toy.csv").write_text("\n".join(["Where,When,Colour,Lost", *rows, "Camden,2020-03-01,Pink,100"]) + "\n")
    (raw / "real.csv").write_text(
        "MajorText,MinorText,BoroughName,202001,202002,202003\nBURGLARY,DOMESTIC BURGLARY,Camden,1,2,3\n"
    )
    run(house, "-m", "etl", "load", "raw", "--editions", "editions")
    page, _, file = run(house, "-c", ASK, "editions").partition("=====")
    return page, file


def run(house: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(house)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=house, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_new_measure_is_in_the_picker(answers: tuple[str, str]) -> None:
    page, _ = answers
    assert 'value="black-umbrellas"' in page
    assert "Black umbrellas" in page


def test_it_has_its_sentence_its_definition_and_its_caveats(answers: tuple[str, str]) -> None:
    page, _ = answers
    assert "recorded lost black umbrellas in Camden came to 7." in page
    assert "Umbrellas that were black when they were lost." in page
    assert "Parasols are not covered." in page


def test_it_has_its_chart_and_its_table(answers: tuple[str, str]) -> None:
    page, _ = answers
    assert 'data-code="E09000007"' in page
    assert ">38<" in page  # London, the sum of both boroughs: in the table and nowhere typed


def test_it_has_its_download(answers: tuple[str, str]) -> None:
    _, file = answers
    camden = next(line for line in file.splitlines() if line.startswith("E09000007"))
    assert "black-umbrellas" in camden
    assert ",7," in camden
    assert "Toy Office" in camden
