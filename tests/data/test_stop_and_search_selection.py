"""The page's address: what it may ask for, and what is said where that cannot be met."""

from __future__ import annotations

from datetime import date

import pytest

from data.selection.stop_and_search import By, SearchSelection, Sort, from_params, year_key

YEARS = ("2018-19", "2017-18", "2015-16")
OFFENCES = {"2017-18": ("robbery", "theft")}


def read(**params: str) -> tuple[SearchSelection, tuple[str, ...]]:
    return from_params(params, YEARS, "2017-18", OFFENCES)


def test_an_empty_address_is_the_usual_year_of_london() -> None:
    assert read() == (SearchSelection("2017-18"), ())
    assert SearchSelection("2017-18").to_query() == "?year=2017-18"


def test_an_address_reads_back_as_it_was_written() -> None:
    chosen = SearchSelection("2017-18", "camden", By.OFFICER, Sort.RATIO, "theft")
    assert read(**chosen.to_params()) == (chosen, ())


@pytest.mark.parametrize(
    ("params", "field", "value", "said"),
    [
        ({"year": "2016-17"}, "year", "2017-18", "There are no searches for 2016/17; this page shows 2017/18."),
        ({"year": "2017-19"}, "year", "2017-18", "not a financial year"),
        ({"year": "x" * 500}, "year", "2017-18", "…’ is not a financial year"),
        ({"area": "city-of-london"}, "area", None, "not policed by the Met"),
        ({"area": "atlantis"}, "area", None, "no London borough called"),
        ({"by": "me"}, "by", By.SELF, "no record of ethnicity called"),
        ({"sort": "luck"}, "sort", Sort.RATE, "no column called"),
        ({"offence": "arson"}, "offence", None, "no recorded offences called"),
    ],
)
def test_what_cannot_be_met_gives_the_nearest_and_a_sentence(
    params: dict[str, str], field: str, value: object, said: str
) -> None:
    chosen, corrections = read(**params)
    assert getattr(chosen, field) == value
    assert len(corrections) == 1 and said in corrections[0]


def test_london_by_its_name_and_years_with_a_stroke_need_no_correction() -> None:
    assert read(area="london", year="2018/19") == (SearchSelection("2018-19"), ())


def test_no_searches_at_all_give_an_empty_year() -> None:
    assert from_params({"year": "2017-18"}, (), "", {}) == (SearchSelection(""), ())


def test_a_financial_year_begins_in_april() -> None:
    assert [year_key(date(2017, month, 1)) for month in (3, 4, 12)] == ["2016-17", "2017-18", "2017-18"]
    assert year_key(date(1999, 4, 1)) == "1999-00"
