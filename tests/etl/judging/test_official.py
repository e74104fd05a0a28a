"""The official files and the demonstration: the judged counts are the ones that the map shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import numpy as np
import pytest
from scipy.stats import false_discovery_control

from data import queries
from data.catalogue import Measure, catalogue
from data.measure_months import fetched
from data.periods import month_range
from data.warehouse import CONFIG
from etl.edition import in_use
from etl.load import load
from geo.areas import LONDON_CODE, find

COUNTED = [d.id for d in catalogue().datasets if any(m.dataset == d.id for m in catalogue().measures)]
OF_ONE = "SELECT {} FROM monthly_signal WHERE measure_id = ? AND area_code = ? ORDER BY month"
CAMDEN, WESTMINSTER, KINGSTON = "E09000007", "E09000033", "E09000021"
KNOWN = ("higher", "within", "lower")


def opened(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    path = in_use(folder)
    assert path is not None
    with duckdb.connect(str(path), read_only=True, config=CONFIG) as con:
        yield con


@pytest.fixture(scope="module")
def recorded(official_editions: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    yield from opened(official_editions)


@pytest.fixture(scope="module")
def demonstration(demonstration_editions: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    yield from opened(demonstration_editions)


@pytest.fixture(scope="module")
def flagged(official: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("flagged-judged")
    load([official / "flagged-crime"], editions=folder)
    yield from opened(folder)


@pytest.mark.parametrize("edition", ["recorded", "flagged", "demonstration"])
def test_every_count_is_the_one_that_the_map_shows(edition: str, request: pytest.FixtureRequest) -> None:
    con = request.getfixturevalue(edition)
    asked = con.cursor()
    seen = 0
    for dataset in map(catalogue().dataset, COUNTED):
        measures = tuple(m for m in catalogue().measures if m.dataset == dataset.id)
        covered = queries.coverages(asked, dataset, measures)
        for measure in measures:
            held = con.execute(OF_ONE.format("count(*)").split(" ORDER")[0], [measure.id, LONDON_CODE]).fetchone()
            assert (held[0] > 0) == (measure.id in covered)
            if measure.id in covered:
                seen += 1
                compare(con, measure, covered[measure.id])
    combined = [one.id for one in catalogue().combined]
    held = "SELECT count(DISTINCT measure_id) FROM monthly_signal WHERE NOT list_contains(?, measure_id)"
    assert seen == con.execute(held, [combined]).fetchone()[0] > 10


@pytest.mark.parametrize("edition", ["flagged", "demonstration"])
def test_a_combined_count_is_what_its_parts_have_and_less(edition: str, request: pytest.FixtureRequest) -> None:
    """Worked out in SQL from the parts' own rows: NULL where any of them is."""
    con = request.getfixturevalue(edition)
    told = dict(con.execute("SELECT measure_id, count(offences) FROM monthly_signal GROUP BY ALL").fetchall())
    for one in catalogue().combined:
        if all(part in told for part in one.parts):
            signs = [*((part, 1) for part in one.add), *((part, -1) for part in one.less)]
            wrong = con.execute(
                f"""WITH part AS (
                        SELECT area_code, month, sum(offences * (CASE {
                    "".join(f"WHEN measure_id = '{part}' THEN {sign} " for part, sign in signs)
                } END)) AS n,
                            count(offences) AS known
                        FROM monthly_signal WHERE list_contains(?, measure_id) GROUP BY ALL
                    ) SELECT count(*) FROM (SELECT * FROM monthly_signal WHERE measure_id = ?) JOIN part
                    USING (area_code, month) WHERE offences IS DISTINCT FROM CASE WHEN known = ? THEN n END""",
                [list(one.parts), one.id, len(one.parts)],
            ).fetchone()
            assert wrong == (0,), one.id
            assert told[one.id] > 33 * 12


