"""The sentences of a profile: true of the rows, and never a judgement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from components.borough import priority_words, words
from components.borough.address import briefing_address, download_name, profile_address
from data.catalogue import Break
from tests.components.borough.factory import CALLS, JUNE, priority, row, view


def own(name: str, signal: str, **changes: Any) -> Any:
    return priority(name, row(signal=signal, **changes))


def test_the_headline_groups_the_priorities_by_their_signals() -> None:
    shown = view(own("Theft from the person", "higher"), own("Burglary", "within"), CALLS)
    assert words.headline(shown) == (
        "Of Camden’s three local priorities, theft from the person is higher than expected and burglary is within its "
        "expected range in June 2017. Anti-social behaviour cannot be judged."
    )
    both = view(own("Robbery", "lower"), own("Burglary", "lower"))
    assert words.headline(both) == (
        "Of Camden’s two local priorities, robbery and burglary are lower than expected in June 2017."
    )
    inside = view(own("Robbery", "within"), own("Burglary", "within"))
    assert "are within their expected range" in words.headline(inside)


def test_a_row_of_another_period_does_not_count_as_judged() -> None:
    late = view(own("Robbery", "higher", is_own_period=True, month=date(2016, 3, 1)), CALLS)
    assert words.headline(late) == "None of Camden’s two local priorities can be judged for June 2017."


def test_without_priorities_the_headline_tells_all_recorded_offences() -> None:
    total = row("total-notifiable-offences", change_pct=-4.2)
    assert words.headline(view(crimes=(total,))) == (
        "Police recorded 4% fewer offences in Camden in the 12 months to June 2017 than in the year before."
    )
    assert words.headline(view()) == "Recorded crime, confidence and stop and search in Camden."


@pytest.mark.parametrize(("name", "expected"), [("Camden", "Camden’s"), ("Tower Hamlets", "Tower Hamlets’")])
def test_whose_it_is(name: str, expected: str) -> None:
    assert words.of(name) == expected


def test_the_quarter_is_written_out_and_says_when_it_may_move() -> None:
    assert words.quarter_words(view()) == "April to June 2017"
    assert words.quarter_words(view(settled=date(2017, 3, 1))) == "April to June 2017, provisional"


def test_a_place_is_in_words_and_missing_where_it_cannot_be_said() -> None:
    assert words.place_words(1, 8, 1) == "highest of 8"
    assert words.place_words(2, 8, 2) == "joint 2nd highest of 8"
    assert words.place_words(None, None, None) == ""


def test_a_quarters_sentence_has_verdict_and_interval() -> None:
    assert priority_words.quarter(row()) == "No clear change (95% interval −5.1 to +21.9%)."
    risen = row(quarter_verdict="higher", quarter_lower_pct=1.0)
    assert priority_words.quarter(risen) == (
        "Higher by more than chance alone would explain (95% interval +1.0 to +21.9%)."
    )
    assert priority_words.quarter(replace(risen, is_provisional=True)).startswith("Provisional (95%")
    cut = Break(month=date(2017, 1, 1), reason="The categories changed in a way that matters here.")
    broken = row(quarter_verdict="not_comparable", broken=cut)
    assert priority_words.quarter(broken) == "Not comparable: there is a series break in January 2017."


def test_a_months_sentence_has_the_range_and_the_rules() -> None:
    high = row(signal="higher", rules="beyond_limit", since=JUNE, offences=330.0)
    assert priority_words.month(high) == "June 2017: 330, expected 190 to 310. Above the range."
    assert priority_words.month(row(signal="too_few", offences=3.0)) == "June 2017: 3."
    assert priority_words.month(row(limits="trial", baseline_months=14)).endswith("Trial range, from 14 months.")


def test_a_years_sentence_has_london_the_rate_and_the_place() -> None:
    assert priority_words.year(row()) == (
        "12 months: 2,806, +2.6% on the year before (no clear change; −7.3 to +13.4%). London: +1.8%. "
        "Rate 12.8 per 1,000 residents, London 8.1; 2nd highest of 8, itself and similar boroughs."
    )
    bare = row(change_pct=None, london_change_pct=None, rate=None, change_lower_pct=None, change_verdict="too_few")
    assert priority_words.year(bare) == "12 months: 2,806 (too few to say)."


def test_what_counts_a_priority_is_said_where_its_name_differs() -> None:
    older = row("theft-from-the-person-2018")
    assert priority_words.chosen(priority("Theft from the person", older, note="Not this.")) == (
        "Chosen by the borough as ‘Theft From The Person’. Counted in the Met’s own categories, used until 2018."
    )
    named = priority("Common assault", row("violence-without-injury"), note="The two are not the same.")
    assert priority_words.chosen(named).endswith("Counted here as: violence without injury. The two are not the same.")
    assert priority_words.chosen(priority("Burglary", row(), is_additional=True)) == (
        "Reported beside the two priorities as ‘Burglary’."
    )
    assert priority_words.chosen(CALLS).startswith("A priority in every borough.")


def test_addresses_and_names() -> None:
    assert profile_address("camden", JUNE) == "/boroughs/camden?to=2017-06"
    assert briefing_address("camden") == "/boroughs/camden/briefing"
    assert download_name("camden", JUNE, is_demonstration=True) == "demonstration-borough-camden-2017-06"
