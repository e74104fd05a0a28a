"""A page in parts: each is made from the view, and is written anew only when a parameter it follows has changed."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from dash import no_update

from components.patterns import Sketch, fill
from components.render import to_html
from components.shell import failed_part
from components.site import site_address
from components.unshared import not_kept
from data.lately import Lately

LOG = logging.getLogger(__name__)
KEPT = Lately(400)  # parts, of some kilobytes each
ANSWER = ("edition", "answered", "shown", "fields", "title")  # what the address learns from an answer


class Chosen(Protocol):
    """What every selection can say of itself."""

    def to_params(self) -> dict[str, str]: ...
    def to_query(self) -> str: ...


class Note(Protocol):
    """What every edition's note says; notes that say the same are equal, and have one hash."""

    @property
    def edition_id(self) -> str: ...


class View(Protocol):
    """What every view has: the selection it shows, and a note on the edition it was made from."""

    @property
    def selection(self) -> Any: ...  # a Chosen; a page's own functions take its own kind of selection
    @property
    def edition(self) -> Note: ...


V = TypeVar("V", bound=View)
# What makes a part, and the parameters that it follows.
Parts = Mapping[str, tuple[Callable[[V], Any], Collection[str]]]


def markup(
    parts: Parts[V], place: str, view: V, *, may_fail: Collection[str], drawn_from: Collection[str] | None = None
) -> str | Sketch:
    """The part's markup, or in its place that it did not load, when it is one of those that may fail.

    `drawn_from`: all the parameters that, beside the edition, the part's markup is made of, so that what they gave
    before can be given again; None where it is made of more.
    """
    try:
        if drawn_from is None:
            return _made(parts, place, view)
        return KEPT.get(_key(place, view, drawn_from), lambda: _made(parts, place, view))
    except Exception:
        if place not in may_fail:
            raise
        LOG.exception("the part '%s' failed", place)  # of what: the log names no query
        not_kept()
        return to_html(failed_part())


def _made(parts: Parts[V], place: str, view: V) -> str | Sketch:
    made = parts[place][0](view)
    if not isinstance(made, Sketch):
        return to_html(made)
    return made if any(not isinstance(piece, str) for piece in made) else fill(made)


def _key(place: str, view: V, drawn_from: Collection[str]) -> Hashable:
    """The site's address too: code to copy holds it."""
    now = view.selection.to_params()
    return place, view.edition, site_address(), tuple(now.get(name) for name in drawn_from)


def changed(view: V, before: Mapping[str, str] | None, names: Collection[str]) -> set[str]:
    """Which of the parameters `names` differ from those of what is on screen (None: another edition's)."""
    now = view.selection.to_params()
    return {name for name in names if before is None or before.get(name) != now.get(name)}


def rewritten(
    parts: Parts[V], view: V, altered: Collection[str], *, always: Collection[str], may_fail: Collection[str],
    drawn_from: Mapping[str, Collection[str]] | None = None,
) -> list[Any]:  # fmt: skip
    """The new markup of each part, in their order; those that follow nothing altered are left as they are.

    `drawn_from`: of each part that can be given again, as for `markup`.
    """
    known = drawn_from or {}
    return [
        markup(parts, place, view, may_fail=may_fail, drawn_from=known.get(place))
        if place in always or not {*altered}.isdisjoint(follows)
        else no_update
        for place, (_, follows) in parts.items()
    ]  # fmt: skip


@dataclass(frozen=True)
class Page(Generic[V]):
    """A page made of parts alone: what its callback answers.

    `address`: the id of its Address. `parts`: the ids of what an answer may write, in the callback's order; ids are the
    page's own, for the callbacks of all pages live in one place. `names`: every parameter of its address.
    `corrections`: the id of the part that is written with every answer. `fields`, `title`: the controls' values and
    the document's title.
    """

    address: str
    parts: Parts[V]
    names: Collection[str]
    corrections: str
    may_fail: Collection[str]
    fields: Callable[[Any], Mapping[str, str]]
    title: Callable[[V], str]

    def answer(self, view: V, *, asked: str) -> dict[str, Any]:
        """The values of ANSWER, in its order."""
        chosen = view.selection
        values = (view.edition.edition_id, asked, chosen.to_query(), self.fields(chosen), self.title(view))
        return dict(zip(ANSWER, values, strict=True))

    def answers(self, view: V, before: Mapping[str, str] | None) -> list[Any]:
        """The new content of each part; `before` holds the parameters on screen, None where of another edition."""
        altered = changed(view, before, self.names)
        return rewritten(self.parts, view, altered, always=(self.corrections,), may_fail=self.may_fail)

    def part(self, place: str, view: V) -> str | Sketch:
        """The part's markup, or in its place that it did not load."""
        return markup(self.parts, place, view, may_fail=self.may_fail)
