"""The figures that reports print: each requirement in its months, with what interval the printed numbers allow.

A share is printed in whole per cent, so every interval is that of the share half a point either way: it holds both
chance and rounding. Only 'victims updated' is printed with the number of offences that it is a share of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.signal_queries import FigureKey
from data.statistics import gap_interval, gap_verdict, wilson_interval

Row = dict[str, Any]
Figures = Mapping[FigureKey, Row]

DOCUMENT, SECTION = "mopac-quarterly-2017-18-q1", "A better Criminal Justice Service for London"
TABLE = "Victims' Code of Practice: {} (text)"
# requirement -> (table, row of the share)
SHARES = {
    "updated": (TABLE.format("victims updated"), "Victims updated"),
    "arrested": (TABLE.format("suspect arrested"), "Victims informed of suspect arrested"),
    "released": (TABLE.format("suspect released"), "Victims informed of suspect released"),
}
CASES = (SHARES["updated"][0], "VCOP applicable offences")  # printed for this requirement alone
ROUNDED = 0.005  # a whole per cent stands for anything half a point to either side


def printed(figures: Figures) -> list[Row]:
    """One row a requirement: `requirement`, `table_name`, `points` (oldest first) and `change` between its months."""
    found = []
    for requirement, (table, name) in SHARES.items():
        points = [_point(figures, requirement, table, row) for row in _rows(figures, table, name)]
        found.append({"requirement": requirement, "section": SECTION, "table_name": table, "points": points,
                      "change": _change(points)})  # fmt: skip
    return found


def _rows(figures: Figures, table: str, name: str) -> list[Row]:
    rows = [row for key, row in figures.items() if key[:4] == (DOCUMENT, SECTION, table, name)]
    return sorted(rows, key=lambda row: row["period_end"])


def _point(figures: Figures, requirement: str, table: str, row: Row) -> Row:
    """`share` 0 to 1; `cases` and the limits are None where the number of offences is not printed."""
    held = figures.get((DOCUMENT, SECTION, *CASES, row["column_label"])) if requirement == "updated" else None
    cases = None if held is None else held["value"]
    share = row["value"] / 100
    lower, upper = (None, None) if cases is None else _interval(share, cases)
    return {"label": row["column_label"], "period_start": row["period_start"], "period_end": row["period_end"],
            "share": share, "cases": cases, "lower": lower, "upper": upper, "note": row["note"]}  # fmt: skip


def _interval(share: float, cases: float) -> tuple[float, float]:
    """Wilson's 95% interval, from the lowest to the highest share that is printed so."""
    low, high = max(share - ROUNDED, 0.0), min(share + ROUNDED, 1.0)
    return float(wilson_interval(low, cases)[0]), float(wilson_interval(high, cases)[1])


def _change(points: list[Row]) -> Row | None:
    """The last month less the first, in points: with its interval and verdict where both have their offences, else with
    the range that rounding leaves. None where only one figure is printed."""
    if len(points) < 2:
        return None
    first, last = points[0], points[-1]
    change = {"points": 100 * (last["share"] - first["share"]), "verdict": None}
    if first["cases"] is None or last["cases"] is None:
        return {**change, "lower": change["points"] - 200 * ROUNDED, "upper": change["points"] + 200 * ROUNDED}
    lower, upper = (_gap(last, first, sign) for sign in (-1, 1))
    verdict = gap_verdict(lower, upper, last["cases"], first["cases"], undecided="no_clear_change")
    return {**change, "lower": 100 * lower, "upper": 100 * upper, "verdict": str(verdict)}


def _gap(last: Row, first: Row, sign: int) -> float:
    """The lower (-1) or upper (1) limit of Newcombe's interval where rounding was as unkind as it can be."""
    shares = [min(max(row["share"] + way * ROUNDED, 0.0), 1.0) for row, way in ((last, sign), (first, -sign))]
    found = gap_interval(shares[0], last["cases"], shares[1], first["cases"])
    return float(found[1 if sign < 0 else 2])
