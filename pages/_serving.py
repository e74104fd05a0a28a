"""What the pages share when they answer: parameters in, files out. (Dash passes over files that begin with _.)"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import flask


def params_of(search: object) -> dict[str, str]:
    """A query string's parameters; what a forged request puts in its place counts as text too."""
    return dict(parse_qsl(str(search or "").removeprefix("?")))


def query_of(params: dict[str, str]) -> str:
    """Parameters as the query string that they came from."""
    return f"?{urlencode(params)}" if params else ""


def as_file(content: str, name: str, kind: str) -> flask.Response:
    """A download."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return flask.Response(content, content_type=f"{kind}; charset=utf-8", headers=headers)
