"""An overview address and its selection are two spellings of one thing; what cannot be met is said."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.periods import Coverage, Span, add_months
from data.selection.overview import OverviewSelection, Signals, overview_from_params
from geo.areas import boroughs

COVERED = Coverage(date(2010, 4, 1), date(2026, 6, 1))
USUAL = date(2026, 4, 1)


def read(**params: str) -> tuple[OverviewSelection, tuple[str, ...]]:
    parsed = overview_from_params(params, COVERED, usual=USUAL)
    return parsed.selection, parsed.corrections


def test_without_parameters_it_is_london_at_the_usual_month_with_everything_listed() -> None:
    assert read() == (OverviewSelection(USUAL), ())


def test_every_parameter_is_read() -> None:
    selection, said = read(to="2017-06", area="camden", show="higher", utm="x")
    assert (selection, said) == (OverviewSelection(date(2017, 6, 1), "camden", Signals.HIGHER), ())


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({"to": "2030-01"},
         "There are no figures for 12 months to January 2030; this page shows 12 months to June 2026."),
        ({"to": "2010-05"}, "There are no figures for 12 months to May 2010; this page shows 12 months to March 2011."),
        ({"to": "June"}, "‘June’ is not a month written as 2017-06; this page shows 12 months to April 2026."),
        ({"area": "paris"}, "There is no London borough called ‘paris’; this page shows all of London."),
        ({"area": "city-of-london"}, "City of London is not policed by the Met; this page shows all of London."),
        ({"show": "bad"}, "There is no kind of signal called ‘bad’; this page shows all measures."),
    ],
)  # fmt: skip
def test_what_cannot_be_met_is_said(params: dict[str, str], sentence: str) -> None:
    assert read(**params)[1] == (sentence,)


def test_london_has_a_name_in_other_pages_addresses() -> None:
    assert OverviewSelection(USUAL).area_slug == "london"
    assert OverviewSelection(USUAL, "camden").area_slug == "camden"


@given(
    st.integers(11, 194),
    st.one_of(st.none(), st.sampled_from([area.slug for area in boroughs()])),
    st.sampled_from(Signals),
)
def test_an_address_gives_the_same_selection_again(months: int, area: str | None, show: Signals) -> None:
    selection = OverviewSelection(add_months(COVERED.first, months), area, show)
    assert read(**dict(parse_qsl(selection.to_query()[1:]))) == (selection, ())


@given(st.dictionaries(st.sampled_from(["to", "area", "show"]), st.text(max_size=80)))
def test_it_never_fails(params: dict[str, str]) -> None:
    selection, _ = read(**params)
    assert selection.month in COVERED.ends(Span.YEAR)


def test_a_filter_lists_its_own_signal_and_all_lists_every_one() -> None:
    signals = ("higher", "within", "lower", "too_few", "not_comparable", "provisional", "not_available")
    assert all(Signals.ALL.lists(signal) for signal in signals)
    for kind in (Signals.HIGHER, Signals.WITHIN, Signals.LOWER):
        assert [signal for signal in signals if kind.lists(signal)] == [kind.value]
