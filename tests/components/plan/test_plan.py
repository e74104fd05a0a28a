"""The words, the figure and its tables, on views made by hand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.map_view import EditionNote
from components.plan import words
from components.plan.chart import HEADS, NUMBER, _unit, chart
from components.plan.indicators import wanted_table
from components.plan.listing import listing
from components.plan.method import method
from components.plan.tables import counts_table, moves_table
from components.plan.view import (
    DELAY,
    DELIVERED,
    IN_NO_REPORT,
    NOT_READABLE,
    ON_TRACK,
    STATUSES,
    Milestone,
    Move,
    PlanView,
    Report,
    Said,
    Shown,
    Wanted,
)
from components.render import to_html
from data.selection.plan import FIRST_ROWS, PlanSelection

REPORT = Report(document="r1", title="First report", licence="none", label="Q1 2017/18",
                period_start=date(2017, 4, 1), period_end=date(2017, 6, 30))  # fmt: skip
SAID = Said(document="r1", section="S", kind="due", status=ON_TRACK, status_words="on track", progress="Begun",
            note=None)  # fmt: skip
ONE = Milestone(milestone_id="1", milestone="Open a hub", area="3.1 Safe", lead="TP", partners=None,
                quarter="Q1 2017-18", note=None, programme_number=None, programme=None, status=ON_TRACK,
                said=(SAID,))  # fmt: skip


def made(*statuses: str, moves: tuple[tuple[str, str], ...] = (), **chosen: Any) -> PlanView:
    rows = tuple(replace(ONE, milestone=f"Milestone {place}", status=status,
                         said=() if status == IN_NO_REPORT else (replace(SAID, status=status),))
                 for place, status in enumerate(statuses))  # fmt: skip
    return PlanView(
        selection=PlanSelection(**chosen), corrections=(), plan_title="The plan", reports=(REPORT,),
        edition=EditionNote("e-1", False, date(2017, 6, 1), date(2017, 7, 12), "The Met"),
        options={"area": {}, "status": {}, "quarter": {}, "programme": {}, "lead": {}}, statuses={NOT_READABLE: 41,
        DELIVERED: 30}, quarters=("Q1 2017-18", "Q2 2017-18"), milestones=rows, indicators=(), pages={},
        counts=Counter({("Q1 2017-18", status): number for status, number in Counter(statuses).items()}),
        moves=tuple(Move(milestone="M", before=before, after=after) for before, after in moves),
        lead_names={"TP": "Territorial Police"},
    )  # fmt: skip


def text(component: Any) -> str:
    return re.sub(r"<[^>]+>", " ", to_html(component))


def numbers(component: Any) -> list[list[int]]:
    """The whole numbers of a table's cells, a row a list."""
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", to_html(component))[1:]
    return [[int(cell) for cell in re.findall(r"<td[^>]*>(\d+)</td>", row)] for row in rows]


@pytest.mark.parametrize(
    ("statuses", "chosen", "said"),
    [
        ((DELIVERED, DELIVERED, NOT_READABLE, IN_NO_REPORT), {},
         "2 of 4 milestones are reported as delivered; for 1 no status can be read and 1 is in no report."),
        ((DELIVERED, ON_TRACK), {}, "1 of 2 milestones is reported as delivered."),
        ((ON_TRACK, IN_NO_REPORT, IN_NO_REPORT), {"area": "3.1"},
         "None of 3 milestones that pass these filters are reported as delivered; 2 are in no report."),
        ((DELAY,), {"text": "x"}, "The one milestone that passes these filters is reported as in some delay."),
        ((NOT_READABLE,), {}, "The one milestone has no status that can be read."),
        ((IN_NO_REPORT,), {}, "The one milestone is in no report."),
        ((), {"text": "x"}, "No milestone passes these filters."),
    ],
)  # fmt: skip
def test_the_headline_is_true_of_what_is_shown(statuses: tuple[str, ...], chosen: dict[str, str], said: str) -> None:
    assert words.headline(made(*statuses, **chosen)) == said


