"""The line joins only what may be joined, starts at zero, and tells the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import theme
from components.figures.series import points, segments
from components.figures.trend import too_few, trend, trend_sentence, trend_title
from components.figures.trend_marks import month_ticks
from data.catalogue import Break, catalogue
from data.selection import add_months
from tests.components.factories import make_view, monthly_frame

LAST = date(2017, 6, 1)
BROKEN = Break(month=date(2016, 4, 1), reason="A new recording system was brought in.")


def view_of(counts: Sequence[float | None], *, breaks: tuple[Break, ...] = (), **fields: Any) -> Any:
    measure = catalogue().measure("burglary").model_copy(update={"breaks": breaks})
    return make_view(monthly=monthly_frame(counts, LAST), measure=measure, **fields)


def joined(figure: Any) -> set[tuple[str, str]]:
    """Pairs of months between which some line is drawn."""
    pairs = set()
    for trace in figure.data:
        if "lines" in (trace.mode or ""):
            spots = list(zip(trace.x, trace.y, strict=True))
            pairs |= {(a, c) for (a, b), (c, d) in zip(spots, spots[1:], strict=False) if None not in (b, d)}
    return pairs


def test_all_neighbouring_months_are_joined_once() -> None:
    figure = trend(view_of([100.0] * 6))
    months = [add_months(LAST, step).isoformat() for step in range(-5, 1)]
    assert joined(figure) == set(zip(months, months[1:], strict=False))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.none() | st.integers(0, 50), min_size=3, max_size=40))
def test_no_line_crosses_a_gap_and_no_figure_is_lost(counts: list[int | None]) -> None:
    view = view_of([None if number is None else float(number) for number in counts])
    figure, series = trend(view), points(view)
    values = {point.month.isoformat(): point.value for point in series}
    for first, last in joined(figure):
        assert add_months(date.fromisoformat(first), 1).isoformat() == last
        assert values[first] is not None and values[last] is not None
    seen = [trace for trace in figure.data if trace.marker.opacity != 0]
    drawn = {x: y for trace in seen for x, y in zip(trace.x, trace.y, strict=True) if y is not None}
    assert drawn == {month: value for month, value in values.items() if value is not None}


def test_a_month_that_the_frame_leaves_out_is_a_gap() -> None:
    view = view_of([100.0] * 6)
    shorter = view.monthly.drop(index=2)
    assert [point.value for point in points(make_view(monthly=shorter))] == [100, 100, None, 100, 100, 100]


def test_no_line_crosses_a_break_and_the_break_is_labelled() -> None:
    figure = trend(view_of([100.0] * 24, breaks=(BROKEN,)))
    assert ("2016-03-01", "2016-04-01") not in joined(figure)
    assert any("Series break, Apr 2016" in note.text for note in figure.layout.annotations)
    assert sum(shape.type == "line" and shape.line.dash == "dot" for shape in figure.layout.shapes) == 1
    assert len(segments(points(view_of([1.0] * 24)), [BROKEN])) == 2


def test_provisional_months_are_hollow_dashed_shaded_and_named() -> None:
    figure = trend(view_of([100.0] * 24))
    late = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert late.line.dash and late.marker.color == theme.PAGE
    assert [size > 0 for size in late.marker.size] == [False, True, True]
    assert any(shape.fillcolor == theme.PROVISIONAL_BAND for shape in figure.layout.shapes)
    assert any("provisional" in note.text for note in figure.layout.annotations)


@pytest.mark.parametrize("highest", [0, 1, 3, 7, 99, 5634, 80000])
def test_scale_starts_at_zero_with_few_whole_ticks(highest: int) -> None:
    axis = trend(view_of([0.0, float(highest), 0.0])).layout.yaxis
    assert axis.range[0] == 0 and axis.range[1] >= highest
    assert 2 <= len(axis.tickvals) <= 5 and all(tick == int(tick) for tick in axis.tickvals)


@given(st.integers(1, 400))
def test_month_labels_are_few_enough_for_a_phone(length: int) -> None:
    ticks = month_ticks(add_months(LAST, 1 - length), LAST)
    assert 1 <= len(ticks) <= 5
    steps = [(b.year - a.year) * 12 + b.month - a.month for a, b in zip(ticks, ticks[1:], strict=False)]
    assert all(step * 230 / length > 50 for step in steps)  # a label takes some 50 px of a phone's 230


def test_long_series_are_labelled_at_every_fourth_january() -> None:
    ticks = month_ticks(date(2010, 4, 1), date(2026, 6, 1))
    assert ticks == [date(2012, 1, 1), date(2016, 1, 1), date(2020, 1, 1), date(2024, 1, 1)]


def test_nothing_can_be_zoomed_and_there_is_no_legend() -> None:
    layout = trend(view_of([1.0] * 12)).layout
    assert layout.showlegend is False and layout.dragmode is False
    assert layout.xaxis.fixedrange and layout.yaxis.fixedrange


def test_period_on_the_map_is_shaded_only_where_the_series_holds_it() -> None:
    def tints(view: Any) -> int:
        return sum(shape.fillcolor == theme.ACCENT_TINT for shape in trend(view).layout.shapes)

    assert tints(view_of([1.0] * 24)) == 1
    assert tints(view_of([1.0] * 3, month=date(2016, 1, 1))) == 0


def test_sentence_gives_latest_lowest_highest_and_gaps() -> None:
    said = trend_sentence(view_of([50.0, 900.0, None, 100.0, 120.0]))
    assert said == (
        "Recorded burglary offences each month in London, February 2017 to June 2017: "
        "120 in June 2017, provisional; between 50 in February 2017 and 900 in March 2017; "
        "1 month has no figure."
    )
    assert trend_title(view_of([1.0], area="camden")) == "Recorded burglary offences each month, Camden"


def test_an_empty_series_is_said_and_drawn_without_failing() -> None:
    view = view_of([None, None, None])
    assert trend_sentence(view).endswith("no monthly figures are available.")
    assert trend(view).layout.yaxis.range[0] == 0
    nothing = make_view(monthly=view.monthly.iloc[:0])
    assert trend(nothing) is not None and "no monthly figures" in trend_sentence(nothing)


def test_fewer_than_ten_offences_in_a_year_are_told_and_not_charted() -> None:
    assert too_few(view_of([5.0] + [0.0] * 3 + [1.0] * 9)) == (
        "Too few offences to chart. 9 offences were recorded in London from July 2016 to June 2017."
    )
    assert too_few(view_of([0.0] * 3 + [1.0] * 8 + [2.0])) is None
    assert too_few(view_of([None] * 12)) is None
