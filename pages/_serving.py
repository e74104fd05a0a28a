"""What the pages share when they answer: parameters in, files out. (Dash passes over files that begin with _.)"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlencode

import flask
from dash import Input, Output, State, callback

from components.parts import ANSWER, Page, View

V = TypeVar("V", bound=View)


def params_of(search: object) -> dict[str, str]:
    """A query string's parameters; what a forged request puts in its place counts as text too."""
    return dict(parse_qsl(str(search or "").removeprefix("?")))


def query_of(params: dict[str, str]) -> str:
    """Parameters as the query string that they came from."""
    return f"?{urlencode(params)}" if params else ""


def connect(page: Page[V], view: Callable[[Mapping[str, str]], V]) -> None:
    """Answer the page's address: every part that a new one changes. `view` gathers what parameters ask for."""

    @callback(
        [*(Output(page.address, name) for name in ANSWER), *(Output(place, "markup") for place in page.parts)],
        Input(page.address, "search"), State(page.address, "shown"), State(page.address, "edition"),
        prevent_initial_call=True,
    )  # fmt: skip
    def show(search: str, shown: str, edition: str) -> list[Any]:
        now = view(params_of(search))
        before = params_of(shown) if edition == now.edition.edition_id else None
        return [*page.answer(now, asked=search).values(), *page.answers(now, before)]


def as_file(content: str, name: str, kind: str) -> flask.Response:
    """A download."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return flask.Response(content, content_type=f"{kind}; charset=utf-8", headers=headers)
