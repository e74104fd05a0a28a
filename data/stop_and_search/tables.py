"""From a year's searches to what may be shown of them: every table, each protected beside all the others.

Which swaps leave every other table alone is the whole argument; docs/decisions/0012 has it in full. A table that cannot
be protected so is withheld as a whole, and only its totals are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt

from data.statistics import SMALLEST_SHOWN
from data.statistics.rules import Flags
from data.statistics.swaps import Counts, Layer, protect
from data.stop_and_search.declared import declared
from data.stop_and_search.few import few, places
from data.stop_and_search.kept import Kept, Table, Totals
from data.stop_and_search.periods import Year
from data.stop_and_search.records import COARSE, COLUMNS, Records
from data.stop_and_search.records import records as records_of
from data.warehouse import Edition

# Families of tables that share their columns: (what the rows are; the columns; what two searches must have in common to
# swap the columns' thing and change no figure outside the family).
FAMILIES: Sequence[tuple[tuple[str, ...], str, tuple[str, ...]]] = (
    (("area",), "month", ()),
    (("area",), "self", ("object", "outcome")),
    (("area",), "officer", ("object", "outcome")),
    (("area",), "age", ()),
    (("area",), "gender-coarse", ()),
    (("area",), "object-coarse", ("self-coarse", "officer-coarse")),
    (("self-coarse", "officer-coarse"), "object", ("area",)),
    (("self-coarse", "officer-coarse"), "outcome", ()),
)
BLANK = ("self", "officer", "age", "gender", "object")
Codes = Mapping[str, Counts]


def kept(records: Records, year: Year, *, secondary: bool = True) -> Kept:
    """What may be shown of the year. `secondary` False: hide only what is under 5 (for tests: that is not enough)."""
    blank = _blank_months(records, year)
    found, size = int(records.found.sum()), records.size
    total = (size, found) if min(found, size - found) >= SMALLEST_SHOWN else None
    known = {"area": year.unplaced, **blank}
    totals = {name: _totals(records, name, year, known.get(name, ())) for name in ("area", "month", *COLUMNS)}
    totals |= {coarse: _coarse_totals(records, name, totals[name]) for name, coarse in COARSE.items()}
    if total is None:  # then nothing at all is shown, or a sum would give it back
        totals = {name: replace(each, hidden=~each.absent) for name, each in totals.items()}
    codes = {name: places(each.hidden, each.absent)[records.codes[name]] for name, each in totals.items()}
    alike = {**codes, "class": _classes(year, blank)[records.codes["month"]]}
    tables: dict[tuple[str, str], Table] = {}
    for family in FAMILIES if total is not None else ():
        tables |= _tables(records, family, totals, alike, year, secondary=secondary)
    said = [int(np.sum(records.found & (records.linked == value))) for value in (1, 0, -1)]
    every = [(row, column) for rows, column, _ in FAMILIES for row in rows]
    return Kept(
        year=year, total=total, totals=totals, tables=tables, linked=(said[0], said[1], said[2]),
        no_outcome=int(records.no_outcome.sum()), blank_months=blank,
        withheld=tuple(pair for pair in every if pair not in tables),
    )  # fmt: skip


def kept_of(edition: Edition, year: Year) -> Kept:
    """What may be shown of a year, worked out once for the edition."""
    return edition.once(("searches kept", year.key), lambda: kept(records_of(edition.cursor, year), year))


def _layers(records: Records, variable: str) -> list[npt.NDArray[np.bool_]]:
    """Searches swap with those of the same layer. Outcomes differ only where something was found."""
    return [records.found] if variable == "outcome" else [records.found, ~records.found]


def _totals(records: Records, variable: str, year: Year, without: Sequence[date] = ()) -> Totals:
    """Those that are too few are taken together. `without`: months that cannot hide any: everybody knows what all of
    their searches are, such as in no borough, or without an age."""
    whole = _sums(records, variable)
    is_counted = np.array([month not in without for month in year.months], dtype=bool)[records.codes["month"]]
    layers = np.array([
        np.bincount(records.codes[variable][is_counted & layer], minlength=len(whole.keys))
        for layer in _layers(records, variable)
    ])  # fmt: skip
    may_be_few = ~whole.absent
    if variable != "area":  # what is not recorded in months that record nothing is a fact about their files
        may_be_few &= layers.sum(axis=0) > 0
    hidden = np.zeros(len(whole.keys), dtype=bool)
    hidden[may_be_few] = few(layers[:, may_be_few])
    return replace(whole, hidden=hidden)


def _sums(records: Records, variable: str) -> Totals:
    """The totals with none of them hidden."""
    keys, codes = records.keys[variable], records.codes[variable]
    found = np.bincount(codes[records.found], minlength=len(keys)).astype(np.int64)
    other = np.bincount(codes[~records.found], minlength=len(keys)).astype(np.int64)
    if variable == "outcome":
        other = np.zeros_like(other)
    absent = (found + other == 0) & (variable not in ("area", "month"))
    return Totals(keys, found, other, np.zeros(len(keys), dtype=bool), absent)


def _coarse_totals(records: Records, variable: str, fine: Totals) -> Totals:
    """The larger groups: where smaller ones are taken together across several, so are those."""
    keys = records.keys[COARSE[variable]]
    holds = np.zeros(len(keys), dtype=bool)
    for key in np.array(fine.keys)[fine.hidden]:
        holds[keys.index(declared().coarse_key(variable, key))] = True
    is_all = bool(np.all(fine.hidden | fine.absent))
    whole = _sums(records, COARSE[variable])
    return replace(whole, hidden=holds & ~whole.absent) if is_all or holds.sum() > 1 else whole


def _blank_months(records: Records, year: Year) -> dict[str, tuple[date, ...]]:
    """Months in which no search has the thing recorded."""
    found = {}
    given = {name: records.codes[name] != len(records.keys[name]) - 1 for name in BLANK}
    given["linked"] = records.linked >= 0
    for name, is_given in given.items():
        number = np.bincount(records.codes["month"][is_given], minlength=len(year.months))
        found[name] = tuple(month for month, count in zip(year.months, number, strict=True) if count == 0)
    return found


def _classes(year: Year, blank: Mapping[str, Sequence[object]]) -> Counts:
    """The class of each month: a search of one class could not have been of another, as everybody may know."""
    told_apart = declared().objects_told_apart_from
    kinds = [(month >= told_apart, *(month in months for months in blank.values())) for month in year.months]
    return np.array([sorted({*kinds}).index(kind) for kind in kinds], dtype=np.int64)


def _tables(
    records: Records, family: tuple[tuple[str, ...], str, tuple[str, ...]], totals: Mapping[str, Totals], codes: Codes,
    year: Year, *, secondary: bool,
) -> dict[tuple[str, str], Table]:  # fmt: skip
    """The tables of one family; none where they cannot be protected."""
    rows, column, alike = family
    width, heights = _size(totals[column]), [_size(totals[row]) for row in rows]
    if width == 0 or 0 in heights or (column == "month" and totals[column].hidden.any()):
        return {}
    fixed = np.zeros((heights[0], width), dtype=bool)
    if column == "month":
        fixed[:, [year.months.index(month) for month in year.unplaced]] = True
    kind, kinds = codes[rows[0]], [np.arange(heights[0])]
    if len(rows) == 2:  # every pair of what the two tables have in their rows
        kind = codes[rows[0]] * heights[1] + codes[rows[1]]
        kinds = list(np.divmod(np.arange(heights[0] * heights[1]), heights[1]))
    layers = [
        _layer(codes, kinds, kind, column, (*alike, "class"), heights, fixed, of) for of in _layers(records, column)
    ]
    # In a single row or column the totals themselves stand.
    is_open = width > 1 and max(heights) > 1
    hidden = (
        protect(layers, kinds, fixed if column == "month" else None, secondary=secondary)
        if is_open
        else [np.zeros((height, width), dtype=bool) for height in heights]
    )
    if hidden is None:
        return {}
    return {
        (row, column): _whole(records, (row, column), totals[row], totals[column], flags)
        for row, flags in zip(rows, hidden, strict=True)
    }


def _size(totals: Totals) -> int:
    return int(places(totals.hidden, totals.absent).max(initial=-1)) + 1


def _layer(
    codes: Codes, kinds: Sequence[Counts], kind: Counts, column: str, alike: Sequence[str], heights: Sequence[int],
    fixed: Flags, of: Flags,
) -> Layer:  # fmt: skip
    """The searches `of` as a layer: by stratum, by kind of row and by column."""
    of = of & (codes[column] >= 0)
    stratum = np.zeros(int(of.sum()), dtype=np.int64)
    for name in alike:
        stratum = stratum * (int(codes[name].max(initial=0)) + 2) + codes[name][of] + 1
    used = np.bincount(stratum, minlength=1) > 0
    stratum = (np.cumsum(used) - 1)[stratum]
    width = fixed.shape[1]
    shape = int(used.sum()), len(kinds[0]), width
    flat = (stratum * shape[1] + kind[of]) * width + codes[column][of]
    movable = np.bincount(flat, minlength=shape[0] * shape[1] * shape[2]).reshape(shape)
    tables = []
    for rows, height in zip(kinds, heights, strict=True):
        table = np.zeros((height, width), dtype=np.int64)
        np.add.at(table, rows, movable.sum(axis=0))
        tables.append(table)
    return Layer(np.where(np.all(fixed, axis=0), 0, movable), tables)


def _whole(records: Records, pair: tuple[str, str], rows: Totals, columns: Totals, hidden: Flags) -> Table:
    """The table by every category; those taken together are hidden, whatever they hold."""
    size = len(rows.keys), len(columns.keys)
    flat = records.codes[pair[0]] * size[1] + records.codes[pair[1]]
    found = np.bincount(flat[records.found], minlength=size[0] * size[1]).reshape(size)
    other = np.bincount(flat[~records.found], minlength=size[0] * size[1]).reshape(size)
    row, column = places(rows.hidden, rows.absent), places(columns.hidden, columns.absent)
    out: Flags = rows.hidden[:, None] | columns.hidden[None, :] | hidden[np.ix_(row, column)]
    return Table(rows.keys, columns.keys, found.astype(np.int64), other.astype(np.int64), out)
