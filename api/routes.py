"""The addresses of the interface: each resource under /latest and under /editions/<edition_id>."""

from __future__ import annotations

from collections.abc import Callable

import flask
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.openapi import OpenAPI

from api import parameters as asked
from api import rows as given
from api.answers import DATED, LATEST, ROOT, editions, page, responses, url
from api.bulk_routes import add_bulk
from api.problems import answer_to
from api.resources import RESOURCES, Resource
from data.catalogue import catalogue
from web.caching import kept


def register(server: OpenAPI) -> None:
    api = APIBlueprint("api", __name__, url_prefix=ROOT)
    api.register_error_handler(Exception, answer_to)
    api.get(
        "/editions", tags=[DATED], summary="Editions", description="Every edition that is kept, newest first.",
        operation_id="editions", responses=responses(given.EditionRow),
    )(every_edition)  # fmt: skip
    for resource in RESOURCES:
        for prefix, tag in (("/latest", LATEST), ("/editions/<edition_id>", DATED)):
            api.get(
                f"{prefix}{resource.path}", tags=[tag], summary=resource.says[0], description=resource.says[1],
                operation_id=f"{tag.name.lower()}_{resource.path.strip('/')}", responses=responses(resource.row),
            )(_view(resource, is_dated=tag is DATED))  # fmt: skip
    add_bulk(api)
    server.register_api(api)


def _view(resource: Resource, *, is_dated: bool) -> Callable[..., flask.Response]:
    """The library reads a view's parameters from its annotations."""

    def dated(path: asked.EditionPath, query: asked.Paged) -> flask.Response:
        return _answer(resource, query, path.edition_id)

    def latest(query: asked.Paged) -> flask.Response:
        return _answer(resource, query, None)

    view: Callable[..., flask.Response] = dated if is_dated else latest
    view.__annotations__ = {**({"path": asked.EditionPath} if is_dated else {}), "query": resource.asked}
    view.__name__ = f"{view.__name__}_{resource.path.strip('/')}"
    return view


def _answer(resource: Resource, query: asked.Paged, edition_id: str | None) -> flask.Response:
    with editions().edition(edition_id) as edition:
        total, rows = resource.find(edition, catalogue(), query)
        answer = page(edition.facts, total, rows, query, resource.path)
        return kept(answer, edition.facts, is_fixed=bool(edition_id))


def every_edition(query: asked.Paged) -> flask.Response:
    house = editions()
    with house.edition() as edition:
        facts = edition.facts
    flask.g.question = None  # which editions are kept does not follow from the one in use: answered anew each time
    rows = [{
        "edition_id": each.edition_id, "kind": "demonstration" if each.is_demonstration else "official",
        "published_on": each.published_on, "is_latest": each.edition_id == facts.edition_id,
        "url": url(f"/editions/{each.edition_id}/measures"),
    } for each in house.kept()]  # fmt: skip
    return page(facts, len(rows), rows[query.offset : query.offset + query.limit], query, "")
