"""Exceptions with the names, caveats and revisions that belong to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from data import exceptions_rows
from data.catalogue import Catalogue, Polarity
from data.exceptions_revised import revised as revised_figures
from data.periods import add_months
from data.sources_view import Row
from data.warehouse import Edition
from geo.areas import LONDON_CODE, find

MONTHS_LOOKED_AT = 36  # the baseline and the months judged against it: a break among them bears on the range


def described(
    edition: Edition, catalogue: Catalogue, month: date, wanted: Callable[[Row], bool] = lambda row: True,
    limit: int | None = None,
) -> list[Row]:
    """The month's exceptions that are `wanted`, the most surprising first, each with its `rank` among them all.

    `revised`: where its revision is listed, and the figure that was published first; None where nothing was revised.
    """
    known = {measure.id for measure in catalogue.measures}
    found = [row for row in exceptions_rows.exceptions(edition.cursor, month) if row["measure_id"] in known]
    chosen = [{**row, "rank": rank} for rank, row in enumerate(found, 1) if wanted(row)][:limit]
    about = {measure_id: _about(catalogue, measure_id, month) for measure_id in {row["measure_id"] for row in chosen}}
    revised = revised_figures(edition, catalogue, month) if chosen else {}
    return [
        {**row, **about[row["measure_id"]], **_place(row["area_code"]),
         "revised": _revision(revised.get((row["measure_id"], row["area_code"])), row["offences"])}
        for row in chosen
    ]  # fmt: skip


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
