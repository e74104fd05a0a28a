"""What the exceptions page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data import queries
from data.catalogue import Catalogue, Dataset
from data.exceptions import rows
from data.exceptions.chosen import Listed, is_in, is_unreached, listed_of, plan_of
from data.exceptions.described import described
from data.exceptions.rows import Series
from data.periods import Coverage, month_range
from data.selection.exceptions import FIRST_ROWS, from_params
from data.sources_view import Row
from data.statistics import expected_by_chance
from data.warehouse import Edition
from geo.areas import LONDON_CODE

ROWS_OF_PANEL = 7


def gathered(
    edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None], *, every_row: bool = False
) -> dict[str, Any]:
    """The fields of components.exceptions.ExceptionsView for these parameters.

    `rows`: the exceptions that the filters let through, the most surprising first; no more than the first of them
    unless all are asked for, by the address or by `every_row`. `listed`: how many pass; `above`: how many of those are
    clear. `scope`: what was judged in the chosen areas and part of the plan, whatever the other filters; `whole`: in
    the month.
    """
    covered, usual = months(edition, catalogue)
    chosen, corrections = from_params(params, catalogue, covered, usual)
    series, plan = _series(edition, catalogue, chosen.month), plan_of(catalogue)
    listed = list(listed_of(series, plan, chosen))
    shown = listed if every_row or chosen.all_rows else listed[:FIRST_ROWS]
    return {
        "catalogue": catalogue, "selection": chosen, "corrections": corrections,
        "edition": _note(edition, catalogue, series),
        "months": tuple(reversed(month_range(covered.first, covered.last))), "settled": usual,
        "whole": scope(series), "scope": scope(each for each in series if is_in(each, plan, chosen)),
        "listed": len(listed), "above": sum(each.series.is_clear for each in listed),
        "rows": described(edition, catalogue, chosen.month, shown, series),
        "unreached": [row for row in _reaches(edition) if is_unreached(row, plan, chosen)],
    }  # fmt: skip


def top(edition: Edition, catalogue: Catalogue, month: date, limit: int = ROWS_OF_PANEL) -> dict[str, Any]:
    """The most surprising exceptions of a month and how many there are, for a panel of another page."""

    def work() -> dict[str, Any]:
        series = _series(edition, catalogue, month)
        whole = scope(series)
        first = [Listed(rank, rank, each) for rank, each in enumerate(rows.ranked(series)[:limit], 1)]
        return {
            **{name: whole[name] for name in ("judged", "higher", "lower", "clear", "by_chance")}, "month": month,
            "london": scope(each for each in series if each.area_code == LONDON_CODE),
            "boroughs": scope(each for each in series if each.area_code != LONDON_CODE),
            "rows": described(edition, catalogue, month, first, series),
        }  # fmt: skip

    return edition.once(("top exceptions", month, limit), work)


def months(edition: Edition, catalogue: Catalogue) -> tuple[Coverage, date]:
    """The months that can be chosen, from the first that was judged to the last with a figure; and the usual one: the
    latest month of the default measure that its publisher no longer revises."""
    looked_at = plan_of(catalogue)
    reaches = [row for row in _reaches(edition) if row["measure_id"] in looked_at]
    last = max((row["last"] for row in reaches), default=None)
    first = min((row["first_judged"] for row in reaches if row["first_judged"]), default=last)
    if last is None or first is None:
        nothing = queries.last_month(edition.cursor, _usual_dataset(catalogue))
        return Coverage(nothing, nothing), nothing
    settled = next((row["last_settled"] for row in reaches if row["measure_id"] == catalogue.default_measure), None)
    return Coverage(first, last), min(max(settled or last, first), last)


def scope(series: Iterable[Series]) -> dict[str, Any]:
    """The tally of some series, and how many of those judged would be exceptions `by_chance` alone."""
    told = rows.tally(series)
    return {**told, "by_chance": expected_by_chance(told["judged"])}


def _reaches(edition: Edition) -> list[Row]:
    return edition.once("reaches of signals", lambda: rows.reaches(edition.cursor))


def _series(edition: Edition, catalogue: Catalogue, month: date) -> list[Series]:
    looked_at = plan_of(catalogue)
    return [each for each in rows.month_of(edition.cursor, month) if each.measure_id in looked_at]


def _usual_dataset(catalogue: Catalogue) -> Dataset:
    return catalogue.dataset(catalogue.measure(catalogue.default_measure).dataset)


def _note(edition: Edition, catalogue: Catalogue, series: Iterable[Series]) -> dict[str, Any]:
    """The fields of EditionNote: how far the default dataset goes, and whose figures are looked at."""
    measures = {each.measure_id for each in series}
    used = [d for d in catalogue.datasets if any(m.dataset == d.id and m.id in measures for m in catalogue.measures)]
    usual = _usual_dataset(catalogue)
    publishers = list(dict.fromkeys(dataset.publisher for dataset in used or [usual]))
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": edition.once(("last_month", usual.id), lambda: queries.last_month(edition.cursor, usual)),
        "published_on": edition.facts.published_on,
        "source": f"{' and '.join(publishers)}, recorded and flagged offences",
    }  # fmt: skip
