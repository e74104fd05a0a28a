"""Map, CSV, JSON and interface say the same, value for value: 40 random selections of the crime map where the suite
decides (CI); those of every page are in tests/pages/test_agreement.py."""

from __future__ import annotations

import csv
import io
import os
import re
from decimal import ROUND_HALF_UP, Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app import create_app

SELECTIONS = 40 if os.environ.get("CI") == "true" else 10
# The table's columns by the name that its head sorts by: that of the files, and of the interface.
COLUMNS = {"offences": "offences", "before": "offences_previous_period", "change": "change", "percent": "change_pct",
           "rate": "rate_per_1000", "residents": "residents"}  # fmt: skip
SAME = ("period_start", "period_end", "area_name", "rate_lower_95", "rate_upper_95", "residents_year", "status",
        "change_status")  # fmt: skip
SPANS, SHOWN = ["month", "quarter", "12m"], ["rate", "number", "change"]
SORTS = ["-value", "borough", "-percent", "before"]
MARKED = {"not_available": "[x]", "not_calculated": "[u]", "withheld": "[c]", "provisional": "[p]"}


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


@pytest.fixture(scope="module")
def every(client: FlaskClient) -> dict[tuple[str, str], dict[str, dict[str, Any]]]:
    """What the interface has of each measure and span, asked for as it is needed: by last day and area."""
    return {}


def observations(client: FlaskClient, measure: str, span: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    url = f"/api/v1/latest/observations?measure={measure}&span={span}&limit=5000"
    while url:
        page = client.get(url.removeprefix("http://localhost")).json
        found |= {f"{row['period_end']} {row['area_code']}": row for row in page["rows"]}
        url = page["next"]
    return found


def table(document: str) -> list[dict[str, str]]:
    """The borough table of a served page: its cells by what their column sorts by, and the area's code."""
    markup = document[document.rindex("<table") :]
    heads = re.findall(r"<th[^>]*>(.*?)</th>", markup[: markup.index("</thead>")])[1:]
    keys = [found.group(1) if (found := re.search(r"sort=-?(\w+)", unescape(head))) else "value" for head in heads]
    on_map = [key for key in COLUMNS if key not in keys]  # the figure that the map shows is sorted by as its value
    names = [on_map[0] if key == "value" else key for key in keys]
    rows = []
    for attributes, row in re.findall(r"<tr([^>]*)>(.*?)</tr>", markup[markup.index("<tbody") :]):
        cells = [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)]
        code = re.search(r'data-code="([^"]+)"', attributes)
        rows.append({**dict(zip(names, cells[1:], strict=True)), "code": code.group(1) if code else "E23000001"})
    return rows


def is_written(shown: str, exact: float | None) -> bool:
    """Whether `shown` is how the page writes `exact`: rounded half away from zero, or words where there is none."""
    digits = shown.replace("\u2212", "-").replace("+", "").replace(",", "").removesuffix("%")
    if exact is None:
        return not re.search(r"\d", shown)
    if not re.fullmatch(r"-?\d+(\.\d+)?", digits):
        return False
    places = len(digits.partition(".")[2])
    wanted = Decimal(repr(exact)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return Decimal(digits) == wanted or (digits == "0" and exact == 0)


def csv_rows(client: FlaskClient, query: str) -> dict[str, dict[str, str]]:
    content = client.get(f"/crime-map.csv{query}").text.removeprefix("\ufeff")
    return {row["area_code"]: row for row in csv.DictReader(io.StringIO(content, newline=""))}


def as_file_says(value: Any, name: str, mark: str | None) -> str:
    if value is None:
        return MARKED.get(str(mark), "[z]")
    return MARKED.get(value, value) if name == "status" else str(value)


@pytest.fixture(scope="module")
def measures(client: FlaskClient) -> list[str]:
    rows = client.get("/api/v1/latest/measures?kind=count&limit=5000").json["rows"]
    return [row["id"] for row in rows if row["first_month"]]


def test_page_csv_json_and_interface_agree(
    client: FlaskClient, measures: list[str], every: dict[tuple[str, str], dict[str, dict[str, Any]]]
) -> None:
    months = [f"{year}-{month:02}" for year in range(2009, 2020) for month in range(1, 13)]
    seen = set()

    @settings(max_examples=SELECTIONS, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(*map(st.sampled_from, (measures, SPANS, months, SHOWN, SORTS)))
    def agrees(measure: str, span: str, to: str, show: str, sort: str) -> None:
        query = f"?measure={measure}&span={span}&to={to}&show={show}&sort={sort}&rows=all"
        if (measure, span) not in every:
            every[measure, span] = observations(client, measure, span)
        files, shown = csv_rows(client, query), table(client.get(f"/crime-map{query}").text)
        typed = {row["area_code"]: row for row in client.get(f"/crime-map.json{query}").json["rows"]}
        assert len(shown) == 33 and set(files) == set(typed) >= {row["code"] for row in shown}
        for code, line in files.items():
            row, asked = typed[code], every[measure, span][f"{line['period_end']} {code}"]
            for name in (*COLUMNS.values(), *SAME):
                assert row[name] == asked[name], (query, code, name)
                assert as_file_says(row[name], name, row["marks"].get(name)) == line[name], (query, code, name)
        for row in shown:
            for key, name in COLUMNS.items():
                assert is_written(row[key], typed[row["code"]][name]), (query, row, name, typed[row["code"]][name])
        seen.add(query)

    agrees()
    assert len(seen) >= 0.9 * SELECTIONS, "the selections differ"


@pytest.mark.parametrize(("shown", "exact"), [("12,673", 12673), ("\u2212297", -297), ("+22.3%", 22.25), ("0", 0.0),
                                              ("n/c", None), ("Not available", None), ("1.44", 1.435)])  # fmt: skip
def test_the_reader_of_cells_reads(shown: str, exact: float | None) -> None:
    assert is_written(shown, exact)


@pytest.mark.parametrize(("shown", "exact"), [("12,674", 12673), ("297", -297), ("0", None), ("n/c", 3), ("1.4", 1.5)])
def test_the_reader_of_cells_refuses_what_is_not_so(shown: str, exact: float | None) -> None:
    assert not is_written(shown, exact)
