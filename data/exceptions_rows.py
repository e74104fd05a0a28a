"""(cursor) -> plain rows: what broke a rule in a month, what was judged in it, and which series reach it at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from data.sources_view import Cursor, Row, rows
from geo.areas import LONDON_CODE

JUDGED, BROKE = ("higher", "within", "lower"), ("higher", "lower")
CLEAR = 0.05  # the share of chance findings that the Benjamini-Hochberg line allows among those above it

# The exceptions, and London's row of every measure.
EXCEPTIONS = """
SELECT * FROM monthly_signal WHERE month = ? AND (signal IN ('higher', 'lower') OR area_code = ?)
"""
# One row a measure: the months that it has figures for, and those of them that were judged anywhere.
REACHES = """
SELECT measure_id, min(month) FILTER (offences IS NOT NULL) AS first, max(month) FILTER (offences IS NOT NULL) AS last,
       min(month) FILTER (signal IN ('higher', 'within', 'lower')) AS first_judged,
       max(month) FILTER (signal IN ('higher', 'within', 'lower')) AS last_judged,
       max(month) FILTER (offences IS NOT NULL AND NOT is_provisional) AS last_settled
FROM monthly_signal GROUP BY measure_id
"""


@dataclass(frozen=True)
class Judged:
    """What became of one series in the month."""

    measure_id: str
    area_code: str
    signal: str
    is_clear: bool  # an exception whose q value is at most CLEAR


def exceptions(cursor: Cursor, month: date) -> list[Row]:
    """Every series that broke a rule in the month, the most surprising first, with London's signal and change."""
    found = rows(cursor, EXCEPTIONS, [month, LONDON_CODE])
    of_london = {row["measure_id"]: row for row in found if row["area_code"] == LONDON_CODE}
    broke = sorted((row for row in found if row["signal"] in BROKE), key=_surprise)
    return [{**row, "is_clear": is_clear(row["q_value"]), **_beside(row, of_london)} for row in broke]


def _surprise(row: Row) -> tuple[float, str, str]:
    """The least likely by chance first; those equally likely by measure and area."""
    return 2.0 if row["p_value"] is None else row["p_value"], row["measure_id"], row["area_code"]


def _beside(row: Row, of_london: Mapping[str, Row]) -> Row:
    """What London's same measure does; nothing where there is none, or where the row is London's own."""
    london = {} if row["area_code"] == LONDON_CODE else of_london.get(row["measure_id"], {})
    return {f"london_{name}": london.get(name) for name in ("signal", "change_pct", "change_verdict")}


def is_clear(q_value: float | None) -> bool:
    return q_value is not None and q_value <= CLEAR


def judged(cursor: Cursor, month: date) -> list[Judged]:
    """Every series with a row for the month."""
    found = cursor.execute("SELECT measure_id, area_code, signal, q_value FROM monthly_signal WHERE month = ?", [month])
    return [Judged(measure, area, signal, signal in BROKE and is_clear(q))
            for measure, area, signal, q in found.fetchall()]  # fmt: skip


def tally(series: Iterable[Judged]) -> Row:
    """How many were judged, how many of them were higher, lower and clear; and why the others were not judged."""
    listed = list(series)
    signals = Counter(each.signal for each in listed)
    return {
        "judged": sum(signals[signal] for signal in JUDGED), "higher": signals["higher"], "lower": signals["lower"],
        "clear": sum(each.is_clear for each in listed), "too_few": signals["too_few"],
        "not_comparable": signals["not_comparable"], "provisional": signals["provisional"],
        "not_available": signals["not_available"],
    }  # fmt: skip


def reaches(cursor: Cursor) -> list[Row]:
    """One row a measure that has a figure."""
    return [row for row in rows(cursor, REACHES) if row["first"] is not None]
