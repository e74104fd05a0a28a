"""The address of a topic's page: read, written, and never failing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.catalogue import catalogue
from data.periods import Coverage, Span
from data.selection import Show
from data.selection.topics import Months, ParsedTopic, TopicSelection, own_end, topic_from_params
from data.topics import topic

HATE = topic("hate-crime")
LONG = Coverage(date(2010, 4, 1), date(2025, 7, 1))
HELD = {"hate-crime": Coverage(date(2021, 8, 1), date(2025, 7, 1)), "racist-and-religious-hate-crime": LONG,
        "faith-hate-crime": LONG, "aggravated-public-fear": Coverage(date(2010, 4, 1), date(2026, 6, 1))}  # fmt: skip
SETTLED = {name: (date(2026, 4, 1) if name == "aggravated-public-fear" else date(2025, 5, 1)) for name in HELD}


def read(**params: str | None) -> ParsedTopic:
    return topic_from_params(params, HATE, catalogue(), HELD.get, SETTLED.get)


def test_unasked_it_is_the_first_groups_latest_settled_month_and_its_first_measure() -> None:
    found = read()
    assert (found.selection.asked, found.selection.measure) == (date(2025, 5, 1), "hate-crime")
    assert found.selection.month == found.selection.drawn == date(2025, 5, 1) and found.corrections == ()


def test_before_the_first_measure_begins_it_is_the_next_that_has_the_month() -> None:
    assert read(to="2017-06").selection.measure == "racist-and-religious-hate-crime"


def test_after_the_first_group_ends_it_is_its_first_measure_still_and_not_another_subject() -> None:
    """The overview leads here with its own month, which no file of strands reaches."""
    found = read(to="2026-06").selection
    assert (found.measure, found.asked, found.drawn) == ("hate-crime", date(2026, 6, 1), date(2025, 5, 1))
    held = {**HELD, "faith-hate-crime": Coverage(date(2010, 4, 1), date(2026, 6, 1))}
    other = topic_from_params({"to": "2026-06"}, HATE, catalogue(), held.get, SETTLED.get)
    assert other.selection.measure == "faith-hate-crime", "one of the group that has the month comes first"


def test_a_measure_that_begins_later_is_shown_at_its_first_period_and_that_is_said() -> None:
    found = read(to="2017-06", measure="hate-crime")
    assert found.selection.month == date(2022, 7, 1) and found.selection.asked == date(2017, 6, 1)
    assert found.corrections == (
        "The figures of Hate crime begin in August 2021; for it this page shows 12 months to July 2022.",)  # fmt: skip


def test_a_measure_that_ends_earlier_is_shown_to_its_latest_settled_month_and_the_address_keeps_the_month() -> None:
    found = read(to="2026-04", measure="faith-hate-crime").selection
    assert (found.month, found.drawn, found.asked) == (date(2025, 5, 1), date(2025, 5, 1), date(2026, 4, 1))
    assert found.to_params()["to"] == "2026-04"
    quarter = read(to="2026-04", measure="faith-hate-crime", span="quarter").selection
    assert (quarter.month, quarter.drawn) == (date(2025, 3, 1), date(2025, 5, 1))


@pytest.mark.parametrize(("asked", "span", "end"), [
    ((2025, 7), Span.YEAR, (2025, 7)), ((2025, 6), Span.QUARTER, (2025, 6)), ((2025, 5), Span.QUARTER, (2025, 3)),
    ((2025, 12), Span.YEAR, (2025, 5)), ((2011, 2), Span.YEAR, (2011, 3)), ((2010, 4), Span.MONTH, (2010, 4)),
])  # fmt: skip
def test_a_measures_own_end(asked: tuple[int, int], span: Span, end: tuple[int, int]) -> None:
    """As asked where there is a figure, even provisional; else the latest settled; else the first."""
    assert own_end(date(*asked, 1), LONG, span, date(2025, 5, 1)) == date(*end, 1)


def test_what_cannot_be_met_is_said() -> None:
    found = read(measure="burglary", to="x", area="atlantis", span="y", show="z", months="7", sort="w")
    assert len(found.corrections) == 7
    assert "This page has no strand called ‘burglary’; this page shows Hate crime." in found.corrections
    none = read(measure="racist-hate-crime")
    assert none.corrections == ("These figures hold nothing for Racist hate crime; this page shows Hate crime.",)


def test_an_edition_without_the_topic_cannot_be_shown() -> None:
    with pytest.raises(LookupError, match="/hate-crime"):
        topic_from_params({}, HATE, catalogue(), {}.get, {}.get)


@given(st.sampled_from(sorted(HELD)), st.sampled_from(["", "camden", "westminster"]), st.sampled_from(list(Span)),
       st.sampled_from(list(Show)), st.sampled_from(list(Months)), st.integers(0, 182), st.booleans(),
       st.sampled_from(["-value", "borough", "-change"]))  # fmt: skip
def test_an_address_reads_back_as_the_selection_it_was_written_from(
    measure: str, area: str, span: Span, show: Show, months: Months, back: int, rows: bool, sort: str
) -> None:
    year, month = divmod(2025 * 12 + 6 - back, 12)
    wanted = {"measure": measure, "area": area, "span": span.value, "show": show.value, "months": months.value,
              "to": f"{year}-{month + 1:02}", "rows": "all" if rows else "", "sort": sort}  # fmt: skip
    first: TopicSelection = read(**wanted).selection
    assert read(**first.to_params()).selection == first
    assert first.path == "/hate-crime" and first.to_query().startswith("?measure=")
