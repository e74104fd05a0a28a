"""The overview gathered from editions built by the real loader: the publishers' files, and the demonstration."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.catalogue import catalogue
from data.overview import view as overview_view
from data.periods import add_months
from data.warehouse import Edition, Warehouse
from geo.areas import LONDON_CODE, boroughs, find

PUBLISHED = Path(overview_view.__file__).parents[1] / "published" / "recorded_crime_12_months.csv"
CLOSE_PCT = 1.6  # STATISTICS.md: all fifteen rows come out within this in both years


@pytest.fixture(scope="module")
def edition(whole_official_editions: Path) -> Iterator[Edition]:
    with Warehouse(whole_official_editions).edition() as opened:
        yield opened


@pytest.fixture(scope="module")
def modelled(demonstration_editions: Path) -> Iterator[Edition]:
    with Warehouse(demonstration_editions).edition() as opened:
        yield opened


def gathered(edition: Edition, **params: str) -> dict[str, Any]:
    return overview_view.gathered(edition, catalogue(), params)


def counts(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for section in found["sections"] for row in section["counts"]]


def printed() -> dict[tuple[str, str], float]:
    with PUBLISHED.open(newline="", encoding="utf-8") as file:
        return {(row["row_label"], row["column_label"]): float(row["value"]) for row in csv.DictReader(file)}


def test_june_2017_gives_the_fifteen_rows_of_the_report_again(edition: Edition) -> None:
    report = gathered(edition, to="2017-06")["report"]
    figures = printed()
    assert [row["row_label"] for row in report["rows"]] == list(dict.fromkeys(label for label, _ in figures))
    assert len(report["rows"]) == 15
    for row in report["rows"]:
        before, now = (figures[row["row_label"], f"July {y} - June {y + 1}"] for y in (2015, 2016))
        assert (row["published_before"], row["published"]) == (before, now)
        assert row["recorded_before"] == pytest.approx(before, rel=CLOSE_PCT / 100), row["row_label"]
        assert row["recorded"] == pytest.approx(now, rel=CLOSE_PCT / 100), row["row_label"]
        assert row["difference_pct"] == pytest.approx(100 * (row["recorded"] / now - 1))
        assert row["published_change_pct"] == figures[row["row_label"], "% Change"]


def test_a_rows_twelve_months_are_the_sum_of_the_files_months(edition: Edition) -> None:
    # Total notifiable offences of Camden straight from the loaded table, with nothing of the judging in it.
    code, june = find("camden").area_code, date(2017, 6, 1)  # type: ignore[union-attr]
    recorded, before = (
        edition.cursor.execute(
            "SELECT sum(offences) FROM recorded_crime WHERE taxonomy = 'home_office' AND area_code = ? "
            "AND month BETWEEN ? AND ?", [code, add_months(end, -11), end],
        ).fetchone()[0]
        for end in (june, add_months(june, -12))
    )  # fmt: skip
    row = gathered(edition, to="2017-06", area="camden")["headline"]
    assert (row["offences_12m"], row["offences_12m_before"]) == (recorded, before)
    assert row["change"] == recorded - before


def test_unasked_it_shows_the_latest_settled_month(edition: Edition) -> None:
    found = gathered(edition)
    assert found["selection"].month == add_months(found["coverage"].last, -2)
    assert found["corrections"] == ()
    late = gathered(edition, to=f"{found['coverage'].last:%Y-%m}")
    signals = {row["signal"] for row in counts(late) if not row["is_own_period"]}
    assert signals <= {"provisional", "not_comparable", "too_few"} and "provisional" in signals


def test_no_row_is_of_a_provisional_month_that_was_not_asked_for(edition: Edition) -> None:
    for month in ("2026-04", "2019-06", "2018-12", "2025-07"):
        found = gathered(edition, to=month)
        for row in counts(found):
            assert not (row["is_own_period"] and row["is_provisional"])
            assert add_months(row["month"], 24) >= found["selection"].month


def test_every_measure_is_listed_once_with_figures_or_without(edition: Edition) -> None:
    whole = catalogue()
    for params in ({}, {"to": "2017-06"}, {"to": "2023-12", "area": "sutton"}, {"to": "2011-03"}):
        found = gathered(edition, **params)
        rows = [row["measure_id"] for s in found["sections"] for kind in ("counts", "surveys") for row in s[kind]]
        named = rows + [row["measure_id"] for row in (*found["without"], *found["older"])]
        assert sorted(named) == sorted(m.id for m in (*whole.measures, *whole.surveys))
        assert [s["priority"].order for s in found["sections"]] == [1, 2, 3, 4, 5, 6]


def test_older_forms_are_not_listed_where_the_same_offences_are(edition: Edition) -> None:
    found = gathered(edition, to="2017-06")
    listed, older = {row["measure_id"] for row in counts(found)}, {row["measure_id"] for row in found["older"]}
    assert "violence-against-the-person-2018" in older
    assert {catalogue().measure(name).older_form_of for name in older} <= listed
    assert not gathered(edition, to="2026-04")["older"], "they ended in 2018"


def test_published_figures_and_reports_are_of_london_only(edition: Edition) -> None:
    london, camden = gathered(edition, to="2017-06"), gathered(edition, to="2017-06", area="camden")
    printed_rows = [row for s in london["sections"] for row in s["published"]]
    assert [row["measure_id"] for row in printed_rows] == [m.id for m in catalogue().published]
    assert all(row["value"] is not None and row["document_title"] != row["document"] for row in printed_rows)
    assert not [row for s in camden["sections"] for row in s["published"]]
    assert camden["report"] is None
    assert gathered(edition, to="2017-05")["report"] is None
    assert date(2017, 6, 1) in camden["report_months"]


def test_london_is_its_boroughs_and_the_few_places_that_are_none(edition: Edition) -> None:
    wanted = gathered(edition, to="2017-06")["headline"]["offences_12m"]
    parts = [gathered(edition, to="2017-06", area=a.slug)["headline"]["offences_12m"] for a in boroughs()]
    elsewhere = edition.cursor.execute(
        "SELECT sum(offences) FROM recorded_crime JOIN area USING (area_code) WHERE taxonomy = 'home_office' "
        "AND area_type = 'other' AND month BETWEEN DATE '2016-07-01' AND DATE '2017-06-01'"
    ).fetchone()[0]  # airports, and offences of which no borough is known
    assert wanted == sum(parts) + elsewhere


def test_judged_rows_are_those_with_a_signal_and_chance_is_told_of_them(edition: Edition) -> None:
    found = gathered(edition)
    assert found["judged"] == sum(row["signal"] in ("higher", "within", "lower") for row in counts(found))
    assert 0 < found["by_chance"] < found["judged"] / 4


def test_the_demonstration_fills_the_page_too_and_says_what_it_is(modelled: Edition) -> None:
    found = gathered(modelled)
    assert found["edition"]["is_demonstration"] is True
    assert len(counts(found)) > 20
    assert found["headline"]["measure_id"] == "total-notifiable-offences"


def test_the_area_code_is_that_of_the_area_shown(edition: Edition) -> None:
    assert gathered(edition)["area_code"] == LONDON_CODE
    assert gathered(edition, area="camden")["area_name"] == "Camden"
