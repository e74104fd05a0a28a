"""What boroughs chose: as the report printed it, and for a later year with a sentence that says so."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from data.catalogue import catalogue
from data.priorities.declared import (
    ANTI_SOCIAL_BEHAVIOUR,
    FILE,
    chosen,
    declared,
    financial_year,
    first_month,
    kinds,
    load,
    of_borough,
    published_for,
    years,
)
from geo.areas import boroughs

PUBLISHED = Path(__file__).parents[3] / "data" / "published"
JUNE_2017 = date(2017, 6, 1)


def test_every_priority_and_its_wording_is_the_one_that_the_report_prints() -> None:
    """Against the transcribed table, read with the csv module alone."""
    with (PUBLISHED / "chosen_priorities.csv").open(encoding="utf-8", newline="") as file:
        printed = [(row["borough"], row["priority_number"], row["priority_as_printed"]) for row in csv.DictReader(file)]
    ours = [
        (area.area_name, "additional" if one.is_additional else str(one.number), one.printed)
        for area in boroughs() for one in of_borough(area.slug, JUNE_2017) if one.number is not None
    ]  # fmt: skip
    assert sorted(ours) == sorted(printed)
    assert len(ours) == 66


def test_additional_priorities_hackneys_combined_one_and_anti_social_behaviour_are_there() -> None:
    of = {slug: [one.id for one in of_borough(slug, JUNE_2017)] for slug in ("greenwich", "islington", "hackney")}
    assert of["greenwich"][2] == "theft-from-the-person" and of["islington"][2] == "theft-of-motor-vehicles"
    assert of["hackney"] == ["robbery-and-theft-from-the-person", "burglary", ANTI_SOCIAL_BEHAVIOUR]
    assert all(each[-1].id == ANTI_SOCIAL_BEHAVIOUR for each in chosen(JUNE_2017).boroughs.values())


def test_the_older_categories_count_until_the_end_of_2018() -> None:
    burglary = of_borough("hackney", JUNE_2017)[1]
    assert burglary.measure_at(date(2018, 12, 1)) == "burglary-2018"
    assert burglary.measure_at(date(2019, 3, 1)) == "burglary"


def test_a_note_on_todays_categories_is_not_said_of_the_older_ones() -> None:
    assault = next(kind for kind in kinds() if kind.id == "common-assault")
    assert assault.note_of("common-assault-2018") == ""
    assert "no category of its own" in assault.note_of(assault.measure)


@pytest.mark.parametrize(
    ("month", "year"), [(date(2017, 3, 1), "2016/17"), (date(2017, 4, 1), "2017/18"), (date(2018, 3, 1), "2017/18"),
                        (date(2009, 12, 1), "2009/10"), (date(2100, 1, 1), "2099/00")],
)  # fmt: skip
def test_a_financial_year_begins_in_april(month: date, year: str) -> None:
    assert financial_year(month) == year


def test_a_later_year_has_the_latest_declared_and_says_so() -> None:
    assert chosen(date(2018, 3, 1)).stands_in == ""
    later = chosen(date(2018, 4, 1))
    assert later.declaration.year == "2017/18"
    assert "those of 2017/18" in later.stands_in and "2018/19" in later.stands_in


def test_before_the_first_declared_year_there_is_none() -> None:
    assert first_month() == date(2017, 4, 1)
    with pytest.raises(LookupError, match="2016/17"):
        of_borough("camden", date(2017, 3, 1))
    with pytest.raises(KeyError, match="2016/17"):
        declared("2016/17")
    assert years() == ("2017/18",)


def test_the_published_table_is_that_of_one_quarter() -> None:
    table = published_for(JUNE_2017)
    assert table is not None and published_for(date(2017, 9, 1)) is None
    assert table.key("Camden", 2, is_additional=False) == (
        "mopac-quarterly-2017-18-q1", "Local Volume Priorities", "Local Volume Priorities", "Camden",
        "Priority 2 % change Q1 17/18 vs Q1 16/17",
    )  # fmt: skip
    assert table.key("Camden", 3, is_additional=False) is None


def test_every_measure_that_counts_a_priority_is_in_the_catalogue() -> None:
    for kind in kinds():
        for measure_id in filter(None, [kind.measure, kind.older]):
            assert catalogue().counted(measure_id).id == measure_id


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('measure = "burglary"', 'measure = "burglaries"', "'burglary' is counted by 'burglaries'"),
        ('{ kind = "burglary", printed', '{ kind = "burglar", printed', "names 'burglar', which is no declared kind"),
        ("camden = [", "camdem = [", "camde"),
        ('year = "2017/18"', 'year = "2017"', "local_priorities.toml"),
        ('id = "robbery"\n', 'id = "burglary"\n', "declared more than once"),
        ("older_until = ", "older_untill = ", "older_untill"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, was: str, now: str, said: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert was in text
    path = tmp_path / "local_priorities.toml"
    path.write_text(text.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        load(path)
