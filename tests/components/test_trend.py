"""The line joins only what may be joined, starts at zero, and tells the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import theme
from components.figures.series import points, segments
from components.figures.trend import NARROW, WIDE, period_drawing, too_few, trend, trend_sentence, trend_title
from components.figures.trend_marks import month_ticks, placed
from data.catalogue import Break, catalogue
from data.selection import add_months
from tests.components.factories import make_view, monthly_of

LAST = date(2017, 6, 1)
BROKEN = Break(month=date(2016, 4, 1), reason="A new recording system was brought in.")


def view_of(counts: Sequence[float | None], *, breaks: tuple[Break, ...] = (), **fields: Any) -> Any:
    measure = catalogue().measure("burglary").model_copy(update={"breaks": breaks})
    return make_view(monthly=monthly_of(counts, LAST), measure=measure, **fields)


def drawing(view: Any, size: Any = WIDE) -> ElementTree.Element:
    return ElementTree.fromstring(trend(view, size))


def named(picture: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [each for each in picture.iter() if each.get("class") == kind]


def words(picture: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in picture.iter() if each.tag.endswith("text")]


def spots(view: Any, path: str) -> list[tuple[date, float]]:
    """The months and offences that a path goes through: two units a month, and one an offence from the top down."""
    series = points(view)
    start, _, steps = path.removeprefix("M").partition("l")
    x, y = map(float, start.split())
    found, numbers = [(x, y)], list(map(float, steps.split()))
    for across, down in zip(numbers[::2], numbers[1::2], strict=True):
        found.append((found[-1][0] + across, found[-1][1] + down))
    top = placed(series, WIDE).ticks[-1]
    return [(series[int(x) // 2].month, top - y) for x, y in found]


def spot(view: Any, dot: ElementTree.Element) -> tuple[date, float]:
    """The month and offences of a dot, read back from its pixels."""
    place = placed(points(view), WIDE)
    months = {round(place.x(point.month), 1): point.month for point in points(view)}
    scale = place.ticks[-1] / (place.bottom - place.top)
    return months[round(float(dot.get("cx") or 0), 1)], (place.bottom - float(dot.get("cy") or 0)) * scale


def joined(view: Any) -> set[tuple[date, date]]:
    """Pairs of months between which some line is drawn."""
    picture, pairs = drawing(view), set()
    for path in [*named(picture, "settled"), *named(picture, "late")]:
        through = [month for month, _ in spots(view, path.get("d") or "")]
        pairs |= set(zip(through, through[1:], strict=False))
    return pairs


def test_all_neighbouring_months_are_joined_once() -> None:
    months = [add_months(LAST, step) for step in range(-5, 1)]
    assert joined(view_of([100.0] * 6)) == set(zip(months, months[1:], strict=False))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.none() | st.integers(0, 50), min_size=3, max_size=40))
def test_no_line_crosses_a_gap_and_no_figure_is_lost(counts: list[int | None]) -> None:
    view = view_of([None if number is None else float(number) for number in counts])
    values = {point.month: point.value for point in points(view)}
    for first, last in joined(view):
        assert add_months(first, 1) == last
        assert values[first] is not None and values[last] is not None
    picture = drawing(view)
    drawn = {month: y for path in [*named(picture, "settled"), *named(picture, "late")]
             for month, y in spots(view, path.get("d") or "")}  # fmt: skip
    for dot in [*named(picture, "alone"), *named(picture, "provisional")]:
        drawn |= [spot(view, dot)]
    assert drawn == pytest.approx({month: value for month, value in values.items() if value is not None}, abs=0.05)


def test_no_line_crosses_a_break_and_the_break_is_labelled() -> None:
    view = view_of([100.0] * 24, breaks=(BROKEN,))
    assert (date(2016, 3, 1), date(2016, 4, 1)) not in joined(view)
    picture = drawing(view)
    assert "Series break, Apr 2016" in words(picture)
    assert len(named(picture, "break")) == 1
    assert len(segments(points(view_of([1.0] * 24)), [BROKEN])) == 2


def test_provisional_months_are_hollow_dashed_shaded_and_named() -> None:
    picture = drawing(view_of([100.0] * 24))
    (late,) = named(picture, "late")
    assert late.get("stroke-dasharray")
    assert [dot.get("fill") for dot in named(picture, "provisional")] == [theme.PAGE] * 2
    assert any(each.get("fill") == theme.PROVISIONAL_BAND for each in picture.iter())
    assert "provisional" in words(picture)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("highest", [0, 1, 3, 7, 99, 5634, 80000])
def test_scale_starts_at_zero_with_few_whole_ticks(highest: int, size: Any) -> None:
    place = placed(points(view_of([0.0, float(highest), 0.0])), size)
    assert place.ticks[0] == 0 and place.ticks[-1] >= highest
    assert 2 <= len(place.ticks) <= 5 and all(tick == int(tick) for tick in place.ticks)
    assert place.y(0) == place.bottom and place.y(place.ticks[-1]) == pytest.approx(place.top)


@given(st.integers(1, 400))
def test_month_labels_are_few_enough_for_a_phone(length: int) -> None:
    ticks = month_ticks(add_months(LAST, 1 - length), LAST)
    assert 1 <= len(ticks) <= 5
    steps = [(b.year - a.year) * 12 + b.month - a.month for a, b in zip(ticks, ticks[1:], strict=False)]
    assert all(step * 230 / length > 50 for step in steps)  # a label takes some 50 px of a phone's 230


def test_long_series_are_labelled_at_every_fourth_january() -> None:
    ticks = month_ticks(date(2010, 4, 1), date(2026, 6, 1))
    assert ticks == [date(2012, 1, 1), date(2016, 1, 1), date(2020, 1, 1), date(2024, 1, 1)]


def test_period_on_the_map_is_shaded_only_where_the_series_holds_it() -> None:
    def tints(view: Any) -> int:
        behind = ElementTree.fromstring(period_drawing(view, WIDE))
        return sum(each.get("fill") == theme.ACCENT_TINT for each in behind.iter())

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
    assert not named(drawing(view), "settled")
    nothing = make_view(monthly=monthly_of([], LAST))
    assert drawing(nothing) is not None and "no monthly figures" in trend_sentence(nothing)


def test_fewer_than_ten_offences_in_a_year_are_told_and_not_charted() -> None:
    assert too_few(view_of([5.0] + [0.0] * 3 + [1.0] * 9)) == (
        "Too few offences to chart. 9 offences were recorded in London from July 2016 to June 2017."
    )
    assert too_few(view_of([0.0] * 3 + [1.0] * 8 + [2.0])) is None
    assert too_few(view_of([None] * 12)) is None
