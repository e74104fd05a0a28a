"""One row of a profile: the overview's row of the measure, its quarter, London's value, and the place among boroughs.

Rows are plain dictionaries; None is no figure.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from data.boroughs.places import place_among
from data.catalogue import Catalogue
from data.overview.rows import Month, count_row
from data.periods import add_months
from data.quarters import quarter_changes
from data.statistics import rate_per_1000
from geo.areas import LONDON_CODE
from geo.population import nearest_year

Row = dict[str, Any]
MONTHS = 3
LONDON_CARRIED = {
    "london_12m": "offences_12m", "london_change_pct": "change_pct", "london_change_lower_pct": "change_lower_pct",
    "london_change_upper_pct": "change_upper_pct", "london_change_verdict": "change_verdict",
    "london_signal": "signal",
}  # fmt: skip


@dataclass(frozen=True)
class Held:
    """What the edition holds for one profile. `ends`: the month of each measure's row; `years`: counts of 12 months by
    measure and area; `residents`: by year and area; `alike`: codes of the similar boroughs."""

    month: date
    area_code: str
    ends: Mapping[str, date]
    signals: Mapping[str, Row]
    london: Mapping[str, Row]
    series: Mapping[str, Sequence[Month]]
    years: Mapping[str, Mapping[str, float]]
    residents: Mapping[int, Mapping[str, int]]
    alike: tuple[str, ...]


def rows(measures: Mapping[str, Any], catalogue: Catalogue, held: Held) -> dict[str, Row]:
    """The row of each of `measures` (by id) that has a figure for the area, in their order."""
    made = {
        id: count_row(measure, catalogue, held.signals[id], held.series[id], held.month)
        for id, measure in measures.items()
        if id in held.signals and id in held.series and held.signals[id]["offences"] is not None
    }
    counts = {id: quarter_counts(held.series[id], row["month"]) for id, row in made.items()}
    quarters = _quarters(made, counts, measures)
    return {
        id: {**row, "older_form_of": measures[id].older_form_of, **quarters[id], **_rate(row, held),
             **_london(id, held), **_place(row, held)}
        for id, row in made.items()
    }  # fmt: skip


def quarter_counts(series: Sequence[Month], end: date) -> tuple[float, float]:
    """Of the quarter that ends in `end` and of the same a year before; NaN unless all three months have a figure."""
    months = {month: number for month, number, _ in series}

    def total(last: date) -> float:
        found = [months.get(add_months(last, -step)) for step in range(MONTHS)]
        return float(sum(n for n in found if n is not None)) if None not in found else math.nan

    return total(end), total(add_months(end, -12))


def _quarters(
    made: Mapping[str, Row], counts: Mapping[str, tuple[float, float]], measures: Mapping[str, Any]
) -> dict[str, Row]:
    """All quarters at once: the interval is that of two counts widened by the series' stored dispersion."""
    ids = list(made)
    now, before = ([counts[id][side] for id in ids] for side in (0, 1))
    broken = [_is_broken(measures[id], made[id]["month"]) for id in ids]
    changes = quarter_changes(now, before, [made[id]["dispersion"] or 1.0 for id in ids], broken)
    return {
        id: {
            "quarter": _known(later), "quarter_before": _known(earlier), "quarter_change": change["change"],
            "quarter_pct": change["change_pct"], "quarter_lower_pct": change["lower_pct"],
            "quarter_upper_pct": change["upper_pct"], "quarter_verdict": change["verdict"],
        }
        for id, later, earlier, change in zip(ids, now, before, changes, strict=True)
    }  # fmt: skip


def _is_broken(measure: Any, month: date) -> bool:
    """Whether a declared break lies from the earlier quarter to the later."""
    return measure.break_between(add_months(month, -12 - MONTHS + 1), month) is not None


def _rate(row: Row, held: Held) -> Row:
    """Per 1,000 residents of the year in which the 12 months end, or the nearest there is."""
    year = nearest_year(row["month"].year, list(held.residents)) if held.residents else None
    persons = held.residents[year].get(held.area_code) if year is not None else None
    found = rate_per_1000(_number(row["offences_12m"]), _number(persons))
    london = held.years.get(row["measure_id"], {}).get(LONDON_CODE)
    whole = held.residents[year].get(LONDON_CODE) if year is not None else None
    rate, lower, upper = (_known(each) for each in found)
    return {
        "rate": rate, "rate_lower": lower, "rate_upper": upper, "residents": persons, "residents_year": year,
        "london_rate": 1000 * london / whole if london is not None and whole else None,
    }  # fmt: skip


def area_rates(held: Held, measure_id: str, month: date) -> dict[str, float]:
    """The rate of every area that has one, per 1,000 residents, in the 12 months to `month`."""
    if not held.residents:
        return {}
    persons = held.residents[nearest_year(month.year, list(held.residents))]
    found = held.years.get(measure_id, {})
    return {code: 1000 * number / persons[code] for code, number in found.items() if persons.get(code)}


def _london(measure_id: str, held: Held) -> Row:
    found: Mapping[str, Any] = held.london.get(measure_id) or {"change_verdict": "not_available"}
    return {name: found.get(column) for name, column in LONDON_CARRIED.items()}


def _place(row: Row, held: Held) -> Row:
    rates = area_rates(held, row["measure_id"], row["month"])
    alike = {code: rates[code] for code in (held.area_code, *held.alike) if code in rates}
    return place_among(alike, held.area_code) if len(held.alike) else place_among({}, held.area_code)


def _known(number: npt.ArrayLike) -> float | None:
    value = float(np.asarray(number))
    return value if math.isfinite(value) else None


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)
