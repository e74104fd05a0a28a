"""A view's table as every file of it has it: columns, and a line of text cells for each row. Files differ in spelling
only, so that a CSV and whatever else is made of the same sheet agree cell for cell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as Windows-1252
NOT_APPLICABLE = "[z]"


@dataclass(frozen=True)
class Sheet:
    """`rows` hold text as `data.export.number` and `text` write it; a column that a row leaves out does not apply."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    @classmethod
    def of(cls, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> Sheet:
        """Raises ValueError for a cell whose column is not among `columns`."""
        held = tuple(rows)
        for row in held:
            if strange := [name for name in row if name not in columns]:
                raise ValueError(f"'{strange[0]}' is no column of this table: {', '.join(columns)}")
        return cls(columns, held)

    def csv(self) -> str:
        """UTF-8 with a byte order mark, line ends as RFC 4180 has them: a spreadsheet opens it clean."""
        written = io.StringIO(newline="")
        writer = csv.DictWriter(written, self.columns, restval=NOT_APPLICABLE, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return BYTE_ORDER_MARK + written.getvalue()
