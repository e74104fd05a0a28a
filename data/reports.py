"""Tables of published reports that the figures give again, and the measure for each row: `reports.toml`, checked.

No number stands there: what was published comes from the edition's published figures by `Report.key`.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from data.catalogue import Catalogue, Entry, Month, Sentence, catalogue

HERE = Path(__file__).parent


class ReportRow(Entry):
    """One row as it is printed, and the measure whose London figures give it again."""

    row_label: str = Field(min_length=1)
    measure: str
    note: Sentence | None = None  # why this measure, or what the reader must know of the row


class Report(Entry):
    """One table: two columns of 12 months each. `period_end` is the last month of the later one."""

    document: str
    section: str
    table_name: str
    period_end: Month
    column_before: str  # label of the column with the 12 months before
    column_latest: str  # label of the column with the 12 months to period_end
    rows: tuple[ReportRow, ...] = Field(min_length=1)

    def key(self, row: ReportRow, column: str) -> tuple[str, str, str, str, str]:
        """The key of one published figure: document, section, table, row and column."""
        return self.document, self.section, self.table_name, row.row_label, column

    def row_of(self, measure_id: str) -> ReportRow | None:
        """The row that this measure gives again, if there is one."""
        return next((row for row in self.rows if row.measure == measure_id), None)


class _Reports(BaseModel):
    report: tuple[Report, ...]


def load_reports(path: Path = HERE / "reports.toml", known: Catalogue | None = None) -> tuple[Report, ...]:
    """Reports by period. Raises ValueError, with the file's name, for a mistake or a measure that does not exist."""
    try:
        found = _Reports.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).report
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    for report in found:
        _check(report, known or catalogue(), path.name)
    return tuple(sorted(found, key=lambda report: report.period_end))


def _check(report: Report, known: Catalogue, name: str) -> None:
    for field in ("row_label", "measure"):
        values = [getattr(row, field) for row in report.rows]
        if repeated := sorted({value for value in values if values.count(value) > 1}):
            raise ValueError(f"{name}: stands in two rows: {', '.join(repeated)}")
    if unknown := [row.measure for row in report.rows if not known.has_measure(row.measure)]:
        raise ValueError(f"{name}: there is no measure '{unknown[0]}'")


@cache
def reports() -> tuple[Report, ...]:
    """The project's own list, read once."""
    return load_reports()


def report_of(month: date) -> Report | None:
    """The report whose latest 12 months end with this month (its first day), if there is one."""
    return next((report for report in reports() if report.period_end == month), None)
