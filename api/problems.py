"""Errors as RFC 9457 has them (application/problem+json): the same members whatever went wrong."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from http import HTTPStatus

import flask
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from api.rows import Problem
from data.warehouse import NoEdition, OldEdition, UnknownEdition

LOG = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
LONGEST_DETAIL = 300


class NotFound(LookupError):
    """What the address names is not there; says what, in a sentence."""


def problem(status: int, detail: str, *, parts: Sequence[tuple[str, str]] = ()) -> flask.Response:
    body = {
        "type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail[:LONGEST_DETAIL],
        "instance": flask.request.path, "errors": [{"where": where, "detail": said} for where, said in parts],
    }  # fmt: skip
    return flask.Response(json.dumps(body, ensure_ascii=False) + "\n", status, content_type=MEDIA_TYPE)


def not_valid(error: ValidationError) -> flask.Response:
    """For parameters that are not as the description of the interface says."""
    parts = [(".".join(map(str, each["loc"])) or "request", each["msg"]) for each in error.errors()]
    return problem(422, "; ".join(f"{where}: {said}" for where, said in parts), parts=parts)


def answer_to(error: Exception) -> flask.Response:
    """The problem that an error of the interface is."""
    match error:
        case NotFound():
            return problem(404, str(error))
        case UnknownEdition():
            return problem(404, f"There is no edition '{error}' here: /api/v1/editions lists those that are kept.")
        case OldEdition():
            return problem(404, f"The edition does not hold this: {error}.")
        case NoEdition():
            return problem(503, "No figures are loaded yet.")
        case HTTPException():
            response = problem(error.code or 500, error.description or "")
            for name, value in error.get_headers():
                if name == "Allow":
                    response.headers[name] = value
            return response
    LOG.exception("the interface failed at %s", flask.request.path, exc_info=error)
    return problem(500, "The answer could not be made.")


DESCRIBED = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
