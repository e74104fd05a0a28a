"""A borough's wards as a file that a spreadsheet opens clean: every ward, their sum, the borough, the airports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import chain
from typing import Any

from data.catalogue import Dataset, Measure
from data.export import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    PROVISIONAL,
    UNCERTAIN,
    Edition,
    number,
    of_dataset,
    of_edition,
    text,
)
from data.periods import add_months
from data.sheet import Sheet
from data.wards.queries import AIRPORTS

COLUMNS = (
    "area_code", "area_name", "area_type", "borough_code", "borough", "ward_set", "measure_id", "measure",
    "period_start", "period_end", "offences", "offences_previous_period", "change", "change_pct", "offences_12_months",
    "rank", "rank_by", "status", "change_status", "source", "edition", "data_kind", "licence",
)  # fmt: skip
NO_FIGURES = ("offences_previous_period", "change", "change_pct", "offences_12_months", "rank")


def wards_sheet(found: Mapping[str, Any], *, edition: Edition, borough_dataset: Dataset) -> Sheet:
    """One line a ward of what data.wards.view gathers, alphabetical, then the places they are compared with.

    `borough_dataset`: the dataset that the borough's and the airports' lines come from.
    """
    about = _about(found, edition)
    source = _source(found["dataset"])
    wards = ({**about, **source, **dict(_ward(row, about["status"]))} for row in found["rows"])
    others = ({**about, **line} for line in _others(found, borough_dataset))
    return Sheet.of(COLUMNS, chain(wards, others))


def _about(found: Mapping[str, Any], edition: Edition) -> dict[str, str]:
    """The columns that are the same in every row."""
    selection, measure, borough = found["selection"], found["measure"], found["borough"]
    assert isinstance(measure, Measure)
    window = selection.window
    moving = bool(found["months"].provisional(window))
    return {
        "borough_code": text(borough.area_code), "borough": text(borough.area_name),
        "ward_set": text(" and ".join(sorted(found["sets"]))),
        "measure_id": text(measure.id), "measure": text(measure.name), "period_start": window.start.isoformat(),
        "period_end": (add_months(window.end, 1) - timedelta(days=1)).isoformat(),
        "rank_by": selection.show.value, "status": PROVISIONAL if moving else "ok",
        **of_edition(edition.edition_id, edition.published_on, is_demonstration=edition.is_demonstration),
    }  # fmt: skip


def _source(dataset: Dataset) -> dict[str, str]:
    return of_dataset(dataset)


def _ward(row: Mapping[str, Any], status: str) -> Iterator[tuple[str, str]]:
    yield "area_code", text(row["area_code"])
    yield "area_name", text(row["area_name"])
    yield "area_type", "ward"
    yield "offences", number(row["offences"], NOT_AVAILABLE)
    yield "offences_previous_period", number(row["offences_before"], NOT_AVAILABLE)
    yield "change", number(row["change"], NOT_AVAILABLE)
    small = row["change_status"] == "small_base"
    yield "change_pct", number(row["change_pct"], UNCERTAIN if small else NOT_AVAILABLE)
    yield "offences_12_months", number(row["offences_12m"], NOT_AVAILABLE)
    yield "rank", number(row["rank"], NOT_AVAILABLE)
    yield "status", status if row["offences"] is not None else NOT_AVAILABLE
    yield "change_status", text(row["change_status"])


def _others(found: Mapping[str, Any], borough_dataset: Dataset) -> Iterator[dict[str, str]]:
    """The sum of the wards, the borough, and the airports where they have offences."""
    borough, sums, total = found["borough"], found["sums"], found["total"]["offences"]
    yield _line("", f"Sum of the wards of {borough.area_name}", "sum_of_wards", total, found["dataset"])
    yield _line(borough.area_code, borough.area_name, "borough", sums["borough"], borough_dataset, ward_set=False)
    if sums["airports"]:
        name = "Heathrow and London City airports"
        yield _line(AIRPORTS, name, "other", sums["airports"], borough_dataset, ward_set=False)


def _line(
    code: str, name: str, kind: str, offences: int | None, dataset: Dataset, *, ward_set: bool = True
) -> dict[str, str]:
    blank = dict.fromkeys((*NO_FIGURES, "change_status", *(() if ward_set else ("ward_set",))), NOT_APPLICABLE)
    return {**blank, "area_code": text(code) or NOT_APPLICABLE, "area_name": text(name), "area_type": kind,
            "offences": number(offences, NOT_AVAILABLE), **_source(dataset),
            **({} if offences is not None else {"status": NOT_AVAILABLE})}  # fmt: skip
