"""One measure, every month and area of an edition, held as two small arrays: what any period of it comes to.

A reader who moves the map asks for one period of one measure. The database answers that in some ten milliseconds, most
of which is not looking at figures; a measure's whole history is fetched once instead, 35 areas by some 220 months, and
a period is a sum of a few columns. What counts as a figure is as in data.queries, whose answers are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from data import queries
from data.catalogue import Dataset, Measure
from data.comparison import Counts
from data.monthly import Monthly
from data.periods import Coverage, Window, month_range, months_between
from data.warehouse import Edition
from geo.areas import LONDON_CODE

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class PeriodCounts:
    """A period's counts: `codes` in no order, London among them where the period has any figure.

    `counts`: NaN unless the publisher lists the area in every month; `status`: data.queries' words.
    """

    codes: tuple[str, ...]
    counts: Floats
    status: npt.NDArray[np.str_]

    def of(self, codes: Sequence[str]) -> tuple[Floats, list[str], Flags]:
        """Counts, status and whether the area stands in the period at all, in the order of `codes`."""
        place = {code: number for number, code in enumerate(self.codes)}
        found = [place.get(code, -1) for code in codes]
        counts = np.append(self.counts, np.nan)[found]
        status = [*self.status.tolist(), "not_available"]
        return counts, [status[at] for at in found], np.array(found) >= 0


@dataclass(frozen=True, eq=False)
class MeasureMonths:
    """`counts` (areas x months): recorded offences, 0 where none is listed; `is_listed`, `is_refused`: whether the
    publisher lists the area in that month, and whether a row of it could not be read. `first_provisional`: the first
    month that may still move. `zero_codes`: areas that have 0 in a month that is listed for any other, because this
    publisher leaves zeros out.
    """

    first: date
    codes: tuple[str, ...]
    counts: Floats
    is_listed: Flags
    is_refused: Flags
    first_provisional: date
    zero_codes: frozenset[str]

    def period(self, window: Window) -> PeriodCounts:
        """What each area has in the period; nothing at all where the publisher lists no month of it."""
        figures, listed, refused_in = self._between(window.start, window.span.months)
        months = int(listed.any(axis=0).sum())
        if not months:
            return PeriodCounts((), np.empty(0), np.empty(0, dtype=np.str_))
        seen, sums = listed.sum(axis=1), figures.sum(axis=1)
        refused: Flags = np.asarray(refused_in.any(axis=1))
        always = np.fromiter((code in self.zero_codes for code in self.codes), dtype=bool)
        is_there = np.logical_or(seen > 0, always)
        if self.zero_codes:
            seen = np.full_like(seen, months)
        codes = (*(code for code, there in zip(self.codes, is_there, strict=True) if there), LONDON_CODE)
        seen = np.append(seen[is_there], months)
        sums = np.append(sums[is_there], sums.sum())
        known = (seen == window.span.months) & ~np.append(refused[is_there], refused.any())
        return PeriodCounts(codes, np.where(known, sums, np.nan), self._status(known, window.end))

    def monthly(self, area_code: str, covered: Coverage) -> Monthly:
        """Every month of the coverage; a gap is a month without a number."""
        months = month_range(covered.first, covered.last)
        counts, is_listed, is_refused = self._between(covered.first, len(months))
        rows = [place for place, code in enumerate(self.codes) if area_code in (code, LONDON_CODE)]
        listed = is_listed if area_code in self.zero_codes else is_listed[rows]
        known: Flags = np.logical_and(listed.any(axis=0), ~is_refused[rows].any(axis=0))
        sums = counts[rows].sum(axis=0).tolist()
        values = tuple(value if is_known else None for value, is_known in zip(sums, known.tolist(), strict=True))
        settled = max(0, min(months_between(covered.first, self.first_provisional), len(months)))
        status = ("ok",) * settled + ("provisional",) * (len(months) - settled)
        return Monthly(
            covered.first, values,
            tuple("not_available" if value is None else each for value, each in zip(values, status, strict=True)),
        )  # fmt: skip

    def _between(self, first: date, months: int) -> tuple[Floats, Flags, Flags]:
        """The three arrays of so many months from `first`; nothing is listed in those outside the history."""
        start = months_between(self.first, first)
        known = range(max(start, 0), min(start + months, self.counts.shape[1]))
        at = slice(known.start - start, known.start - start + len(known))
        found = tuple(np.zeros((len(self.codes), months), dtype=each.dtype) for each in self._arrays)
        for whole, part in zip(self._arrays, found, strict=True):
            part[:, at] = whole[:, known.start : known.start + len(known)]
        return found  # type: ignore[return-value]

    @property
    def _arrays(self) -> tuple[Floats, Flags, Flags]:
        return self.counts, self.is_listed, self.is_refused

    def _status(self, known: Flags, end: date) -> npt.NDArray[np.str_]:
        return np.where(~known, "not_available", "provisional" if end >= self.first_provisional else "ok")


def measure_months(edition: Edition, measure: Measure, dataset: Dataset) -> MeasureMonths:
    """The measure's whole history, fetched once for this edition. Raises LookupError where the edition has none."""
    return edition.once(("measure_months", measure.id), lambda: fetched(edition.cursor, measure, dataset))


def fetched(cursor: queries.Cursor, measure: Measure, dataset: Dataset) -> MeasureMonths:
    """The same from a cursor."""
    rows = queries.listed(cursor, measure, dataset)
    if rows.empty:
        raise LookupError(f"the edition holds nothing of '{measure.id}'")
    months = rows["month"].to_numpy().astype("datetime64[M]").astype(int)
    listed_codes = sorted(set(rows["area_code"]))
    zeros = queries.policed_boroughs(cursor) if dataset.zeros_are_left_out else frozenset()
    codes = (*listed_codes, *sorted(zeros - {*listed_codes}))
    places = rows["area_code"].map({code: place for place, code in enumerate(codes)}).to_numpy(dtype=int)
    at = (places, months - months.min())
    shape = (len(codes), int(months.max() - months.min()) + 1)
    counts, is_listed, is_refused = np.zeros(shape), np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    counts[at], is_listed[at], is_refused[at] = rows["n"].fillna(0.0), True, rows["refused"]
    return MeasureMonths(
        min(rows["month"]).date(), codes, counts, is_listed, is_refused,
        queries.first_provisional_month(cursor, measure, dataset), zeros,
    )  # fmt: skip


def counts_with_residents(
    edition: Edition, months: MeasureMonths, window: Window, codes: Sequence[str]
) -> tuple[Counts, list[str]]:
    """A period's counts with the residents of the year it ends in, in the order of `codes`; and the counts' status."""
    counts, status, is_there = months.period(window).of(codes)
    known = residents(edition)
    year = residents_year(edition, window)
    persons = np.array([known.get((code, year), np.nan) for code in codes], dtype=float)
    return Counts(counts, np.where(is_there, persons, np.nan)), status


def residents(edition: Edition) -> dict[tuple[str, int], float]:
    """Persons by (area code, year), as far as the edition holds them."""
    return edition.once("residents_by_area_and_year", lambda: queries.residents(edition.cursor))


def residents_year(edition: Edition, window: Window) -> int:
    """The year of the resident numbers that go with a period. Raises LookupError where the edition holds none."""
    year = window.end.year
    return edition.once(("residents_year", year), lambda: queries.population_year(edition.cursor, year))
