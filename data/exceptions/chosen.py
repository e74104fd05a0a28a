"""Which series are looked at, and which of them the reader's filters let through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from data.catalogue import Catalogue
from data.exceptions.rows import Series, ranked
from data.selection.exceptions import BOROUGHS, EVERYWHERE, Direction, ExceptionsSelection
from data.sources_view import Row
from geo.areas import LONDON_CODE, find

Plan = Mapping[str, str]  # id of a measure that is looked at -> its area of the plan


class Listed(NamedTuple):
    """An exception with its place in a list, and its place among all exceptions of the month."""

    rank: int
    rank_in_month: int
    series: Series


def plan_of(catalogue: Catalogue) -> dict[str, str]:
    """The measures that are looked at. An older form of a measure would list the same offences twice, so it is left
    out; the q values of an edition allow for it all the same."""
    return {measure.id: measure.priority for measure in catalogue.measures if measure.older_form_of is None}


def listed_of(series: Iterable[Series], plan: Plan, chosen: ExceptionsSelection) -> Iterator[Listed]:
    """The exceptions that pass every filter, the most surprising first."""
    rank = 0
    for in_month, each in enumerate(ranked(series), 1):
        is_asked = chosen.direction in (Direction.ALL, each.signal) and (each.is_clear or not chosen.only_clear)
        if is_asked and is_in(each, plan, chosen):
            rank += 1
            yield Listed(rank, in_month, each)


def is_in(series: Series, plan: Plan, chosen: ExceptionsSelection) -> bool:
    """Whether a series belongs to the chosen part of the plan and to the chosen areas."""
    return chosen.plan in (None, plan[series.measure_id]) and _is_of(series.area_code, chosen.area)


def _is_of(area_code: str, asked: str) -> bool:
    if asked in (EVERYWHERE, BOROUGHS):
        return asked == EVERYWHERE or area_code != LONDON_CODE
    area = find(asked)
    return area is not None and area.area_code == area_code


def is_unreached(reach: Row, plan: Plan, chosen: ExceptionsSelection) -> bool:
    """Whether a measure of the chosen part of the plan has no month judged, or none that is the chosen one."""
    if reach["measure_id"] not in plan or chosen.plan not in (None, plan[reach["measure_id"]]):
        return False
    first, last = reach["first_judged"], reach["last_judged"]
    return first is None or not first <= chosen.month <= last
