"""Everything that one view of stop and search shows, gathered by the page and handed to the components."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from components.map_view import EditionNote
from components.stop_and_search.records import (
    AreaObject,
    Borough,
    Group,
    Linked,
    Month,
    ObjectGroup,
    OffenceBase,
    Outcome,
    OutcomeCell,
    Period,
    PerOffence,
    PublishedFact,
    PublishedFinding,
    SearchObject,
    Tally,
)
from data.catalogue import Catalogue
from data.selection.stop_and_search import SearchSelection

PATH = "/stop-and-search"


@dataclass(frozen=True, kw_only=True, eq=False)
class StopAndSearchView:
    """One view. `total`: the chosen area in the period (a borough: in Period.placed); `london`: all searches by the
    Met in the whole period. `groups`, `ages`, `genders`: of the chosen area; empty where the table is withheld as a
    whole or the area has no figures. Genders of a borough are 'male', 'female' and 'rest' (other, or not recorded).
    `london_groups`: of London, whatever the area (the same where London is chosen). `objects`, `outcomes`: of London,
    whatever the area; `area_objects`: of a borough, empty for London.

    `unknown`, `unknown_share`: the area's searches of unknown ethnicity (not stated, not recorded), by the chosen way
    of recording; `unknown_share_other`: London's by the other way. `residents_basis` 'Census 2021' and `residents_year`
    2021, None without residents by group; `mixed_residents`: of the area, who have no category of their own in the
    officer's record, and `mixed_share` of all its residents by group. `mixed_effect`: by group key, officer-defined
    only, the ratio if every one of them were counted among that group's residents (None for 'white' itself).
    `london_placed`: the 32 boroughs together, as a row of `boroughs`; None where no borough has figures. `map_breaks`:
    four round edges between the classes of the boroughs' `per_1000`; empty without figures.
    `residents`, `all_residents_year`: of the area, all groups, mid-year estimate, for rates by area and month.
    `unplaced_limit`: share of a month's searches without a borough above which borough figures are withheld.
    `blank_months`: by 'age', 'gender', 'object', 'self', 'officer', 'linked': months of the period that give it of no
    search. `city_searches`: by the City of London Police in these months, counted nowhere here; None where hidden.
    `no_outcome`: London searches without any outcome, counted among those not found. `hidden`: how many cells of the
    tables shown are hidden. `withheld_tables`: names of whole tables not shown in this period. `offence_bases`: those
    the edition has for the months; `offence`: the measure id chosen of them, None without any.
    `has_searches`: False in an edition without searches: then period, tallies and tables are empty.
    """

    catalogue: Catalogue
    selection: SearchSelection
    edition: EditionNote
    corrections: tuple[str, ...]
    has_searches: bool
    periods: tuple[Period, ...]
    period: Period | None
    area_code: str
    area_name: str
    is_london: bool
    total: Tally
    london: Tally
    per_1000: float | None
    per_1000_lower: float | None
    per_1000_upper: float | None
    residents: int | None
    all_residents_year: int | None
    months: tuple[Month, ...]
    groups: tuple[Group, ...]
    london_groups: tuple[Group, ...]
    ages: tuple[Group, ...]
    genders: tuple[Group, ...]
    unknown: int | None
    unknown_share: float | None
    unknown_share_other: float | None
    residents_basis: str | None
    residents_year: int | None
    mixed_residents: int | None
    mixed_share: float | None
    mixed_effect: dict[str, float | None]
    objects: tuple[SearchObject, ...]
    area_objects: tuple[AreaObject, ...]
    outcomes: tuple[Outcome, ...]
    linked: Linked
    boroughs: tuple[Borough, ...]
    london_placed: Borough | None
    map_breaks: tuple[float, ...]
    offence_bases: tuple[OffenceBase, ...]
    offence: str | None
    unplaced_limit: float
    blank_months: dict[str, tuple[date, ...]]
    city_searches: int | None
    no_outcome: int | None
    hidden: int
    withheld_tables: tuple[str, ...]
    published: tuple[PublishedFact, ...]
    findings: tuple[PublishedFinding, ...]


def _outcome(row: dict[str, Any]) -> Outcome:
    return Outcome(**{**row, "cells": tuple(OutcomeCell(**cell) for cell in row["cells"])})


def _object(row: dict[str, Any]) -> SearchObject:
    groups = tuple(ObjectGroup(**{**each, "tally": Tally(**each["tally"])}) for each in row["groups"])
    both = {name: Tally(**row[name]) for name in ("tally", "known")}
    return SearchObject(**{**row, **both, "groups": groups})


def _groups(rows: list[dict[str, Any]]) -> tuple[Group, ...]:
    return tuple(Group(**{**row, "tally": Tally(**row["tally"])}) for row in rows)


def _borough(row: dict[str, Any]) -> Borough:
    offences = tuple(PerOffence(**each) for each in row["offences"])
    return Borough(**{**row, "tally": Tally(**row["tally"]), "offences": offences})


def view_of(found: dict[str, Any]) -> StopAndSearchView:
    """The view from what data.stop_and_search gathers."""
    return StopAndSearchView(**{
        **found, "edition": EditionNote(**found["edition"]), "period": found["period"] and Period(**found["period"]),
        "periods": tuple(Period(**row) for row in found["periods"]),
        "total": Tally(**found["total"]), "london": Tally(**found["london"]), "linked": Linked(**found["linked"]),
        "months": tuple(Month(**row) for row in found["months"]),
        **{name: _groups(found[name]) for name in ("groups", "london_groups", "ages", "genders")},
        "objects": tuple(_object(row) for row in found["objects"]),
        "area_objects": tuple(AreaObject(**{**row, "tally": Tally(**row["tally"])}) for row in found["area_objects"]),
        "outcomes": tuple(_outcome(row) for row in found["outcomes"]),
        "boroughs": tuple(_borough(row) for row in found["boroughs"]),
        "london_placed": _borough(found["london_placed"]) if found["london_placed"] else None,
        "offence_bases": tuple(OffenceBase(**row) for row in found["offence_bases"]),
        "published": tuple(PublishedFact(**row) for row in found["published"]),
        "findings": tuple(PublishedFinding(**row) for row in found["findings"]),
    })  # fmt: skip


def address(**params: str | None) -> str:
    """The page with these parameters, those that are None left out: `address(year="2017-18", area="camden")`."""
    given = {name: value for name, value in params.items() if value is not None}
    return f"{PATH}?{urlencode(given)}" if given else PATH
