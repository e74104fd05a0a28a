"""What a change of a page is told to follow from: the address asked for, and which of its parameters are new.

A browser says what it shows, so that an answer may leave alone what stays. Which of several things it showed makes no
difference to the answer, only what is no longer so: readers who come to a view from different places can share one.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

NEW = "\0"  # no parameter's value


def params_of(search: object) -> dict[str, str]:
    """A query string's parameters; what a forged request puts in its place counts as text too."""
    return dict(parse_qsl(str(search or "").removeprefix("?")))


def standing(search: object, shown: object) -> dict[str, str]:
    """The parameters on screen that the address asks for again, and NEW for every other of either."""
    asked, there = params_of(search), params_of(shown)
    return {name: there[name] if asked.get(name) == there.get(name) else NEW for name in {**asked, **there}}


def question(body: bytes) -> bytes:
    """The body of a change such that two which are answered alike are the same: see `standing`.

    Everything else about it stays, and a body that is not of that kind stays as it is.
    """
    try:
        told = json.loads(body)
        search = _value(told["inputs"], "search")
        shown = next(each for each in told["state"] if each["property"] == "shown")
        new = sorted(name for name, value in standing(search, shown["value"]).items() if value == NEW)
        shown["value"] = new
        return json.dumps(told, sort_keys=True).encode()
    except (ValueError, LookupError, TypeError, StopIteration, AttributeError, RecursionError):
        return body


def _value(given: Any, name: str) -> Any:
    return next(each["value"] for each in given if each["property"] == name)
