"""Other published figures of victims and of justice, as printed: which ones, and where an interval."""

from __future__ import annotations

from typing import Any

from data.inspection.counted import samples
from data.signal_queries import FigureKey
from data.victims_code.printed import Figures

Row = dict[str, Any]
PLAN, PEEL = "met-business-plan-2017-18", "peel-2018-19"
OUTCOMES, ABUSE = "Crime Outcomes", "Outcomes for crimes flagged as domestic abuse"
CONTEXT = "Effectiveness: Force in context"
MET = "Metropolitan Police proportion"
JUSTICE = (PLAN, "4.5 Improving outcomes", "Criminal justice (text)")
LISTED: tuple[FigureKey, ...] = (
    (PEEL, CONTEXT, OUTCOMES, "Proportion of crimes where victim did not support police action", MET),
    (PEEL, CONTEXT, OUTCOMES, "Proportion of crimes where action was taken", MET),
    (PEEL, CONTEXT, ABUSE, "Charge/summonsed", MET),
    (PEEL, CONTEXT, ABUSE, "Evidential difficulties: suspect identified; victim does not support", MET),
    (*JUSTICE, "Adult re-offending rate in London", "Share"),
    (*JUSTICE, "Re-offences for each re-offender", "Average"),
    (*JUSTICE, "Spending in London as a result of re-offending", "Estimate"),
    (*JUSTICE, "Arrests by the Met", "A year"),
    (*JUSTICE, "Pilot boroughs of community resolutions", "Number"),
)
VICTIM_CARE = "Good victim care"


def others(figures: Figures) -> list[Row]:
    """One row a figure: where it stands, value, unit, period, note; `count`, `base` and the 95% interval in per cent of
    the one share that is printed with its sample."""
    care = [row for row in samples(figures, PEEL) if row["name"] == VICTIM_CARE]
    return [*map(_sample, care), *(_figure(figures[key], key) for key in LISTED if key in figures)]


def _figure(row: Row, key: FigureKey) -> Row:
    document, section, table, name, _ = key
    return {"document": document, "section": section, "table_name": table, "name": name, "value": row["value"],
            "unit": row["unit"], "period_start": row["period_start"], "period_end": row["period_end"],
            "note": row["note"], "count": None, "base": None, "lower": None, "upper": None}  # fmt: skip


def _sample(row: Row) -> Row:
    return {"document": PEEL, "section": row["section"], "table_name": row["table_name"],
            "name": f"{row['name']}, in crime files that inspectors reviewed", "value": 100 * row["proportion"],
            "unit": "%", "period_start": None, "period_end": None, "note": None, "count": row["count"],
            "base": row["base"], "lower": 100 * row["lower"], "upper": 100 * row["upper"]}  # fmt: skip
