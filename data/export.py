"""The crime map's figures as a file that a spreadsheet opens clean."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Protocol

import pandas as pd

from data.catalogue import Dataset, Measure
from data.marks import NOT_APPLICABLE as NOT_APPLICABLE
from data.marks import NOT_AVAILABLE as NOT_AVAILABLE
from data.marks import PROVISIONAL as PROVISIONAL
from data.marks import UNCERTAIN as UNCERTAIN
from data.marks import WITHHELD as WITHHELD
from data.periods import add_months
from data.selection import Selection, Show
from data.sheet import FORMULA_STARTS, Sheet

COLUMNS = (
    "area_code", "area_name", "measure_id", "measure", "period_start", "period_end",
    "offences", "offences_previous_period", "change", "change_pct",
    "rate_per_1000", "rate_lower_95", "rate_upper_95", "residents", "residents_year",
    "rank", "rank_by", "status", "change_status", "source", "edition", "data_kind", "licence",
)  # fmt: skip
STATUS = {"ok": "ok", "provisional": PROVISIONAL, "suppressed": WITHHELD}

OFFICIAL = "official"
MODELLED = "DEMONSTRATION - modelled figures, not real"
PUBLISHED = "published - as printed in the document named in source"
PARTLY_MODELLED = f"{MODELLED}, but for the columns named as published"
AS_PUBLISHED, WORKED_OUT = "as published", "worked out here"
# Of a row that a document gives: its figures are the document's own in every edition, the demonstration too.
OF_A_DOCUMENT = {"data_kind": PUBLISHED, "licence": "as published; see the document"}


class Edition(Protocol):
    """What the file says about the edition it was made from."""

    @property
    def edition_id(self) -> str: ...
    @property
    def is_demonstration(self) -> bool: ...
    @property
    def published_on(self) -> date: ...


def crime_map_sheet(
    boroughs: pd.DataFrame, *, measure: Measure, dataset: Dataset, selection: Selection, edition: Edition
) -> Sheet:
    """One row an area of `boroughs` (data.comparison.COLUMNS), in its order, numbers unrounded.

    `rank_by` names the figure that `rank` ranks: rate, number or change, as on the map.
    """
    about = _about(measure, dataset, selection.show, edition)
    window = selection.window
    return Sheet.of(COLUMNS, _rows(boroughs, {**about, **_period(window.start, window.end)}))


def whole_crime_map_sheet(
    periods: pd.DataFrame, *, measure: Measure, dataset: Dataset, show: Show, edition: Edition
) -> Sheet:
    """The same rows of every period of `periods` (data.every_period), one period below the other."""
    about = _about(measure, dataset, show, edition)
    return Sheet.streamed(COLUMNS, (
        row
        for end, areas in periods.groupby(periods["period_end"].dt.date)
        for row in _rows(areas, {**about, **_period(areas["period_start"].iloc[0].date(), end)})
    ))  # fmt: skip


def _about(measure: Measure, dataset: Dataset, show: Show, edition: Edition) -> dict[str, str]:
    """The columns that are the same in every row."""
    return {
        "measure_id": text(measure.id), "measure": text(measure.name), "rank_by": show.value, **of_dataset(dataset),
        **of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration),
    }  # fmt: skip


def _period(first: date, last: date) -> dict[str, str]:
    """The days of a period from its first and its last month."""
    return {"period_start": first.isoformat(), "period_end": (add_months(last, 1) - timedelta(days=1)).isoformat()}


def _rows(areas: pd.DataFrame, about: dict[str, str]) -> Iterator[dict[str, str]]:
    for row in areas.to_dict("records"):
        yield dict(_cells({str(key): value for key, value in row.items()}, about))


def _cells(row: dict[str, Any], about: dict[str, str]) -> Iterator[tuple[str, str]]:
    missing = WITHHELD if row["status"] == "suppressed" else NOT_AVAILABLE
    no_people = NOT_APPLICABLE if row["area_type"] == "other" else NOT_AVAILABLE
    no_rate = missing if _is_number(row["residents"]) else no_people
    yield from about.items()
    yield "area_code", text(row["area_code"])
    yield "area_name", text(row["area_name"])
    yield "offences", number(row["offences"], missing)
    yield "offences_previous_period", number(row["offences_before"], NOT_AVAILABLE)
    yield "change", number(row["change"], NOT_AVAILABLE)
    yield (
        "change_pct",
        number(row["change_pct"], UNCERTAIN if row["change_status"] == "small_base" else NOT_AVAILABLE),
    )
    yield "rate_per_1000", number(row["rate"], no_rate)
    yield "rate_lower_95", number(row["rate_lower"], no_rate)
    yield "rate_upper_95", number(row["rate_upper"], no_rate)
    yield "residents", number(row["residents"], no_people)
    yield (
        "residents_year",
        number(row["residents_year"], NOT_AVAILABLE) if _is_number(row["residents"]) else no_people,
    )
    yield "rank", number(row["rank"], NOT_AVAILABLE if row["area_type"] == "borough" else NOT_APPLICABLE)
    yield "status", STATUS.get(row["status"], NOT_AVAILABLE)
    yield "change_status", text(row["change_status"])


def of_edition(edition_id: str, published_on: date, *, is_demonstration: bool) -> dict[str, str]:
    """The columns that every file has about the edition it was made from."""
    return {
        "edition": text(f"{edition_id}, refreshed {published_on.isoformat()}"),
        "data_kind": MODELLED if is_demonstration else OFFICIAL,
    }


def beside_print(*, is_demonstration: bool) -> dict[str, str]:
    """The same of a row that has recorded figures and, in columns named as published, printed ones."""
    return {"data_kind": PARTLY_MODELLED if is_demonstration else OFFICIAL}


def of_dataset(dataset: Dataset) -> dict[str, str]:
    """The columns that every file has about the dataset that a row comes from."""
    return {"source": text(f"{dataset.publisher}, {dataset.name}"), "licence": text(dataset.licence)}


def _is_number(value: Any) -> bool:
    return value is not None and not pd.isna(value)


def number(value: Any, missing: str) -> str:
    """Whole numbers without a point, others so that they read back the same; else `missing`."""
    if not _is_number(value):
        return missing
    exact = float(value)
    if math.isinf(exact):
        raise ValueError(f"{exact} is not a figure")
    return str(int(exact)) if exact == int(exact) else repr(exact)


def text(value: object) -> str:
    """Words that no spreadsheet will take for a formula."""
    written = str(value)
    return f"'{written}" if written.startswith(FORMULA_STARTS) else written
