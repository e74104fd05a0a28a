"""Page, CSV and JSON say the same, value for value, on every page that has files, whichever they are: random selections
out of what the page itself offers. With those of tests/api/test_agreement.py 200 where the suite decides (CI)."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from app import create_app
from geo.areas import boroughs
from tests.pages.agreement import (
    ENDING,
    FIGURE,
    YEAR,
    Held,
    Line,
    Table,
    file_paths,
    is_same_cell,
    is_written,
    lines,
    offered,
    tables,
)

SELECTIONS = 160 if os.environ.get("CI") == "true" else 34
NONE_OF_IT = "/boroughs/<slug>/wards"  # the demonstration has no figures by ward
# Tables whose whole numbers count the rows of the file: how many of them have this or that status or verdict.
COUNTS = ("Milestones by quarter due", "Milestones by status in one", "What became of each priority")
# The page lists one thing twice, as two files; each of them holds its own.
ELSEWHERE = {"/plan": ("Indicators of",), "/plan/indicators": ("Milestones",)}
TREND = " each month, "  # of the crime map: its file is that of trends, where the page leads
# What a page calls by other words than its file, which has those of the document.
ALIASES = {
    "Police officers": "police", "Police staff": "staff", "Special constables": "special constabulary",
    "PCSOs": "police community support officer", "Volunteers": "volunteer", "The Met": "met total",
    "Against 32,000": "strength less the 32,000 aimed at", "MPS average": "average, as published",
    "Lesbian, gay or bisexual (LGB)": "lgb", "All searches": "object",
}  # fmt: skip
# Columns of a file that the interface has too, and its names for them.
OF_SIGNALS = {"month_value": "offences", "expected_lower": "expected_lower", "expected_upper": "expected_upper",
              "p_value": "p_value", "q_value": "q_value", "limits": "limits"}  # fmt: skip


@pytest.fixture(scope="module")
def client(demonstration_editions: Path) -> FlaskClient:
    return create_app(demonstration_editions).server.test_client()


@pytest.fixture(scope="module")
def choices(client: FlaskClient) -> dict[str, dict[str, list[str]]]:
    """What each page of files offers, by the path of the files."""
    found = {}
    for path in file_paths(client):
        if path != NONE_OF_IT:
            page = client.get(f"{of(path, 'camden')}{ENDING}").json["addresses"]["page"].removeprefix("http://localhost")
            found[path] = offered(client.get(page).text, page.partition("?")[0])
    return found


def of(path: str, slug: str) -> str:
    return path.replace("<slug>", slug)


def selections(choices: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    """The path of files and a query, spread evenly over the pages; the same in every run."""
    draw = random.Random(20170630)
    for number in range(SELECTIONS):
        path = list(choices)[number % len(choices)]
        asked = {name: draw.choice(values) for name, values in choices[path].items() if draw.random() < 0.7}
        query = "&".join(f"{name}={value}" for name, value in {**asked, "rows": "all"}.items() if value)
        yield of(path, draw.choice(boroughs()).slug), query


class View:
    """One selection as its page and its files give it."""

    def __init__(self, client: FlaskClient, path: str, query: str) -> None:
        self.path, self.query = path, f"{path} ?{query}"
        self.csv = lines(client.get(f"{path}.csv?{query}").text)
        self.json: list[dict[str, Any]] = client.get(f"{path}.json?{query}").json["rows"]
        page = client.get(f"{path}{ENDING}?{query}").json["addresses"]["page"].removeprefix("http://localhost")
        where = page.partition("?")[0]
        self.tables = tables(client.get(f"{where}?{query}").text)
        self.held = Held(self.json, aliases=ALIASES)

    def figures(self) -> Iterator[tuple[str, Line, Table]]:
        """Every figure of the page's tables that the file is to have, with its row."""
        for table in self.tables:
            if TREND in table.caption and self.path == "/crime-map" or table.caption.startswith(self._others()):
                continue
            for row in table.rows:
                for shown in row.figures:
                    if not (table.caption.startswith(COUNTS) and shown.isdigit()) and not YEAR.fullmatch(shown):
                        yield shown, row, table

    def _others(self) -> tuple[str, ...]:
        return ELSEWHERE.get(self.path, ())

    def missing(self) -> list[tuple[str, str, list[str]]]:
        return [(table.caption[:60], shown, row.names) for shown, row, table in self.figures()
                if not self.held.holds(shown, row, table)]  # fmt: skip


