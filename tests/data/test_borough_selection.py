"""The address of a borough's profile: what is read from it and what is said of what cannot be met."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.periods import Coverage
from data.selection.borough import BoroughSelection, borough_from_params

COVERED = Coverage(date(2014, 1, 1), date(2017, 8, 1))
USUAL = date(2017, 6, 1)
MEASURES = {"total": "All offences", "burglary": "Burglary"}


def read(**params: str) -> tuple[BoroughSelection, tuple[str, ...]]:
    found = borough_from_params("camden", params, COVERED, usual=USUAL, measures=MEASURES)
    return found.selection, found.corrections


def test_unasked_it_is_the_usual_quarter_and_the_first_measure() -> None:
    assert read() == (BoroughSelection("camden", USUAL, ""), ())
    assert read(measure="total") == (BoroughSelection("camden", USUAL, ""), ())


def test_a_quarter_that_there_is_and_another_measure() -> None:
    selection, said = read(to="2016-03", measure="burglary")
    assert (selection.month, selection.measure, said) == (date(2016, 3, 1), "burglary", ())
    assert selection.window.label == "Jan–Mar 2016"
    assert selection.year.label == "12 months to March 2016"
    assert selection.to_query() == "?to=2016-03&measure=burglary"


@pytest.mark.parametrize(("to", "month", "words"), [
    ("2016-04", date(2016, 3, 1), "April 2016 does not end a quarter; this page shows Jan–Mar 2016."),
    ("2031-06", date(2017, 6, 1), "There are no figures for Apr–Jun 2031; this page shows Apr–Jun 2017."),
    ("spring", USUAL, "‘spring’ is not a month written as 2017-06; this page shows Apr–Jun 2017."),
])  # fmt: skip
def test_what_cannot_be_met_gives_the_nearest_and_a_sentence(to: str, month: date, words: str) -> None:
    selection, said = read(to=to)
    assert selection.month == month
    assert said == (words,)


def test_an_unknown_measure_is_said_and_the_first_shown() -> None:
    selection, said = read(measure="<b>")
    assert selection.measure == ""
    assert said == ("There is no measure called ‘<b>’ to compare; this page shows All offences.",)


@given(st.dictionaries(st.sampled_from(["to", "measure", "x"]), st.text(max_size=20)))
def test_every_address_is_met_and_its_own_query_is_met_without_a_word(params: dict[str, str]) -> None:
    selection, _ = read(**params)
    again = borough_from_params("camden", selection.to_params(), COVERED, usual=USUAL, measures=MEASURES)
    assert (again.selection, again.corrections) == (selection, ())
