"""Which layout is this file? Its header says so; its name is never asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from data.periods import month_name, month_range
from etl.faults import FileFault, quote


@dataclass(frozen=True)
class Layout:
    """One generation of a dataset's files: the leading columns by name, and what they hold.

    `columns` maps the published name to the role; `has_months` says that every further column is a month (YYYYMM).
    `tail` is what else may follow: columns without a name, as a spreadsheet leaves them, or `any`, where the source
    makes out the columns itself. `variant` is what the loader needs to know besides, such as the taxonomy.
    """

    name: str
    dataset: str
    columns: tuple[tuple[str, str], ...]
    has_months: bool = False
    variant: str = ""
    tail: Literal["none", "blank", "any"] = "none"

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(role for _, role in self.columns)

    def fits(self, header: Sequence[str]) -> bool:
        """Whether the leading columns are this layout's, in any case; what follows is looked at afterwards."""
        names = [name.casefold() for name, _ in self.columns]
        leads = [name.casefold() for name in header[: len(names)]] == names
        return leads and (self.has_months or self._tail_fits(header[len(names) :]))

    def _tail_fits(self, rest: Sequence[str]) -> bool:
        return not rest or self.tail == "any" or (self.tail == "blank" and not any(rest))


@dataclass(frozen=True)
class Recognised:
    """A layout, and the months that a file's further columns stand for, in the order of the columns."""

    layout: Layout
    months: tuple[date, ...] = ()


def recognise(path: Path, header: Sequence[str], layouts: Sequence[Layout]) -> Recognised:
    """Raises FileFault, with the nearest known layout, when the header fits none."""
    for layout in layouts:
        if layout.fits(header):
            months = _months(path, header[len(layout.columns) :]) if layout.has_months else ()
            return Recognised(layout, months)
    raise FileFault(path, _unknown(header, layouts), line=1)


def _months(path: Path, names: Sequence[str]) -> tuple[date, ...]:
    months = tuple(_month(path, name) for name in names)
    if not months:
        raise FileFault(path, "has no month columns (such as '201706')", line=1)
    double = next((m for m in months if months.count(m) > 1), None)
    if double:
        raise FileFault(path, f"has the month column {quote(double.strftime('%Y%m'))} more than once", line=1)
    missing = [m for m in month_range(min(months), max(months)) if m not in set(months)]
    if missing:
        wanted = ", ".join(quote(m.strftime("%Y%m")) for m in missing[:6])
        ends = f"{month_name(min(months))} to {month_name(max(months))}"
        raise FileFault(path, f"covers {ends} but has no column {wanted}", line=1)
    return months


def _month(path: Path, name: str) -> date:
    if len(name) == 6 and name.isascii() and name.isdigit() and 1 <= int(name[4:]) <= 12 and name[:4] >= "1900":
        return date(int(name[:4]), int(name[4:]), 1)
    raise FileFault(path, f"has a column {quote(name)} where a month such as '201706' was expected", line=1)


def _unknown(header: Sequence[str], layouts: Sequence[Layout]) -> str:
    given = {name.casefold(): name for name in header}
    nearest = max(layouts, key=lambda lay: len({n.casefold() for n, _ in lay.columns} & given.keys()), default=None)
    shown = ",".join(header[:6]) + (",…" if len(header) > 6 else "")
    message = f"has a header that no known layout has: {quote(shown)}."
    if nearest is None:
        return message
    names = {name.casefold(): name for name, _ in nearest.columns}
    missing = [quote(name) for key, name in names.items() if key not in given]
    extra = [quote(n) for k, n in given.items() if k not in names and not (nearest.has_months and n.isdigit())]
    details = [f"missing {', '.join(missing)}" if missing else "", f"not known {', '.join(extra[:6])}" if extra else ""]
    said = "; ".join(d for d in details if d) or "its columns stand in another order"
    return f"{message} Nearest is '{nearest.name}': {said}."
