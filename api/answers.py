"""What answers of the interface have in common: pages of rows, addresses, and how they are described."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

import flask
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel, Field, create_model

from api import parameters as asked
from api import rows as given
from api.problems import DESCRIBED
from components.site import site_address
from data.warehouse import EditionFacts, Warehouse, warehouse

ROOT = "/api/v1"
JSON = "application/json; charset=utf-8"
LATEST = Tag(name="Latest", description="The edition in use. Answers change when the next one is put in use.")
DATED = Tag(name="Editions", description="An edition by its id. Answers never change while the edition is kept.")
Responses = dict[str | int | HTTPStatus, Any]
REFUSALS = {
    "404": "There is no such thing in this edition, or no such edition.", "416": "There is no such part of the file.",
    "414": "The address is longer than the site takes.", "422": "A parameter is not as described.",
    "503": "No edition is loaded yet.",
}  # fmt: skip
SAME = "The reader holds this answer already (If-None-Match)."


class Page(BaseModel):
    """What every list says before its rows."""

    edition: str = Field(description="Id of the edition that the rows are from.")
    is_demonstration: bool = Field(description="Whether the figures are made up.")
    published_on: date
    total: int = Field(ge=0, description="How many rows there are in all.")
    limit: int
    offset: int
    next: str | None = Field(description="Where the next rows are, in the same edition; null after the last.")


def refusals(*statuses: str) -> Responses:
    """The answers without rows, each as it is described."""
    found: Responses = {status: {"description": REFUSALS[status], "content": DESCRIBED}
                        for status in sorted({*statuses, "414"} - {"304"})}  # fmt: skip
    return {**found, "304": {"description": SAME}} if "304" in statuses else found


def responses(row: type[given.Row]) -> Responses:
    """Of a list of such rows."""
    name = f"{row.__name__.removesuffix('Row')}Page"
    listed = create_model(name, __base__=Page, rows=(list[row], ...))  # type: ignore[valid-type]
    return {"200": listed, **refusals("304", "404", "422", "503")}


def editions() -> Warehouse:
    return warehouse(flask.current_app.config["EDITIONS"])


def page(
    facts: EditionFacts, total: int, rows: Sequence[dict[str, Any]], query: asked.Paged, path: str
) -> flask.Response:
    """Rows of a list, and where the next are: in the same edition, so that no page is of another."""
    after = query.offset + query.limit
    onward = url(f"/editions/{facts.edition_id}{path}", {**_given(query), "offset": after}) if after < total else None
    body = {
        "edition": facts.edition_id, "is_demonstration": facts.is_demonstration, "published_on": facts.published_on,
        "total": total, "limit": query.limit, "offset": query.offset, "next": onward, "rows": rows,
    }  # fmt: skip
    response = flask.Response(_to_json(body), content_type=JSON)
    if onward:
        response.headers["Link"] = f'<{onward}>; rel="next"'
    return response


def url(path: str, params: dict[str, Any] | None = None) -> str:
    """The whole address of a path of the interface."""
    query = f"?{urlencode(params, doseq=True)}" if params else ""
    return f"{site_address()}{ROOT}{path}{query}"


def _given(query: asked.Paged) -> dict[str, Any]:
    return query.model_dump(exclude_unset=True, exclude_none=True)


def _to_json(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, allow_nan=False, default=_as_text) + "\n"


def _as_text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} cannot stand in an answer")
