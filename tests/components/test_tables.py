"""The table shows the frame's figures, in the order asked for, with links that sort and select."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.columns import shown_rows, sorted_rows
from components.map_view import MapView
from components.patterns import fill
from components.tables import borough_table, trend_table
from data.catalogue import Break
from data.selection import SORTS, Show
from tests.components.factories import LONDON, every, make_view, monthly_of

BROKEN = Break(month=date(2017, 1, 1), reason="A new recording system was brought in.")


def drawn(view: MapView) -> Element:
    return ElementTree.fromstring(fill(borough_table(view)))


def words(part: Element) -> str:
    return "".join(part.itertext())


def body(table: Element) -> list[Element]:
    return list(table.iterfind("tbody/tr"))


def heads(table: Element) -> list[Element]:
    return list(table.iterfind("thead/tr/th"))


def cells(row: Element) -> list[str]:
    return [words(cell) for cell in row]


def row_of(table: Element, name: str) -> Element:
    return next(row for row in body(table) if cells(row)[1].startswith(name))


def test_figures_of_a_borough_are_formatted_as_the_design_says() -> None:
    view = make_view(every(100, camden=1453), every(100, camden=1321))
    assert cells(row_of(drawn(view), "Camden")) == [
        "1", "Camden", "1,453", "1,321", "+132", "+10.0%", "5.81", "250,000"
    ]  # fmt: skip


def test_london_comes_first_in_a_total_row() -> None:
    first = body(drawn(make_view(every(110), every(100))))[0]
    assert first.get("class") == "total"
    assert cells(first) == ["", "London", "3,520", "3,200", "+320", "+10.0%", "0.44", "8,000,000"]


def test_heads_name_both_periods_and_the_year_of_residents() -> None:
    found = heads(drawn(make_view(residents_year=2016)))
    names = [words(head[0] if len(head) else head) for head in found]
    assert [name.removesuffix(", sort") for name in names] == [
        "Rank", "Borough", "Offences, to Jun 2017", "Offences, to Jun 2016", "Change, number", "Change, per cent",
        "Rate, per 1,000 residents", "Residents, mid-2016",
    ]  # fmt: skip
    for head in found[2:]:  # seen under the link, and not read a second time
        link, unit = head
        assert words(link).endswith(f", {words(unit)}, sort") and unit.get("aria-hidden") == "true"


@pytest.mark.parametrize(
    ("now", "before", "offences", "change", "percent"),
    [(None, 100, "Not listed", "Not available", "Not available"), (5, 19, "5", "−14", "n/c"),
     (0, 20, "0", "−20", "−100.0%"), (20, 20, "20", "0", "0"), (0, 0, "0", "0", "n/c")],
)  # fmt: skip
def test_missing_and_zero_are_different(
    now: int | None, before: int, offences: str, change: str, percent: str
) -> None:
    view = make_view(every(100, camden=now), every(100, camden=before), all_rows=True)
    found = cells(row_of(drawn(view), "Camden"))
    assert (found[2], found[4], found[5]) == (offences, change, percent)


def test_a_missing_earlier_figure_is_not_shown_as_zero() -> None:
    view = make_view(every(100), every(100, camden=None), all_rows=True)
    assert cells(row_of(drawn(view), "Camden"))[2:6] == [
        "100", "Not listed", "Not available", "Not available"
    ]  # fmt: skip


def test_a_comparison_across_a_break_is_refused_in_words() -> None:
    found = cells(body(drawn(make_view(every(110), every(100), broken=BROKEN)))[1])
    assert found[4:6] == ["Not comparable", "Not comparable"]


def test_ten_boroughs_stand_there_and_the_selected_one_in_any_case() -> None:
    view = make_view(every(100, barnet=1), every(100))
    assert len(body(drawn(view))) == 1 + 10
    chosen = make_view(every(100, barnet=1), every(100), area="barnet")
    rows = body(drawn(chosen))
    assert len(rows) == 1 + 11 and cells(rows[-1])[1] == "Barnet, selected" and rows[-1].get("class") == "sel"
    assert len(body(drawn(make_view(all_rows=True)))) == 1 + 32


def test_every_borough_is_a_link_that_selects_it() -> None:
    rows = body(drawn(make_view(all_rows=True, sort="-offences")))[1:]
    for row in rows:
        link = row[1][0]
        asked = parse_qs(urlsplit(link.get("href") or "").query)
        assert asked["area"] and asked["sort"] == ["-offences"] and asked["rows"] == ["all"]
        assert link.get("data-address") == ""


@pytest.mark.parametrize(("show", "place"), [(Show.RATE, 6), (Show.NUMBER, 2), (Show.CHANGE, 5)])
def test_figure_on_the_map_is_marked_as_the_order(show: Show, place: int) -> None:
    marks = [head.get("aria-sort") for head in heads(drawn(make_view(show=show)))]
    assert [mark for mark in marks[1:] if mark != "none"] == ["descending"] and marks[place] == "descending"


@pytest.mark.parametrize(
    ("sort", "column", "leads_to"),
    [("-value", 6, "value"), ("value", 6, None), ("-value", 2, "-offences"), ("-offences", 2, "offences"),
     ("-value", 1, "borough"), ("borough", 1, "-borough"), ("-offences", 6, None)],
)  # fmt: skip
def test_head_sorts_and_the_same_again_turns_round(sort: str, column: int, leads_to: str | None) -> None:
    # None: the order that an address without `sort` gives, the largest value first.
    link = heads(drawn(make_view(sort=sort)))[column][0]
    assert parse_qs(urlsplit(link.get("href") or "").query).get("sort", [None]) == [leads_to]


FIELDS = {"value": "rate", "borough": "area_name", "offences": "offences", "before": "offences_before",
          "change": "change", "percent": "change_pct", "rate": "rate", "residents": "residents"}  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.none() | st.integers(0, 60), min_size=32, max_size=32), st.sampled_from(SORTS), st.booleans()
)
def test_rows_are_in_order_and_missing_ones_last(
    numbers: list[int | None], key: str, largest_first: bool
) -> None:
    now = dict(zip(every(0), numbers, strict=True))
    view = make_view(now, every(30), sort=f"-{key}" if largest_first else key)
    found = [getattr(row, FIELDS[key]) for row in sorted_rows(view)]
    known = [value for value in found if value is not None]
    assert len(found) == 32 and known == sorted(known, reverse=largest_first)
    assert all(value is None for value in found[len(known):])  # fmt: skip
    assert shown_rows(view) == sorted_rows(view)[:10]


def test_phone_keeps_borough_offences_change_and_rate() -> None:
    table = drawn(make_view())
    for cells_of in [heads(table), *map(list, body(table))]:
        kept = [place for place, cell in enumerate(cells_of) if "only-d" not in (cell.get("class") or "").split()]
        assert kept == [1, 2, 5, 6]


def test_trend_table_has_each_month_newest_first_with_its_status() -> None:
    view = make_view(monthly=monthly_of([1000.0, None, 0.0, 5.0], date(2017, 6, 1)))
    table = ElementTree.fromstring(fill(trend_table(view)))
    assert [cells(row) for row in body(table)] == [
        ["June 2017", "5", "Provisional"], ["May 2017", "0", "Provisional"],
        ["April 2017", "Not listed", "Not available"], ["March 2017", "1,000", "Published"],
    ]  # fmt: skip


def test_table_agrees_with_the_frame_in_every_borough() -> None:
    view = make_view(every(100, camden=453, brent=7), every(100, brent=30), all_rows=True)
    frame = view.boroughs.frame.set_index("area_code")
    for row in body(drawn(view))[1:]:
        code = row.get("data-code")
        assert code != LONDON and cells(row)[2] == f"{int(frame.loc[code, 'offences']):,}"
        assert cells(row)[0] == str(int(frame.loc[code, "rank"]))
