"""Callbacks take what has the shape of what the browser's half of this app sends, and nothing else.

Dash trusts the body of a callback: a missing key or another page's ids end in an error of ours. What a value holds is
for the pages, which take anything for text and give the nearest view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import dash
import flask
import orjson

from web import metrics
from web.questions import CALLBACKS

PAGES_OF_DASH = "_pages"  # its own way of showing pages, which this app does not use


class Forged(ValueError):
    """The body is none that the app sends; says why."""


def add_check(server: flask.Flask, app: dash.Dash) -> None:
    """Answer forged bodies with 400. To be added after the answers that are kept: those were right."""

    def check() -> None:
        if flask.request.path != CALLBACKS or flask.request.method != "POST":
            return
        try:
            check_body(read(flask.request), app.callback_map)
        except Forged as error:
            metrics.REFUSED.labels("body").inc()
            flask.abort(400, f"{error}.")

    server.before_request(check)


def read(request: flask.Request) -> Any:
    """The body as JSON. Raises Forged where it is none, or is nested deeper than can be read."""
    try:
        return request.get_json(force=True, silent=True)
    except RecursionError:
        raise Forged("The body is nested too deeply") from None


def check_body(body: Any, callbacks: Mapping[str, Mapping[str, Any]]) -> None:
    """Raises Forged for a callback that is not there, or other outputs, inputs or state than its own."""
    if not isinstance(body, dict):
        raise Forged("The body is not a JSON object")
    output = body.get("output")
    if not isinstance(output, str) or output not in callbacks or output.lstrip(".").startswith(PAGES_OF_DASH):
        raise Forged("There is no such callback")
    known = callbacks[output]
    if "callback" not in known:
        raise Forged("That callback runs in the browser")
    sent = body.get("outputs")
    named = sent if isinstance(sent, list) else [sent]
    if [_name(each) for each in named] != _outputs(output) or isinstance(sent, list) != output.startswith(".."):
        raise Forged("The outputs are not those of the callback")
    for part, dash_name in (("inputs", "inputs"), ("state", "state")):
        _check_values(body.get(part, []), known[dash_name], part)
    if not _is_list_of(body.get("changedPropIds", []), lambda each: isinstance(each, str)):
        raise Forged("What has changed is not a list of names")


def _check_values(sent: Any, known: list[Mapping[str, Any]], part: str) -> None:
    expected = [f"{each['id']}.{each['property']}" for each in known]
    if not isinstance(sent, list) or [_name(each) for each in sent] != expected:
        raise Forged(f"The {part} of the callback is not its own")
    if not all(_is_readable(each.get("value")) for each in sent):
        raise Forged(f"The {part} of the callback cannot be read as text")


def _outputs(output: str) -> list[str]:
    """`..a.x...b.y..` as its parts."""
    return output[2:-2].split("...") if output.startswith("..") else [output]


def _name(each: Any) -> str | None:
    if not isinstance(each, dict) or not isinstance(each.get("id"), str) or not isinstance(each.get("property"), str):
        return None
    return f"{each['id']}.{each['property']}"


def _is_readable(value: Any) -> bool:
    """Whatever it is, the pages take it as text, and answer with it. So it can be written as JSON, which is UTF-8, has
    no number of more than 64 bits, and is nested no deeper than can be."""
    try:
        orjson.dumps(value)
    except (orjson.JSONEncodeError, RecursionError):
        return False
    return True


def _is_list_of(value: Any, holds: Callable[[Any], bool]) -> bool:
    return isinstance(value, list) and all(holds(each) for each in value)
