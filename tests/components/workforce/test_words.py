"""The sentences and the chart of the page on people, true of the figures whatever they are."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from components.workforce import words
from components.workforce.chart import NARROW, WIDE, chart
from components.workforce.strength import fact_rows
from components.workforce.wards import share_again, target_follows
from data.periods import Coverage, add_months
from data.printed import Cell, Sentence
from data.selection.workforce import Group, WorkforceSelection
from data.workforce.records import Ambition, Run, Step
from data.workforce.strength import months, runs

START = date(2020, 1, 1)


def view(*values: float | None, aim: float | None = 32000, group: str = "officers", demo: bool = False) -> Any:
    """A month each from January 2020; the last is looked at."""
    series = {add_months(START, place): value for place, value in enumerate(values) if value is not None}
    held = {"officers": {}, "staff": {}, "pcsos": {}, group: series}
    last = add_months(START, len(values) - 1)
    covered = Coverage(START, last) if values else None
    ambition = (
        None
        if aim is None
        else Ambition(
            officers=aim,
            document_title="Report, Quarter 1 (x)",
            section="Workforce",
            stated_on=date(2017, 6, 30),
            achieved=2012.0,
            runs=runs(held["officers"], aim),
        )
    )
    made = months(held, covered) if covered else ()
    selection = WorkforceSelection(last, Group(group))
    return SimpleNamespace(
        months=made, now=next((each for each in made if each.month == last), None), group=group, selection=selection,
        ambition=ambition, coverage=covered, edition=SimpleNamespace(is_demonstration=demo),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            (31011.0,),
            "The Met had 31,011 police officers in January 2020, 989 below the 32,000 that MOPAC named as its "
            "ambition in 2017.",
        ),
        (
            (32000.0,),
            "The Met had 32,000 police officers in January 2020, exactly the 32,000 that MOPAC named as its "
            "ambition in 2017.",
        ),
        (
            (*[30000.0] * 12, 32100.0),
            "The Met had 32,100 police officers in January 2021, 2,100 more than a year before and 100 above the "
            "32,000 that MOPAC named as its ambition in 2017.",
        ),
        (
            (*[33000.0] * 12, 33000.0),
            "The Met had 33,000 police officers in January 2021, as many as a year before and 1,000 above the "
            "32,000 that MOPAC named as its ambition in 2017.",
        ),
        ((30000.0, None), "There is no figure of police officers in February 2020."),
    ],
)
def test_the_headline_is_true_of_the_figures(values: tuple[float | None, ...], said: str) -> None:
    assert words.headline(view(*values)) == said


def test_only_officers_are_set_against_the_ambition() -> None:
    assert words.headline(view(11522.0, group="staff")) == "The Met had 11,522 police staff in January 2020."
    assert words.headline(view(31000.0, aim=None)) == "The Met had 31,000 police officers in January 2020."


def test_the_months_at_or_above_are_told_in_full_or_that_there_is_none() -> None:
    at = view(31000.0, 32000.0, 33000.0, 31000.0, 32500.0)
    said = words.reached(at, at.ambition)
    assert said == (
        "Since January 2020, where the file begins, officers were at or above 32,000 from February 2020 to March 2020 "
        "and from May 2020 on."
    )
    never = view(31000.0)
    assert words.reached(never, never.ambition).endswith("officers have never been at or above 32,000.")
    lasting = Run(first=START, last=add_months(START, 2), is_open_start=True, is_open_end=True)
    assert words.run_words(lasting) == "from January 2020 on"


def test_without_a_file_it_says_what_is_lacking() -> None:
    nothing = view()
    assert words.headline(nothing) == "There is no figure of police officers."
    assert words.NO_FILE in words.lead(nothing)
    assert chart(nothing, WIDE) == ""


def test_a_demonstration_says_which_figures_are_made_up() -> None:
    assert "Monthly figures are made up here" in words.lead(view(1.0, demo=True))
    assert "made up" not in words.lead(view(1.0))


def test_a_step_gives_both_figures_and_the_change() -> None:
    step = Step(group="staff", month=date(2013, 6, 1), before=12702, after=12166)
    assert words.step_words(step) == "Police staff, June 2013: 12,166, a month before 12,702 (−536, −4.2%)"


def test_the_facts_are_those_of_the_month() -> None:
    assert fact_rows(view(30000.0, 30500.0, 30400.0)) == [
        ("Full-time equivalents", "30,400"),
        ("Change on the month before", "−100"),
        ("Change on the year before", "Not available"),
        ("Against 32,000", "−1,600"),
        ("Highest, February 2020", "30,500"),
        ("Lowest, January 2020", "30,000"),
    ]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_line_stands_where_the_figures_are_and_breaks_at_a_gap(size: Any) -> None:
    markup = chart(view(20000.0, 40000.0, None, 30000.0, 30000.0), size)
    lines = re.findall(r'<path d="M([\d. L]+)" fill="none" stroke="#12507B"', markup)
    assert [len(line.split("L")) for line in lines] == [2, 2]
    tops = [float(point.split()[1]) for line in lines for point in line.split("L")]
    axis = {words_: float(y) - 4.5 for y, words_ in re.findall(r'y="([\d.]+)" class="ax end">([\d,]+)<', markup)}
    assert tops[0] == pytest.approx(axis["20,000"], abs=0.3)
    aim = float(re.search(r'y1="([\d.]+)"[^>]*class="ambition"', markup).group(1))  # type: ignore[union-attr]
    assert axis["40,000"] < aim < axis["20,000"]
    assert "0" in axis  # counts start at nought


def test_bars_of_the_change_stand_on_their_side_of_nought() -> None:
    markup = chart(view(*[100.0] * 12, 150.0, 60.0, aim=None), WIDE)
    bars = {
        colour: d
        for d, colour in re.findall(r'<path d="(M[^"]*V[^"]*)" fill="none" stroke="(#934A0E|#1A6299)"', markup)
    }
    (up,), (down,) = (re.findall(r"M[\d.]+ ([\d.]+)V([\d.]+)", bars[colour]) for colour in ("#934A0E", "#1A6299"))
    assert float(up[1]) < float(up[0]) and float(down[1]) > float(down[0]) and up[0] == down[0]
    assert float(up[0]) - float(up[1]) == pytest.approx((float(down[1]) - float(down[0])) * 50 / 40, abs=0.3)


def sentence(row: str, column: str, value: float) -> Sentence:
    cell = Cell(value=value, unit="x", period_start=None, period_end=None, note=None)
    return Sentence(document="d", document_title="D", section="s", table_name="t", row=row, column=column, cell=cell)


def test_the_target_is_said_to_follow_only_where_it_does() -> None:
    target = Cell(value=1258.0, unit="officers", period_start=None, period_end=None, note=None)
    table = SimpleNamespace(rows=[SimpleNamespace(cells={"Dec 17 Target DWOs": target})])
    given = [
        sentence("Wards in London", "Number", 629),
        sentence("Dedicated Ward Officers in each ward", "Aim by December 2017, at least", 2),
    ]
    held = SimpleNamespace(table=lambda name: table, wards=given)
    assert target_follows(held) == "The target is 2 officers in each of 629 wards: 1,258."  # type: ignore[arg-type]
    other = SimpleNamespace(table=lambda name: table, wards=[sentence("Wards in London", "Number", 630), given[1]])
    assert target_follows(other) == ""  # type: ignore[arg-type]


def test_the_share_of_complaints_is_worked_out_from_the_counts() -> None:
    given = [
        sentence("Complaints about stop and search", "2018/19", 320),
        sentence("Public complaints", "2018/19", 8919),
    ]
    assert "320 of 8,919 complaints in 2018/19 is 3.6%." in share_again(given)
    assert share_again(given[:1]) == ""
