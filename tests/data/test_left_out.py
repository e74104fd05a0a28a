"""What the publisher leaves out is unknown, unless the publisher is known to leave out zeros."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pytest

from data import queries
from data.catalogue import catalogue
from data.measure_months import fetched
from data.periods import Coverage, Span, Window
from geo.areas import LONDON_CODE
from tests.data.oracles import counts_of_periods

SCHEMA = Path(queries.__file__).with_name("schema.sql").read_text(encoding="utf-8")
HATE = catalogue().dataset("hate_crime")
MEASURE = next(m for m in catalogue().measures if m.dataset == "hate_crime")
STRAND = MEASURE.select[0]["strand"]
CAMDEN, NEWHAM, CITY = "E09000007", "E09000025", "E09000001"
APRIL, MAY, JUNE = (date(2017, month, 1) for month in (4, 5, 6))


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """April: both boroughs listed. May: Camden only. June: nothing at all."""
    with duckdb.connect() as con:
        con.execute(SCHEMA)
        for code in (CAMDEN, NEWHAM, CITY):
            con.execute("INSERT INTO area (area_code, area_name, area_type) VALUES (?, ?, 'borough')", [code, code])
            con.execute("INSERT INTO population VALUES (?, 2017, 'All', 1000, 'x')", [code])
        for code, month, n in ((CAMDEN, APRIL, 3), (NEWHAM, APRIL, 5), (CAMDEN, MAY, 4)):
            con.execute("INSERT INTO hate_crime VALUES (?, ?, ?, ?)", [code, month, STRAND, n])
        yield con


def numbers(con: duckdb.DuckDBPyConnection, dataset: object, end: date, span: Span = Span.MONTH) -> dict[str, float]:
    frame = counts_of_periods(con, MEASURE, dataset, [Window(end, span)])  # type: ignore[arg-type]
    asked = dict(zip(frame["area_code"], frame["numerator"], strict=True))
    period = fetched(con, MEASURE, dataset).period(Window(end, span))  # type: ignore[arg-type]
    held = dict(zip(period.codes, period.counts, strict=True))
    np.testing.assert_equal(held, asked)
    return asked


def test_a_month_listed_for_one_borough_is_nought_for_the_others(con: duckdb.DuckDBPyConnection) -> None:
    assert numbers(con, HATE, MAY) == {CAMDEN: 4, NEWHAM: 0, LONDON_CODE: 4}


def test_the_city_is_never_given_a_nought(con: duckdb.DuckDBPyConnection) -> None:
    assert CITY not in numbers(con, HATE, MAY)


def test_a_month_listed_for_nobody_stays_unknown(con: duckdb.DuckDBPyConnection) -> None:
    assert all(math.isnan(n) for n in numbers(con, HATE, JUNE, Span.QUARTER).values())


def test_where_zeros_are_listed_what_is_left_out_stays_unknown(con: duckdb.DuckDBPyConnection) -> None:
    found = numbers(con, HATE.model_copy(update={"zeros_are_left_out": False}), MAY)
    assert found == {CAMDEN: 4, LONDON_CODE: 4}


def test_the_trend_of_a_borough_has_noughts_but_no_invented_months(con: duckdb.DuckDBPyConnection) -> None:
    assert fetched(con, MEASURE, HATE).monthly(NEWHAM, Coverage(APRIL, JUNE)).values == (5, 0, None)
