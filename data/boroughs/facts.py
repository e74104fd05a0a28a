"""Who lives in a borough and which Basic Command Unit polices it. The unit is the one that geo/areas.csv declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.areas import Area, boroughs, find
from geo.population import nearest_year


def facts(area: Area, year: int, residents: Mapping[int, Mapping[str, int]]) -> dict[str, Any]:
    """`residents` of the year nearest to `year` that the edition has; the unit's name and its boroughs' names."""
    nearest = nearest_year(year, list(residents)) if residents else None
    unit = find(area.parent_code) if area.parent_code else None
    return {
        "residents": residents[nearest].get(area.area_code) if nearest is not None else None,
        "residents_year": nearest,
        "unit": unit.area_name if unit else None,
        "unit_boroughs": tuple(a.area_name for a in boroughs() if unit and a.parent_code == unit.area_code),
    }
