"""Who finds the site from elsewhere: what a page says of itself, the card of its link, the map of the site, robots."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import flask
from dash import html
from werkzeug.exceptions import HTTPException

from components.elements import Address
from components.head import About, told
from components.map_view import EditionNote
from components.overview.data import FILES as OVERVIEW
from components.overview.view import PATH as HOME
from components.pictures import file_address, words_card
from components.render import to_html
from components.shell import PRODUCT
from components.site import site_address
from data.warehouse import EditionFacts, NoEdition, warehouse
from web.png import png

CARD = "/card.png"
PICTURE = "picture "  # what the endpoints of pictures begin with
NOT_LISTED = ("/search",)  # what leads to pages and is none to come to
PageAt = Callable[[str, dict[str, str]], tuple[Any, int]]


def about_page(path: str, content: Any, status: int, *, title: str) -> About:
    """What the head of a page's document says of it."""
    facts = facts_in_use()
    is_demonstration = facts is not None and facts.is_demonstration
    if status != 200:
        return About(title, "", "", is_demonstration, is_listed=False)
    query, shown = canonical_query(content), path.rstrip("/") or "/"
    # Without parameters the address is the one that always has the newest figures.
    canonical = f"{site_address()}{shown}{query if flask.request.query_string else ''}"
    is_listed = not is_demonstration and shown not in NOT_LISTED
    return About(title, canonical, f"{site_address()}{card_address(shown, query)}", is_demonstration, is_listed)


def canonical_query(content: Any) -> str:
    """The query of what is on screen, where the page has one."""
    parts = html.Div(content)._traverse()  # type: ignore[no-untyped-call]
    return next((str(getattr(part, "shown", "")) for part in parts if isinstance(part, Address)), "")


def card_address(path: str, query: str) -> str:
    """Where the card of a view is: of its figure, or of its headline."""
    files = OVERVIEW if path == HOME else path
    if _is_pictured(files):
        return file_address(files, query, "png", size="card")
    return f"{CARD}?{urlencode({'of': f'{path}{query}'})}"


def _is_pictured(path: str) -> bool:
    """Whether there is a picture at a path, which may be one of a template."""
    try:
        endpoint, _ = flask.current_app.url_map.bind("").match(f"{path}.png")
    except HTTPException:
        return False
    return str(endpoint).startswith(PICTURE)


def facts_in_use() -> EditionFacts | None:
    try:
        with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
            return edition.facts
    except NoEdition:
        return None


def add_about(server: flask.Flask, page_at: PageAt, paths: Callable[[], Iterable[str]]) -> None:
    """`page_at`: a page's content and status. `paths`: every address that stands by itself."""

    @server.get(CARD, endpoint="card")
    def card() -> flask.Response:
        """The headline of any page of ours, as a picture."""
        of = urlsplit(flask.request.args.get("of", "/"))
        content, status = page_at(of.path, dict(parse_qsl(of.query)))
        facts = facts_in_use()
        if status != 200 or facts is None:
            flask.abort(404)
        heading, below = told(to_html(html.Div(content)))
        note = EditionNote(facts.edition_id, facts.is_demonstration, facts.published_on, facts.published_on,
                           "named on the page")  # fmt: skip
        answer = flask.Response(png(words_card(heading or PRODUCT, below, note)), content_type="image/png")
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer

    @server.get("/sitemap.xml", endpoint="sitemap")
    def sitemap() -> flask.Response:
        """Every page, since when its figures stand."""
        facts = facts_in_use()
        if facts is None:
            flask.abort(404)
        content = site_map(site_address(), paths(), facts.published_on)
        return flask.Response(content, content_type="application/xml; charset=utf-8")

    @server.get("/robots.txt", endpoint="robots")
    def robots() -> flask.Response:
        said = ["User-agent: *", *(f"Disallow: {path}" for path in (*NOT_LISTED, "/boroughs?q=", "/embed/", "/_dash-")),
                "Disallow: /*download=all", "", f"Sitemap: {site_address()}/sitemap.xml"]  # fmt: skip
        return flask.Response("\n".join([*said, ""]), content_type="text/plain; charset=utf-8")


def site_map(site: str, paths: Iterable[str], changed: date) -> str:
    listed = "\n".join(
        f"<url><loc>{escape(f'{site}{path}')}</loc><lastmod>{changed:%Y-%m-%d}</lastmod></url>"
        for path in paths if path not in NOT_LISTED
    )  # fmt: skip
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{listed}\n</urlset>\n'
