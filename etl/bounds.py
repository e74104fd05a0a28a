"""Has a source shrunk or jumped? The new edition against the one in use, within bounds declared for each dataset."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from data.catalogue import Dataset
from etl.faults import LoadError


@dataclass(frozen=True)
class Finding:
    """A bound that a dataset broke, in words with its figures."""

    dataset: str
    said: str


def compare_editions(con: duckdb.DuckDBPyConnection, before: Path, datasets: Iterable[Dataset]) -> list[Finding]:
    """What left its bounds between the edition at `before` and the one being built in `con`.

    Months that only one of them holds are compared with nothing; months that are gone are a finding of their own.
    """
    con.execute(f"ATTACH '{str(before).replace(chr(39), chr(39) * 2)}' AS before (READ_ONLY)")
    try:
        return [finding for dataset in datasets for finding in _compare(con, dataset)]
    finally:
        con.execute("DETACH before")


def _compare(con: duckdb.DuckDBPyConnection, dataset: Dataset) -> list[Finding]:
    then = _by_month(con, "before.", dataset)
    now = _by_month(con, "", dataset)
    if not then:
        return []
    gone = sorted(then.keys() - now.keys())
    findings = [Finding(dataset.id, _gone(dataset, gone))] if gone else []
    shared = then.keys() & now.keys()
    was, is_now = sum(then[m] for m in shared), sum(now[m] for m in shared)
    change = 100 * (is_now - was) / was if was else 0.0
    if not -dataset.bounds.fall_pct <= change <= dataset.bounds.rise_pct:
        findings.append(Finding(dataset.id, _moved(dataset, shared, was, is_now, change)))
    return findings


def _by_month(con: duckdb.DuckDBPyConnection, catalog: str, dataset: Dataset) -> dict[date, float]:
    """Counts (or rows, where nothing is counted) by month; none for a table without months, or not in the edition."""
    month = dataset.month_column
    if not month:
        return {}
    counted = f"coalesce(sum({dataset.count_column}), 0)" if dataset.count_column else "count(*)"
    try:
        rows = con.execute(f"SELECT {month}, {counted} FROM {catalog}{dataset.table} GROUP BY ALL").fetchall()
    except duckdb.CatalogException:  # an edition from before this dataset was loaded
        return {}
    return {row[0]: float(row[1]) for row in rows if row[0] is not None}


def _gone(dataset: Dataset, gone: Sequence[date]) -> str:
    months = f"{gone[0]:%Y-%m}" if len(gone) == 1 else f"{len(gone)} months, {gone[0]:%Y-%m} to {gone[-1]:%Y-%m},"
    return f"{dataset.name}: {months} that the edition in use holds would be gone"


def _moved(dataset: Dataset, shared: Iterable[date], was: float, is_now: float, change: float) -> str:
    months = sorted(shared)
    return (
        f"{dataset.name}: {months[0]:%Y-%m} to {months[-1]:%Y-%m} would go from {was:,.0f} to {is_now:,.0f} "
        f"({change:+.1f}%; declared bounds are −{dataset.bounds.fall_pct:g}% to +{dataset.bounds.rise_pct:g}%)"
    )


def accept(con: duckdb.DuckDBPyConnection, findings: Sequence[Finding], accepted: Mapping[str, str]) -> None:
    """Keep each finding that was accepted, with its reason. Raises LoadError for those that were not."""
    refused = [f for f in findings if f.dataset not in accepted]
    if refused:
        hints = sorted({f'--accept {f.dataset}="why it is right"' for f in refused})
        said = [f"  {finding.said}" for finding in refused]
        head = "this would change what is published more than is usual:"
        foot = f"Nothing was published. If it is right, load again with {' '.join(hints)}"
        raise LoadError("\n".join([head, *said, foot]))
    for finding in findings:
        con.execute(
            "INSERT INTO acceptance VALUES (?, ?, ?)", [finding.dataset, finding.said, accepted[finding.dataset]]
        )
