"""(cursor) -> plain rows: every series of a month, some of them whole, and which measures reach it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from data.sources_view import Cursor, Row, rows

JUDGED, BROKE = ("higher", "within", "lower"), ("higher", "lower")
CLEAR = 0.05  # the share of chance findings that the Benjamini-Hochberg line allows among those above it

# Narrow, because a month has more than a thousand rows and a page shows a few of them whole.
MONTH = "SELECT rowid, measure_id, area_code, signal, p_value, q_value FROM monthly_signal WHERE month = ?"
WHOLE = "SELECT rowid, * FROM monthly_signal WHERE rowid IN (SELECT unnest(CAST(? AS BIGINT[])))"
# One row a measure: the months that it has figures for, and those of them that were judged anywhere.
REACHES = """
SELECT measure_id, min(month) FILTER (offences IS NOT NULL) AS first, max(month) FILTER (offences IS NOT NULL) AS last,
       min(month) FILTER (signal IN ('higher', 'within', 'lower')) AS first_judged,
       max(month) FILTER (signal IN ('higher', 'within', 'lower')) AS last_judged,
       max(month) FILTER (offences IS NOT NULL AND NOT is_provisional) AS last_settled
FROM monthly_signal GROUP BY measure_id
"""


class Series(NamedTuple):
    """What became of one series in the month. `row` finds it whole; edition files never change, so it stays true."""

    row: int
    measure_id: str
    area_code: str
    signal: str
    p_value: float | None
    q_value: float | None

    @property
    def is_exception(self) -> bool:
        return self.signal in BROKE

    @property
    def is_clear(self) -> bool:
        """An exception that stands out even after allowing for the number of series judged in the month."""
        return self.is_exception and self.q_value is not None and self.q_value <= CLEAR


def month_of(cursor: Cursor, month: date) -> list[Series]:
    """Every series with a row for the month."""
    return [*map(Series._make, cursor.execute(MONTH, [month]).fetchall())]


def ranked(series: Iterable[Series]) -> list[Series]:
    """The exceptions, the least likely by chance first; those equally likely by measure and area."""
    return sorted((each for each in series if each.is_exception), key=_surprise)


def _surprise(each: Series) -> tuple[float, str, str]:
    return 2.0 if each.p_value is None else each.p_value, each.measure_id, each.area_code


def whole(cursor: Cursor, wanted: Collection[int]) -> dict[int, Row]:
    """The whole rows of some series, by their `row`."""
    return {row.pop("rowid"): row for row in rows(cursor, WHOLE, [[*wanted]])} if wanted else {}


def tally(series: Iterable[Series]) -> Row:
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
