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
    """The parameters on screen, with NEW for each that the address asks to be another.

    One that it does not ask for stays as it is: only the answer can tell what comes in its place.
    """
    asked, there = params_of(search), params_of(shown)
    return {**there, **{name: NEW for name, value in asked.items() if there.get(name) != value}}


def question(body: bytes) -> bytes:
    """The body of a change such that two which are answered alike are the same: see `standing`.

    Everything else about it stays, and a body that is not of that kind stays as it is.
    """
    try:
        told = json.loads(body)
        search = _value(told["inputs"], "search")
        shown = next(each for each in told["state"] if each["property"] == "shown")
        asked = params_of(search)
        found = sorted(standing(search, shown["value"]).items())
        shown["value"] = [(name, value) for name, value in found if asked.get(name) != value]
        return json.dumps(told, sort_keys=True).encode()
    except (ValueError, LookupError, TypeError, StopIteration, AttributeError, RecursionError):
        return body


def _value(given: Any, name: str) -> Any:
    return next(each["value"] for each in given if each["property"] == name)
