"""Finding a borough: what was typed and the edition's wards in, places out. Nothing that was typed is kept."""

from __future__ import annotations

from data.boroughs import queries
from data.warehouse import Edition
from geo.places import Found, find_places


def places(edition: Edition, asked: str) -> tuple[Found, ...]:
    """The places that `asked` may mean, the best first. Wards of either generation are known where they were loaded."""
    return find_places(asked, edition.once("wards", lambda: queries.wards(edition.cursor)))
