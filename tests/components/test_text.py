"""The words are true of the figures on screen, and never judge."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import text
from components.map_view import MapView
from data.catalogue import Break, catalogue
from data.selection import Form, Show, Span
from tests.components.factories import AIRPORTS, BOROUGHS, UNKNOWN, every, make_view

BANNED = re.compile(
    r"\b(nan|none|inf|good|bad|better|worse|improved?|improvement|alarming|surge|spike)\b|crimes committed",
    re.I,
)
BROKEN = Break(month=date(2017, 1, 1), reason="A new recording system was brought in.")
COUNT = st.none() | st.integers(0, 60) | st.integers(0, 5000)


def measured(view: MapView) -> list[tuple[str, str]]:
    return text.how_measured(view.measure, view.dataset)


CODES = [area.area_code for area in BOROUGHS] + [AIRPORTS, UNKNOWN]
COUNTS = st.lists(COUNT, min_size=len(CODES), max_size=len(CODES)).map(
    lambda n: dict(zip(CODES, n, strict=True))
)
CASES = st.fixed_dictionaries(
    {
        "now": COUNTS,
        "before": COUNTS,
        "span": st.sampled_from(list(Span)),
        "show": st.sampled_from(list(Show)),
        "area": st.none() | st.sampled_from([area.slug for area in BOROUGHS]),
        "measure": st.sampled_from(["burglary", "rape", "violence-against-the-person-2018"]),
        "broken": st.none() | st.just(BROKEN),
        "demonstration": st.booleans(),
        "unplaced": st.integers(0, 2),
    }
)  # what make_view takes


def sentences(view: MapView) -> list[str]:
    tips = [text.area_tip(view, row) for _, row in view.boroughs.frame.iterrows()]
    said = [text.headline, text.lead, text.figure_title, text.figure_subtitle, text.selected_sentence,
            text.map_label, text.table_caption, text.table_subtitle, text.ranking_title,
            text.ranking_subtitle]  # fmt: skip
    method = [words for pair in measured(view) for words in pair]
    return [*(say(view) for say in said), *tips, *text.table_note(view), *text.control_summary(view), *method]


@settings(deadline=None, max_examples=30)
@given(CASES)
def test_no_sentence_judges_or_shows_a_missing_number(case: dict[str, Any]) -> None:
    view = make_view(**case)
    for sentence in sentences(view):
        assert sentence.strip()
        assert not BANNED.search(sentence), sentence
        assert not re.search(r"\d-\d|[ (]-\d", sentence.replace("2017-18", "")), (
            f"a hyphen for a minus: {sentence}"
        )
        assert "  " not in sentence and ",," not in sentence and " ." not in sentence, sentence


@settings(deadline=None, max_examples=30)
@given(CASES)
def test_headline_agrees_with_an_independent_count(case: dict[str, Any]) -> None:
    view = make_view(**case)
    said = text.headline(view)
    frame = view.boroughs.frame.set_index("slug")
    boroughs = frame[(frame["area_type"] == "borough")]
    both = boroughs.dropna(subset=["offences", "offences_before"])
    rose = sum(both["offences"] > both["offences_before"])
    fell = sum(both["offences"] < both["offences_before"])
    for verb, number in re.findall(
        r"\b(rose|fell) (?:across London and )?in (?:all )?(\d+) (?:of|boroughs)", said
    ):
        assert int(number) == (rose if verb == "rose" else fell), said
    if view.broken is not None and "no figure" not in said:
        assert "cannot be compared" in said
        assert not re.search(r"\b(rose|fell|changed little)\b", said + text.lead(view))
    row = frame.loc[view.selection.area] if view.selection.area else frame.loc["london"]
    change = row["offences"] - row["offences_before"]
    if view.broken is None and re.search(r"\brose\b", said) and "across London but" not in said:
        assert change > 0
    if view.broken is None and "did not change" in said:
        assert change == 0


@settings(deadline=None, max_examples=25)
@given(CASES)
def test_lead_is_at_most_three_sentences_unless_it_must_say_why_it_compares_nothing(
    case: dict[str, Any],
) -> None:
    view = make_view(**case)
    row = view.boroughs.frame.set_index("slug").loc[view.selection.area or "london"]
    allowed = 5 if view.broken is not None else 4 if pd.isna(row["change"]) else 3
    assert len(re.findall(r"[.?](?:\s|$)", text.lead(view))) <= allowed, text.lead(view)


# Headlines, one a situation.


def test_headline_counts_boroughs_that_rose_where_london_rose() -> None:
    view = make_view(every(110, camden=90, barnet=100), every(100))
    assert (
        text.headline(view)
        == "In the 12 months to June 2017, recorded burglary offences rose in 30 of 32 boroughs."
    )


def test_headline_counts_boroughs_that_fell_where_london_fell() -> None:
    view = make_view(every(90, camden=110), every(100))
    assert (
        text.headline(view)
        == "In the 12 months to June 2017, recorded burglary offences fell in 31 of 32 boroughs."
    )


def test_headline_says_all_boroughs() -> None:
    assert text.headline(make_view(every(110), every(100))).endswith("rose in all 32 boroughs.")


@pytest.mark.parametrize(
    ("camden", "words"), [(132, "changed little across London"), (133, "rose across London")]
)
def test_one_per_cent_of_london_is_the_edge_of_little_change(camden: int, words: str) -> None:
    # 3,200 before; 3,232 is exactly 1% more.
    assert words in text.headline(make_view(every(100, camden=camden), every(100)))


def test_headline_says_when_london_and_most_boroughs_part() -> None:
    view = make_view(every(90, westminster=1000), every(100))
    assert text.headline(view).endswith("rose across London but fell in 31 of 32 boroughs.")


def test_headline_does_not_count_boroughs_whose_numbers_are_small() -> None:
    view = make_view(every(4), every(2), measure="homicide")
    assert text.headline(view) == "In the 12 months to June 2017, recorded homicides rose 100% across London."
    assert text.lead(view).endswith("In most boroughs the numbers are small, so they move a lot by chance.")


def test_headline_counts_only_boroughs_with_both_figures() -> None:
    view = make_view(every(110, camden=None, barnet=None), every(100))
    assert text.headline(view).endswith("rose in 30 of the 30 boroughs with figures for both periods.")


def test_headline_of_a_borough() -> None:
    view = make_view(every(100, newham=92), every(100), area="newham")
    assert (
        text.headline(view) == "In Newham, recorded burglary offences fell 8% in the 12 months to June 2017."
    )
    assert text.lead(view).startswith(
        "Police recorded 92 offences in Newham, compared with 100 in the previous 12 months; "
        "across London the number changed little."
    )


def test_headline_of_a_borough_gives_no_percentage_under_twenty() -> None:
    view = make_view(every(100, newham=25), every(100, newham=19), area="newham")
    assert (
        text.headline(view)
        == "In Newham, recorded burglary offences rose from 19 to 25 in the 12 months to June 2017."
    )
    assert "Numbers this small move a lot by chance." in text.lead(view)


@pytest.mark.parametrize(
    ("span", "opening"),
    [
        (Span.QUARTER, "In Apr–Jun 2017, recorded"),
        (Span.MONTH, "In June 2017, on provisional figures, recorded"),
    ],
)
def test_headline_of_a_quarter_and_of_a_provisional_month(span: Span, opening: str) -> None:
    assert text.headline(make_view(every(110), every(100), span=span)).startswith(opening)


def test_headline_of_a_settled_month_does_not_call_it_provisional() -> None:
    view = make_view(every(110), every(100), span=Span.MONTH, month=date(2017, 4, 1))
    assert "provisional" not in text.headline(view) + text.figure_subtitle(view)


def test_headline_without_an_earlier_period_compares_nothing() -> None:
    view = make_view(every(100), {}, month=date(2015, 3, 1))
    assert (
        text.headline(view)
        == "In the 12 months to March 2015, recorded burglary offences in London came to 3,200."
    )
    assert "These figures begin in April 2014, so there is no earlier period to compare with." in text.lead(
        view
    )


def test_headline_refuses_a_comparison_across_a_break() -> None:
    view = make_view(every(110), every(100), broken=BROKEN)
    assert text.headline(view) == ("Recorded burglary offences in the 12 months to June 2017 "
                                   "cannot be compared with the previous 12 months.")  # fmt: skip
    assert BROKEN.reason in text.lead(view) and BROKEN.reason in " ".join(text.table_note(view))


def test_headline_of_a_borough_that_is_not_listed() -> None:
    view = make_view(every(100, sutton=None), every(100), area="sutton")
    assert text.headline(view).startswith(
        "The publisher lists no figure for recorded burglary offences in Sutton"
    )
    assert "Not listed is not the same as zero." in text.lead(view)


# Leads, tips, notes.


def test_lead_names_the_three_highest_rates_and_cautions_about_visitors() -> None:
    view = make_view(every(100, brent=300, camden=250, barnet=200), every(50))
    assert text.lead(view) == (
        "Police recorded 3,650 offences across London, 128% more than in the previous 12 months. "
        "Rates were highest in Brent, Camden and Barnet (rates leave out visitors, of whom Camden has many)."
    )


def test_lead_names_fewer_where_the_third_place_is_shared() -> None:
    assert "Rates were highest in Brent and Barnet." in text.lead(
        make_view(every(100, brent=300, barnet=200), every(50))
    )
    assert "highest" not in text.lead(make_view(every(100), every(50)))


def test_lead_of_a_reported_measure_says_that_a_rise_can_be_reporting() -> None:
    for area in (None, "camden"):
        said = text.lead(make_view(every(110), every(100), measure="sexual-offences", area=area))
        assert said.endswith("A rise can mean more people coming forward, more offences, or both.")


def test_tip_gives_place_period_value_change_rank_and_what_is_provisional() -> None:
    view = make_view(every(100, newham=453), every(100, newham=321))
    row = view.boroughs.frame.set_index("slug", drop=False).loc["newham"]
    assert text.area_tip(view, row).split("\n") == [
        "Newham", "12 months to June 2017", "1.81 per 1,000 residents",
        "453 offences, up 41% on the previous 12 months", "Highest of 32",
        "May and June 2017 are provisional and may be revised.",
    ]  # fmt: skip


def test_tip_of_the_city_gives_no_figure() -> None:
    view = make_view()
    row = view.boroughs.frame.set_index("slug", drop=False).loc["city-of-london"]
    assert text.area_tip(view, row) == "City of London\nNot policed by the Met – no data"


def test_shared_ranks_are_called_joint() -> None:
    view = make_view(every(100, brent=200, camden=200), every(100), area="camden")
    assert "joint highest of 32" in text.selected_sentence(view)
    assert "of 32" not in text.selected_sentence(make_view(every(100), every(100), area="camden"))


def test_selected_sentence_starts_with_the_name_and_a_colon() -> None:
    view = make_view(every(100, camden=453), every(100, camden=321), area="camden")
    assert text.selected_sentence(view) == ("Camden: 1.81 per 1,000 residents, highest of 32. "
                                            "453 offences, up 41% on the previous 12 months.")  # fmt: skip


def test_notes_account_for_offences_that_are_in_no_borough() -> None:
    view = make_view({**every(100), AIRPORTS: 321, UNKNOWN: 1}, every(100), unplaced=1234)
    notes = " ".join(text.table_note(view))
    assert (
        "includes 321 offences at Heathrow and London City airports, and 1 offence whose borough is not known"
        in notes
    )
    assert "1,234 recorded offences in the publisher’s files could not be placed" in notes
    assert "could not be placed" not in " ".join(text.table_note(make_view()))


def test_notes_name_boroughs_that_are_not_listed() -> None:
    notes = " ".join(text.table_note(make_view(every(100, sutton=None), every(100))))
    assert "list no figure for Sutton in the 12 months to June 2017" in notes


def test_demonstration_is_said_and_an_official_edition_does_not_say_it() -> None:
    assert text.DEMONSTRATION in text.table_note(make_view(demonstration=True))
    assert text.DEMONSTRATION not in text.table_note(make_view())


def test_the_table_says_which_year_of_residents_stands_in() -> None:
    assert "of the nearest year" in dict(measured(make_view()))["Rates and visitors"]
    assert not [note for note in text.table_note(make_view()) if note.startswith("Residents: ")]
    notes = text.table_note(make_view(residents_year=2016))
    assert "Residents: those for 2016, the nearest year, stand in for 2017." in notes


@pytest.mark.parametrize(
    ("span", "words"),
    [(Span.YEAR, "12 months to June 2017 and to June 2016."),
     (Span.QUARTER, "Apr–Jun 2017 and Apr–Jun 2016."),
     (Span.MONTH, "June 2017 and June 2016.")],
)  # fmt: skip
def test_table_names_both_periods(span: Span, words: str) -> None:
    assert words in text.table_subtitle(make_view(span=span))


def test_folded_controls_state_the_choice() -> None:
    view = make_view(show=Show.CHANGE, span=Span.QUARTER, form=Form.MAP)
    assert text.control_summary(view) == ("Burglary · change on year", "Apr–Jun 2017 · map")


# Numbers.


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (text.count(12673), "12,673"), (text.count(None), "Not available"),
        (text.count(float("nan")), "Not available"), (text.percent_change(0.5), "+1%"),
        (text.signed(2309), "+2,309"), (text.signed(-297), "−297"), (text.signed(0), "0"),
        (text.percent_change(22.25, decimals=1), "+22.3%"), (text.percent_change(0, decimals=1), "0"),
        (text.percent_change(-3.4), "−3%"), (text.percent_change(-0.2), "0%"),
        (text.rate(0, 2), "0"), (text.rate(1.445, 2), "1.45"), (text.rate(122.4, 0), "122"),
        (text.rank_words(9, 32), "9th highest of 32"), (text.rank_words(1, 32), "highest of 32"),
        (text.rank_words(32, 32), "lowest of 32"), (text.rank_words(31, 32, sharing=2), "joint lowest of 32"),
        (text.rank_words(1, 32, sharing=32), ""), (text.listed(["Camden"]), "Camden"),
        (text.listed(["Barnet", "Brent", "Camden"]), "Barnet, Brent and Camden"),
        (text.listed(["Camden", "Kensington and Chelsea"]), "Camden, and Kensington and Chelsea"),
    ],
)  # fmt: skip
def test_number_formats(words: str, expected: str) -> None:
    assert words == expected


@pytest.mark.parametrize(
    ("london", "decimals"), [(0, 2), (0.05, 3), (1.44, 2), (4.99, 2), (5, 1), (99.9, 1), (100, 0)]
)
def test_rate_decimals_follow_the_london_rate(london: float, decimals: int) -> None:
    assert text.rate_decimals(london) == decimals


@given(st.integers(1, 1000))
def test_ordinals(number: int) -> None:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 % 10 != 1 else "th"
    assert text.ordinal(number) == f"{number}{ending}"


def test_a_period_that_a_break_lies_inside_has_no_total_and_says_where_there_is_one() -> None:
    inside = Break(month=date(2017, 1, 1), reason="Counted in another way from here.")
    measure = catalogue().measure("burglary").model_copy(update={"breaks": (inside,)})
    view = make_view(every(None), every(100), measure=measure, broken=inside)
    assert text.headline(view) == (
        "There is no total of recorded burglary offences for the 12 months to June 2017: a break in the series, in "
        "January 2017, lies inside."
    )
    assert text.lead(view).startswith(
        "Counted in another way from here. Periods that end before January 2017, and those that begin in January 2017 "
        "or later, have totals."
    )
