"""The addresses of the interface: each resource under /latest and under /editions/<edition_id>."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import flask
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from flask_openapi3.openapi import OpenAPI
from pydantic import BaseModel, Field, create_model

from api import parameters as asked
from api import rows as given
from api.problems import DESCRIBED, answer_to
from api.resources import RESOURCES, Resource
from data.catalogue import catalogue
from data.warehouse import EditionFacts, UnknownEdition, Warehouse, warehouse
from web.caching import kept

Responses = dict[str | int | HTTPStatus, Any]
ROOT = "/api/v1"
JSON = "application/json; charset=utf-8"
LATEST = Tag(name="Latest", description="The edition in use. Answers change when the next one is put in use.")
DATED = Tag(name="Editions", description="An edition by its id. Answers never change while the edition is kept.")
REFUSALS: Responses = {
    status: {"description": words, "content": DESCRIBED}
    for status, words in (
        ("404", "There is no such thing in this edition, or no such edition."),
        ("422", "A parameter is not as described."),
        ("503", "No edition is loaded yet."),
    )
}
SAME: Responses = {"304": {"description": "The reader holds this answer already (If-None-Match)."}}


class Page(BaseModel):
    """What every list says before its rows."""

    edition: str = Field(description="Id of the edition that the rows are from.")
    is_demonstration: bool = Field(description="Whether the figures are made up.")
    published_on: date
    total: int = Field(ge=0, description="How many rows there are in all.")
    limit: int
    offset: int
    next: str | None = Field(description="Where the next rows are, in the same edition; null after the last.")


def register(server: OpenAPI) -> None:
    api = APIBlueprint("api", __name__, url_prefix=ROOT)
    api.register_error_handler(Exception, answer_to)
    api.get(
        "/editions", tags=[DATED], summary="Editions", description="Every edition that is kept, newest first.",
        operation_id="editions", responses=_responses(given.EditionRow),
    )(_editions)  # fmt: skip
    for resource in RESOURCES:
        for prefix, tag in (("/latest", LATEST), ("/editions/<edition_id>", DATED)):
            summary, rest = resource.says
            api.get(
                f"{prefix}{resource.path}", tags=[tag], summary=summary, description=rest,
                operation_id=f"{tag.name.lower()}_{resource.path.strip('/')}",
                responses=_responses(resource.row),
            )(_view(resource, is_dated=tag is DATED))  # fmt: skip
    server.register_api(api)


def _responses(row: type[given.Row]) -> Responses:
    name = f"{row.__name__.removesuffix('Row')}Page"
    page = create_model(name, __base__=Page, rows=(list[row], ...))  # type: ignore[valid-type]
    return {"200": page, **SAME, **REFUSALS}


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


def editions() -> Warehouse:
    return warehouse(flask.current_app.config["EDITIONS"])


def _answer(resource: Resource, query: asked.Paged, edition_id: str | None) -> flask.Response:
    with editions().edition(edition_id) as edition:
        total, rows = resource.find(edition, catalogue(), query)
        return kept(_page(edition.facts, total, rows, query, resource.path), edition.facts, is_fixed=bool(edition_id))


def _page(facts: EditionFacts, total: int, rows: Any, query: asked.Paged, path: str) -> flask.Response:
    after = query.offset + query.limit
    onward = _url(f"/editions/{facts.edition_id}{path}", {**_given(query), "offset": after}) if after < total else None
    body = {
        "edition": facts.edition_id, "is_demonstration": facts.is_demonstration, "published_on": facts.published_on,
        "total": total, "limit": query.limit, "offset": query.offset, "next": onward, "rows": rows,
    }  # fmt: skip
    response = flask.Response(to_json(body), content_type=JSON)
    if onward:
        response.headers["Link"] = f'<{onward}>; rel="next"'
    return response


def _given(query: asked.Paged) -> dict[str, Any]:
    return query.model_dump(exclude_unset=True, exclude_none=True)


def _url(path: str, params: dict[str, Any] | None = None) -> str:
    query = f"?{urlencode(params, doseq=True)}" if params else ""
    return f"{flask.request.host_url.rstrip('/')}{ROOT}{path}{query}"


def to_json(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, allow_nan=False, default=_as_text) + "\n"


def _as_text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot stand in an answer")


def _editions(query: asked.Paged) -> flask.Response:
    """Every edition that is kept, newest first."""
    house = editions()
    with house.edition() as edition:
        facts = edition.facts
    rows = [{
        "edition_id": each.edition_id, "kind": "demonstration" if each.is_demonstration else "official",
        "published_on": each.published_on, "is_latest": each.edition_id == facts.edition_id,
        "url": _url(f"/editions/{each.edition_id}/measures"),
    } for each in house.kept()]  # fmt: skip
    shown = rows[query.offset : query.offset + query.limit]
    return _page(facts, len(rows), shown, query, "")


_editions.__annotations__ = {"query": asked.Paged}
__all__ = ["ROOT", "UnknownEdition", "register"]
