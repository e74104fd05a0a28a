"""What the pages share when they answer: parameters in, files out. (Dash passes over files that begin with _.)"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar
from urllib.parse import urlencode

import flask
from dash import Input, Output, State, callback

from components.parts import ANSWER, Page, View
from components.routes import NoPage
from components.site import site_address
from data.view_file import Addresses, ViewFile, metadata
from data.warehouse import Edition, warehouse
from web.caching import answered_before, kept
from web.changes import params_of, standing

__all__ = ["connect", "edition_asked", "on_screen", "params_of", "query_of", "serve_files"]
V = TypeVar("V", bound=View)
NOT_OF_THE_VIEW = ("download", "edition")  # parameters of a file's address that select nothing on the page


def query_of(params: dict[str, str]) -> str:
    """Parameters as the query string that they came from."""
    return f"?{urlencode(params)}" if params else ""


def on_screen(now: View, *, search: str, shown: str, edition: str) -> dict[str, str] | None:
    """The parameters of what the browser shows, as far as it follows from them what stays; None of another edition."""
    return standing(search, shown) if edition == now.edition.edition_id else None


def connect(page: Page[V], view: Callable[[Mapping[str, str]], V]) -> None:
    """Answer the page's address: every part that a new one changes. `view` gathers what parameters ask for."""

    @callback(
        [*(Output(page.address, name) for name in ANSWER), *(Output(place, "markup") for place in page.parts)],
        Input(page.address, "search"), State(page.address, "shown"), State(page.address, "edition"),
        prevent_initial_call=True,
    )  # fmt: skip
    def show(search: str, shown: str, edition: str) -> list[Any]:
        now = view(params_of(search))
        before = on_screen(now, search=search, shown=shown, edition=edition)
        return [*page.answer(now, asked=search).values(), *page.answers(now, before)]


@contextmanager
def edition_asked() -> Iterator[Edition]:
    """The edition that the address of a file names, or the one in use; kept open until the block ends."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition(flask.g.get("edition_id")) as edition:
        yield edition


def serve_files(server: flask.Flask, path: str, file_of: Callable[..., ViewFile]) -> None:
    """Answer `path` with .csv, .json and .metadata.json after it: what the view of the same parameters shows.

    `file_of(params, whole=…, **variables)`: the view's file from the edition that `edition_asked` gives; `whole`: all
    that ?download=all promises. Raises NoPage where there is no view. ?edition= names an edition that is kept.
    """
    made = {"csv": _csv, "json": _json, "metadata.json": _metadata}
    for kind, make in made.items():
        endpoint = f"{path} {kind}".replace(".", " ")
        server.get(f"{path}.{kind}", endpoint=endpoint)(_route(path, kind, make, file_of))


def _route(path: str, kind: str, make: Callable[..., Any], file_of: Callable[..., ViewFile]) -> Callable[..., Any]:
    def answer(**variables: str) -> flask.Response:
        asked = flask.request.args
        fixed = asked.get("edition") or None
        with warehouse(flask.current_app.config["EDITIONS"]).edition(fixed) as edition:
            facts = edition.facts
        flask.g.edition_id = facts.edition_id  # one edition for all that this request looks up
        if (same := answered_before(facts)) is not None:
            return same
        whole = asked.get("download") == "all"
        params = {name: value for name, value in asked.items() if name not in NOT_OF_THE_VIEW}
        try:
            file = file_of(params, whole=whole, **variables)
        except NoPage:
            flask.abort(404)
        if file.edition.edition_id != facts.edition_id:
            flask.abort(404, "The files of this page are of the edition in use only.")
        addresses = Addresses(site_address(), _filled(path, variables), whole)
        response = make(file, addresses)
        response.headers["Link"] = f'<{addresses.of(file)["metadata.json"]}>; rel="describedby"'
        return kept(response, facts, is_fixed=fixed is not None)

    return answer


def _filled(path: str, variables: Mapping[str, str]) -> str:
    for name, value in variables.items():
        path = path.replace(f"<{name}>", value)
    return path


def _csv(file: ViewFile, addresses: Addresses) -> flask.Response:
    return _sent(file, file.sheet.csv_pieces(), addresses, "csv", "text/csv")


def _json(file: ViewFile, addresses: Addresses) -> flask.Response:
    about = {**file.about(), "addresses": addresses.of(file)}
    return _sent(file, file.sheet.json_pieces(about), addresses, "json", "application/json")


def _metadata(file: ViewFile, addresses: Addresses) -> flask.Response:
    said = json.dumps(metadata(file, addresses), ensure_ascii=False, indent=1)
    return _sent(file, iter([f"{said}\n"]), addresses, "metadata.json", "application/json")


def _sent(
    file: ViewFile, pieces: Iterator[str], addresses: Addresses, ending: str, kind: str
) -> flask.Response:
    """A CSV is saved, the others are shown; what is too long to hold goes out as it is made."""
    name = f"{file.name}{'-all' if addresses.whole else ''}.{ending}"
    shown = "attachment" if ending == "csv" else "inline"
    body = "".join(pieces) if file.sheet.is_held else flask.stream_with_context(pieces)
    headers = {"Content-Disposition": f'{shown}; filename="{name}"'}
    return flask.Response(body, content_type=f"{kind}; charset=utf-8", headers=headers)
