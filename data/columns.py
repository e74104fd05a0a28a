"""What the columns of the views' files hold: their kinds and descriptions, declared once in columns.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from data.marks import is_mark

FILE = Path(__file__).with_name("columns.toml")


class Kind(StrEnum):
    """How a cell is read. STATUS: a word, or a mark that stands for one."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    DATE = "date"
    MONTH = "month"
    YES_NO = "yes_no"
    STATUS = "status"


@dataclass(frozen=True)
class Column:
    """A column of a file; `says` is empty for one that columns.toml does not declare."""

    name: str
    kind: Kind
    says: str


@cache
def declared() -> dict[str, Column]:
    """Every column of columns.toml by its name. Raises ValueError that names an entry without kind or description."""
    found = {}
    for name, entry in tomllib.loads(FILE.read_text(encoding="utf-8")).items():
        if set(entry) != {"kind", "says"} or entry["kind"] not in {*Kind}:
            raise ValueError(f"columns.toml, '{name}': kind (one of {', '.join(Kind)}) and says are needed: {entry}")
        found[name] = Column(name, Kind(entry["kind"]), entry["says"])
    return found


def column(name: str, cells: Iterable[str]) -> Column:
    """The declared column, or one whose kind its `cells` tell: a number when every one that is no mark reads as one."""
    known = declared().get(name)
    if known is not None:
        return known
    held = [cell for cell in cells if cell and not is_mark(cell)]
    return Column(name, Kind.NUMBER if held and all(map(_is_number, held)) else Kind.TEXT, "")


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