def compare(con: duckdb.DuckDBPyConnection, measure: Measure, covered: queries.Coverage) -> None:
    dataset = catalogue().dataset(measure.dataset)
    first_provisional = queries.first_provisional_month(con.cursor(), measure, dataset)
    months = month_range(covered.first, covered.last)
    for area in (CAMDEN, WESTMINSTER, KINGSTON, LONDON_CODE):
        found = con.execute(OF_ONE.format("month, offences, is_provisional"), [measure.id, area]).fetchall()
        shown = fetched(con.cursor(), measure, dataset).monthly(area, covered).values
        assert [row[0] for row in found] == list(months), (measure.id, area)
        counts = np.array([row[1] for row in found], dtype=float)
        np.testing.assert_array_equal(counts, np.array(shown, dtype=float), err_msg=f"{measure.id} {area}")
        assert [row[2] for row in found] == [m >= first_provisional for m in months]


@pytest.mark.parametrize(("month", "total"), [(date(2016, 6, 1), 747_397), (date(2017, 6, 1), 791_294)])
def test_londons_twelve_months_are_the_known_ones(recorded: duckdb.DuckDBPyConnection, month: date, total: int) -> None:
    query = """SELECT offences_12m FROM monthly_signal WHERE measure_id = 'total-notifiable-offences'
               AND area_code = ? AND month = ?"""
    assert recorded.execute(query, [LONDON_CODE, month]).fetchall() == [(total,)]


def test_theft_from_the_person_in_camden_stood_out_in_june_2017(recorded: duckdb.DuckDBPyConnection) -> None:
    camden = find("camden")
    assert camden is not None
    found = recorded.execute(
        """SELECT signal, change_verdict, offences > expected_upper, q_value < 0.001, since FROM monthly_signal
           WHERE measure_id = 'theft-from-the-person' AND area_code = ? AND month = '2017-06-01'""",
        [camden.area_code],
    ).fetchall()
    assert found == [("higher", "higher", True, True, date(2016, 11, 1))]


def test_a_declared_break_is_never_crossed(flagged: duckdb.DuckDBPyConnection) -> None:
    # Hate crime is recorded in another way since March 2024, so its 24 months to July 2025 hold the break.
    found = flagged.execute(
        """SELECT DISTINCT signal, change_verdict, change_pct FROM monthly_signal
           WHERE measure_id = 'hate-crime' AND month BETWEEN '2024-03-01' AND '2025-05-01'"""
    ).fetchall()
    assert found == [("not_comparable", "not_comparable", None)]
    before = flagged.execute(
        """SELECT count(*) FROM monthly_signal WHERE measure_id = 'racist-and-religious-hate-crime'
           AND month = '2024-02-01' AND signal IN ('higher', 'within', 'lower')"""
    ).fetchone()
    assert before is not None and before[0] > 20


def test_zeros_that_the_publisher_leaves_out_are_zeros_and_months_of_no_file_are_unknown(
    flagged: duckdb.DuckDBPyConnection,
) -> None:
    counts = dict(
        flagged.execute(
            "SELECT month, list(DISTINCT offences) FROM monthly_signal WHERE measure_id = 'transgender-hate-crime' "
            "AND area_code <> ? AND month IN ('2021-06-01', '2021-08-01') GROUP BY month",
            [LONDON_CODE],
        ).fetchall()
    )
    assert counts[date(2021, 6, 1)] in ([None], [])
    assert 0.0 in counts[date(2021, 8, 1)]


@pytest.mark.parametrize("month", [date(2013, 3, 1), date(2017, 6, 1), date(2024, 12, 1)])
def test_q_values_are_those_of_scipy_over_every_series_of_the_month(
    recorded: duckdb.DuckDBPyConnection, month: date
) -> None:
    rows = recorded.execute(
        "SELECT p_value, q_value, signal FROM monthly_signal WHERE month = ? ORDER BY measure_id, area_code", [month]
    ).fetchall()
    judged = [row for row in rows if row[2] in KNOWN]
    assert len(judged) > 200
    assert all((row[0] is None) == (row[1] is None) == (row[2] not in KNOWN) for row in rows)
    np.testing.assert_allclose([row[1] for row in judged], false_discovery_control([row[0] for row in judged]))


def test_what_is_not_known_is_null_and_never_not_a_number(recorded: duckdb.DuckDBPyConnection) -> None:
    described = recorded.execute("DESCRIBE monthly_signal").fetchall()
    for name in (row[0] for row in described if row[1] == "DOUBLE"):
        assert recorded.execute(f"SELECT count(*) FROM monthly_signal WHERE NOT isfinite({name})").fetchone() == (0,)
