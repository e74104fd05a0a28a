"""What patterns know of an area by its code: its name, its short name, and its slug in addresses."""

from __future__ import annotations

from components.patterns import words
from geo.areas import Area, boroughs, city

SHORT_NAMES = {
    "barking-and-dagenham": "Barking & Dag.",
    "hammersmith-and-fulham": "Hamm. & Fulham",
    "kensington-and-chelsea": "Kens. & Chelsea",
}


def short_name(area: Area) -> str:
    """For a phone."""
    return SHORT_NAMES.get(area.slug, area.map_label or area.area_name)


def declare() -> None:
    """Make the tables known to patterns."""
    words("area", {area.area_code: area.area_name for area in (*boroughs(), city())})
    words("short", {area.area_code: short_name(area) for area in boroughs()})
    words("slug", {area.area_code: area.slug for area in boroughs()})
