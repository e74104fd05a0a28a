"""One module for each dataset: its layouts, and the SQL that turns its files into rows.

A module has LAYOUTS; load(con, files), which fills its tables, rejected_row and load_count; and check(con), which
says in sentences what does not add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import duckdb

from etl.files import InputFile
from etl.recognise import Layout
from etl.sources import recorded_crime


class Source(Protocol):
    """What a module in this folder offers."""

    LAYOUTS: tuple[Layout, ...]

    def load(self, con: duckdb.DuckDBPyConnection, files: Sequence[InputFile]) -> None: ...

    def check(self, con: duckdb.DuckDBPyConnection) -> list[str]: ...


SOURCES: dict[str, Source] = {recorded_crime.DATASET: recorded_crime}
