"""The overview's sentences are true of its figures, say how sure they are, and never judge."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.overview import heading, method, words
from components.overview.page import page
from components.render import to_html
from data.catalogue import Break, Polarity
from data.selection.overview import Signals
from tests.components.overview_factories import WHOLE, count_row, make_overview, survey_row

TOTAL = "total-notifiable-offences"
YEAR = "in London in the 12 months to June 2017"
LITTLE = "The number of offences that police recorded in London changed little in the 12 months to June 2017."
SIGNALS = ("higher", "within", "lower", "too_few", "not_comparable", "provisional", "not_available")
JUDGEMENTS = re.compile(
    r"\b(good|bad|better|worse|improv\w*|deteriorat\w*|alarm\w*|surge\w*|spike\w*|concerning|worrying|welcome)\b", re.I
)  # fmt: skip


def headline(**values: object) -> str:
    return words.headline(make_overview(count_row(TOTAL, **values)))


def changed(percent: float, verdict: str = "higher", **values: object) -> dict[str, object]:
    return {"change_pct": percent, "change": percent * 10, "change_verdict": verdict, **values}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (changed(5.4), f"Police recorded 5% more offences {YEAR} than in the year before."),
        (changed(-12.0, "lower"),
         f"Police recorded 12% fewer offences {YEAR} than in the year before."),
        (changed(0.9), LITTLE), (changed(-1.0), LITTLE),
        (changed(5.4, is_provisional=True), f"Police recorded 5% more offences {YEAR}, on "
         "provisional figures, than in the year before."),
        ({"offences_12m": None}, f"There is no figure for all recorded offences {YEAR}."),
        ({"change_verdict": "not_comparable", "change_pct": None},
         f"Recorded offences {YEAR} cannot be compared with the year before."),
        ({"change_pct": None, "change": 4.0}, f"Police recorded 1,200 offences {YEAR}."),
    ],
)  # fmt: skip
def test_the_headline(values: dict[str, object], said: str) -> None:
    assert headline(**values) == said


def test_the_headline_names_the_borough_and_never_tells_another_period_as_the_chosen_one() -> None:
    assert " in Camden in " in words.headline(make_overview(count_row(TOTAL), area="camden"))
    old = make_overview(count_row(TOTAL, is_own_period=True, month=date(2016, 6, 1)))
    assert words.headline(old).startswith("There is no figure")
    assert words.headline(make_overview()) == words.headline(old)


@pytest.mark.parametrize(
    ("verdict", "said"),
    [("higher", "The change, +20.0%, is larger than chance alone would explain (95% interval +10.0 to +30.5%)."),
     ("no_clear_change", "The change, +20.0%, is no clear change: chance alone could explain it "
      "(95% interval +10.0 to +30.5%).")],
)  # fmt: skip
def test_the_lead_says_how_sure_the_headline_is(verdict: str, said: str) -> None:
    assert words.lead(make_overview(count_row(TOTAL, change_verdict=verdict))).startswith(said)


def test_the_lead_counts_those_judged_and_those_that_are_not() -> None:
    signals = ["higher", "higher", "within", "lower", "too_few", "provisional"]
    view = make_overview(*(count_row(signal=signal) for signal in signals))
    assert words.lead(view) == (
        "Of 4 measures judged by their latest month, 2 are higher than expected, 1 is within the expected range and "
        "1 is lower. 2 more cannot be judged."
    )
    assert words.lead(make_overview(count_row(signal="too_few"))) == "No measure can be judged for this month."


@given(st.lists(st.sampled_from(SIGNALS), max_size=30), st.integers(0, 3))
def test_the_numbers_on_the_filters_add_up(signals: list[str], others: int) -> None:
    rows = [count_row(signal=signal) for signal in signals]
    view = make_overview(*rows, *(survey_row() for _ in range(others)))
    judged = sum(view.tally(kind) for kind in Signals if kind is not Signals.ALL)
    assert judged == sum(signal in words.JUDGED for signal in signals)
    assert view.tally(Signals.ALL) == len(signals) + others
    told = [int(number) for number in re.findall(r"\d+", words.tally(rows))]
    assert sum(told) == len(signals)


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [(62.0, "%", "62%"), (27.5, "%", "27.5%"), (42.3, "£m", "£42.3m"), (67000.0, "calls", "67,000 calls"),
     (1.0, "in 4", "1 in 4"), (-74.0, "officers", "−74 officers"), (0.0, "%", "0%"), (None, "%", "Not available")],
)  # fmt: skip
def test_a_printed_figure_keeps_its_decimals_and_has_its_unit(value: float | None, unit: str, said: str) -> None:
    assert words.figure(value, unit) == said


def test_an_interval_has_signs_and_the_unit_once() -> None:
    assert words.interval(-1.24, 9.3) == "−1.2 to +9.3%"
    assert words.interval(0, 3) == "0 to +3.0%"
    assert words.interval(None, 3) == ""


def test_months_that_may_move_get_no_verdict() -> None:
    assert words.verdict(count_row(is_provisional=True)) == "provisional"
    assert words.verdict(count_row(is_provisional=True, change=None, change_verdict="not_available")) == "not_available"
    assert words.verdict(count_row()) == "higher"


def test_the_method_tells_the_months_of_the_range_and_what_chance_would_raise() -> None:
    view = make_overview(count_row(signal="higher"), count_row(signal="within"))
    said = dict(method.expected_range(view))
    assert "from July 2014 to June 2016" in said["The range"]  # T-35 to T-12
    chance = said["Signals by chance alone"]
    assert "Of the 2 measures judged here, about 1.3 would raise a signal by chance alone" in chance
    assert "1 did." in chance
    assert "no signal" in method.by_chance(make_overview())
    one = method.by_chance(make_overview(count_row(signal="higher"), by_chance=0.04))
    assert one == ("One measure is judged here; by chance alone a measure would raise a signal in about 4 of 100 "
                   "months. It did.")  # fmt: skip


def test_a_printed_figure_keeps_the_word_before_it() -> None:
    note = "as printed: more than 5000; the chart beside it counts absent children"
    assert words.printed(5000.0, "children", note) == "More than 5,000 children"
    assert words.printed(71.0, "%", "as printed: approximately 71%; about the same") == "Approximately 71%"
    for other in (None, "", "compared with the preceding year", "as printed: 326"):
        assert words.printed(326.0, "offences", other) == "326 offences"
    assert words.printed(None, "offences", note) == "Not available"


def test_what_is_said_aloud_is_the_headline_and_how_many_are_listed() -> None:
    view = make_overview(count_row(TOTAL), count_row(signal="higher"), show=Signals.HIGHER)
    assert heading.announcement(view) == f"{words.headline(view)} 1 measure higher listed."


REPORTING = [measure.id for measure in WHOLE.measures if measure.polarity is Polarity.REPORTING]
BROKEN = Break(month=date(2017, 1, 1), reason="A new recording system was brought in.")


@pytest.mark.parametrize("signal", SIGNALS)
def test_no_word_judges_offences_that_often_go_unreported(signal: str) -> None:
    rules = "run,beyond_limit" if signal in ("higher", "lower") else ""
    rows = [
        count_row(measure, signal=signal, rules=rules, change_verdict=verdict, broken=BROKEN)
        for measure in REPORTING
        for verdict in ("higher", "lower", "no_clear_change", "not_comparable")
    ]
    drawn = to_html(page(make_overview(*rows), asked=""))
    text = re.sub(r"<[^>]+>", " ", drawn)
    given = [p.title for p in WHOLE.priorities] + [words_ for m in WHOLE.measures for words_ in (m.definition, m.name)]
    for name in given:  # the plan's own names, and those of offences: 'public fear, alarm or distress'
        text = re.sub(re.escape(name), "", text, flags=re.I)
    assert not JUDGEMENTS.findall(text)
    assert "many of these offences go unreported" in text.lower()


def test_a_signal_looks_the_same_whatever_the_measure() -> None:
    kinds = {polarity: next(m.id for m in WHOLE.measures if m.polarity is polarity)
             for polarity in {m.polarity for m in WHOLE.measures}}  # fmt: skip
    looks = set()
    for measure in kinds.values():
        drawn = to_html(page(make_overview(count_row(measure, signal="higher", rules="beyond_limit")), asked=""))
        row = re.search(r'<td class="sp".*?</tr>', drawn.replace(' role="cell"', ""), re.S)
        assert row is not None
        looks.add(row.group())
    assert len(kinds) > 2 and len(looks) == 1
