"""Where each thing that was found leads."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from components.borough.address import profile_address
from components.search_form import PATH
from data.topics import topic
from geo.areas import Area, find
from geo.place_lists import name_key

TOPICS = ("hate-crime", "safeguarding")
# Words, address, and what it shows, so that links of the same words differ for who hears them.
Way = tuple[str, str, str]


def of_measure(entry: Any, area: Area | None) -> tuple[Way, ...]:
    """The map of a count, in a borough where one was named, and its other pages; the one page of what is no count."""
    if entry.kind == "count":
        return tuple(_of_count(entry, area))
    if entry.kind == "survey":
        where = {"area": area.slug} if area else {}
        return (("Satisfaction", f"/satisfaction?{urlencode({'measure': entry.key, **where})}", _in(entry, area)),)
    return (("Overview", f"/#{entry.area}", entry.name),)


def _of_count(entry: Any, area: Area | None) -> list[Way]:
    chosen = {"measure": entry.key, **({"area": area.slug} if area else {})}
    named = _in(entry, area)
    series = {"series": f"{entry.key}:{area.slug if area else 'london'}"}
    topics = [topic(name) for name in TOPICS]
    return [
        ("Crime map", f"/crime-map?{urlencode(chosen)}", named),
        ("Trends", f"/trends?{urlencode(series, safe=':')}", named),
        *((each.name, f"{each.path}?{urlencode(chosen)}", named) for each in topics if entry.key in each.measures),
    ]


def _in(entry: Any, area: Area | None) -> str:
    return f"{entry.name}, {area.area_name}" if area else str(entry.name)


def of_other(entry: Any) -> str:
    """A page's own address; a word's place in the list of words."""
    return entry.key if entry.kind == "page" else f"/data-and-methods#{entry.key}"


def profile(slug: str) -> str:
    return profile_address(slug)


def of_place(place: Any) -> list[tuple[str, str]]:
    """Profiles of its boroughs; where it lies in one, also its wards and its briefing."""
    if len(place.boroughs) != 1:
        return [(_name(slug), profile(slug)) for slug in place.boroughs]
    slug = place.boroughs[0]
    return [(f"Profile of {_name(slug)}", profile(slug)), (f"Wards of {_name(slug)}", f"{profile(slug)}/wards"),
            (f"{_name(slug)} on the crime map", f"/crime-map?{urlencode({'area': slug})}")]  # fmt: skip


def _name(slug: str) -> str:
    area = find(slug)
    return area.area_name if area else slug


def search_address(words: str) -> str:
    return f"{PATH}?{urlencode({'q': words})}"


def is_named(entry: Any, text: str) -> bool:
    """Whether the text is one of its names."""
    return name_key(text) in entry.names
