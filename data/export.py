"""The crime map's figures as a file that a spreadsheet opens clean."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Protocol

import pandas as pd

from data.catalogue import Dataset, Measure
from data.periods import add_months
from data.selection import Selection
from data.sheet import BYTE_ORDER_MARK as BYTE_ORDER_MARK
from data.sheet import NOT_APPLICABLE as NOT_APPLICABLE
from data.sheet import Sheet

COLUMNS = (
    "area_code", "area_name", "measure_id", "measure", "period_start", "period_end",
    "offences", "offences_previous_period", "change", "change_pct",
    "rate_per_1000", "rate_lower_95", "rate_upper_95", "residents", "residents_year",
    "rank", "rank_by", "status", "change_status", "source", "edition", "data_kind", "licence",
)  # fmt: skip
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# What stands where there is no number: not available, does not apply, not calculated, withheld; provisional.
NOT_AVAILABLE, UNCERTAIN, WITHHELD, PROVISIONAL = "[x]", "[u]", "[c]", "[p]"  # NOT_APPLICABLE: data.sheet
STATUS = {"ok": "ok", "provisional": PROVISIONAL, "suppressed": WITHHELD}

OFFICIAL = "official"
MODELLED = "DEMONSTRATION - modelled figures, not real"


class Edition(Protocol):
    """What the file says about the edition it was made from."""

    @property
    def edition_id(self) -> str: ...
    @property
    def is_demonstration(self) -> bool: ...
    @property
    def published_on(self) -> date: ...


def crime_map_csv(
    boroughs: pd.DataFrame, *, measure: Measure, dataset: Dataset, selection: Selection, edition: Edition
) -> str:
    """One row an area of `boroughs` (data.comparison.COLUMNS), in its order, numbers unrounded.

    `rank_by` names the figure that `rank` ranks: rate, number or change, as on the map.
    """
    about = _about(measure, dataset, selection, edition)
    rows = ({str(key): value for key, value in row.items()} for row in boroughs.to_dict("records"))
    return Sheet.of(COLUMNS, (dict(_cells(row, about)) for row in rows)).csv()


def _about(measure: Measure, dataset: Dataset, selection: Selection, edition: Edition) -> dict[str, str]:
    """The columns that are the same in every row."""
    window = selection.window
    last_day = add_months(window.end, 1) - timedelta(days=1)
    return {
        "measure_id": text(measure.id), "measure": text(measure.name),
        "period_start": window.start.isoformat(), "period_end": last_day.isoformat(),
        "rank_by": selection.show.value, **of_dataset(dataset),
        **of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration),
    }  # fmt: skip


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
