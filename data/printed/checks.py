"""Published figures worked out again from others of the same table. Exact: decimals, as they were printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal

from data.printed.declared import Table, Total
from data.printed.records import Check

Values = Mapping[tuple[str, str], float]  # (row, column) -> the figure as published


def checks(table: Table, values: Values) -> Iterator[Check]:
    """Every total, difference and share of the table for which all the figures are there."""
    exact = {place: exactly(value) for place, value in values.items()}
    for total in table.total:
        yield from _sums(table, total, exact)
    for column in table.column:
        for row in dict.fromkeys(row for row, label in exact if label == column.label):
            if column.of and all((row, label) in exact for label in column.of):
                first, second = (exact[row, label] for label in column.of)
                yield _check("difference", row, column.label, exact, first - second, _slack(table, 3))
            if column.share_of and all((row, label) in exact for label in column.share_of):
                part, whole = (exact[row, label] for label in column.share_of)
                if whole:
                    share = (100 * part / whole).quantize(Decimal(1), ROUND_HALF_UP)
                    yield _check("share", row, column.label, exact, share, Decimal(0))


def exactly(value: float) -> Decimal:
    """The decimal number that was printed: the shortest that reads back as the same float."""
    return Decimal(repr(float(value)))


def _sums(table: Table, total: Total, exact: Mapping[tuple[str, str], Decimal]) -> Iterator[Check]:
    columns = total.columns or tuple(column.label for column in table.column)
    for column in columns:
        places = [(part, column) for part in total.parts]
        if (total.row, column) in exact and all(place in exact for place in places):
            value = sum((exact[place] for place in places), Decimal(0))
            yield _check("sum", total.row, column, exact, value, _slack(table, len(places) + 1))


def _slack(table: Table, figures: int) -> Decimal:
    """Each of so many rounded figures may be half a step off."""
    return exactly(table.step) * figures / 2


def _check(
    kind: str, row: str, column: str, exact: Mapping[tuple[str, str], Decimal], recomputed: Decimal, allowed: Decimal
) -> Check:
    return Check(kind=kind, row=row, column=column, printed=exact[row, column], recomputed=recomputed, allowed=allowed)
