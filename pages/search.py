"""Search: measures, places, pages and words, by what people call them."""

from __future__ import annotations

import dash
from dash.development.base_component import Component

from components import search
from components.map_view import EditionNote
from components.unshared import not_kept
from data.boroughs.view import note
from data.catalogue import catalogue
from data.search import search as found_in
from pages._serving import edition_asked

dash.register_page(__name__, path=search.PATH, name="Search", title="Search")


def layout(q: str = "", **_: str) -> list[Component]:
    """The page for what was typed; unknown parameters are passed over."""
    not_kept()
    named = {page["path"]: page["name"] for page in dash.page_registry.values() if not page.get("path_template")}
    with edition_asked() as edition:
        found = found_in(edition, catalogue(), q, named) if q.strip() else None
        about = EditionNote(**note(edition, catalogue()))
    return search.page(found, edition=about)
