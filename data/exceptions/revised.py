"""Which figures of a month the publisher has changed since it first gave them."""

from __future__ import annotations

from datetime import date

from data.catalogue import Catalogue
from data.sources_view import Row, rows
from data.warehouse import Edition
from geo.areas import LONDON_CODE

REVISED = """
SELECT dataset, series, area_code, sum(new_value - old_value) AS net,
       bool_and(old_value IS NOT NULL AND new_value IS NOT NULL) AS is_known
FROM revision WHERE month = ? GROUP BY ALL
"""


def revised(edition: Edition, catalogue: Catalogue, month: date) -> dict[tuple[str, str], Row]:
    """(measure, area) -> by how much the files since the first have changed the month's figure, where they have.

    `dataset` and `series` are those of the page of revisions (`series` None: several); `net` None where one of its
    parts was not listed before. London's is of all areas together.
    """
    found: dict[tuple[str, str], Row] = {}
    for row in rows(edition.cursor, REVISED, [month]):
        for measure_id in _counted_in(edition, catalogue, row["dataset"], row["series"]):
            for area in (row["area_code"], LONDON_CODE):
                kept = found.get((measure_id, area))
                found[measure_id, area] = _both(kept, row) if kept else {**row, "net": _net(row)}
    return {key: row for key, row in found.items() if row["net"] != 0}


def _net(row: Row) -> float | None:
    return row["net"] if row["is_known"] else None


def _both(kept: Row, row: Row) -> Row:
    net = _net(row)
    return {**kept, "series": kept["series"] if kept["series"] == row["series"] else None,
            "net": None if net is None or kept["net"] is None else kept["net"] + net}  # fmt: skip


def _counted_in(edition: Edition, catalogue: Catalogue, dataset_id: str, series: str) -> list[str]:
    """Ids of the measures that add up this series of the dataset, worked out once for the edition."""
    return edition.once(("counted in", dataset_id, series), lambda: _measures_of(catalogue, dataset_id, series))


def _measures_of(catalogue: Catalogue, dataset_id: str, series: str) -> list[str]:
    """Ids of the measures that add up this series of the dataset."""
    dataset = next((d for d in catalogue.datasets if d.id == dataset_id), None)
    if dataset is None:
        return []
    keys = dict(zip(dataset.key_columns, series.split(" > "), strict=False))
    return [
        measure.id for measure in catalogue.measures if measure.dataset == dataset_id
        and any(all(keys.get(column) == value for column, value in select.items()) for select in measure.select)
    ]  # fmt: skip
