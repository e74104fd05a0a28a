"""(cursor, what is asked) -> what the profiles need of the judged tables and the searches, for all boroughs at once.

What does not depend on the borough is asked for once an edition and period: see `data.warehouse.Edition.once`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from data.periods import add_months
from data.residents import residents as residents
from data.signal_queries import LOOK_BACK_MONTHS
from geo.areas import LONDON_CODE

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]
AreaFigures = dict[str, dict[str, float]]  # measure_id -> area_code -> offences in 12 months


def quarters_of_measures(cursor: Cursor, month: date) -> dict[str, date]:
    """The last month of the quarter that stands for `month`, by measure: `month`, where London has a figure for it.

    Otherwise of the latest quarter that is settled, which ended at most two years before.
    """
    return dict(cursor.execute(
        """SELECT measure_id, max(month) FROM monthly_signal
           WHERE area_code = ? AND month BETWEEN ? AND ? AND offences IS NOT NULL AND month(month) % 3 = 0
                 AND (month = ? OR NOT is_provisional)
           GROUP BY measure_id""",
        [LONDON_CODE, add_months(month, -LOOK_BACK_MONTHS), month, month],
    ).fetchall())  # fmt: skip


def signals_at(cursor: Cursor, area_code: str, ends: Mapping[str, date]) -> dict[str, Row]:
    """The area's row of each measure of `ends` at its month."""
    months = sorted({*ends.values()})
    if not months:
        return {}
    marks = ", ".join("?" for _ in months)
    found = cursor.execute(
        f"SELECT * FROM monthly_signal WHERE area_code = ? AND month IN ({marks})", [area_code, *months]
    )
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return {row["measure_id"]: row for row in rows if ends.get(row["measure_id"]) == row["month"]}


def year_counts(cursor: Cursor, ends: Mapping[str, date]) -> AreaFigures:
    """The 12 months to each measure's month in every area that has them."""
    months = sorted({*ends.values()})
    if not months:
        return {}
    marks = ", ".join("?" for _ in months)
    rows = cursor.execute(
        f"""SELECT measure_id, area_code, month, offences_12m FROM monthly_signal
            WHERE month IN ({marks}) AND offences_12m IS NOT NULL""",
        months,
    ).fetchall()
    found: AreaFigures = {}
    for measure_id, area_code, month, number in rows:
        if ends.get(measure_id) == month:
            found.setdefault(measure_id, {})[area_code] = number
    return found


def profile_frames(cursor: Cursor) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two frames that data.similar_values takes."""
    profile = cursor.execute("SELECT area_code, characteristic, value, year FROM borough_profile").df()
    population = cursor.execute("SELECT area_code, year, persons FROM population WHERE ethnic_group = 'All'").df()
    return profile, population


def wards(cursor: Cursor) -> tuple[tuple[str, str], ...]:
    """Name and borough of every ward the edition knows, of either generation."""
    query = "SELECT DISTINCT area_name, parent_code FROM area WHERE area_type = 'ward' ORDER BY ALL"
    return tuple(cursor.execute(query).fetchall())


def searches(cursor: Cursor, months: Sequence[date]) -> dict[str | None, tuple[int, int, int]]:
    """(searches, with an outcome given, where something came of them) by borough; None: no borough is named."""
    rows: Sequence[tuple[str | None, int, int, int]] = cursor.execute(
        """SELECT area_code, count(*), count(is_positive), count(*) FILTER (WHERE is_positive) FROM stop_and_search
           WHERE force = 'metropolitan' AND list_contains(?, month) GROUP BY area_code""",
        [list(months)],
    ).fetchall()
    return {area_code: (number, known, positive) for area_code, number, known, positive in rows}
