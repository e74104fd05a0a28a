"""A page in parts: each is made from the view, and is written anew only when a parameter it follows has changed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from typing import Any, Protocol, TypeVar

from dash import no_update

from components.render import to_html
from components.shell import failed_part

LOG = logging.getLogger(__name__)


class Chosen(Protocol):
    """What every selection can say of itself."""

    def to_params(self) -> dict[str, str]: ...
    def to_query(self) -> str: ...


class View(Protocol):
    """What every view has: the selection it shows."""

    @property
    def selection(self) -> Chosen: ...


V = TypeVar("V", bound=View)
# What makes a part, and the parameters that it follows.
Parts = Mapping[str, tuple[Callable[[V], Any], Collection[str]]]


def markup(parts: Parts[V], place: str, view: V, *, may_fail: Collection[str]) -> str:
    """The part's markup, or in its place that it did not load, when it is one of those that may fail."""
    try:
        return to_html(parts[place][0](view))
    except Exception:
        if place not in may_fail:
            raise
        LOG.exception("the part '%s' of %s failed", place, view.selection.to_query())
        return to_html(failed_part())


def changed(view: V, before: Mapping[str, str] | None, names: Collection[str]) -> set[str]:
    """Which of the parameters `names` differ from those of what is on screen (None: another edition's)."""
    now = view.selection.to_params()
    return {name for name in names if before is None or before.get(name) != now.get(name)}


def rewritten(parts: Parts[V], view: V, altered: Collection[str], *, always: Collection[str],
              may_fail: Collection[str]) -> list[Any]:  # fmt: skip
    """The new markup of each part, in their order; those that follow nothing altered are left as they are."""
    return [
        markup(parts, place, view, may_fail=may_fail) if place in always or not {*altered}.isdisjoint(follows)
        else no_update
        for place, (_, follows) in parts.items()
    ]  # fmt: skip
