"""(cursor) -> plain rows: what newer files changed in months that had been published before."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from data.catalogue import Catalogue, Dataset
from data.sources_view import Cursor, Row, rows

# Between two releases; proportions and strengths are revised too, but never added up.
RELEASES = """
SELECT r.dataset, o.edition AS old_release, o.name AS old_file, n.edition AS new_release, n.name AS new_file,
       r.series, count(*) AS figures, count(DISTINCT month) AS months,
       min(month) AS first_month, max(month) AS last_month,
       sum(coalesce(new_value, 0) - coalesce(old_value, 0)) AS net_change
FROM revision r JOIN source o ON o.source_id = r.old_source_id JOIN source n ON n.source_id = r.new_source_id
GROUP BY GROUPING SETS (
    (r.dataset, o.edition, o.name, n.edition, n.name), (r.dataset, o.edition, o.name, n.edition, n.name, r.series))
ORDER BY ALL
"""
# Every area together, one row a series, month and pair of releases.
STEPS = """
SELECT r.dataset, r.series, r.month, o.edition AS old_release, n.edition AS new_release,
       sum(r.old_value) AS was, sum(r.new_value) AS became
FROM revision r JOIN source o ON o.source_id = r.old_source_id JOIN source n ON n.source_id = r.new_source_id
WHERE r.dataset = ? GROUP BY ALL ORDER BY r.dataset, r.series, r.month, n.edition, o.edition
"""
# One area's figure, for what cannot be added up: the largest few changes of each series.
SINGLE = """
SELECT dataset, series, month, area_name, old_release, new_release, was, became FROM (
    SELECT r.dataset, r.series, r.month, coalesce(a.area_name, r.area_code) AS area_name, o.edition AS old_release,
           n.edition AS new_release, r.old_value AS was, r.new_value AS became, row_number() OVER (
               PARTITION BY r.series ORDER BY abs(coalesce(r.new_value, 0) - coalesce(r.old_value, 0)) DESC,
               r.month, r.area_code, n.edition) AS place
    FROM revision r JOIN source o ON o.source_id = r.old_source_id JOIN source n ON n.source_id = r.new_source_id
    LEFT JOIN area a ON a.area_code = r.area_code WHERE r.dataset = ?
) f WHERE place <= 10
"""
EVERY = """
SELECT r.dataset, r.area_code, coalesce(a.area_name, '') AS area_name, r.month, r.series, r.old_value, r.new_value,
       o.edition AS old_release, o.name AS old_file, n.edition AS new_release, n.name AS new_file, n.licence
FROM revision r JOIN source o ON o.source_id = r.old_source_id JOIN source n ON n.source_id = r.new_source_id
LEFT JOIN area a ON a.area_code = r.area_code
WHERE (? IS NULL OR r.dataset = ?) AND (? IS NULL OR r.series = ?)
ORDER BY r.dataset, r.series, r.month, r.area_code, n.edition, o.edition
"""


def every(dataset: str | None, series: str | None) -> tuple[str, list[Any]]:
    """The query, with its parameters, of every changed figure; None stands for all."""
    return EVERY, [dataset, dataset, series, series]


def releases(cursor: Cursor, catalogue: Catalogue) -> list[Row]:
    """What one release changed of another, whole (`series` None) and by series. No net for what is not added up."""
    added_up = {dataset.id for dataset in catalogue.datasets if dataset.count_column}
    return [{**row, "net_change": _whole(row["net_change"]) if row["dataset"] in added_up else None}
            for row in rows(cursor, RELEASES)]  # fmt: skip


def _whole(number: float | None) -> int:
    return round(number or 0)


def changes(cursor: Cursor, catalogue: Catalogue) -> list[Row]:
    """One row a series and month: what was published first and what stands now, the largest change first.

    For counts it is the sum of all areas; otherwise one area's figure, named in `area_name`. None: not listed.
    `old_release` published the first figure; `new_release` made the largest step between them.
    """
    revised = {row[0] for row in cursor.execute("SELECT DISTINCT dataset FROM revision").fetchall()}
    found: list[Row] = []
    for dataset in catalogue.datasets:
        if dataset.id in revised:
            found += _sums(cursor, dataset) if dataset.count_column else _singles(cursor, dataset)
    return sorted(found, key=lambda row: (row["is_sum"] is False, -row["size"], row["series"], row["month"]))


def _singles(cursor: Cursor, dataset: Dataset) -> list[Row]:
    return [
        {**{k: row[k] for k in ("dataset", "series", "month", "area_name", "old_release", "new_release")},
         "first": row["was"], "now": row["became"], "is_sum": False,
         "size": abs((row["became"] or 0) - (row["was"] or 0))}
        for row in rows(cursor, SINGLE, [dataset.id])
    ]  # fmt: skip


def _sums(cursor: Cursor, dataset: Dataset) -> list[Row]:
    now = _standing(cursor, dataset)
    steps = rows(cursor, STEPS, [dataset.id])
    return [_sum(list(of_month), now.get((series, month)))
            for (series, month), of_month in groupby(steps, key=lambda s: (s["series"], s["month"]))]  # fmt: skip


def _standing(cursor: Cursor, dataset: Dataset) -> dict[Any, float]:
    """What stands in the edition: the sum of all areas by series and month."""
    series, column = f"concat_ws(' > ', {', '.join(dataset.key_columns)})", dataset.count_column
    found = cursor.execute(
        f"SELECT {series} AS series, month, sum({column}) FROM {dataset.table} "
        f"WHERE {column} IS NOT NULL GROUP BY ALL"
    )
    return {(row[0], row[1]): row[2] for row in found.fetchall()}


def _sum(steps: list[Row], standing: float | None) -> Row:
    """Areas that no release changed are in what stands and in what was first alike, so both are whole sums."""
    now = steps[-1]["became"] if standing is None else standing
    first: float | None = (now or 0) - sum(_net(step) for step in steps)
    if not first and steps[0]["was"] is None:
        first = None
    largest = max(steps, key=lambda step: abs(_net(step)))
    return {
        "dataset": steps[0]["dataset"], "series": steps[0]["series"], "month": steps[0]["month"], "area_name": None,
        "old_release": steps[0]["old_release"], "new_release": largest["new_release"], "first": first, "now": now,
        "is_sum": True, "size": abs((now or 0) - (first or 0)),
    }  # fmt: skip


def _net(step: Row) -> float:
    return float((step["became"] or 0) - (step["was"] or 0))


def largest_of_each(found: Iterable[Row]) -> list[Row]:
    """The largest change of each series, in the order given."""
    seen: dict[tuple[str, str], Row] = {}
    for row in found:
        seen.setdefault((row["dataset"], row["series"]), row)
    return list(seen.values())
