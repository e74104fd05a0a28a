"""Counts put together: what the parts of a combined measure give, month by month, where all of them have a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from data.catalogue import CombinedMeasure
from data.periods import month_range, months_between
from etl.judging.counts import Counts, MeasureCounts


def combine(given: Sequence[MeasureCounts], wanted: Sequence[CombinedMeasure]) -> Iterator[MeasureCounts]:
    """The combined measures whose parts all have a month in common, from the counts of the parts.

    A month has a figure where every part has one. It may still move from the first month of which any part may.
    """
    held = {counts.measure.id: counts for counts in given}
    for measure in wanted:
        parts = [held[part] for part in measure.parts if part in held]
        months = _shared(parts) if len(parts) == len(measure.parts) else ()
        if months:
            added = sum((_of_months(held[part], months) for part in measure.add), np.float64(0))
            taken = sum((_of_months(held[part], months) for part in measure.less), np.float64(0))
            first_provisional = min(part.first_provisional for part in parts)
            yield MeasureCounts(measure, months, np.asarray(added - taken), first_provisional)


def _shared(parts: Sequence[MeasureCounts]) -> tuple[date, ...]:
    """The months that all the parts cover."""
    first, last = max(part.months[0] for part in parts), min(part.months[-1] for part in parts)
    return month_range(first, last) if first <= last else ()


def _of_months(counts: MeasureCounts, months: Sequence[date]) -> Counts:
    start = months_between(counts.months[0], months[0])
    return counts.counts[:, start : start + len(months)]
