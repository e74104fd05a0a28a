"""A small file of recorded crime that is long enough to be judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data.periods import add_months

FIRST = date(2014, 1, 1)
ROBBERY = "ROBBERY,ROBBERY OF PERSONAL PROPERTY"
# 24 months of 10 and 12 in turn, eleven of 11, one of 40, and the two latest, which are provisional.
CAMDEN = (*(10, 12) * 12, *(11,) * 11, 40, 11, 11)


def month(number: int) -> date:
    return add_months(FIRST, number)


def wide(*rows: tuple[str, Sequence[object]], first: date = FIRST) -> list[str]:
    """A wide file's lines: a row for each ('kind,kind,area', figures by month); '' is a figure that is left out."""
    longest = max(len(figures) for _, figures in rows)
    months = [f"{add_months(first, number):%Y%m}" for number in range(longest)]
    lines = [",".join([key, *map(str, figures), *[""] * (longest - len(figures))]) for key, figures in rows]
    return [",".join(["MajorText,MinorText,BoroughName", *months]), *lines]
