"""What the exceptions page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from data import exceptions_rows, queries
from data.catalogue import Catalogue, Dataset
from data.exceptions_described import described
from data.exceptions_rows import Judged
from data.periods import Coverage, month_range
from data.selection.exceptions import EVERYWHERE, Direction, ExceptionsSelection, from_params
from data.sources_view import Row
from data.statistics import expected_by_chance
from data.warehouse import Edition
from geo.areas import LONDON_CODE, find

ROWS_OF_PANEL = 7


def exceptions(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of components.exceptions.ExceptionsView for these parameters.

    `rows`: the exceptions that the filters let through, the most surprising first. `scope`: what was judged in the
    chosen area and part of the plan, whatever the other filters; `whole`: the same of the whole month.
    """
    covered, usual = months(edition, catalogue)
    chosen, corrections = from_params(params, catalogue, covered, usual)
    series = _judged(edition, catalogue, chosen.month)
    plan = {measure.id: measure.priority for measure in catalogue.measures}
    return {
        "catalogue": catalogue, "selection": chosen, "corrections": corrections,
        "edition": _note(edition, catalogue, series),
        "months": tuple(reversed(month_range(covered.first, covered.last))), "settled": usual,
        "whole": scope(series),
        "scope": scope(each for each in series if _is_in(plan[each.measure_id], each.area_code, chosen)),
        "rows": described(edition, catalogue, chosen.month, wanted=lambda row: _is_asked(row, plan, chosen)),
        "unreached": [row for row in _reaches(edition) if _is_unreached(row, plan, chosen)],
    }  # fmt: skip


def top(edition: Edition, catalogue: Catalogue, month: date, limit: int = ROWS_OF_PANEL) -> dict[str, Any]:
    """The most surprising exceptions of a month and how many there are, for a panel of another page."""

    def work() -> dict[str, Any]:
        series = _judged(edition, catalogue, month)
        whole = scope(series)
        return {
            **{name: whole[name] for name in ("judged", "higher", "lower", "clear", "by_chance")}, "month": month,
            "london": scope(each for each in series if each.area_code == LONDON_CODE),
            "boroughs": scope(each for each in series if each.area_code != LONDON_CODE),
            "rows": described(edition, catalogue, month, limit=limit),
        }  # fmt: skip

    return edition.once(("top exceptions", month, limit), work)


def months(edition: Edition, catalogue: Catalogue) -> tuple[Coverage, date]:
    """The months that can be chosen, from the first that was judged to the last with a figure; and the usual one: the
    latest month of the default measure that its publisher no longer revises."""
    reaches = _reaches(edition)
    last = max((row["last"] for row in reaches), default=None)
    first = min((row["first_judged"] for row in reaches if row["first_judged"]), default=last)
    if last is None or first is None:
        nothing = queries.last_month(edition.cursor, _usual_dataset(catalogue))
        return Coverage(nothing, nothing), nothing
    settled = next((row["last_settled"] for row in reaches if row["measure_id"] == catalogue.default_measure), None)
    return Coverage(first, last), min(max(settled or last, first), last)


def _reaches(edition: Edition) -> list[Row]:
    return edition.once("reaches of signals", lambda: exceptions_rows.reaches(edition.cursor))


def _judged(edition: Edition, catalogue: Catalogue, month: date) -> list[Judged]:
    known = {measure.id for measure in catalogue.measures}
    return [each for each in exceptions_rows.judged(edition.cursor, month) if each.measure_id in known]


def scope(series: Iterable[Judged]) -> dict[str, Any]:
    """The tally of some series, and how many of those judged would be exceptions `by_chance` alone."""
    told = exceptions_rows.tally(series)
    return {**told, "by_chance": expected_by_chance(told["judged"])}


def _is_in(priority: str, area_code: str, chosen: ExceptionsSelection) -> bool:
    """Whether a series belongs to the chosen part of the plan and to the chosen area."""
    area = None if chosen.area == EVERYWHERE else find(chosen.area)
    return chosen.plan in (None, priority) and (area is None or area.area_code == area_code)


def _is_asked(row: Row, plan: Mapping[str, str], chosen: ExceptionsSelection) -> bool:
    is_in = _is_in(plan[row["measure_id"]], row["area_code"], chosen)
    return is_in and chosen.direction in (Direction.ALL, row["signal"]) and (row["is_clear"] or not chosen.only_clear)


def _is_unreached(row: Row, plan: Mapping[str, str], chosen: ExceptionsSelection) -> bool:
    """Whether a measure of the chosen part of the plan has no month judged, or none that is the chosen one."""
    if chosen.plan not in (None, plan.get(row["measure_id"])):
        return False
    first, last = row["first_judged"], row["last_judged"]
    return row["measure_id"] in plan and (first is None or not first <= chosen.month <= last)


def _usual_dataset(catalogue: Catalogue) -> Dataset:
    return catalogue.dataset(catalogue.measure(catalogue.default_measure).dataset)


def _note(edition: Edition, catalogue: Catalogue, series: Iterable[Judged]) -> dict[str, Any]:
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
