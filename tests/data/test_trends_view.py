"""What the trends page gathers from an edition, and the file that says the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data.catalogue import catalogue
from data.periods import add_months
from data.trends.export import COLUMNS, trends_sheet
from data.trends.view import trends
from data.warehouse import EditionFacts, Warehouse
from geo.areas import CITY_CODE
from tests.components.trends_factory import burglary, found
from tests.data.made_months import JUNE, month, months
from tests.data.made_signals import CAMDEN, LONDON, house, signal

FACTS = EditionFacts("official-1", False, date(2017, 7, 12))


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Burglary for 48 months to August 2017, of which two are provisional; robbery to May 2016 only."""
    rows = []
    for n in range(48):
        at = add_months(date(2013, 9, 1), n)
        late = {"is_provisional": True, "signal": "provisional"} if n >= 46 else {}
        rows += [signal("burglary", LONDON, at, offences=1000.0 + n, **late),
                 signal("burglary", CAMDEN, at, offences=None if n == 20 else 10.0 + n, **late)]  # fmt: skip
        if n < 33:
            rows.append(signal("robbery", LONDON, at, offences=500.0))
    return house(tmp_path_factory.mktemp("trends"), rows)


def gathered(edition: Warehouse, **params: str) -> dict[str, Any]:
    with edition.edition() as opened:
        return trends(opened, catalogue(), params)


def test_the_usual_view_ends_at_the_latest_settled_month(edition: Warehouse) -> None:
    view = gathered(edition)
    assert [str(key) for key in view["selection"].series] == ["burglary:london", "robbery:london"]
    assert (view["selection"].month, view["first_unsettled"]) == (JUNE, date(2017, 7, 1))
    assert (view["months"][0], view["months"][-1]) == (date(2014, 7, 1), JUNE)
    assert set(view["measures_available"]) == {"burglary", "robbery"}


def test_the_rows_are_the_editions_months_in_the_range_asked_for(edition: Warehouse) -> None:
    (camden,) = gathered(edition, series="burglary:camden", months="all")["series"]
    assert (camden["area_name"], camden["area_code"], len(camden["rows"])) == ("Camden", CAMDEN, 46)
    assert [row.value for row in camden["rows"][19:22]] == [29.0, None, 31.0]
    # The range of June 2017 is 90 -+ 20; it is drawn over the 36 months to it.
    assert [row.lower for row in camden["rows"]] == [None] * 10 + [70.0] * 36


def test_a_series_that_ends_earlier_is_judged_at_its_own_last_month(edition: Warehouse) -> None:
    view = gathered(edition, series="burglary,robbery")
    ends = [series["judged"].month for series in view["series"]]
    assert ends == [JUNE, date(2016, 5, 1)]
    assert view["series"][1]["rows"][-1].value is None
    assert [each["judged"] for each in gathered(edition, series="robbery", to="2016-05")["series"]] != [None]


def test_the_axis_does_not_begin_before_there_is_any_figure(edition: Warehouse) -> None:
    assert gathered(edition, series="burglary", months="120")["months"][0] == date(2013, 9, 1)


def test_events_are_those_of_the_months_and_measures_shown(edition: Warehouse) -> None:
    names = [each["name"] for each in gathered(edition, series="burglary", to="2016-12")["events"]]
    assert "EU referendum" in names and "Westminster attack" not in names
    dates = [each["date"] for each in gathered(edition, series="burglary", months="all")["events"]]
    assert dates == sorted(dates) and all(date(2013, 9, 1) <= each < date(2017, 7, 1) for each in dates)


def test_the_city_is_never_a_series(edition: Warehouse) -> None:
    view = gathered(edition, series="burglary:city-of-london")
    assert view["series"][0]["area_code"] != CITY_CODE and view["corrections"]


def lines(found: Mapping[str, Any]) -> list[dict[str, str]]:
    content = trends_sheet(found, edition=FACTS).csv()
    assert content.startswith("\ufeff") and "\r\n" in content
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))


def same(text: str, value: float | None) -> bool:
    return text.startswith("[") if value is None else float(text) == value


@pytest.mark.parametrize("query", [{}, {"show": "rate"}, {"by": "quarter"}, {"by": "12m", "months": "all"}])
def test_the_file_holds_every_row_of_the_view_value_for_value(edition: Warehouse, query: dict[str, str]) -> None:
    view = gathered(edition, series="burglary:camden,robbery", **query)
    records: Sequence[dict[str, str]] = lines(view)
    rows = [(series, row) for series in view["series"] for row in series["rows"]]
    assert len(records) == len(rows) and tuple(records[0]) == COLUMNS
    for record, (series, row) in zip(records, rows, strict=True):
        assert (record["measure_id"], record["area_code"]) == (series["measure"].id, series["area_code"])
        assert record["period_start"] == row.start.isoformat()
        for name in ("offences", "average", "lower", "upper", "centre"):
            column = {"offences": name, "average": "average_12_months"}.get(name, f"drawn_{name}")
            assert same(record[column], getattr(row, name)), column
        assert same(record["offences_year_before"], row.offences_before)
        assert record["status"] == ("[x]" if row.offences is None else "[p]" if row.is_provisional else "ok")
        assert record["edition"] == "official-1, refreshed 2017-07-12" and record["data_kind"] == "official"


def test_the_file_says_what_cannot_be_said() -> None:
    known = months([5.0] * 48 + [None, 12.0], signal="higher", rules="beyond_limit,run", since=date(2016, 8, 1))
    known[date(2017, 4, 1)] = month(date(2017, 4, 1), 15.0, expected_lower=None, expected_upper=None, signal="too_few")
    records = {record["period_start"]: record for record in lines(found((known, "burglary", "london")))}
    june, may, april = (records[f"2017-0{n}-01"] for n in (6, 5, 4))
    assert june["period_end"] == "2017-06-30"
    assert (june["change"], june["change_pct"]) == ("7", "[u]"), "5 in June 2016: too small a base"
    assert (june["signal"], june["rules"], june["since"]) == ("higher", "beyond_limit,run", "2016-08-01")
    assert (may["offences"], may["change"], may["status"]) == ("[x]", "[x]", "[x]")
    assert (april["expected_lower"], april["signal"]) == ("[x]", "too_few")
    years = lines(found(burglary(), by=found(burglary())["selection"].by.YEAR))
    assert {record["signal"] for record in years} == {"[z]"} and years[0]["drawn_lower"] == "[z]"


def test_the_demonstrations_file_says_what_it_is() -> None:
    content = trends_sheet(found(burglary()), edition=replace(FACTS, is_demonstration=True)).csv()
    assert "DEMONSTRATION" in content.splitlines()[1]
