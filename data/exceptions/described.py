"""Exceptions with the figures, names, caveats and revisions that belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from data.catalogue import Catalogue, Polarity
from data.exceptions.chosen import Listed
from data.exceptions.revised import revised as revised_figures
from data.exceptions.rows import Series, whole
from data.periods import add_months
from data.sources_view import Row
from data.warehouse import Edition
from geo.areas import LONDON_CODE, find

MONTHS_LOOKED_AT = 36  # the baseline and the months judged against it: a break among them bears on the range


def described(
    edition: Edition, catalogue: Catalogue, month: date, listed: Sequence[Listed], every: Iterable[Series]
) -> list[Row]:
    """The rows of `listed`, in its order; `every` are the month's series, for London's row of the same measure.

    `revised`: where its revision is listed, and the figure that was published first; None where nothing was revised.
    """
    if not listed:
        return []
    of_london = {each.measure_id: each.row for each in every if each.area_code == LONDON_CODE}
    beside = [of_london.get(each.series.measure_id) for each in listed]
    rows = whole(edition.cursor, {each.series.row for each in listed} | {row for row in beside if row is not None})
    about = {measure_id: _about(catalogue, measure_id, month) for measure_id in {e.series.measure_id for e in listed}}
    revised = revised_figures(edition, catalogue, month)
    return [
        {**row, "rank": rank, "rank_in_month": in_month, "is_clear": series.is_clear, **about[series.measure_id],
         **_place(series.area_code), **_beside(series, {} if london is None else rows[london]),
         "revised": _revision(revised.get((series.measure_id, series.area_code)), row["offences"])}
        for (rank, in_month, series), london in zip(listed, beside, strict=True)
        for row in [rows[series.row]]
    ]  # fmt: skip


def _beside(series: Series, london: Mapping[str, object]) -> Row:
    """What London's same measure does; nothing where there is none, or where the row is London's own."""
    said = {} if series.area_code == LONDON_CODE else london
    return {f"london_{name}": said.get(name) for name in ("signal", "change_pct", "change_verdict")}


def _about(catalogue: Catalogue, measure_id: str, month: date) -> Row:
    measure = catalogue.measure(measure_id)
    return {
        "measure": measure.name, "priority": measure.priority, "dataset": measure.dataset,
        "is_reporting": measure.polarity is Polarity.REPORTING,
        "part_of": catalogue.measure(measure.part_of).name if measure.part_of else None,
        "broken": measure.break_between(add_months(month, -MONTHS_LOOKED_AT), month),
    }  # fmt: skip


def _place(area_code: str) -> Row:
    area = find(area_code)
    if area is None:
        raise LookupError(f"there is no area '{area_code}'")
    return {"area_name": area.area_name, "slug": area.slug, "is_london": area_code == LONDON_CODE}


def _revision(found: Row | None, now: float | None) -> Row | None:
    """`first` is None where a part of the figure was not listed at first."""
    if found is None:
        return None
    first = None if found["net"] is None or now is None else now - found["net"]
    return {"dataset": found["dataset"], "series": found["series"], "first": first}
