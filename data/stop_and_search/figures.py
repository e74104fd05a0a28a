"""Rates, shares, ratios and gaps of what may be shown; what is hidden gives nothing at all. Pure."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.statistics import (
    SMALLEST_BASE_TO_SAY,
    gap_interval,
    gap_verdict,
    rate_per_1000,
    rate_ratio,
    wilson_interval,
)
from data.stop_and_search.kept import Pair

Row = dict[str, Any]
OK, SUPPRESSED, TOO_FEW, UNPLACED, NOT_AVAILABLE = "ok", "suppressed", "too_few", "unplaced", "not_available"
REFERENCE = "white"
NO_RATE = (None, None, None)


def tally(pair: Pair | None, missing: str = SUPPRESSED) -> Row:
    """The fields of components.stop_and_search.Tally; `missing`: the status where there is no pair."""
    if pair is None:
        return {"searches": None, "found": None, "share": None, "share_lower": None, "share_upper": None,
                "status": missing}  # fmt: skip
    searches, found = pair
    share, lower, upper = share_of(pair)
    return {"searches": searches, "found": found, "share": share, "share_lower": lower, "share_upper": upper,
            "status": OK if share is not None else TOO_FEW}  # fmt: skip


def share_of(pair: Pair | None) -> tuple[float | None, float | None, float | None]:
    """Found / searches with its Wilson interval; nothing of fewer than 100 searches."""
    if pair is None or pair[0] < SMALLEST_BASE_TO_SAY:
        return NO_RATE
    share = pair[1] / pair[0]
    lower, upper = wilson_interval(share, pair[0])
    return share, float(lower), float(upper)


def per_1000(searches: int | None, residents: int | None) -> tuple[float | None, float | None, float | None]:
    """Searches per 1,000 residents with the 95% interval."""
    if searches is None or not residents:
        return NO_RATE
    return _plain(rate_per_1000(searches, residents))


def ratio(
    pair: Pair | None, residents: int | None, reference: Pair | None, residents_ref: int | None
) -> tuple[float | None, float | None, float | None]:
    """A group's rate over the reference group's, with the log-normal 95% interval."""
    if pair is None or reference is None or not residents or not residents_ref:
        return NO_RATE
    return _plain(rate_ratio(pair[0], residents, reference[0], residents_ref))


def sensitivity(
    pair: Pair | None, residents: int | None, reference: Pair | None, residents_ref: int | None, unknown: int | None
) -> tuple[float | None, float | None]:
    """(lowest, highest): the ratio if every search of unknown ethnicity were of the reference group, or of this one.

    These are bounds: any way to share the unknown searches out gives a ratio between them.
    """
    if pair is None or reference is None or unknown is None:
        return None, None
    lowest = ratio(pair, residents, (reference[0] + unknown, 0), residents_ref)[0]
    highest = ratio((pair[0] + unknown, 0), residents, reference, residents_ref)[0]
    return lowest, highest


def times(
    pair: Pair | None, residents: int | None, reference: Pair | None, residents_ref: int | None, unknown: int | None,
    *, is_reference: bool,
) -> Row:  # fmt: skip
    """`ratio` with its interval and its bounds, as the fields of a group; the reference group's is 1 and no more."""
    value, lower, upper = ratio(pair, residents, reference, residents_ref)
    if is_reference:
        return {"ratio": value, "ratio_lower": None, "ratio_upper": None, "ratio_lowest": None, "ratio_highest": None}
    lowest, highest = sensitivity(pair, residents, reference, residents_ref, unknown)
    return {"ratio": value, "ratio_lower": lower, "ratio_upper": upper, "ratio_lowest": lowest,
            "ratio_highest": highest}  # fmt: skip


def gap(pair: Pair | None, reference: Pair | None, *, is_reference: bool) -> Row:
    """Share of a group less the reference group's, -1 to 1, with Newcombe's interval and a verdict in a word."""
    nothing: Row = {"gap": None, "gap_lower": None, "gap_upper": None}
    if is_reference:
        return {**nothing, "verdict": "reference"}
    if pair is None or reference is None:
        return {**nothing, "verdict": "not_available"}
    if min(pair[0], reference[0]) < SMALLEST_BASE_TO_SAY:
        return {**nothing, "verdict": "too_few"}
    shares = pair[1] / pair[0], pair[0], reference[1] / reference[0], reference[0]
    difference, lower, upper = gap_interval(*shares)
    verdict = str(gap_verdict(lower, upper, pair[0], reference[0]))
    return {"gap": float(difference), "gap_lower": float(lower), "gap_upper": float(upper), "verdict": verdict}


def _plain(arrays: tuple[Any, ...]) -> tuple[float | None, float | None, float | None]:
    first, lower, upper = (None if np.isnan(each) else float(each) for each in arrays)
    return first, lower, upper
