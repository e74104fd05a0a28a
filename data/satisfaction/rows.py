"""(cursor, what is asked) -> answers of the survey measures: over time, and of the boroughs in one period."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import duckdb
import numpy as np

from data.satisfaction.bases import PUBLISHED
from data.statistics import proportion_funnel
from data.statistics.funnel import Z_998
from data.statistics.proportions import SMALLEST_BASE_TO_SAY
from data.statistics.rates import Z
from geo.areas import LONDON_CODE, boroughs

Cursor = duckdb.DuckDBPyConnection
Row = dict[str, Any]

COLUMNS = (
    "area_code", "period_end", "proportion", "lower", "upper", "base", "base_basis", "design_effect",
    "proportion_before", "change_points", "change_lower", "change_upper", "change_verdict",
)  # fmt: skip
LIMIT_STEPS = 24  # points of a funnel's curves


def periods(cursor: Cursor) -> dict[str, tuple[date, ...]]:
    """The months in which periods with a figure for London end, oldest first, by measure."""
    found: dict[str, list[date]] = {}
    for measure_id, end in cursor.execute(
        """SELECT measure_id, period_end FROM survey_change
           WHERE area_code = ? AND proportion IS NOT NULL ORDER BY ALL""",
        [LONDON_CODE],
    ).fetchall():
        found.setdefault(measure_id, []).append(end)
    return {measure_id: tuple(ends) for measure_id, ends in found.items()}


def series(cursor: Cursor, measure_id: str, area_code: str) -> list[Row]:
    """Every period of an area, oldest first; a figure that was refused is None."""
    query = f"SELECT {', '.join(COLUMNS)} FROM survey_change WHERE measure_id = ? AND area_code = ? ORDER BY period_end"
    return _rows(cursor, query, [measure_id, area_code])


def of_period(cursor: Cursor, measure_id: str, end: date) -> list[Row]:
    """The 32 boroughs by name, each with its place in the funnel; those without a row are left out."""
    names = {area.area_code: area for area in boroughs()}
    query = f"SELECT {', '.join(COLUMNS)} FROM survey_change WHERE measure_id = ? AND period_end = ?"
    found = [row for row in _rows(cursor, query, [measure_id, end]) if row["area_code"] in names]
    rows = [{**row, "name": names[row["area_code"]].area_name, "slug": names[row["area_code"]].slug} for row in found]
    return sorted(rows, key=lambda row: row["name"])


def funnel(rows: list[Row]) -> Row | None:
    """Limits about the boroughs' proportion together, by number of interviews, and each borough's `places`.

    None where no borough has both a figure and a base. A borough with fewer interviews than can be judged takes part
    in no verdict. `lines` run over half to one and a half times the bases there are.
    """
    used = [row for row in rows if row["proportion"] is not None and row["base"]]
    if not used:
        return None
    base = np.array([row["base"] for row in used], dtype=float)
    share = np.array([row["proportion"] for row in used], dtype=float)
    effect = float(used[0]["design_effect"])
    made = proportion_funnel(share * base, base, effect)
    places = {
        row["area_code"]: "too_few" if row["base"] < SMALLEST_BASE_TO_SAY else str(place)
        for row, place in zip(used, made.place, strict=True)
    }
    return {
        "target": made.target, "places": places, "dispersion": made.dispersion, "design_effect": effect,
        "is_approximate": any(row["base_basis"] != PUBLISHED for row in used),
        "lines": _lines(made.target, made.tau_squared, effect, base),
    }  # fmt: skip


def _lines(target: float, tau_squared: float, effect: float, base: Any) -> dict[str, tuple[float, ...]]:
    across = np.linspace(0.5 * base.min(), 1.5 * base.max(), LIMIT_STEPS)
    spread = np.sqrt(target * (1 - target) * effect / across + tau_squared)
    ends = {
        f"{side}_{name}": tuple(np.clip(target + sign * deviate * spread, 0, 1).tolist())
        for name, deviate in (("95", Z), ("998", Z_998)) for side, sign in (("lower", -1), ("upper", 1))
    }  # fmt: skip
    return {"base": tuple(across.tolist()), **ends}


def _rows(cursor: Cursor, query: str, values: Iterable[object]) -> list[Row]:
    found = cursor.execute(query, list(values))
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
