"""tables.toml, read and checked: which published tables the pages show, and what should follow from what in them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from data.catalogue import Entry, Sentence

FILE = Path(__file__).with_name("tables.toml")
Kind = Literal["spending", "income", "reserves", "allowance", "saving", "people"]


class Column(Entry):
    """`label` as printed. `of`: this column should be the first named less the second; `variance`: which is from a
    budget, plan or target. `share_of`: this column should be the first as a percentage of the second."""

    label: str
    head: str = Field(min_length=1)
    of: tuple[str, str] | None = None
    variance: bool = False
    share_of: tuple[str, str] | None = None


class Total(Entry):
    """The row `row` should be the sum of `parts`; in `columns`, or in every column without any."""

    row: str
    parts: tuple[str, ...] = Field(min_length=2)
    columns: tuple[str, ...] = ()


class Table(Entry):
    """One table of a document; `also` names a second printed table whose rows come first (a total set apart)."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    page: Literal["finance", "workforce"]
    name: str
    title: str
    about: Sentence
    document: str
    section: str
    table_name: str
    also: str | None = None
    unit: str
    step: float = Field(gt=0)
    column: tuple[Column, ...] = Field(min_length=1)
    total: tuple[Total, ...] = ()
    main: str | None = None  # the row that sums it up
    glance: tuple[str, ...] = ()  # rows that stand in the page's first table
    subject: str = ""  # what the main row counts, to begin a sentence with
    kind: Kind = "spending"
    kinds: Mapping[str, Kind] = {}
    names: Mapping[str, str] = {}
    groups: bool = False  # row labels begin with the name of their group and a colon


class _Tables(BaseModel):
    table: tuple[Table, ...]


def load_tables(path: Path = FILE) -> tuple[Table, ...]:
    """In the order of the file. Raises ValueError, with the file's name, for a mistake."""
    try:
        found = _Tables.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).table
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    ids = [table.id for table in found]
    if repeated := sorted({each for each in ids if ids.count(each) > 1}):
        raise ValueError(f"{path.name}: stands twice: {', '.join(repeated)}")
    for table in found:
        known = {column.label for column in table.column}
        asked = {label for column in table.column for label in (*(column.of or ()), *(column.share_of or ()))}
        if unknown := sorted(asked - known):
            raise ValueError(f"{path.name}: {table.id} has no column '{unknown[0]}'")
    return found


@cache
def tables(page: str) -> tuple[Table, ...]:
    """Those of a page."""
    return tuple(table for table in load_tables() if table.page == page)
