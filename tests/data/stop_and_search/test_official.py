"""The official files: the page's figures worked out again from the raw CSV files, without the loader."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.catalogue import catalogue
from data.stop_and_search import gathered
from data.warehouse import Edition, warehouse

YEAR = [*(f"2017-{month:02d}" for month in range(4, 13)), "2018-01", "2018-02", "2018-03"]
NOTHING = {"Nothing found - no further action", "A no further action disposal"}
UNDIVIDED = "Articles for use in criminal damage"  # what every search under section 1 of PACE is called until 2017
OBJECTS = {
    "Controlled drugs": "drugs", "Offensive weapons": "weapons", "Firearms": "firearms", "Stolen goods": "stolen",
    "Anything to threaten or harm anyone": "threat", "Evidence of offences under the Act": "evidence",
    "Article for use in theft": "other", "Fireworks": "other", UNDIVIDED: "other", "": "not-recorded",
}  # fmt: skip
FIRST_WORDS = {"White": "white", "Mixed": "mixed", "Asian": "asian", "Black": "black"}


@pytest.fixture(scope="module")
def edition(whole_official_editions: Path) -> Iterator[Edition]:
    with warehouse(whole_official_editions).edition() as opened:
        yield opened


@pytest.fixture(scope="module")
def raw(official: Path) -> list[dict[str, str]]:
    """Every search of the twelve files, the Met's."""
    found = []
    for month in YEAR:
        (path,) = (official / "stop-and-search").rglob(f"{month}-metropolitan-stop-and-search.csv")
        with path.open(encoding="utf-8-sig", newline="") as file:
            found += [{**row, "file": month} for row in csv.DictReader(file)]
    return found


def self_group(said: str) -> str:
    if not said:
        return "unknown"
    if said.startswith("Not Stated") or said.endswith("Not stated"):
        return "unknown"
    if said.startswith("Chinese") and "Chinese (O1)" in said:
        return "asian"
    return FIRST_WORDS.get(said.split("/")[0].split(" ")[0], "other")


def officer_group(said: str) -> str:
    return said.lower() or "unknown"


def object_of(row: dict[str, str]) -> str:
    said = row["Object of search"]
    return "undivided" if said == UNDIVIDED and row["file"] < "2018" else OBJECTS[said]


@pytest.mark.parametrize("by", ["self", "officer"])
def test_find_rates_by_ethnicity_and_object_are_those_of_the_raw_files(
    edition: Edition, raw: list[dict[str, str]], by: str
) -> None:
    searches, positive = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in raw:
        said = row["Self-defined ethnicity"] if by == "self" else row["Officer-defined ethnicity"]
        group = self_group(said) if by == "self" else officer_group(said)
        for key in ((group, object_of(row)), (group, "all"), ("all", object_of(row))):
            searches[key] += 1
            positive[key] += row["Outcome"] not in NOTHING
    view = gathered(edition, catalogue(), {"year": "2017-18", "by": by})
    shown = 0
    for each in view["objects"]:
        assert _pair(each["tally"]) == (searches["all", each["key"]], positive["all", each["key"]])
        for group in each["groups"]:
            key = group["key"], each["key"]
            if group["tally"]["status"] == "suppressed":
                continue
            shown += 1
            assert _pair(group["tally"]) == (searches[key], positive[key]), key
            if searches[key] >= 100:
                assert group["tally"]["share"] == positive[key] / searches[key]
    assert shown >= 25
    known = {row["key"]: _pair(row["tally"]) for row in view["groups"] if row["is_known"]}
    assert known == {group: (searches[group, "all"], positive[group, "all"]) for group in known}
    assert _pair(view["total"]) == (len(raw), sum(row["Outcome"] not in NOTHING for row in raw))


def _pair(tally: dict[str, Any]) -> tuple[int, int]:
    return tally["searches"], tally["found"]


def test_what_was_hidden_is_small_or_stands_with_something_small(edition: Edition, raw: list[dict[str, str]]) -> None:
    """Fewer than half of the cells by object; those of drugs and weapons can all be read, but for 'Other'."""
    for by in ("self", "officer"):
        view = gathered(edition, catalogue(), {"year": "2017-18", "by": by})
        cells = [group["tally"]["status"] for each in view["objects"] for group in each["groups"] if group["is_known"]]
        assert cells.count("suppressed") < len(cells) / 2
        for each in view["objects"]:
            if each["key"] in ("drugs", "weapons", "undivided"):
                read = [group["tally"]["status"] for group in each["groups"] if group["key"] in FIRST_WORDS.values()]
                assert "suppressed" not in read


