"""The file gives the frame back as it was, opens in a spreadsheet, and says what it is."""

from __future__ import annotations

import csv
import io
import math
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalogue import Break
from data.export import COLUMNS, crime_map_sheet, number, text
from data.selection import Show, Span
from tests.components.factories import AIRPORTS, every, make_view

BROKEN = Break(month=date(2017, 1, 1), reason="A new recording system was brought in.")
NUMBERS = {"offences": "offences", "offences_previous_period": "offences_before", "change": "change",
           "change_pct": "change_pct", "rate_per_1000": "rate", "rate_lower_95": "rate_lower",
           "rate_upper_95": "rate_upper", "residents": "residents", "rank": "rank"}  # fmt: skip


def written(view: Any) -> str:
    return crime_map_sheet(view.boroughs.frame, measure=view.measure, dataset=view.dataset, selection=view.selection,
                         edition=view.edition).csv()  # fmt: skip


def rows(view: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(view).removeprefix("\ufeff"), newline="")))


def row_of(view: Any, name: str) -> dict[str, str]:
    return next(row for row in rows(view) if row["area_name"] == name)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.none() | st.integers(0, 10**6), min_size=32, max_size=32), st.sampled_from(list(Show)))
def test_every_number_reads_back_as_it_was(counts: list[int | None], show: Show) -> None:
    view = make_view(dict(zip(every(0), counts, strict=True)), every(37), show=show)
    for found, (_, row) in zip(rows(view), view.boroughs.frame.iterrows(), strict=True):
        for column, field in NUMBERS.items():
            if pd.isna(row[field]):
                assert found[column] in ("[x]", "[z]", "[u]", "[c]"), (column, found[column])
            else:
                assert float(found[column]) == row[field]


def test_file_opens_in_a_spreadsheet() -> None:
    content = written(make_view())
    assert content.startswith("\ufeffarea_code,area_name,")
    assert content.endswith("\r\n") and content.count("\n") == content.count("\r\n")
    assert tuple(rows(make_view())[0]) == COLUMNS


def test_every_area_has_one_row_with_its_period_and_source() -> None:
    found = rows(make_view())
    assert len(found) == 1 + 32 + 1 + 2 and len({row["area_code"] for row in found}) == len(found)
    assert {(row["period_start"], row["period_end"]) for row in found} == {("2016-07-01", "2017-06-30")}
    assert found[0]["source"] == "Metropolitan Police Service, Recorded crime by borough"
    assert found[0]["edition"] == "official-1, refreshed 2017-07-12"


@pytest.mark.parametrize(
    ("span", "month", "start", "end"),
    [(Span.MONTH, date(2016, 2, 1), "2016-02-01", "2016-02-29"),
     (Span.QUARTER, date(2016, 12, 1), "2016-10-01", "2016-12-31")],
)  # fmt: skip
def test_period_ends_on_the_last_day_of_its_month(span: Span, month: date, start: str, end: str) -> None:
    found = rows(make_view(span=span, month=month))[0]
    assert (found["period_start"], found["period_end"]) == (start, end)


def test_missing_markers_tell_why() -> None:
    view = make_view(
        {**every(100, camden=None, brent=25), AIRPORTS: 30}, {**every(100, brent=19), AIRPORTS: 40}
    )
    camden, brent, city = (row_of(view, name) for name in ("Camden", "Brent", "City of London"))
    airports = row_of(view, "Heathrow and London City airports")
    assert (camden["offences"], camden["rate_per_1000"], camden["rank"], camden["status"]) == (
        "[x]",
        "[x]",
        "[x]",
        "[x]",
    )
    assert (brent["change"], brent["change_pct"], brent["change_status"]) == ("6", "[u]", "small_base")
    assert (airports["offences"], airports["rate_per_1000"], airports["residents"], airports["rank"]) == (
        "30",
        "[z]",
        "[z]",
        "[z]",
    )
    assert (city["offences"], city["rank"]) == ("[x]", "[z]")
    assert row_of(view, "London")["rank"] == "[z]"


def test_zero_is_a_number() -> None:
    found = row_of(make_view(every(100, camden=0), every(100)), "Camden")
    assert (found["offences"], found["rate_per_1000"], found["change_pct"]) == ("0", "0", "-100")


def test_a_break_leaves_the_counts_and_takes_the_comparison() -> None:
    found = row_of(make_view(every(110), every(100), broken=BROKEN), "Camden")
    assert (found["offences"], found["offences_previous_period"]) == ("110", "100")
    assert (found["change"], found["change_pct"], found["change_status"]) == ("[x]", "[x]", "not_comparable")


def test_provisional_figures_are_marked() -> None:
    assert row_of(make_view(status="provisional"), "Camden")["status"] == "[p]"
    assert row_of(make_view(), "Camden")["status"] == "ok"


def test_demonstration_is_in_every_row_and_never_in_an_official_file() -> None:
    assert {row["data_kind"] for row in rows(make_view(demonstration=True))} == {
        "DEMONSTRATION - modelled figures, not real"
    }
    assert {row["data_kind"] for row in rows(make_view())} == {"official"}
    assert "emonstration" not in written(make_view())


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_can_be_run_by_a_spreadsheet(start: str) -> None:
    measure = make_view().measure.model_copy(update={"name": f"{start}HYPERLINK(1)"})
    assert row_of(make_view(measure=measure), "Camden")["measure"] == f"'{start}HYPERLINK(1)"
    assert text("Camden") == "Camden"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_round_trip(value: float) -> None:
    assert float(number(value, "[x]")) == value


def test_an_infinite_figure_is_an_error() -> None:
    with pytest.raises(ValueError, match="inf is not a figure"):
        number(math.inf, "[x]")
