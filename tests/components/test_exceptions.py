"""The words, the list and its line, on views made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import exceptions
from components.exceptions import headline as said
from components.exceptions import words
from components.exceptions.listing import listing
from components.exceptions.unjudged import tally_words, unjudged
from components.exceptions.view import ExceptionRow, ExceptionsView, Reach, Scope
from components.map_view import EditionNote
from components.render import to_html
from data.catalogue import Break, catalogue
from data.selection.exceptions import EVERYWHERE, FIRST_ROWS, Direction, ExceptionsSelection

JUNE, LINE, ROW_HEAD = date(2017, 6, 1), 'class="cut"', 'role="rowheader"'
ROW = ExceptionRow(
    measure_id="knife-crime", measure="Knife crime", dataset="flagged_crime",
    priority="keeping-children-and-young-people-safe", part_of=None, is_reporting=False, broken=None,
    area_code="E09000007", area_name="Camden", slug="camden", is_london=False, month=JUNE, is_provisional=False,
    offences=1146.0, expected_lower=571.2, expected_upper=1024.4, season=1.1, centre=700.0, half_width=200.0,
    baseline_months=24, limits="limits", signal="higher", rules="beyond_limit", since=JUNE, offences_12m=12000.0,
    offences_12m_before=10000.0, change_pct=20.0, change_lower_pct=-0.04, change_upper_pct=30.04,
    change_verdict="higher", dispersion=1.2, london_signal="within", london_change_pct=3.1,
    london_change_verdict="no_clear_change", p_value=0.004, q_value=0.01, rank=1, rank_in_month=1,
    is_clear=True, revised=None,
)  # fmt: skip
NONE_ELSE = {"too_few": 0, "not_comparable": 0, "provisional": 0, "not_available": 0}


def scope(judged: int, higher: int, lower: int, clear: int = 0, by_chance: float = 4.2, **others: int) -> Scope:
    return Scope(judged=judged, higher=higher, lower=lower, clear=clear, by_chance=by_chance, **{**NONE_ELSE, **others})


def made(clear: int = 2, below: int = 1, counted: Scope | None = None, **chosen: Any) -> ExceptionsView:
    every = clear + below
    shown = every if chosen.get("all_rows") else min(every, FIRST_ROWS)
    rows = tuple(replace(ROW, rank=place + 1, is_clear=place < clear) for place in range(shown))
    counts = counted or scope(100, every, 0, clear)
    return ExceptionsView(
        catalogue=catalogue(), selection=ExceptionsSelection(JUNE).change(**chosen), corrections=(),
        edition=EditionNote("e-1", False, date(2017, 8, 1), date(2017, 9, 1), "Metropolitan Police Service"),
        months=(date(2017, 8, 1), date(2017, 7, 1), JUNE), settled=JUNE, whole=counts, scope=counts, rows=rows,
        listed=every, above=clear, unreached=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("counted", "chosen", "sentence"),
    [(scope(958, 154, 88, by_chance=40.2), {}, "In the 32 boroughs, 154 of 958 series were higher than expected in "
      "June 2017 and 88 were lower; about 40 would be by chance alone."),
     (scope(958, 154, 88, by_chance=40.2), {"area": "all"}, "In the boroughs and London, 154 of 958 series were higher "
      "than expected in June 2017 and 88 were lower; about 40 would be by chance alone."),
     (scope(29, 1, 0, by_chance=1.2), {"area": "camden"}, "In Camden, 1 of 29 series was higher than expected in June "
      "2017 and none was lower; about 1 would be by chance alone."),
     (scope(9, 0, 1, by_chance=0.4), {"area": "london"}, "For London as a whole, none of 9 series was higher than "
      "expected in June 2017 and 1 was lower; fewer than one would be by chance alone."),
     (scope(9, 0, 0), {}, "In the 32 boroughs, none of 9 series was higher or lower than expected in June 2017; about "
      "4 would be by chance alone."),
     (scope(0, 0, 0, provisional=7), {}, "June 2017 is provisional and not judged yet."),
     (scope(0, 0, 0, too_few=7), {"area": "camden"}, "In Camden, no series could be judged in June 2017."),
     (scope(8, 2, 1), {"plan": "violence-against-women-and-girls"}, "In the 32 boroughs, 2 of 8 series in ‘Tackling "
      "violence against women and girls’ were higher than expected in June 2017 and 1 was lower; about 4 would be by "
      "chance alone.")],
)  # fmt: skip
def test_the_headline_counts_what_was_judged_and_what_chance_would_give(
    counted: Scope, chosen: dict[str, str], sentence: str
) -> None:
    assert said.headline(made(counted=counted, **chosen)) == sentence


@pytest.mark.parametrize(
    ("p", "sentence"),
    [(3e-12, "less than 1 in 10,000"), (0.0, "less than 1 in 10,000"), (0.0001, "about 1 in 10,000"),
     (0.004, "about 1 in 250"), (0.00077, "about 1 in 1,300"), (0.2, "about 1 in 5"), (0.21, "more than 1 in 5"),
     (1.0, "more than 1 in 5"), (None, "Not available")],
)  # fmt: skip
def test_surprise_is_told_in_chances(p: float | None, sentence: str) -> None:
    assert words.chance_words(p) == sentence


@given(st.floats(0, 1), st.floats(0, 1))
def test_less_surprising_is_never_told_as_more(one: float, other: float) -> None:
    def chances(p: float) -> float:
        return float(re.sub(r"\D", "", words.chance_words(p).split(" in ")[1]))

    low, high = sorted((one, other))
    assert chances(low) >= chances(high)


def test_a_row_says_its_figure_range_reason_and_change() -> None:
    assert words.figure_words(ROW) == "1,146 in June 2017. Expected 572 to 1,024"
    assert words.reason_words(ROW) == "Above the range"
    assert (words.change_words(ROW), words.interval_words(ROW)) == ("+20.0%", "0.0% to +30.0%")
    assert words.london_change_words(ROW) == "12 months:\u00a0+3.1%, no clear change"
    assert words.trends_address(ROW) == "/trends?series=knife-crime:camden&to=2017-06"


@pytest.mark.parametrize(
    ("lower", "upper", "sentence"),
    [(11.6, 37.9, "Expected 12 to 37"), (0.0, 9.0, "Expected 0 to 9"), (7.2, 7.8, "Expected 7.2 to 7.8")],
)  # fmt: skip
def test_the_expected_range_never_holds_a_month_that_is_outside_it(lower: float, upper: float, sentence: str) -> None:
    assert words.expected_words(replace(ROW, offences=38.0, expected_lower=lower, expected_upper=upper)) == sentence


def test_since_when_is_told_once() -> None:
    october = replace(ROW, since=date(2016, 10, 1))
    assert words.since_words(october) == "Above its average since October 2016"
    assert words.since_words(replace(october, signal="lower")) == "Below its average since October 2016"
    run = replace(october, rules="beyond_limit,run,outer_third")
    assert words.since_words(run) == "" and "October 2016" in words.reason_words(run)
    assert "limit in two of" not in words.reason_words(run), "beyond the limit is near it too"
    assert words.since_words(ROW) == ""


def test_a_small_base_has_counts_in_place_of_a_percentage() -> None:
    small = replace(ROW, change_pct=None, change_lower_pct=None, change_upper_pct=None, offences_12m=31.0,
                    offences_12m_before=12.0, change_verdict="no_clear_change")  # fmt: skip
    assert (words.change_words(small), words.interval_words(small)) == ("n/c", "31, before 12")
    assert words.verdict_words(small) == "No clear change"
    gone = replace(small, offences_12m_before=None, change_verdict="not_available")
    assert (words.change_words(gone), words.interval_words(gone)) == ("Not available", "")
    assert words.change_words(replace(gone, change_verdict="not_comparable")) == "Not comparable"


def test_recording_that_changed_and_figures_that_moved_are_linked() -> None:
    broken = Break(month=date(2015, 1, 1), reason="Another system was brought in.")
    row = replace(ROW, broken=broken, limits="trial", baseline_months=15,
                  revised={"dataset": "recorded_crime", "series": "a > b", "first": 1098.0})  # fmt: skip
    view = replace(made(), rows=(row,))
    page = to_html(listing(view))
    assert 'href="/data-and-methods#breaks">Recording changed in January 2015' in page
    assert 'revised=recorded_crime%3Aa+%3E+b#revisions">Revised: first published as 1,098' in page
    assert "Trial limits: 15 months to compare with" in page
    assert 'href="/data-and-methods#measure-knife-crime"' in page


@pytest.mark.parametrize(("clear", "below"), [(2, 3), (1, 1), (3, 0), (0, 3), (25, 4)])
def test_the_line_falls_after_the_last_that_stands_out(clear: int, below: int) -> None:
    page = to_html(listing(made(clear, below, all_rows=True)))
    assert page.count(LINE) == 1
    rows = re.findall(r"<tr[^>]*>", page.split("<tbody")[1])
    assert [LINE in row for row in rows].index(True) == clear


def test_the_line_says_how_many_stand_above_it_and_what_is_below() -> None:
    assert said.cut_words(made(2, 1, area=EVERYWHERE)) == (
        "The 2 above this line would stand out even after allowing for the number of series looked at: at most about "
        "1 in 20 of them by chance. Those below may be chance.")  # fmt: skip
    assert said.cut_words(made(0, 1)).endswith("All may be chance.")
    assert "Those below" not in said.cut_words(made(2, 0))
    part = said.cut_words(made(1, 1, scope(100, 9, 0, clear=7), area="camden"))
    assert part.startswith("The one above this line is among the 7 of all series that would stand out")


def test_a_line_beyond_the_first_rows_is_told_under_them() -> None:
    page = to_html(listing(made(40, 5)))
    assert LINE not in page and page.count(ROW_HEAD) == 25
    assert "All of these, and 15 more, stand out" in page
    assert "Show all 45" in page
    whole = to_html(listing(made(40, 5, all_rows=True)))
    assert whole.count(ROW_HEAD) == 45 and "Show the first 25" in whole


def test_only_the_clear_ones_have_no_line() -> None:
    view = made(2, 0, only_clear=True)
    assert LINE not in to_html(listing(view))
    assert said.list_subtitle(view).startswith("2 exceptions that stand out even after allowing")


def test_the_list_is_a_table_whatever_the_width() -> None:
    page = to_html(listing(made(2, 1)))
    assert page.count('role="row"') == 1 + 3 + 1
    assert page.count('role="rowheader"') == 3 and page.count('role="columnheader"') == 7
    assert '<caption class="vh">Exceptions in June 2017, the most surprising first</caption>' in page


def test_what_goes_unreported_carries_its_sentence_and_nothing_else_does() -> None:
    assert "go unreported" not in to_html(listing(made()))
    view = made()
    rape = replace(ROW, measure_id="rape", measure="Rape", is_reporting=True)
    page = to_html(listing(replace(view, rows=(rape, ROW))))
    assert "Rape: many of these offences go unreported. A rise can mean more people coming forward" in page


def test_no_word_judges() -> None:
    page = to_html(exceptions.page(made(3, 3), asked="")).lower()
    for word in ("worse", "better than", "improve", "alarming", "surge", "spike", "good", " bad", "crimes committed"):
        assert word not in page, word


def test_an_empty_list_says_why_and_where_to_go() -> None:
    filtered = to_html(listing(made(0, 0, area="camden")))
    assert "No exception passes these filters." in filtered and "All exceptions in June 2017" in filtered
    quiet = to_html(listing(made(0, 0)))
    assert "No series of a borough broke a rule in this month." in quiet and "<table" not in quiet
    assert "No series broke a rule in this month." in to_html(listing(made(0, 0, area=EVERYWHERE)))
    late = made(0, 0, scope(0, 0, 0, provisional=9), month=date(2017, 8, 1))
    assert 'href="/exceptions?to=2017-06"' in to_html(listing(late))


def reach(measure_id: str, last: date, first_judged: date | None, last_judged: date | None) -> Reach:
    return Reach(measure_id=measure_id, first=date(2010, 4, 1), last=last, first_judged=first_judged,
                 last_judged=last_judged, last_settled=last)  # fmt: skip


def test_what_was_not_judged_is_grouped_with_the_way_to_its_own_month() -> None:
    may, march, begun = date(2017, 5, 1), date(2016, 3, 1), date(2012, 3, 1)
    gone = (reach("rape", may, begun, march), reach("burglary", may, begun, march),
            reach("knife-crime", date(2015, 5, 1), begun, date(2015, 5, 1)))  # fmt: skip
    young = (reach("robbery", date(2018, 1, 1), date(2017, 9, 1), date(2018, 1, 1)),)
    page = to_html(unjudged(replace(made(), unreached=gone + young)))
    assert "Burglary and Rape have figures to May 2017 and were last judged in March 2016." in page
    assert 'href="/exceptions?to=2016-03"' in page
    assert "Robbery has too few months of figures to be judged before September 2017." in page
    assert "Knife crime" not in page, "it ended more than two years before"


def test_the_tally_accounts_for_every_series() -> None:
    view = made(counted=scope(90, 3, 1, too_few=6, not_comparable=2, not_available=2))
    assert tally_words(view) == ("Of 100 series, 90 were judged. 6 had too few offences, or too few months before, 2 "
                                 "had a break in the series and 2 had no figure.")  # fmt: skip


def test_the_address_leaves_out_what_is_not_asked() -> None:
    asked = exceptions.address(to="2017-06", area=None, plan="safer-london")
    assert asked == "/exceptions?to=2017-06&plan=safer-london"
    assert exceptions.address() == "/exceptions"


def test_each_part_follows_what_changes_it() -> None:
    view = made(2, 1)
    before = view.selection.to_params()
    unchanged = exceptions.PAGE.answers(view, before)
    assert [part for part in unchanged if isinstance(part, str)] == [""], "only the corrections, which are none"
    lower = replace(view, selection=view.selection.change(direction=Direction.LOWER))
    written = dict(zip(exceptions.PAGE.parts, exceptions.PAGE.answers(lower, before), strict=True))
    assert isinstance(written["exceptions-list"], str) and not isinstance(written["exceptions-opening"], str)


def test_downloads_are_named_after_what_they_hold() -> None:
    view = made(area="camden", direction=Direction.HIGHER, only_clear=True)
    assert exceptions.download_name(view) == "exceptions-2017-06-camden-higher-clear"
    demo = replace(view, edition=replace(view.edition, is_demonstration=True), selection=ExceptionsSelection(JUNE))
    assert exceptions.download_name(demo) == "demonstration-exceptions-2017-06"
