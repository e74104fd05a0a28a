"""What every table and column of an edition holds: read from the comments of schema.sql, and tables.toml for what they
leave to be understood; whose the figures are, from the catalogue."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.catalogue import Catalogue, Dataset

SCHEMA = Path(__file__).with_name("schema.sql")
TABLES = Path(__file__).with_name("tables.toml")
TABLE = re.compile(r"^CREATE TABLE (\w+) \([ ]*(?:--[ ]*([^\n]*))?\n(.*?)^\);", re.MULTILINE | re.DOTALL)
COLUMN = re.compile(r"\s+([a-z]\w*)\s+[A-Z]")
COMMENT = re.compile(r"--\s*(.+)$")


@dataclass(frozen=True)
class TableEntry:
    """A table: what it is, and what each of its columns is that anybody says something of."""

    name: str
    says: str
    columns: Mapping[str, str]

    def column(self, name: str) -> str:
        """What a column holds; '' where nobody says."""
        return self.columns.get(name, "")


@cache
def dictionary() -> Mapping[str, TableEntry]:
    """Every table of schema.sql by its name."""
    more = tomllib.loads(TABLES.read_text(encoding="utf-8"))
    found = {}
    for name, comment, body in TABLE.findall(SCHEMA.read_text(encoding="utf-8")):
        entry = more.get(name, {})
        says = entry.get("says") or _sentence(comment)
        found[name] = TableEntry(name, says, {**entry.get("columns", {}), **_comments(body)})
    return found


def datasets_of(table: str, catalogue: Catalogue) -> tuple[Dataset, ...]:
    """The datasets that fill a table; none for those that the project makes itself."""
    return tuple(dataset for dataset in catalogue.datasets if dataset.table == table)


def _comments(body: str) -> dict[str, str]:
    """The comment at the end of each column's line; of a line with several columns, that of the first."""
    found = {}
    for line in body.splitlines():
        column, comment = COLUMN.match(line), COMMENT.search(line)
        if column and comment:
            found[column.group(1)] = _sentence(comment.group(1))
    return found


def _sentence(words: str) -> str:
    text = words.strip()
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '…')) else '.'}" if text else ""
