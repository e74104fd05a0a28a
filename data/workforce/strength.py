"""Strength by month out of the edition's table, its changes, its large steps, and its months at or above a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from data.periods import Coverage, add_months, month_range
from data.warehouse import Edition
from data.workforce.records import Month, Run, Step

GROUPS = {"officers": "Police officers", "staff": "Police staff", "pcsos": "PCSOs"}  # as in the edition's table
LARGE_STEP_PCT = 3.0  # a change from one month to the next that is pointed out
QUERY = "SELECT month, group_name, strength FROM workforce WHERE strength IS NOT NULL"
Strength = Mapping[str, Mapping[date, float]]  # group -> month -> full-time equivalents


def strength(edition: Edition) -> Strength:
    """By the names that addresses use; a month that the file leaves out is absent."""
    found: dict[str, dict[date, float]] = {slug: {} for slug in GROUPS}
    slugs = {name: slug for slug, name in GROUPS.items()}
    for month, name, value in edition.cursor.execute(QUERY).fetchall():
        if name in slugs:
            found[slugs[name]][month] = value
    return found


def coverage(held: Strength) -> Coverage | None:
    """The months that any group has; None without any."""
    months = {month for values in held.values() for month in values}
    return Coverage(min(months), max(months)) if months else None


def months(held: Strength, covered: Coverage) -> tuple[Month, ...]:
    """Every month of the coverage, oldest first, those that the file leaves out included."""
    return tuple(
        Month(
            month=month, strength={slug: values.get(month) for slug, values in held.items()},
            on_month={slug: change(values, month, add_months(month, -1)) for slug, values in held.items()},
            on_year={slug: change(values, month, add_months(month, -12)) for slug, values in held.items()},
        )
        for month in month_range(covered.first, covered.last)
    )  # fmt: skip


def change(values: Mapping[date, float], now: date, before: date) -> float | None:
    return values[now] - values[before] if now in values and before in values else None


def steps(held: Strength, *, at_least: float = LARGE_STEP_PCT) -> tuple[Step, ...]:
    """Changes from one month to the next of at least so many per cent, the largest first."""
    found = [
        Step(group=slug, month=month, before=values[add_months(month, -1)], after=value)
        for slug, values in held.items() for month, value in values.items()
        if values.get(add_months(month, -1))
    ]  # fmt: skip
    large = [step for step in found if abs(step.pct) >= at_least]
    return tuple(sorted(large, key=lambda step: (-abs(step.pct), step.month)))


def runs(values: Mapping[date, float], at_least: float) -> tuple[Run, ...]:
    """Months in a row with at least so many, oldest first. A month that the file leaves out ends a run."""
    found: list[list[date]] = []
    for month in sorted(month for month, value in values.items() if value >= at_least):
        if found and add_months(found[-1][-1], 1) == month:
            found[-1].append(month)
        else:
            found.append([month])
    return tuple(_run(each, values) for each in found)


def _run(months_: Sequence[date], values: Mapping[date, float]) -> Run:
    first, last = months_[0], months_[-1]
    return Run(first=first, last=last, is_open_start=first == min(values), is_open_end=last == max(values))
