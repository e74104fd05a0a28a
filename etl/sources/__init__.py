"""One module for each dataset: its layouts, and the SQL that turns its files into rows.

A module has LAYOUTS; load(con, files), which fills its tables, rejected_row and load_count; and check(con), which
says in sentences what does not add up. A new module is found by being here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

import duckdb

from etl.files import InputFile
from etl.recognise import Layout


class Source(Protocol):
    """What a module in this folder offers."""

    LAYOUTS: tuple[Layout, ...]

    def load(self, con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None: ...

    def check(self, con: duckdb.DuckDBPyConnection) -> list[str]: ...


@cache
def sources() -> dict[str, Source]:
    """Every module in this folder by the dataset it loads."""
    modules = [cast(Source, import_module(f"{__name__}.{info.name}")) for info in iter_modules(__path__)]
    return {layout.dataset: module for module in modules for layout in module.LAYOUTS}
