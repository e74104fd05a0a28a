"""The web server with the interface on it. It is a Flask server in every other way."""

from __future__ import annotations

import json

import flask
from flask_openapi3.models.info import Info
from flask_openapi3.models.license import License
from flask_openapi3.openapi import OpenAPI
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from api import problems
from api.answers import ROOT
from api.routes import register
from web.caching import ALLOWED

DESCRIPTION = (
    "Policing in London by measure, area and period. Addresses under /latest follow the edition in use; those under "
    "/editions/<edition_id> keep giving what they gave, as long as the edition is kept. No key is needed."
)
LICENCE = License(
    name="Open Government Licence v3.0",
    url="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)
PREFLIGHT = {
    **ALLOWED, "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match, Range", "Access-Control-Max-Age": "86400",
}  # fmt: skip


class Server(OpenAPI):
    """Routes of pages are Flask's own: only what is registered as the interface is described as it."""

    get = flask.Flask.get


def make_server(name: str) -> OpenAPI:
    """A server whose description of the interface is at /api/v1/openapi.json."""
    info = Info(title="London Policing Performance", version="1", description=DESCRIPTION, license=LICENCE)
    server = Server(
        name, info=info, doc_ui=False, validation_error_callback=problems.not_valid, security_schemes={},
        static_folder=None,
    )  # fmt: skip
    register(server)
    server.get(f"{ROOT}/openapi.json", endpoint="openapi")(_description)
    server.register_error_handler(HTTPException, _error)
    server.get("/api/<path:_>", endpoint="no_api")(_nothing)
    server.after_request(_open_to_other_sites)
    return server


def _description() -> flask.Response:
    said = json.dumps(flask.current_app.api_doc, ensure_ascii=False)  # type: ignore[attr-defined]
    return flask.Response(said + "\n", content_type="application/json")  # in the order of the code


def _nothing(_: str) -> flask.Response:
    return problems.problem(404, f"There is nothing at this address: {ROOT}/openapi.json describes what there is.")


def _error(error: HTTPException) -> Response | HTTPException:
    return problems.answer_to(error) if _is_ours() else error


def _is_ours() -> bool:
    return flask.request.path.startswith("/api/")


def _open_to_other_sites(response: flask.Response) -> flask.Response:
    if _is_ours():
        response.headers.update(PREFLIGHT if flask.request.method == "OPTIONS" else ALLOWED)
    return response
