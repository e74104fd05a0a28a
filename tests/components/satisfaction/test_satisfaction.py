"""The parts of the satisfaction page, drawn from hand-made answers: what is marked, joined, named and said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.render import to_html
from components.satisfaction import words
from components.satisfaction.funnel_plot import APART, Scales, swarm
from components.satisfaction.funnel_plot import WIDE as FUNNEL
from components.satisfaction.groups import gap_line
from components.satisfaction.interval_plot import interval, scale
from components.satisfaction.matrix import _cell, colour, summary
from components.satisfaction.trend_plot import WIDE, plot, ticks
from components.satisfaction.view import Answer, Cell, GapRow, Group, Matrix
from data.satisfaction.bases import Base
from data.selection import add_months

BASE = Base(1_700.0, "approximate: …", 1.5, 0.13)


def answer(end: date, proportion: float | None = 0.7, **changes: Any) -> Answer:
    half = 0.02
    given_ = {
        "area_code": "E23000001", "period_end": end, "proportion": proportion,
        "lower": None if proportion is None else proportion - half, "base": 12_800.0, "base_basis": "not published",
        "upper": None if proportion is None else proportion + half, "design_effect": 1.5, "proportion_before": None,
        "change_points": None, "change_lower": None, "change_upper": None, "change_verdict": "not_available",
    }  # fmt: skip
    return Answer(**{**given_, **changes})


def cell(difference: float = -11.1, **changes: Any) -> Cell:
    made = Cell(group_type="Ethnicity", group_name="Black", question="Fair treatment", survey="PAS", measure_id="m",
                difference=difference, lower=-13.9, upper=-8.4, verdict="lower", beyond_rule=True, base=BASE,
                note=None)  # fmt: skip
    return replace(made, **changes)


QUARTERS = [add_months(date(2016, 3, 1), 3 * n) for n in range(8)]


def lines(drawing: str) -> list[ElementTree.Element]:
    return [each for each in ElementTree.fromstring(drawing).iter() if each.get("fill") == "none" and each.get("d")]


def test_the_line_stops_at_a_missing_quarter_and_at_a_break() -> None:
    whole = [answer(end) for end in QUARTERS]
    drawn = plot(whole, WIDE, breaks=(), chosen=QUARTERS[-1], label="x")
    assert len(lines(drawn)) == 1 and drawn.count('class="band"') == 1
    gap = [replace(row, proportion=None, lower=None, upper=None) if n == 3 else row for n, row in enumerate(whole)]
    assert len(lines(plot(gap, WIDE, breaks=(), chosen=QUARTERS[-1], label="x"))) == 2
    broken = plot(whole, WIDE, breaks=[QUARTERS[5]], chosen=QUARTERS[-1], label="x")
    assert [each.get("d", "").count("L") for each in lines(broken)] == [4, 2]


def test_the_scale_holds_every_interval_and_stays_within_nought_and_a_hundred() -> None:
    assert ticks([answer(QUARTERS[0], 0.995, upper=1.0), answer(QUARTERS[1], 0.03, lower=0.0)])[-1] == 100
    assert min(ticks([answer(QUARTERS[0], 0.71)])) <= 69 and max(ticks([answer(QUARTERS[0], 0.71)])) >= 73


def test_the_period_chosen_is_marked_where_it_is_not_the_last() -> None:
    rows = [answer(end, 0.6 + n / 100) for n, end in enumerate(QUARTERS)]
    assert "62%, year to Sep 2016" in plot(rows, WIDE, breaks=(), chosen=QUARTERS[2], label="x")
    assert "67%, year to" not in plot(rows, WIDE, breaks=(), chosen=QUARTERS[-1], label="x")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(40, 60), min_size=1, max_size=32))
def test_no_dot_of_the_funnel_hides_another_or_leaves_its_height(shares: list[int]) -> None:
    scales = Scales(FUNNEL, (300.0, 900.0), (30.0, 70.0))
    held = [answer(QUARTERS[0], share / 100, base=600.0, name=str(n)) for n, share in enumerate(shares)]
    placed = swarm(scales, held)
    for n, dot in enumerate(placed):
        assert dot.y == pytest.approx(scales.y(dot.row.proportion or 0))
        assert all((dot.x - o.x) ** 2 + (dot.y - o.y) ** 2 >= APART**2 - 0.02 for o in placed[:n])


@pytest.mark.parametrize(
    ("difference", "number"), [(-11.1, 1), (-9.0, 1), (-8.9, 2), (-5.0, 2), (-4.9, 3), (3.0, 5), (5.0, 6), (9.0, 7)]
)
def test_a_filled_cell_has_the_colour_of_its_size(difference: float, number: int) -> None:
    assert colour(difference) == number


def test_a_cell_says_without_colour_which_rules_it_breaks() -> None:
    both, neither = to_html(_cell(cell())), to_html(_cell(cell(-1.1, verdict="no_clear_gap", beyond_rule=False)))
    assert 'class="mx s k1"' in both and "◆" in both and "; more than chance" in both
    assert "−11.1" in both and "−13.9 to −8.4" in both and ", beyond the report’s rule" in both
    assert 'class="mx ns"' in neither and "◆" not in neither and "; could be chance" in neither
    ruled = to_html(_cell(cell(6.5, verdict="no_clear_gap")))
    assert 'class="mx ns"' in ruled and "◆" in ruled and "+6.5" in ruled
    noted = to_html(_cell(cell(note="odd")))
    assert 'href="#satisfaction-note-a"' in noted and 'aria-label="Note: odd"' in noted


def test_the_summary_counts_each_rule_and_what_chance_would_give() -> None:
    cells = (cell(), cell(6.5, verdict="no_clear_gap"), cell(-1, verdict="no_clear_gap", beyond_rule=False)) * 36
    said = summary(Matrix(questions=(), cells=cells, rule=5.0, period_end=None))
    assert said.startswith("36 of 108 differences are larger than chance alone would explain; about 5 would be")
    assert said.endswith("more than 5 points either way, marks 72, 36 of them among the 36.")
    inside = Matrix(questions=(), cells=(cell(), cell(3.0, beyond_rule=False)), rule=5.0, period_end=None)
    assert summary(inside).endswith("marks 1, all of them among the 2.")


def test_a_dot_is_filled_only_where_the_gap_is_clear() -> None:
    at = scale([3.6, 7.8, 5.7])
    assert at.ticks[0] == 0
    clear, open_ = (interval(at, 5.7, 3.6, 7.8, is_clear=is_clear) for is_clear in (True, False))
    assert 'fill="#12507B"' in clear and 'fill="#FFFFFF"' in open_
    assert "circle" not in interval(at, None, None, None, is_clear=False)


@pytest.mark.parametrize(
    ("ends", "said"),
    [((-9.6, -5.6), "−9.6 to −5.6"), ((-0.04, 5.3), "−0.04 to +5.3"), ((0.0, 2.47), "0 to +2.5"), ((None, 1.0), "")],
)
def test_an_end_near_nought_keeps_its_sign(ends: tuple[float | None, float | None], said: str) -> None:
    assert words.between(*ends) == said


def test_shares_and_bases_as_they_are_written() -> None:
    assert words.share_between(0.755, 0.782) == "76% to 78%" and words.share_between(0.768, 0.772) == "76.8% to 77.2%"
    assert words.interviews(1_704.7, is_published=False) == "about 1,700"
    assert words.interviews(1_704, is_published=True) == "1,704"
    assert words.interviews(None, is_published=True) == "Not stated"


def test_what_a_publisher_states_of_interviews_is_said_once_each_in_the_order_of_time() -> None:
    early, late = "not published; until 2020 it states 12,800", "not published; it states 19,200"
    stated = [(QUARTERS[3], late), (QUARTERS[0], early), (QUARTERS[1], early), (QUARTERS[4], late)]
    said = "Interviews are not published. Until 2020 it states 12,800. It states 19,200."
    assert words.bases_words(stated) == words.bases_words(reversed(stated)) == said
    assert words.bases_words([(QUARTERS[0], "published")]) == "Interviews are published with the figures."


def test_the_small_line_of_a_gap_over_time_names_what_it_shows() -> None:
    group = Group(group_name="White", proportion=0.8, base=BASE, lower=0.7, upper=0.9)
    rows = [GapRow(survey="PAS", question="q", period_start=end, period_end=end, overall=None, white=group, bame=group,
                   gap=4.0 - n, lower=2.0 - n, upper=6.0 - n, verdict="higher", groups=(), why_none=None)
            for n, end in enumerate(QUARTERS[:3])]  # fmt: skip
    drawn = gap_line(rows, label="Gap over time")
    root = ElementTree.fromstring(drawn)
    assert (root.get("role"), root.get("aria-label")) == ("img", "Gap over time")
    (line,) = lines(drawn)
    heights = [float(y) for y in re.findall(r" ([\d.]+)", line.get("d") or "")]
    assert heights == sorted(heights) and len(heights) == 3
