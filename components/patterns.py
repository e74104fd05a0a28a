"""Markup that repeats itself, sent as values: the pattern of a row stands once, in the script and here.

A part that a change rewrites is mostly rows that differ in a few figures. Such a part is a Sketch: pieces of markup,
and rows of values with the name of their pattern. `fill` makes the markup of it for the first response;
assets/patterns.js does the same in the browser, so that both are one text (tests/browser/test_patterns.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from components.figures import svg

SLOT = re.compile(r"\{(#?[a-z_]+)(?:\+([\d.]+)|:([a-z]+))?\}")
LOOSE = re.compile("[{}]")
Part = str | int | list[Any]


class Sketch(list[Any]):
    """Strings of markup, and rows of a pattern: what `Pattern.rows` gives. JSON writes it as a list."""


def joined(*parts: str | Sketch) -> Sketch:
    """One sketch of several; markup that follows markup becomes one piece."""
    whole = Sketch()
    for piece in (each for part in parts for each in _pieces(part)):
        if not isinstance(piece, str):
            whole.append(_once(piece, whole))
        elif whole and isinstance(whole[-1], str):
            whole[-1] += piece
        else:
            whole.append(piece)
    return whole


def _pieces(part: str | Sketch) -> Iterable[Any]:
    """Each with its own rows: numbers of pieces count within one sketch."""
    if isinstance(part, str):
        return [part]
    return (each if isinstance(each, str) else [each[0], each[1], _rows(each, part)] for each in part)


def _rows(piece: Sequence[Any], sketch: Sketch) -> Any:
    return sketch[piece[2]][2] if isinstance(piece[2], int) else piece[2]


def _once(piece: Sequence[Any], whole: Sketch) -> Sequence[Any]:
    """The piece with the number of an earlier one in place of its rows, where both were given the very same."""
    name, common, rows = piece
    earlier = (place for place, each in enumerate(whole) if not isinstance(each, str) and each[2] is rows)
    return [name, common, next(earlier, rows)]


class Pattern:
    """Markup with slots. `{name}` takes a value, escaped unless it is a Sketch; None leaves it empty.
    `{#name+19.6}` is a number: the value of a common slot, and 19.6 more in each further row. `{code:name}` is what the
    table of words `name` says of the value, nothing where it says nothing: see `words`.

    `common`: the slots that all rows of a piece share; `row`: those of each. Names are separated by spaces; one that
    does not occur is passed over, so that several patterns may share their rows. Raises ValueError for a slot that is
    not declared, one declared twice, a brace that belongs to none, and a pattern's name given twice.
    """

    known: dict[str, Pattern] = {}
    tables: dict[str, Mapping[str, str]] = {}

    def __init__(self, name: str, text: str, *, common: str = "", row: str = "") -> None:
        if name in Pattern.known:
            raise ValueError(f"there are two patterns named '{name}'")
        self.name, self.slots = name, [*common.split(), *row.split()]
        self.common, self.row = len(common.split()), len(row.split())
        if twice := sorted({slot for slot in self.slots if self.slots.count(slot) > 1}):
            raise ValueError(f"pattern '{name}' declares twice: {twice}")
        used = {match[1].removeprefix("#") for match in SLOT.finditer(text)}
        if strange := used - set(self.slots):
            raise ValueError(f"pattern '{name}' has slots that are not declared: {sorted(strange)}")
        self.parts = list(self._parts(text))
        if loose := next((part for part in self.parts if isinstance(part, str) and LOOSE.search(part)), None):
            raise ValueError(f"pattern '{name}' has a brace that belongs to no slot: '{loose}'")
        Pattern.known[name] = self

    def _parts(self, text: str) -> Iterable[Part]:
        """Markup, the number of a slot, [the number of a slot, what each row adds], or [it, the name of a table]."""
        at = 0
        for match in SLOT.finditer(text):
            yield text[at : match.start()]
            slot = self.slots.index(match[1].removeprefix("#"))
            yield [slot, match[3]] if match[3] else [slot, float(match[2])] if match[1].startswith("#") else slot
            at = match.end()
        yield text[at:]

    def rows(self, rows: Sequence[Sequence[Any]], *common: Any) -> list[Any]:
        """The piece of a Sketch that has these rows. Raises ValueError where values and slots differ in number."""
        if len(common) != self.common or any(len(row) != self.row for row in rows):
            raise ValueError(f"pattern '{self.name}' takes {self.common} common values and {self.row} a row")
        return [self.name, list(common), rows]

    def filled(self, common: Sequence[Any], rows: Sequence[Sequence[Any]]) -> str:
        return "".join(self._row([*common, *row], number, written) for number, row in enumerate(rows))

    def texts(self, common: Sequence[Any], rows: Sequence[Sequence[Any]]) -> list[str]:
        """Each row as text, in which nothing is escaped: for words that are no markup."""
        return [self._row([*common, *row], number, _plain) for number, row in enumerate(rows)]

    def _row(self, values: Sequence[Any], number: int, write: Callable[[Any], str]) -> str:
        return "".join([
            part if isinstance(part, str) else
            write(values[part]) if isinstance(part, int) else
            self._more(part, values, number, write)
            for part in self.parts
        ])  # fmt: skip

    def _more(self, part: list[Any], values: Sequence[Any], number: int, write: Callable[[Any], str]) -> str:
        slot, more = part
        if isinstance(more, str):
            return write(Pattern.tables[more].get(str(values[slot])))
        return svg.number(values[slot] + more * number)


def fill(sketch: str | Sketch) -> str:
    """The markup of a part. What is a string already stays as it is."""
    if isinstance(sketch, str):
        return sketch
    return "".join(piece if isinstance(piece, str) else _piece(piece, sketch) for piece in sketch)


def _piece(piece: Sequence[Any], sketch: Sketch) -> str:
    """A number in place of rows: those of the piece of that number."""
    return Pattern.known[piece[0]].filled(piece[1], _rows(piece, sketch))


def written(value: Any) -> str:
    """A value as it stands in the markup."""
    if value is None:
        return ""
    return fill(value) if isinstance(value, Sketch) else escape(str(value), quote=True)


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def words(name: str, table: Mapping[str, str]) -> None:
    """Declare a table of words that patterns may take from: what never changes need not be sent with a row."""
    Pattern.tables[name] = table


def as_data() -> dict[str, dict[str, Any]]:
    """Every pattern and every table of words by its name, for the script."""
    patterns = {name: pattern.parts for name, pattern in sorted(Pattern.known.items())}
    return {"patterns": patterns, "words": {name: dict(table) for name, table in sorted(Pattern.tables.items())}}
