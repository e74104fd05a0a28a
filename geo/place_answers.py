"""What a search for a place can answer: boroughs, neighbourhoods, wards, postcode districts, each in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from geo.areas import boroughs, city, find
from geo.place_lists import District, Place, load_places, name_key

Kind = Literal["borough", "neighbourhood", "postcode district", "ward", "not covered"]
KINDS: tuple[Kind, ...] = ("borough", "neighbourhood", "postcode district", "ward", "not covered")

CITY_SAYS = "has its own police force, so no figure here is about it."
OUTSIDE_SAYS = "Outside London, where another police force serves."


@dataclass(frozen=True)
class Found:
    """One answer. `boroughs` are slugs of the 32, none for 'not covered'; `detail` is a sentence or two to show."""

    kind: Kind
    name: str
    boroughs: tuple[str, ...]
    detail: str


def answers(wards: Iterable[tuple[str, str]]) -> tuple[Found, ...]:
    """Everything that has a name, without a ward that says only what its namesake says already."""
    return tuple(_without_repeats([*_named(), *_wards(wards)]))


def district_answer(district: District) -> Found:
    """A postcode district and the boroughs it is known to reach."""
    code, ours = district.outward_code, _without_city(district.boroughs)
    if not ours:
        return Found("not covered", code, (), f"In the City of London, which {CITY_SAYS}")
    where = f"{listed(district.boroughs)}; also {district.elsewhere}" if district.elsewhere else listed(ours)
    return Found("postcode district", code, ours, f"Reaches {where}. It may reach other boroughs too.")


def unknown_district(code: str) -> Found:
    """A postcode district that stands in neither table."""
    return Found("not covered", code, (), f"The table here does not have {code}. Try a neighbourhood or a ward.")


def listed(slugs: Iterable[str]) -> str:
    """Names of boroughs as in 'Brent, Camden and Westminster'."""
    names = [area.area_name for slug in slugs if (area := find(slug)) is not None]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


@cache
def _named() -> tuple[Found, ...]:
    found = [Found("borough", area.area_name, (area.slug,), "London borough.") for area in boroughs()]
    found.append(Found("not covered", city().area_name, (), f"The City of London {CITY_SAYS}"))
    found.extend(map(_place, load_places()))
    return tuple(found)


def _place(place: Place) -> Found:
    ours = _without_city(place.boroughs)
    if ours:
        detail = f"In {listed(place.boroughs)}. Neighbourhoods have no official limits."
        return Found("neighbourhood", place.name, ours, detail)
    in_city = f"In the City of London, which {CITY_SAYS}"
    return Found("not covered", place.name, (), in_city if place.boroughs else OUTSIDE_SAYS)


def _without_city(slugs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(slug for slug in slugs if slug != city().slug)


def _wards(wards: Iterable[tuple[str, str]]) -> Iterator[Found]:
    """Wards of one name are one answer. Those of the City are left out: it is found by its own name."""
    by_name: dict[str, tuple[str, set[str]]] = {}
    for name, code in wards:
        area = find(code)
        if area is not None and area.area_type == "borough" and area.policed_by_met:
            by_name.setdefault(name_key(name), (name, set()))[1].add(area.slug)
    for name, slugs in by_name.values():
        yield Found("ward", name, tuple(sorted(slugs)), f"Ward in {listed(sorted(slugs))}.")


def _without_repeats(named: Iterable[Found]) -> Iterator[Found]:
    behind: dict[str, set[str]] = {}
    for found in named:
        known = behind.setdefault(name_key(found.name), set())
        if not found.boroughs or not known.issuperset(found.boroughs):
            yield found
        known.update(found.boroughs)
