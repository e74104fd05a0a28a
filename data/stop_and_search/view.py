"""What the stop-and-search page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from data.catalogue import Catalogue
from data.residents import residents as residents_of
from data.selection.stop_and_search import SearchSelection, Sort, from_params
from data.stop_and_search import boroughs, groups, objects, published
from data.stop_and_search.declared import declared
from data.stop_and_search.figures import NO_RATE, SUPPRESSED, UNPLACED, Row, per_1000, tally
from data.stop_and_search.kept import Kept
from data.stop_and_search.months import months
from data.stop_and_search.offences import Offences, offences
from data.stop_and_search.periods import Year, months_of, usual_year, years
from data.stop_and_search.residents import ByGroup, by_group
from data.stop_and_search.tables import kept_of
from data.warehouse import Edition
from geo.areas import LONDON_CODE, find, london
from geo.areas import boroughs as every_borough
from geo.population import nearest_year

SOURCE = "Metropolitan Police Service through data.police.uk, stop and search"
EMPTY = ("months", "groups", "london_groups", "ages", "genders", "objects", "area_objects", "outcomes", "boroughs",
         "offence_bases")  # fmt: skip
NOWHERE = ("per_1000", "per_1000_lower", "per_1000_upper", "residents", "all_residents_year", "unknown",
           "unknown_share", "unknown_share_other", "residents_basis", "residents_year", "mixed_residents",
           "mixed_share", "offence", "city_searches", "no_outcome")  # fmt: skip


def gathered(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of components.stop_and_search.StopAndSearchView for these parameters."""
    every = years(edition)
    held = {year.key: list(_offences(edition, year)) for year in every}
    chosen, corrections = from_params(params, [year.key for year in every], usual_year(every), held)
    found = {
        "catalogue": catalogue, "selection": chosen, "corrections": corrections, "edition": _note(edition, every),
        "has_searches": bool(every), "periods": [_period(year) for year in every],
        "unplaced_limit": declared().unplaced_limit, **_place(chosen),
        "published": edition.once("searches published", lambda: published.facts(edition.cursor)),
        "findings": edition.once("searches findings", lambda: published.findings(edition.cursor)),
    }  # fmt: skip
    year = next((year for year in every if year.key == chosen.year), None)
    return {**found, **(_nothing() if year is None else _of_year(edition, catalogue, chosen, year))}


def _of_year(edition: Edition, catalogue: Catalogue, chosen: SearchSelection, year: Year) -> Row:
    now, by, area = kept_of(edition, year), chosen.by.value, _code(chosen)
    people = edition.once("residents by group", lambda: by_group(edition.cursor))
    own = people.people.get(area or LONDON_CODE, {})
    total = now.total if area is None else now.totals["area"].of(area) if year.placed else None
    missing = UNPLACED if area is not None and not year.placed else SUPPRESSED
    residents, residents_year = _residents(edition, year)
    everybody = sum(residents.get(each.area_code, 0) for each in every_borough())
    persons = everybody if area is None else residents.get(area)
    is_shown = area is None or bool(year.placed)
    rate = per_1000(total and total[0], persons) if is_shown else NO_RATE
    bases = boroughs.bases(now, catalogue, _offences(edition, year))
    offence = chosen.offence or (bases[0]["measure_id"] if bases else None)
    rows = boroughs.boroughs(
        now, by=by, chosen=area, residents=residents, people=people.people, offences=_offences(edition, year),
        bases=bases,
    )  # fmt: skip
    london_placed = boroughs.together(
        now, by=by, residents=residents, people=people.people.get(LONDON_CODE, {}), bases=bases
    )  # fmt: skip
    held = edition.once("search month counts", lambda: months_of(edition.cursor))
    found = {
        "period": _period(year), "total": tally(total, missing), "london": tally(now.total),
        "per_1000": rate[0], "per_1000_lower": rate[1], "per_1000_upper": rate[2],
        "residents": persons or None, "all_residents_year": residents_year,
        "months": months(now, held, area, persons, everybody),
        "groups": groups.ethnic(now, area, by, own, total) if is_shown else [],
        **edition.once(("searches of London", year.key, by), lambda: _of_london(now, by, people)),
        "ages": groups.plain(now, area, "age", total) if is_shown else [],
        "genders": groups.plain(now, area, "gender" if area is None else "gender-coarse", total) if is_shown else [],
        **_unknown(now, area, by, is_shown=is_shown), **_basis(now, area, people, own, is_shown=is_shown),
        "area_objects": objects.area_objects(now, area) if is_shown else [],
        "london_placed": london_placed,
        "map_breaks": boroughs.map_breaks(london_placed["per_1000"] if london_placed else None),
        "boroughs": _sorted(rows, chosen.sort, offence),
        "offence_bases": bases, "offence": offence,
        "blank_months": {name: of for name, of in now.blank_months.items() if of},
        "city_searches": _city(edition, year), "no_outcome": _small(now.no_outcome),
        "withheld_tables": tuple(f"{row} by {column}" for row, column in now.withheld),
    }  # fmt: skip
    return {**found, "hidden": _hidden(found)}


