"""Recorded offences as the other denominator of an area's rate: (cursor) -> offences by measure, month and area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from data.sources_view import Cursor
from data.stop_and_search.declared import declared
from geo.areas import boroughs

Offences = Mapping[str, Mapping[date, Mapping[str, float]]]  # measure_id -> month -> area_code -> offences


def offences(cursor: Cursor, months: Sequence[date]) -> dict[str, dict[date, dict[str, float]]]:
    """Offences of the declared measures, in the order declared, in those of the months in which every borough has a
    figure. A measure without any such month is left out."""
    ids, codes = list(declared().offences), [area.area_code for area in boroughs()]
    rows = cursor.execute(
        """SELECT measure_id, month, area_code, offences FROM monthly_signal
           WHERE list_contains(?, measure_id) AND list_contains(?, month) AND list_contains(?, area_code)
                 AND offences IS NOT NULL""",
        [ids, list(months), codes],
    ).fetchall()
    found: dict[str, dict[date, dict[str, float]]] = {id: {} for id in ids}
    for measure_id, month, area_code, number in rows:
        found[measure_id].setdefault(month, {})[area_code] = number
    whole = {
        id: {month: of for month, of in sorted(each.items()) if len(of) == len(codes)} for id, each in found.items()
    }
    return {id: each for id, each in whole.items() if each}
