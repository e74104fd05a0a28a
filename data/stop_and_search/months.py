"""Rows by month: the chosen area's searches, London's, and how many name no borough."""

from __future__ import annotations

from datetime import date

from data.stop_and_search.boroughs import in_month
from data.stop_and_search.figures import OK, SUPPRESSED, UNPLACED, Row, per_1000, share_of
from data.stop_and_search.kept import Kept
from data.stop_and_search.periods import Months
from data.stop_and_search.records import NO_BOROUGH


def months(kept: Kept, held: Months, area: str | None, residents: int | None, london_residents: int) -> list[Row]:
    """The fields of components.stop_and_search.Month."""
    rows = []
    for month in kept.year.months:
        pair = kept.totals["month"].of(f"{month:%Y-%m}")
        london = pair and pair[0]
        searches = london if area is None else in_month(kept, area, month)
        outside = _outside(kept, held, month)
        is_unplaced = area is not None and month in kept.year.unplaced
        rows.append({
            "month": month, "searches": searches, "per_1000": per_1000(searches, residents)[0],
            "status": UNPLACED if is_unplaced else SUPPRESSED if searches is None else OK,
            "london": london, "london_found": pair and pair[1], "london_share": share_of(pair)[0],
            "london_per_1000": per_1000(london, london_residents)[0], "no_borough": outside,
            "no_borough_share": outside / london if outside is not None and london else None,
        })  # fmt: skip
    return rows


def _outside(kept: Kept, held: Months, month: date) -> int | None:
    """Searches in no borough; of a month without borough figures too, where that is a fact about the file."""
    if month not in kept.year.unplaced:
        return in_month(kept, NO_BOROUGH, month)
    if kept.totals["month"].of(f"{month:%Y-%m}") is None:
        return None
    number, placed = held[month]
    return number - placed