def _of_london(now: Kept, by: str, people: ByGroup) -> Row:
    """What is of London, whatever the area."""
    residents = people.people.get(LONDON_CODE, {})
    return {
        "london_groups": groups.ethnic(now, None, by, residents, now.total), "linked": objects.linked(now),
        "objects": objects.objects(now, by, residents), "outcomes": objects.outcomes(now, by),
    }  # fmt: skip


def _code(chosen: SearchSelection) -> str | None:
    area = find(chosen.area) if chosen.area else None
    return area.area_code if area else None


def _place(chosen: SearchSelection) -> Row:
    area = find(chosen.area) if chosen.area else None
    return {"area_code": area.area_code if area else LONDON_CODE, "is_london": area is None,
            "area_name": area.area_name if area else london().area_name}  # fmt: skip


def _period(year: Year) -> Row:
    return {"key": year.key, "label": year.label, "months": year.months, "unplaced": year.unplaced,
            "is_whole": year.is_whole}  # fmt: skip


def _note(edition: Edition, every: Sequence[Year]) -> Row:
    last = max((year.months[-1] for year in every), default=edition.facts.published_on.replace(day=1))
    return {"edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
            "last_month": last, "published_on": edition.facts.published_on, "source": SOURCE}  # fmt: skip


def _offences(edition: Edition, year: Year) -> Offences:
    return edition.once(("searches offences", year.key), lambda: offences(edition.cursor, year.placed))


def _residents(edition: Edition, year: Year) -> tuple[Mapping[str, int], int | None]:
    """Of the year in which the period ends, or the nearest to it: as in a borough's profile."""
    every = edition.once("residents", lambda: residents_of(edition.cursor))
    if not every:
        return {}, None
    nearest = nearest_year(year.months[-1].year, list(every))
    return every[nearest], nearest


def _unknown(now: Kept, area: str | None, by: str, *, is_shown: bool) -> Row:
    """How many of the searches have no ethnic group, as it was recorded one way and London's the other way."""
    other = "officer" if by == "self" else "self"
    found, beside = groups.cells(now, area, by) if is_shown else None, groups.cells(now, None, other)
    unknown = groups.unknown_of(*found) if found else None
    total = now.total if area is None else now.totals["area"].of(area)
    elsewhere = groups.unknown_of(*beside) if beside else None
    return {
        "unknown": unknown, "unknown_share": unknown / total[0] if unknown is not None and total else None,
        "unknown_share_other": elsewhere / now.total[0] if elsewhere is not None and now.total else None,
    }  # fmt: skip


def _basis(now: Kept, area: str | None, people: ByGroup, own: Mapping[str, int], *, is_shown: bool) -> Row:
    mixed = own.get("mixed")
    return {
        "residents_basis": people.basis, "residents_year": people.year, "mixed_residents": mixed,
        "mixed_share": mixed / sum(own.values()) if mixed is not None else None,
        "mixed_effect": groups.mixed_effect(now, area, own) if is_shown else {},
    }  # fmt: skip


def _sorted(rows: Sequence[Row], sort: Sort, offence: str | None) -> list[Row]:
    """The boroughs by the chosen column, what is not known last; the row of no borough at the end."""

    def figure(row: Row) -> float | None:
        if sort is Sort.OFFENCES:
            return next((each["per_100"] for each in row["offences"] if each["measure_id"] == offence), None)
        tally_ = row["tally"]
        named = {Sort.RATE: row["per_1000"], Sort.SEARCHES: tally_["searches"], Sort.SHARE: tally_["share"],
                 Sort.RATIO: row["ratio"]}  # fmt: skip
        return named.get(sort)

    own = [row for row in rows if not row["is_unplaced"]]
    if sort is not Sort.NAME:
        own.sort(key=lambda row: (figure(row) is None, -(figure(row) or 0)))
    return [*own, *(row for row in rows if row["is_unplaced"])]


def _city(edition: Edition, year: Year) -> int | None:
    """Searches by the City of London Police in the year's months; None: hidden."""
    query = "SELECT count(*) FROM stop_and_search WHERE force = 'city-of-london' AND list_contains(?, month)"
    return _small(edition.once(
        ("city searches", year.key), lambda: edition.cursor.execute(query, [list(year.months)]).fetchall()[0][0]
    ))  # fmt: skip


def _small(number: int) -> int | None:
    """A number of searches that may be shown: none, or 5 and more."""
    return None if 0 < number < 5 else number


def _hidden(found: Row) -> int:
    """How many cells of the tables of people on the page are hidden."""
    own = [row["tally"] for name in ("groups", "ages", "genders", "area_objects", "objects") for row in found[name]]
    of_objects = [each["tally"] for row in found["objects"] for each in row["groups"]]
    cells = [cell for row in found["outcomes"] for cell in row["cells"]]
    return sum(each["status"] == SUPPRESSED for each in (*own, *of_objects, *cells))


def _nothing() -> Row:
    """A view of an edition without searches."""
    empty = tally(None, "not_available")
    return {
        **{name: [] for name in EMPTY}, **dict.fromkeys(NOWHERE), "period": None, "total": empty, "london": empty,
        "london_placed": None, "map_breaks": (), "mixed_effect": {}, "blank_months": dict[str, tuple[date, ...]](),
        "hidden": 0, "withheld_tables": (),
        "linked": {"status": "blank", "linked": None, "not_linked": None, "blank": None},
    }  # fmt: skip
