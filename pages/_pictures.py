"""Pages with a figure answer it as SVG, as PNG, as the card of a link, and as a document for frames."""

from __future__ import annotations

from collections.abc import Callable

import flask

from components.pictures import Picture, document, figure_card, sheet, site_font
from components.routes import NoPage
from components.site import site_address
from data.warehouse import warehouse
from pages._serving import NOT_OF_THE_VIEW
from web.about import PICTURE
from web.caching import kept
from web.png import png
from web.static_files import STYLE_SHEET

CARD, SVG = "card", "image/svg+xml; charset=utf-8"
NOT_OF_THE_PICTURE = (*NOT_OF_THE_VIEW, "size")
ZOOM = 1.5  # a sheet of 1,200 px as 1,800
PictureOf = Callable[..., Picture]


def serve_pictures(server: flask.Flask, path: str, picture_of: PictureOf) -> None:
    """Answer `path` with .svg and .png after it, and with /embed before it: the view of the same parameters.

    `picture_of(params, **variables)`: the view's picture; `variables` are those of the path. Raises NoPage for none.
    ?edition= names an edition that is kept; ?size=card gives the PNG as the card of a link, 1,200 by 630.
    """
    made = {f"{path}.svg": _svg, f"{path}.png": _png, f"/embed{path}": _frame}
    for address, make in made.items():
        endpoint = f"{PICTURE}{address}".replace(".", " ")
        server.get(address, endpoint=endpoint)(_route(make, picture_of))


def _route(make: Callable[[Picture], flask.Response], picture_of: PictureOf) -> Callable[..., flask.Response]:
    def answer(**variables: str) -> flask.Response:
        asked: dict[str, str] = flask.request.args.to_dict()
        fixed = asked.get("edition") or None
        with warehouse(flask.current_app.config["EDITIONS"]).edition(fixed) as edition:
            facts = edition.facts
        flask.g.edition_id = facts.edition_id  # one edition for all that this request looks up
        try:
            params = {name: value for name, value in asked.items() if name not in NOT_OF_THE_PICTURE}
            picture = picture_of(params, **variables)
        except NoPage:
            flask.abort(404)
        if picture.edition.edition_id != facts.edition_id:
            flask.abort(404, "The pictures of this page are of the edition in use only.")
        response = make(picture)
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # an image that others may show
        return kept(response, facts, is_fixed=fixed is not None)

    return answer


def _svg(picture: Picture) -> flask.Response:
    return _sent(sheet(picture, font_css=site_font(), site=site_address()), f"{picture.name}.svg", SVG)


def _png(picture: Picture) -> flask.Response:
    if flask.request.args.get("size") == CARD:
        return _sent(png(figure_card(picture)), f"{picture.name}-card.png", "image/png")
    return _sent(png(sheet(picture, site=site_address()), zoom=ZOOM), f"{picture.name}.png", "image/png")


def _frame(picture: Picture) -> flask.Response:
    style = flask.current_app.config[STYLE_SHEET]
    return flask.Response(document(picture, style=style, site=site_address()))


def _sent(content: str | bytes, name: str, kind: str) -> flask.Response:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return flask.Response(content, content_type=kind, headers=headers)
