"""The rows of a profile's file that are no counted measure of its own: surveys, searches, similar boroughs, print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from data.catalogue import Catalogue, CombinedMeasure
from data.export import AS_PUBLISHED, NOT_AVAILABLE, OF_A_DOCUMENT, number, of_dataset, text
from data.periods import add_months
from geo.areas import find

Row = Mapping[str, Any]
SURVEY = {
    "value": "proportion", "value_previous_period": "proportion_before", "value_lower_95": "lower",
    "value_upper_95": "upper", "change": "change_points", "change_lower_95": "change_lower",
    "change_upper_95": "change_upper", "base": "base", "london_value": "london_proportion",
    "gap_to_london": "gap_points", "gap_lower_95": "gap_lower", "gap_upper_95": "gap_upper",
}  # fmt: skip


def survey_cells(row: Row, catalogue: Catalogue) -> dict[str, str]:
    cells = {column: number(row[field], NOT_AVAILABLE) for column, field in SURVEY.items()}
    dataset = catalogue.dataset("victim_satisfaction")
    return {
        **cells, "section": f"survey ({row['survey']})", "measure_id": text(row["measure_id"]),
        "measure": text(row["name"]), "unit": "proportion; change and gap in points",
        "period_start": add_months(row["period_end"], -11).isoformat(), "period_end": _last_day(row["period_end"]),
        "change_verdict": row["change_verdict"], "gap_verdict": row["gap_verdict"],
        "base_basis": text(row["base_basis"]), "status": "ok", "note": text(row["question"]),
        "source": text(f"{dataset.publisher}, {dataset.name}"), "licence": text(dataset.licence),
    }  # fmt: skip


def search_cells(row: Row, catalogue: Catalogue) -> dict[str, str]:
    dataset = catalogue.dataset("stop_and_search")
    share = NOT_AVAILABLE if row["share"] is None else repr(float(row["share"]))
    london = number(row["london_share"], NOT_AVAILABLE)
    lost = ", ".join(f"{month:%Y-%m}" for month in row["poor_months"])
    said = f"Something came of {share} of them (London {london}); {row['unplaced']} of London's name no borough"
    return {
        "section": "stop and search", "measure": "Searches", "unit": "searches",
        "period_start": row["start"].isoformat(), "period_end": _last_day(row["end"]),
        "value": number(row["searches"], NOT_AVAILABLE),
        "value_previous_period": number(row["searches_before"], NOT_AVAILABLE),
        "rate_per_1000": number(row["per_1000"], NOT_AVAILABLE),
        "residents_year": number(row["residents_year"], NOT_AVAILABLE),
        "london_value": number(row["london_searches"], NOT_AVAILABLE),
        "london_rate_per_1000": number(row["london_per_1000"], NOT_AVAILABLE), "status": "ok",
        "note": text(f"{said}{f'; without {lost}, in which too many name none' if lost else ''}"),
        "source": text(f"{dataset.publisher}, {dataset.name}"), "licence": text(dataset.licence),
    }  # fmt: skip


def strip_cells(strip: Row) -> Iterator[dict[str, str]]:
    """The rates of the similar boroughs: a row each, under its own code and name."""
    for point in strip["points"]:
        area = find(point["slug"])
        yield {
            "area_code": text(area.area_code if area else NOT_AVAILABLE), "area_name": text(point["name"]),
            "section": "similar borough", "measure_id": text(strip["measure_id"]), "measure": text(strip["name"]),
            "unit": "offences", "period_start": add_months(strip["month"], -11).isoformat(),
            "period_end": _last_day(strip["month"]), "rate_per_1000": number(point["rate"], NOT_AVAILABLE),
            "status": "ok",
        }  # fmt: skip


def funnel_cells(funnel: Row, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """Every borough beside the limits about London's rate, the highest rate first, as the page lists them."""
    measure = catalogue.counted(funnel["measure_id"])
    first = measure.parts[0] if isinstance(measure, CombinedMeasure) else measure.id
    about = {
        "section": "all boroughs", "measure_id": text(funnel["measure_id"]), "measure": text(funnel["name"]),
        "unit": "offences", "period_start": add_months(funnel["month"], -11).isoformat(),
        "period_end": _last_day(funnel["month"]), "status": "ok",
        **of_dataset(catalogue.dataset(catalogue.measure(first).dataset)),
    }  # fmt: skip
    for point in sorted(funnel["points"], key=lambda each: -each["rate"]):
        area = find(point["slug"])
        yield {
            **about, "area_code": text(area.area_code if area else NOT_AVAILABLE), "area_name": text(point["name"]),
            "value": number(point["offences"], NOT_AVAILABLE), "residents": number(point["persons"], NOT_AVAILABLE),
            "rate_per_1000": number(point["rate"], NOT_AVAILABLE), "funnel_place": point["place"],
        }  # fmt: skip


def printed_cells(published: Mapping[str, Row | None]) -> Iterator[dict[str, str]]:
    names = {"officers": "Dedicated ward officers, London", "fund": "London Crime Prevention Fund allocation",
             "calls": "Anti-social behaviour calls, London"}  # fmt: skip
    for key, row in published.items():
        if row:
            yield {
                "section": "published figure", "measure": names.get(key, key), "unit": text(row["unit"]),
                "value": number(row["value"], NOT_AVAILABLE), "status": AS_PUBLISHED,
                "note": text(". ".join(filter(None, [row["period_words"], row["note"]]))),
                "source": text(row["document_title"]), **OF_A_DOCUMENT,
            }  # fmt: skip


def _last_day(month: date) -> str:
    return (add_months(month, 1) - timedelta(days=1)).isoformat()