@pytest.fixture(scope="module")
def views(client: FlaskClient, choices: dict[str, dict[str, list[str]]]) -> list[View]:
    return [View(client, path, query) for path, query in selections(choices)]


def test_every_figure_of_a_page_is_in_its_file_in_a_row_about_the_same(views: list[View]) -> None:
    told = {view.path: 0 for view in views}
    for view in views:
        assert view.missing() == [], view.query
        told[view.path] += sum(1 for _ in view.figures())
    assert sum(told.values()) > 100 * len(views)
    assert sum(1 for number in told.values() if number) >= len(told) - 4, told  # three lists have none


def test_csv_and_json_agree_cell_for_cell(views: list[View]) -> None:
    assert sum(not view.csv for view in views) < 0.2 * len(views)  # exceptions of a borough in a month
    for view in views:
        assert len(view.csv) == len(view.json), view.query
        for written, typed in zip(view.csv, view.json, strict=True):
            assert [*written] == [name for name in typed if name != "marks"]
            wrong = {name: cell for name, cell in written.items() if not is_same_cell(cell, typed, name)}
            assert not wrong, (view.query, wrong)


def test_what_the_interface_has_too_is_the_same(client: FlaskClient, views: list[View]) -> None:
    months: dict[str, dict[tuple[str, str], dict[str, Any]]] = {}
    compared = set()
    for view in views:
        for row in view.json:
            month = row.get("month") or (row["period_start"][:7] if row.get("period") == "month" else None)
            if not row.get("measure_id") or not month:
                continue
            if month not in months:
                months[month] = signals(client, month)
            held = months[month].get((row["measure_id"], row["area_code"]))
            if held is None:
                continue
            for ours, theirs in OF_SIGNALS.items():
                if row.get(ours) is not None:
                    assert row[ours] == held[theirs], (view.query, row["measure_id"], month, ours)
                    compared.add((view.path.split("/")[1], ours))
    assert {path for path, _ in compared} == {"overview", "boroughs", "trends", "hate-crime", "safeguarding"}


def signals(client: FlaskClient, month: str) -> dict[tuple[str, str], dict[str, Any]]:
    found = client.get(f"/api/v1/latest/signals?first={month}&last={month}&limit=5000").json
    assert found["next"] is None
    return {(row["measure_id"], row["area_code"]): row for row in found["rows"]}


def test_the_trend_of_the_crime_map_is_in_the_file_of_trends(client: FlaskClient) -> None:
    query = "measure=robbery&area=camden&to=2017-06"
    (trend,) = [table for table in tables(client.get(f"/crime-map?{query}").text) if TREND in table.caption]
    months = client.get("/trends.json?series=robbery:camden&months=all").json["rows"]
    held = Held(months, aliases={})
    assert len(trend.rows) > 36
    for row in trend.rows:
        assert all(held.holds(shown, row, trend) for shown in row.figures), row


def test_the_comparison_notices_a_figure_that_is_changed(views: list[View]) -> None:
    """Every figure made one larger in its last place: then most of them are in no such row."""
    passed = tried = 0
    for view in views:
        for shown, row, table in list(view.figures())[:60]:
            passed += view.held.holds(raised(shown), row, table)
            tried += 1
    assert tried > 1000 and passed / tried < 0.2, (passed, tried)


def raised(shown: str) -> str:
    """`+12.9%` with one more in its last place: `+13.0%`."""
    sign, digits = FIGURE.fullmatch(shown).groups()  # type: ignore[union-attr]
    places = len(digits.partition(".")[2])
    return f"{sign}{float(digits.replace(',', '')) + 10**-places:.{places}f}"


@pytest.mark.parametrize(("shown", "exact"), [("12,673", 12673), ("\u2212297", -297), ("+22.3%", 22.25), ("0", 0.0),
                                              ("£1.2m", 1.15), ("34.2%", 0.3421)])  # fmt: skip
def test_the_reader_of_figures_reads(shown: str, exact: float) -> None:
    assert is_written(shown, exact) and not is_written(raised(shown), exact)