def test_what_became_of_milestones_is_told_in_numbers_that_add_up() -> None:
    moves = ((ON_TRACK, DELIVERED), (ON_TRACK, DELIVERED), (DELAY, DELAY), (DELIVERED, NOT_READABLE),
             (NOT_READABLE, NOT_READABLE), (NOT_READABLE, ON_TRACK))  # fmt: skip
    view = made(ON_TRACK, moves=moves)
    assert words.moves_told(view) == (
        "6 milestones stand in two reports. 1 kept the same status; 2 moved (on track, then delivered); "
        "of 3 at least one status cannot be read.")  # fmt: skip
    assert numbers(moves_table(view)) == [[2, 1, 1, 2, 6], [0, 0, 0, 1, 1], [2, 0, 0, 0, 2], [0, 0, 1, 0, 1],
                                          [0, 1, 0, 1, 2]]  # fmt: skip
    assert "1 milestones here had" in text(method(view)) or "1 milestone here had" in text(method(view))
    assert words.moves_told(made(ON_TRACK)) == "None of these milestones stands in more than one report."


def test_why_statuses_are_not_known_is_said_with_how_many() -> None:
    assert "So 41 of 71 entries are not readable in the source." in words.unread_words(made(DELIVERED))
    assert "None is guessed." in words.unread_words(made(DELIVERED))


def test_the_table_holds_the_numbers_of_the_figure_and_adds_them_up() -> None:
    view = made(DELIVERED, DELIVERED, DELAY, IN_NO_REPORT)
    assert numbers(counts_table(view)) == [[2, 0, 1, 0, 1, 4], [2, 0, 1, 0, 1, 4], [0, 0, 0, 0, 0, 0]]
    drawn = chart(view, width=700)
    assert drawn.count("<rect") == 3 and 'role="img"' in drawn and words.headline(view) in drawn
    assert 'aria-label="4 milestones by quarter due and status.' in drawn


def test_bars_are_on_one_scale_and_hollow_where_no_status_is_known() -> None:
    drawn = chart(made(*[DELIVERED] * 2, *[NOT_READABLE] * 4), width=700)
    bars = re.findall(r'<rect[^>]* width="([\d.]+)"[^>]* fill="([^"]+)"', drawn)
    (known, ink), (unknown, paper) = ((float(width), fill) for width, fill in bars)
    assert unknown == pytest.approx(2 * known, abs=0.2) and ink != paper == "#FFFFFF"
    assert chart(made(), width=356).count("<rect") == 0


@given(st.lists(st.integers(0, 90), min_size=5, max_size=5))
def test_columns_fit_and_are_no_narrower_than_their_heads(most: list[int]) -> None:
    counted, least, room = dict(zip(STATUSES, most, strict=True)), {s: float(w) for s, w in HEADS.items()}, 616.0
    unit = _unit(counted, least, NUMBER, room)
    widths = [max(least[status], counted[status] * unit + NUMBER) for status in STATUSES]
    assert unit > 0 and sum(widths) <= room + 1e-6


def test_all_rows_are_shown_on_demand_and_the_link_says_how_many() -> None:
    many = made(*[DELIVERED] * (FIRST_ROWS + 5))
    assert to_html(listing(many)).count('role="rowheader"') == FIRST_ROWS and "Show all 25" in text(listing(many))
    whole = replace(many, selection=PlanSelection(all_rows=True))
    assert to_html(listing(whole)).count('role="rowheader"') == FIRST_ROWS + 5
    assert "No milestone passes these filters." in text(listing(made(text="x")))


def test_what_a_report_says_is_escaped_and_named_by_its_quarter() -> None:
    view = made(ON_TRACK)
    early = replace(SAID, kind="forthcoming", progress="<b>loud</b>", note="odd")
    told = to_html(listing(replace(view, milestones=(replace(ONE, said=(early,)),))))
    assert "<b>loud" not in told and "&lt;b&gt;loud" in told and "ahead of its quarter" in told and "Note: odd" in told


def test_a_page_that_does_not_exist_is_no_link() -> None:
    rows = (
        Wanted(part="P", name="One", data_source="a survey", reason=None,
               answers=(Shown(page="/a?b=c", path="/a", shows=("Knife crime", "Rape")),
                        Shown(page="/z", path="/z", shows=()))),
        Wanted(part="P", name="Two", data_source=None, reason="Nobody publishes it.", answers=()),
    )  # fmt: skip
    made_ = to_html(wanted_table(rows, {"/a": "Page A"}, caption="C", head="H"))
    assert '<a href="/a?b=c">Page A</a>: Knife crime; Rape' in made_ and 'href="/z"' not in made_
    assert "No open data" in made_ and "Nobody publishes it." in made_ and made_.count('class="group"') == 1
