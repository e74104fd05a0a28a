"""What a panel draws, read back from its SVG."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import theme
from components.pictures import sheet
from components.trends.events import CLOSE, Placed, label_rows, placed, width
from components.trends.frame import NARROW, WIDE, Size, frame
from components.trends.image import picture
from components.trends.labels import spread
from components.trends.panel import _breaks, panel
from components.trends.view import TrendsView
from data.catalogue import Break, catalogue
from data.periods import Span
from data.selection.trends import Basis, Compare
from tests.components.trends_factory import JUNE, burglary, event, make_view
from tests.data.made_months import month, months

NOTHING = Placed((), 15, 0.0)
SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["desk", "phone"])


def drawn(view: TrendsView, size: Size = WIDE, place: int = 0) -> ElementTree.Element:
    return ElementTree.fromstring(panel(view, view.series[place], size, placed(view, size), names_events=place == 0))


def marks(drawing: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [each for each in drawing.iter() if kind in (each.get("class") or "").split()]


def paths(drawing: ElementTree.Element, stroke: str) -> list[ElementTree.Element]:
    return [each for each in drawing.iter() if each.tag.endswith("path") and each.get("stroke") == stroke]


def words(drawing: ElementTree.Element) -> list[str]:
    return ["".join(each.itertext()) for each in drawing.iter() if each.tag.endswith("text")]


def points(path: ElementTree.Element) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.get("d") or "")]


@SIZES
def test_the_band_follows_the_season_and_the_limits_are_labelled(size: Size) -> None:
    known, *rest = burglary()
    known = {**known, date(2017, 5, 1): month(date(2017, 5, 1), 100.0, season=1.2)}
    view = make_view((known, *rest))
    drawing, place = drawn(view, size), frame(view, view.series[0], size, top=10.0)
    (band,) = marks(drawing, "range")
    upper = points(band)[:38]  # 36 months and half a month more on either side
    assert upper[36][1] == pytest.approx(place.y(110.0), abs=0.06)
    assert upper[35][1] == pytest.approx(place.y(132.0), abs=0.06), "May: 110 x 1.2"
    assert upper[0][0] == pytest.approx(size.left, abs=0.06) and upper[-1][0] == pytest.approx(size.right, abs=0.06)
    assert {"Upper 110", "Lower 70", "Jun 100", "Average 100"} <= set(words(drawing))


def test_the_scale_starts_at_nought_and_holds_everything() -> None:
    view = make_view(burglary([100.0] * 59 + [431.0]))
    place = frame(view, view.series[0], WIDE, top=0.0)
    assert place.ticks[0] == 0 and place.ticks[-1] >= 431
    assert place.y(0.0) == place.bottom and all(tick == int(tick) for tick in place.ticks)


def test_a_month_outside_is_a_large_dot_in_its_colour_a_run_is_ringed() -> None:
    since = date(2016, 11, 1)
    values = [100.0] * 59 + [150.0]
    view = make_view(burglary(values, signal="higher", rules="beyond_limit,run", since=since))
    drawing = drawn(view)
    (outside,) = marks(drawing, "outside")
    assert outside.get("fill") == theme.HIGHER
    assert [each.get("stroke") for each in marks(drawing, "in-run")] == [theme.HIGHER] * 7
    (label,) = [each for each in drawing.iter() if each.text == "Jun 150"]
    assert label.get("fill") == theme.HIGHER


def test_lower_is_blue_whatever_the_measure() -> None:
    low = months([100.0] * 59 + [10.0], signal="lower", rules="beyond_limit", since=JUNE)
    view = make_view((low, "burglary", "london"), (low, "domestic-abuse", "london"))
    fills = [marks(drawn(view, place=n), "outside")[0].get("fill") for n in (0, 1)]
    assert fills == [theme.LOWER, theme.LOWER]


def test_a_gap_stays_open_and_is_not_nought() -> None:
    values: list[float | None] = [100.0] * 60
    values[50] = None
    drawing = drawn(make_view(burglary(values)))
    lines = paths(drawing, theme.LINE_DATA)
    solid = [each for each in lines if each.get("class") != "dots"]
    assert [len(points(each)) for each in solid] == [26, 9], "36 months drawn, the 27th has no figure"


def test_provisional_months_are_hollow_dashed_shaded_and_named() -> None:
    known = months([100.0] * 60, is_provisional=True, signal="provisional")
    known[date(2017, 5, 1)] = month(date(2017, 5, 1), 100.0, is_provisional=True)
    drawing = drawn(make_view((known, "burglary", "london")))
    assert [each.get("fill") for each in marks(drawing, "provisional")] == [theme.PAGE] * 2
    (dashed,) = [each for each in paths(drawing, theme.LINE_DATA) if each.get("stroke-dasharray")]
    assert len(points(dashed)) == 3, "from the last settled month"
    shade = next(each for each in drawing.iter() if each.get("fill") == theme.PROVISIONAL_BAND)
    step = (WIDE.right - WIDE.left) / 36
    assert float(shade.get("width") or 0) == pytest.approx(2 * step, abs=0.1)
    assert "provisional" in words(drawing)
    assert marks(drawing, "range"), "limits are still given"


def test_a_break_is_a_dotted_line_with_its_month_and_nothing_crosses_it() -> None:
    broken = catalogue().measure("burglary").model_copy(
        update={"breaks": (Break(month=date(2016, 1, 1), reason="Counted in another way."),)})  # fmt: skip
    view = make_view((burglary()[0], broken, "london"))
    drawing, place = drawn(view), frame(view, view.series[0], WIDE, top=10.0)
    (line,) = marks(drawing, "break")
    at = place.edge(date(2016, 1, 1))
    assert float(line.get("x1") or 0) == pytest.approx(at, abs=0.06) and line.get("stroke-dasharray")
    assert "Series break, Jan 2016" in words(drawing)
    drawn_in_order = [each for each in drawing.iter() if each.tag.endswith(("path", "text"))]
    said = next(place for place, each in enumerate(drawn_in_order) if (each.text or "").startswith("Series break"))
    assert not [each for each in drawn_in_order[said:] if each.tag.endswith("path")], "no line goes through its words"
    crossing = [each for each in drawing.iter() if each.tag.endswith("path") and each.get("class") != "dots"
                and min(x for x, _ in points(each)) < at - 1 and max(x for x, _ in points(each)) > at + 1]  # fmt: skip
    assert crossing == []


def test_quarters_and_years_have_one_thick_line_and_no_range() -> None:
    for by in (Span.QUARTER, Span.YEAR):
        drawing = drawn(make_view(by=by))
        assert not marks(drawing, "range") and not any(word.startswith("Average") for word in words(drawing))
        assert [each.get("stroke-width") for each in paths(drawing, theme.ACCENT)] == ["2.6"]


def test_the_year_before_is_a_second_line_only_when_asked_for() -> None:
    assert not any(word.startswith("A year before") for word in words(drawn(make_view())))
    assert "A year before 100" in words(drawn(make_view(compare=Compare.YEAR)))


def test_a_rate_is_drawn_with_the_decimals_of_its_size() -> None:
    drawing = drawn(make_view(show=Basis.RATE))  # 100 of 100,000 residents
    assert {"Jun 1.00", "Upper 1.10", "Lower 0.70"} <= set(words(drawing))


def test_events_stand_at_their_true_day_in_every_panel_and_are_named_in_the_first() -> None:
    view = make_view(burglary(), (months([100.0] * 60), "robbery", "london"), events=[event(date(2016, 6, 23))])
    place = frame(view, view.series[0], WIDE, top=0.0)
    first, second = drawn(view), drawn(view, place=1)
    for drawing in (first, second):
        (line,) = marks(drawing, "event")
        day = place.edge(date(2016, 6, 1)) + 22 / 30 * place.step
        assert float(line.get("x1") or 0) == pytest.approx(day, abs=0.06)
    assert "EU referendum 23 Jun 2016" in words(first)
    assert not any("referendum" in word for word in words(second))
    assert "1" in words(drawn(view, NARROW)), "numbered on a phone"
    month_only = make_view(events=[event(date(2016, 2, 1), is_month=True)])
    assert "EU referendum Feb 2016" in words(drawn(month_only))


def test_too_many_events_at_one_place_are_numbered_at_a_desk_too() -> None:
    view = make_view(events=[event(date(2017, 6, day)) for day in range(1, 11)])
    said = words(drawn(view))
    assert {"1", "10"} <= set(said) and not any("referendum" in word for word in said)


@given(st.lists(st.floats(60, 700), min_size=1, max_size=12), st.lists(st.floats(60, 180), min_size=12, max_size=12))
def test_no_event_name_covers_another(xs: list[float], widths: list[float]) -> None:
    xs = sorted(xs)
    rows = label_rows(xs, widths, 52.0)
    boxes = [(x - w, x) if x - w >= 52 else (x, x + w) for x, w in zip(xs, widths, strict=False)]
    for one in range(len(xs)):
        for other in range(one):
            apart = boxes[other][1] <= boxes[one][0] or boxes[one][1] <= boxes[other][0]
            assert apart or rows[one] != rows[other]
    assert width(("EU referendum", "23 Jun 2016")) > 80 and CLOSE < 5


@given(st.lists(st.floats(0, 200), max_size=8))
def test_labels_are_spread_apart_in_their_order_inside_the_panel(ys: list[float]) -> None:
    places = spread(sorted(ys), 15.0, 0.0, 200.0)
    assert all(b - a >= 15.0 - 1e-6 for a, b in zip(places, places[1:], strict=False))
    assert all(-1e-6 <= y <= 200.0 + 1e-6 for y in places)


def test_every_drawing_says_what_it_shows_and_escapes_what_it_is_given() -> None:
    odd = catalogue().measure("burglary").model_copy(update={"name": "Burglary <b>&"})
    drawing = drawn(make_view((burglary()[0], odd, "london")))
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == "Burglary <b>&, London. 100 in June 2017. Expected 70 to 110."


def test_the_image_carries_title_source_edition_and_the_demonstrations_mark() -> None:
    said = words(ElementTree.fromstring(sheet(picture(make_view(demonstration=True)))))
    whole = " ".join(said)
    assert "Recorded offences each month, July 2014 to June 2017" in whole
    assert "Source: Metropolitan Police Service, recorded crime. Edition official-1, refreshed 12 July 2017." in whole
    assert said.count("Demonstration data") >= 2 and "Do not quote them." in whole
    assert "Demonstration data" not in words(ElementTree.fromstring(sheet(picture(make_view()))))


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e7)), min_size=1, max_size=70), st.sampled_from(Span),
       st.sampled_from(Basis), st.sampled_from([WIDE, NARROW]))  # fmt: skip
def test_any_series_can_be_drawn_inside(values: list[float | None], by: Span, show: Basis, size: Size) -> None:
    view = make_view(burglary(values), by=by, show=show, compare=Compare.YEAR)
    drawing = ElementTree.fromstring(panel(view, view.series[0], size, NOTHING, names_events=True))
    height = float(drawing.get("height") or 0)
    for path in drawing.iter():
        if path.tag.endswith("path"):
            assert all(-1 <= x <= size.width and -1 <= y <= height for x, y in points(path))


@pytest.mark.parametrize("values", [(500.0, 500.0), (0.0, 0.0), (0.0, 1e9), (1e9, 0.0)])
def test_the_words_of_a_break_hide_no_figure_of_the_line(values: tuple[float, float]) -> None:
    """The line runs along the middle, the foot, or the foot and the head by turns on one side of the break."""
    broken = catalogue().measure("burglary").model_copy(
        update={"breaks": (Break(month=date(2016, 1, 1), reason="Counted in another way."),)})  # fmt: skip
    view = make_view((burglary()[0], broken, "london"))
    (series,), place = view.series, frame(view, view.series[0], WIDE, top=10.0)
    middle, top = place.ticks[-1] / 2, place.ticks[-1]
    before = [min(value, top) for value in values]
    rows = tuple(replace(row, value=before[at % 2] if row.end < date(2016, 1, 1) else middle)
                 for at, row in enumerate(series.rows))  # fmt: skip
    (words_,) = _breaks(replace(series, rows=rows), place, names=True)
    x, y = (float(re.findall(rf'\b{name}="([\d.]+)"', words_)[0]) for name in "xy")
    left = x - 125 if "end" in words_ else x
    under = [row for row in rows if left <= place.dot(row) <= left + 125]
    assert under and not [row for row in under if y - 16 < place.y(row.value or 0.0) < y + 4]
