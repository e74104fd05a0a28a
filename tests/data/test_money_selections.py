"""The addresses of the pages on money and people: read, corrected with a sentence, and written again."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.periods import Coverage
from data.selection import finance, workforce
from data.selection.finance import FinanceSelection, Show
from data.selection.workforce import By, Group, WorkforceSelection

TABLES = {"revenue": "Revenue", "capital": "Capital"}
COVERED = Coverage(date(2013, 5, 1), date(2026, 7, 1))
WORDS = st.one_of(
    st.none(),
    st.sampled_from(["2017-06", "revenue", "camden", "city-of-london", "all", "-amount", "month"]),
    st.text("ab-/&=%07£ ", max_size=8),
)


def test_what_is_asked_of_money_is_met_and_the_usual_is_left_out_of_the_address() -> None:
    asked = {"table": "capital", "show": "amount", "area": "camden", "sort": "borough", "rows": "all"}
    selection, said = finance.from_params(asked, TABLES)
    assert (selection, said) == (FinanceSelection("capital", Show.AMOUNT, "camden", "borough", True), ())
    assert selection.to_params() == asked
    assert finance.from_params({}, TABLES)[0].to_query() == "?table=revenue"


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"table": "x"}, "There is no table called ‘x’; this page shows Revenue."),
        ({"show": "x"}, "There is no figure of the fund called ‘x’; this page shows pounds per resident."),
        ({"sort": "-x"}, "The table cannot be sorted by ‘-x’; this page sorts it by pounds per resident."),
        ({"area": "leeds"}, "There is no London borough called ‘leeds’; this page shows all of London."),
    ],
)
def test_what_cannot_be_met_of_money_is_said(params: dict[str, str], said: str) -> None:
    assert finance.from_params(params, TABLES) == (FinanceSelection("revenue"), (said,))


def test_what_is_asked_of_people_is_met() -> None:
    asked = {"to": "2017-06", "group": "pcsos", "by": "month", "rows": "all"}
    selection, said = workforce.from_params(asked, COVERED)
    assert (selection, said) == (WorkforceSelection(date(2017, 6, 1), Group.PCSOS, By.MONTH, True), ())
    assert selection.to_params() == asked
    assert workforce.from_params({}, COVERED)[0].to_query() == "?to=2026-07"


def test_what_cannot_be_met_of_people_is_said() -> None:
    selection, said = workforce.from_params({"to": "2027-01", "group": "dogs", "by": "week"}, COVERED)
    assert selection == WorkforceSelection(date(2026, 7, 1))
    assert said == (
        "There are no figures for January 2027; this page shows July 2026.",
        "There is no group of the workforce called ‘dogs’; this page shows police officers.",
        "There is no step of the table called ‘week’; this page shows years.",
    )


@given(st.dictionaries(st.sampled_from(["table", "show", "area", "sort", "rows", "to", "group", "by"]), WORDS))
def test_no_address_fails_and_each_is_its_own_canonical_form(params: dict[str, str | None]) -> None:
    money, _ = finance.from_params(params, TABLES)
    assert finance.from_params(dict(parse_qsl(money.to_query()[1:])), TABLES) == (money, ())
    people, _ = workforce.from_params(params, COVERED)
    assert workforce.from_params(dict(parse_qsl(people.to_query()[1:])), COVERED) == (people, ())
    assert finance.from_params(params, {})[0].table in ("", params.get("table"))