def test_february_and_march_2018_have_no_borough_figures_and_the_other_months_do(edition: Edition) -> None:
    view = gathered(edition, catalogue(), {"year": "2017-18", "area": "camden"})
    without = (date(2018, 2, 1), date(2018, 3, 1))
    assert view["period"]["unplaced"] == without
    for month in view["months"]:
        is_without = month["month"] in without
        assert (month["status"], month["searches"] is None) == (("unplaced", True) if is_without else ("ok", False))
        assert (month["no_borough_share"] > 0.9) if is_without else (0.05 < month["no_borough_share"] < 0.12)
    assert all(row["by_month"][-2:] == (None, None) for row in view["boroughs"])
    placed = [row for row in view["boroughs"] if not row["is_unplaced"]]
    assert [sum(row["by_month"][:-2]) for row in placed] == [row["tally"]["searches"] for row in placed]
    assert sum(row["tally"]["searches"] for row in view["boroughs"]) == view["london"]["searches"]


def test_a_year_of_months_without_a_place_has_no_borough_figure_at_all(edition: Edition) -> None:
    view = gathered(edition, catalogue(), {"year": "2015-16", "area": "camden"})
    assert view["total"]["status"] == "unplaced" and view["total"]["searches"] is None
    assert not view["groups"] and not view["ages"] and not view["area_objects"]
    assert {row["tally"]["status"] for row in view["boroughs"] if not row["is_unplaced"]} == {"unplaced"}
    assert view["london"]["searches"] == 26_152
    assert [row["london"] for row in view["months"]] == [11_126, 15_026]


def test_the_rate_of_black_londoners_and_its_bounds_by_hand(edition: Edition) -> None:
    """41,430 of 1,188,141 residents against 43,621 of 4,725,217, and 17,206 searches of unknown ethnicity."""
    view = gathered(edition, catalogue(), {"year": "2017-18"})
    black = next(row for row in view["groups"] if row["key"] == "black")
    white = next(row for row in view["groups"] if row["key"] == "white")
    assert (black["tally"]["searches"], white["tally"]["searches"], view["unknown"]) == (41_430, 43_621, 17_206)
    assert (black["residents"], white["residents"], view["residents_year"]) == (1_188_141, 4_725_217, 2021)
    of_white = 43_621 / 4_725_217
    assert black["ratio"] == pytest.approx(41_430 / 1_188_141 / of_white)
    assert black["ratio_lowest"] == pytest.approx(41_430 / 1_188_141 / ((43_621 + 17_206) / 4_725_217))
    assert black["ratio_highest"] == pytest.approx((41_430 + 17_206) / 1_188_141 / of_white)
    assert view["unknown_share"] == 17_206 / 128_778


def test_an_officers_record_has_no_mixed_and_the_effect_is_stated(edition: Edition) -> None:
    view = gathered(edition, catalogue(), {"year": "2017-18", "by": "officer"})
    assert "mixed" not in {row["key"] for row in view["groups"]}
    black = next(row for row in view["groups"] if row["key"] == "black")
    effect = view["mixed_effect"]["black"]
    assert effect == pytest.approx(black["ratio"] * 1_188_141 / (1_188_141 + view["mixed_residents"]))
    assert view["mixed_share"] == pytest.approx(0.057, abs=0.001)


def test_links_that_the_files_do_not_say_are_not_a_finding(edition: Edition) -> None:
    links = [gathered(edition, catalogue(), {"year": year})["linked"] for year in ("2017-18", "2024-25")]
    assert [each["status"] for each in links] == ["blank", "all_false"]


def test_two_denominators_give_each_borough_two_places(edition: Edition) -> None:
    view = gathered(edition, catalogue(), {"year": "2017-18", "offence": "drug-offences"})
    base = next(base for base in view["offence_bases"] if base["measure_id"] == "drug-offences")
    assert base["is_whole"] and len(base["months"]) == 10
    for row in view["boroughs"]:
        each = next((each for each in row["offences"] if each["measure_id"] == "drug-offences"), None)
        if each is not None:
            assert each["per_100"] == pytest.approx(100 * row["tally"]["searches"] / each["offences"])
            assert each["relative"] == pytest.approx(each["per_100"] / base["per_100"])


def test_what_reports_say_comes_with_document_and_section(edition: Edition) -> None:
    view = gathered(edition, catalogue(), {})
    facts = {fact["key"]: fact for fact in view["published"]}
    sampled = facts["peel-2018-19/records-dip-sampled-by-supervisors/march-2019"]
    assert (sampled["value"], sampled["section"]) == (18_540, "Treating the public fairly")
    assert {finding["finding"] for finding in view["findings"]} == {"present", "missing", "not clear"}
    assert all(each["title"] and each["publisher"] for each in (*view["published"], *view["findings"]))
