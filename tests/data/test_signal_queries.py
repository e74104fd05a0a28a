"""The reads of the judged tables, on a database made by hand from the edition's own schema."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data import signal_queries as queries
from data.periods import Coverage, add_months

SCHEMA = Path(queries.__file__).with_name("schema.sql")
HERE, ELSEWHERE = "E09000007", "E09000028"
JUNE = date(2017, 6, 1)


@pytest.fixture
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect()
    connection.execute(SCHEMA.read_text(encoding="utf-8"))
    yield connection
    connection.close()


def add_months_of(cursor: duckdb.DuckDBPyConnection, measure: str, last: date, offences: list[float | None],
                  *, area: str = HERE, provisional: int = 0) -> None:  # fmt: skip
    """Months that end with `last`; the latest `provisional` of them may be revised; a season of 1.5 in each."""
    for place, number in enumerate(reversed(offences)):
        cursor.execute(
            "INSERT INTO monthly_signal (measure_id, area_code, month, offences, is_provisional, change_verdict, "
            "season, limits, signal, rules) VALUES (?, ?, ?, ?, ?, 'too_few', 1.5, 'none', 'too_few', '')",
            [measure, area, add_months(last, -place), number, place < provisional],
        )


def add_survey(cursor: duckdb.DuckDBPyConnection, measure: str, ends: list[date], area: str = HERE) -> None:
    for end in ends:
        cursor.execute(
            "INSERT INTO survey_change (measure_id, area_code, period_end, proportion, base_basis, design_effect,"
            " change_verdict) VALUES (?, ?, ?, 0.5, 'published', 1, 'too_few')",
            [measure, area, end],
        )


def months_found(cursor: duckdb.DuckDBPyConnection, month: date) -> dict[str, date]:
    return {name: row["month"] for name, row in queries.signals_of_area(cursor, HERE, month).items()}


def test_a_measure_with_a_figure_stands_at_the_month_asked_for_even_a_provisional_one(cursor) -> None:  # type: ignore[no-untyped-def]
    add_months_of(cursor, "burglary", JUNE, [1, 2, 3], provisional=2)
    assert months_found(cursor, JUNE) == {"burglary": JUNE}
    assert queries.signals_of_area(cursor, HERE, JUNE)["burglary"]["offences"] == 3


def test_without_one_it_stands_at_its_latest_settled_month(cursor) -> None:  # type: ignore[no-untyped-def]
    add_months_of(cursor, "gaps", JUNE, [1, 2, None])
    add_months_of(cursor, "late", add_months(JUNE, -1), [1, 2, 3, 4], provisional=2)
    assert months_found(cursor, JUNE) == {"gaps": date(2017, 5, 1), "late": date(2017, 3, 1)}


def test_a_figure_two_years_old_stands_in_and_one_month_more_does_not(cursor) -> None:  # type: ignore[no-untyped-def]
    add_months_of(cursor, "two-years", date(2015, 6, 1), [7])
    add_months_of(cursor, "older", date(2015, 5, 1), [7])
    add_months_of(cursor, "another-place", JUNE, [7], area=ELSEWHERE)
    assert months_found(cursor, JUNE) == {"two-years": date(2015, 6, 1)}
    assert queries.signals_of_area(cursor, "E09000033", JUNE) == {}


def test_the_series_reaches_three_years_before_the_oldest_month_that_may_stand_in(cursor) -> None:  # type: ignore[no-untyped-def]
    add_months_of(cursor, "burglary", JUNE, [float(n) for n in range(80)])
    series = queries.series_of_area(cursor, HERE, JUNE)["burglary"]
    assert (series[0][0], series[-1]) == (add_months(JUNE, -59), (JUNE, 79.0, 1.5))
    assert [month for month, *_ in series] == [add_months(JUNE, step) for step in range(-59, 1)]


def test_coverage_settled_month_and_spans_pass_over_months_without_a_figure(cursor) -> None:  # type: ignore[no-untyped-def]
    add_months_of(cursor, "burglary", JUNE, [None, 0, 5, 6, 7, None], provisional=2)
    add_survey(cursor, "trust", [date(2016, 3, 1), date(2016, 6, 1)])
    assert queries.signal_coverage(cursor, "burglary", HERE) == Coverage(date(2017, 2, 1), date(2017, 5, 1))
    assert queries.last_settled_month(cursor, "burglary", HERE) == date(2017, 4, 1)
    assert queries.signal_coverage(cursor, "robbery", HERE) is None
    assert queries.last_settled_month(cursor, "robbery", HERE) is None
    assert queries.spans_of_area(cursor, HERE) == {
        "burglary": Coverage(date(2017, 2, 1), date(2017, 5, 1)),
        "trust": Coverage(date(2016, 3, 1), date(2016, 6, 1)),
    }


def test_surveys_give_the_three_years_to_their_latest_period(cursor) -> None:  # type: ignore[no-untyped-def]
    add_survey(cursor, "trust", [date(2013, 9, 1), date(2013, 12, 1), date(2014, 3, 1), date(2016, 12, 1)])
    add_survey(cursor, "ended", [date(2015, 3, 1)])
    add_survey(cursor, "to-come", [date(2017, 9, 1)])
    found = queries.survey_rows(cursor, HERE, JUNE)
    # 36 months that end with December 2016 begin with January 2014.
    assert {name: [r["period_end"] for r in rows] for name, rows in found.items()} == {
        "trust": [date(2014, 3, 1), date(2016, 12, 1)]
    }


def test_published_figures_by_their_key_and_documents_by_their_title(cursor) -> None:  # type: ignore[no-untyped-def]
    key = ("report", "Section", "Table", "Row", "Column")
    cursor.execute("INSERT INTO published_figure VALUES (?, ?, ?, ?, ?, 4.5, '%', NULL, NULL, NULL)", [*key])
    cursor.execute("INSERT INTO published_text VALUES ('report', 'About', 'Documents', 1, 'title', 'A report')")
    found = queries.published_figures(cursor)
    assert list(found) == [key]
    assert (found[key]["value"], found[key]["unit"], found[key]["note"]) == (4.5, "%", None)
    assert queries.document_titles(cursor) == {"report": "A report"}
