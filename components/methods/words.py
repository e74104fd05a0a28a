"""The sentences of the page, filled from the edition."""

from __future__ import annotations

from datetime import date

from components.methods.view import MethodsView, Row
from components.text.numbers import count, counted, signed
from data.glossary import reason_for
from data.selection import month_name

TAXONOMIES = {"home_office": "", "mps_2018": " (Met categories until 2018)"}
NO_BREAK = "\u00a0"  # a month and its year stay on one line
NOT_LISTED = "not listed"


def headline(view: MethodsView) -> str:
    """How many files and rows, how many were refused, how far the figures go."""
    files = counted(len(view.files), "file")
    rows = counted(_sum(view, "rows_read"), "row")
    last = max((s["last_month"] for s in view.sources if s["last_month"]), default=None)
    reach = f" They run to {month_name(last)}." if last else ""
    return f"The figures come from {files} and {rows}, of which {_refused(view)} refused.{reach}"


def _refused(view: MethodsView) -> str:
    number = _sum(view, "rows_refused")
    return "none was" if number == 0 else f"{count(number)} {'was' if number == 1 else 'were'}"


def _sum(view: MethodsView, column: str) -> int:
    return sum(int(source[column]) for source in view.sources)


def lead(view: MethodsView) -> str:
    """What kind of edition this is, and what became of every row."""
    kind = (
        "This is a demonstration edition: its files are modelled, and its figures are not real."
        if view.edition.is_demonstration
        else "This is an official edition, built from files as the publishers released them."
    )
    left_out = _sum(view, "rows_left_out_on_purpose")
    others = f" {count(left_out)} more were left out on purpose." if left_out else ""
    loaded = _sum(view, "rows_loaded")
    became = f"{counted(loaded, 'row')} {'was' if loaded == 1 else 'were'} loaded.{others}"
    return f"{kind} {became} Every row that was read is accounted for below."


def months(first: date | None, last: date | None) -> str:
    """`Apr 2010 – Jun 2026`, one month by itself, or that months do not apply."""
    if first is None or last is None:
        return "–"
    one, other = (month_name(month, short=True).replace(" ", NO_BREAK) for month in (first, last))
    return other if one == other else f"{one} – {other}"


def provisional(source: Row) -> str:
    """`May 2026 – Jun 2026`, or none."""
    return months(source["provisional_from"], source["last_month"]) if source["provisional_from"] else "None"


def quoted(value: str | None) -> str:
    """A value from a file as it stands there, cut where it is very long."""
    if value is None or not value.strip():
        return "an empty cell" if value is not None else "the whole row"
    return f"‘{value if len(value) <= 60 else value[:57] + '…'}’"


def example(row: Row) -> str:
    """`‘n/a’ in column June, line 7 of robbery.csv`."""
    column = f" in column {row['column_name']}" if row["column_name"] else ""
    return f"{quoted(row['value'])}{column}, line {row['line']} of {row['name']}"


def series_name(series: str) -> str:
    """`Burglary: residential burglary`, from the edition's `home_office > Burglary > Residential burglary`."""
    parts = series.split(" > ")
    taxonomy = TAXONOMIES.get(parts[0])
    if taxonomy is not None:
        parts = parts[1:]
    unlike = [part for place, part in enumerate(parts) if part not in parts[:place]]
    return ": ".join(unlike) + (taxonomy or "")


def change(view: MethodsView, row: Row) -> str:
    """`Violence without injury, April 2018: first published 10,417, now 6,469, because …`."""
    place = f", {row['area_name']}" if row["area_name"] else ""
    what = f"{series_name(row['series'])}{place}, {month_name(row['month'])}"
    was, now = _figure(row["first"], row), _figure(row["now"], row)
    first = f"first published {was}" if row["first"] is not None else f"not listed in the {row['old_release']} release"
    reason = reason_for(row["dataset"], row["series"], row["new_release"])
    if reason and not view.edition.is_demonstration:
        return f"{what}: {first}, now {now}, because {reason.because}."
    return f"{what}: {first}, now {now}, changed by the {row['new_release']} release. The publisher gives no reason."


def _figure(number: float | None, row: Row) -> str:
    if number is None:
        return NOT_LISTED
    return count(number) if row["is_sum"] or number == int(number) else f"{number:.4g}"


def net(row: Row) -> str:
    """`+2,094`, or that the figures are not ones that can be added up."""
    return "–" if row["net_change"] is None else signed(row["net_change"]) if row["net_change"] else "0"
