"""Profiles gathered from editions built by the real loader, held against the loaded tables and the printed report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.boroughs.view import note, profile
from data.catalogue import catalogue
from data.periods import add_months
from data.warehouse import Edition, Warehouse
from geo.areas import LONDON_CODE, boroughs, find

JUNE = date(2017, 6, 1)
WARM_MS = 60


@pytest.fixture(scope="module")
def edition(whole_official_editions: Path) -> Iterator[Edition]:
    with Warehouse(whole_official_editions).edition() as opened:
        yield opened


@pytest.fixture(scope="module")
def modelled(demonstration_editions: Path) -> Iterator[Edition]:
    with Warehouse(demonstration_editions).edition() as opened:
        yield opened


def gathered(edition: Edition, slug: str = "camden", **params: str) -> dict[str, Any]:
    return profile(edition, catalogue(), slug, params)


def counts(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for table in ("harm", "hate", "crimes") for row in found[table]]


def recorded(edition: Edition, code: str, end: date, months: int, major: str) -> int:
    """Straight from the loaded table, with nothing of the judging in it."""
    row = edition.cursor.execute(
        "SELECT sum(offences) FROM recorded_crime WHERE taxonomy = 'home_office' AND area_code = ? AND major = ? "
        "AND month BETWEEN ? AND ?", [code, major, add_months(end, 1 - months), end],
    ).fetchone()  # fmt: skip
    assert row
    return int(row[0])


def test_quarters_and_years_are_sums_of_the_files_months(edition: Edition) -> None:
    rows = {row["measure_id"]: row for row in counts(gathered(edition, to="2017-06"))}
    code = find("camden").area_code  # type: ignore[union-attr]
    for id, major in (("burglary", "Burglary"), ("robbery", "Robbery"), ("vehicle-offences", "Vehicle offences")):
        row = rows[id]
        assert row["quarter"] == recorded(edition, code, JUNE, 3, major), id
        assert row["quarter_before"] == recorded(edition, code, date(2016, 6, 1), 3, major), id
        assert row["offences_12m"] == recorded(edition, code, JUNE, 12, major), id


def test_camdens_rate_is_its_count_over_its_residents_and_its_place_is_counted_by_hand(edition: Edition) -> None:
    found = gathered(edition, to="2017-06")
    row = next(row for row in found["crimes"] if row["measure_id"] == "burglary")
    persons = dict(edition.cursor.execute(
        "SELECT area_code, persons FROM population WHERE year = 2017 AND ethnic_group = 'All'").fetchall())  # fmt: skip
    alike = ["camden", *(find(name).slug for name in found["similar_names"])]  # type: ignore[union-attr]
    codes = [find(slug).area_code for slug in alike]  # type: ignore[union-attr]
    rates = [1000 * recorded(edition, code, JUNE, 12, "Burglary") / persons[code] for code in codes]
    assert row["rate"] == pytest.approx(rates[0])
    assert (row["place"], row["of"]) == (1 + sum(rate > rates[0] for rate in rates), 8)
    strip = next(each for each in found["compared"] if each["measure_id"] == "burglary")
    assert [point["rate"] for point in strip["points"]] == pytest.approx(rates[1:])


def test_camdens_own_priorities_come_out_as_printed(edition: Edition) -> None:
    """The quarterly report: common assault +1%, theft from the person +277% (Local Volume Priorities)."""
    found = gathered(edition, to="2017-06")["priorities"]
    assault, theft, calls = found["rows"]
    assert (found["year"], found["note"]) == ("2017/18", "")
    assert [each["published_pct"] for each in found["rows"]] == [1.0, 277.0, None]
    assert assault["row"]["quarter_pct"] == pytest.approx(1.0, abs=2.5)
    assert theft["row"]["quarter_pct"] == pytest.approx(277.0, abs=2.5)
    assert (calls["is_everywhere"], calls["row"]) == (True, None)


def test_greenwich_has_an_additional_priority_and_a_later_year_says_that_it_stands_in(edition: Edition) -> None:
    found = gathered(edition, "greenwich", to="2019-06")["priorities"]
    assert [each["is_additional"] for each in found["rows"]] == [False, False, True, False]
    assert "stand in for 2019/20" in found["note"]
    before = gathered(edition, "greenwich", to="2015-06")["priorities"]
    assert (before["rows"], before["year"]) == ((), "")
    assert "No local priorities are declared for 2015/16" in before["note"]


def test_every_borough_and_many_quarters_are_gathered_without_a_word_of_nan(edition: Edition) -> None:
    for place, area in enumerate(boroughs()):
        found = gathered(edition, area.slug, to=("2011-03", "2014-12", "2017-06", "2021-09", "2026-06")[place % 5])
        assert found["area"] == area
        for row in counts(found):
            assert all(value == value for value in row.values() if isinstance(value, float)), row["measure_id"]
            assert row["month"].month % 3 == 0 and add_months(row["month"], 24) >= found["selection"].month
            assert row["is_own_period"] == (row["month"] != found["selection"].month)
            assert not (row["is_own_period"] and row["is_provisional"])
            assert row["place"] is None or 1 <= row["place"] <= row["of"] <= 8
        assert len({row["measure_id"] for row in counts(found)}) == len(counts(found))


def test_an_older_form_stands_only_where_the_newer_has_no_figure(edition: Edition) -> None:
    ids = {row["measure_id"] for row in counts(gathered(edition, to="2017-06"))}
    assert not {id for id in ids if id.endswith("-2018")}


def test_unasked_it_is_the_latest_settled_quarter(edition: Edition) -> None:
    found = gathered(edition)
    month = found["selection"].month
    assert month == found["settled"] and month.month % 3 == 0
    assert add_months(month, 3) > found["settled_month"] >= month
    assert found["corrections"] == ()


def test_a_borough_that_there_is_not_is_refused(edition: Edition) -> None:
    for slug in ("nowhere", "city-of-london", "london", ""):
        with pytest.raises(LookupError):
            gathered(edition, slug)


def test_the_funnel_holds_32_boroughs_and_follows_the_measure(edition: Edition) -> None:
    found = gathered(edition, to="2017-06", measure="burglary")["funnel"]
    assert (found["measure_id"], len(found["points"])) == ("burglary", 32)
    total = sum(point["offences"] for point in found["points"])
    assert found["target"] == pytest.approx(1000 * total / sum(point["persons"] for point in found["points"]))


def test_survey_rows_have_londons_answer_of_the_same_period(edition: Edition) -> None:
    for row in gathered(edition, to="2017-06")["surveys"]:
        london = edition.cursor.execute(
            "SELECT proportion FROM survey_change WHERE measure_id = ? AND area_code = ? AND period_end = ?",
            [row["measure_id"], LONDON_CODE, row["period_end"]],
        ).fetchone()
        assert london and row["london_proportion"] == london[0]
        assert row["gap_points"] == pytest.approx(100 * (row["proportion"] - london[0]))
        assert row["gap_lower"] <= row["gap_points"] <= row["gap_upper"]


def test_what_was_printed_of_camden(edition: Edition) -> None:
    found = gathered(edition)["published"]
    assert found["fund"]["value"] == 528000.0
    assert (found["officers"]["value"], found["officers"]["target"]) == (1171.0, 1258.0)
    assert (found["calls"]["value"], found["calls"]["unit"]) == (67000.0, "calls")


def test_the_demonstration_has_no_similar_boroughs_and_says_why(modelled: Edition) -> None:
    found = gathered(modelled)
    assert not found["similar"].available and found["similar"].reason
    assert found["similar_names"] == ()
    assert found["edition"]["is_demonstration"]
    assert {row["place"] for row in counts(found)} == {None}


def test_an_edition_of_recorded_crime_alone_is_shown_too(official_editions: Path) -> None:
    with Warehouse(official_editions).edition() as opened:
        found = gathered(opened, to="2017-06")
        assert found["crimes"]
        assert (found["hate"], found["surveys"], found["searches"]) == ((), (), None)
        assert note(opened, catalogue())["last_month"] == found["coverage"].last
