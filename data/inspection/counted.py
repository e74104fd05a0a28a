"""What the inspectors counted themselves: samples with their sizes, whose shares have an interval; and the outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.signal_queries import FigureKey
from data.statistics import wilson_interval

Row = dict[str, Any]
Figures = Mapping[FigureKey, Row]

FILES = ("Investigating crime", "Crime file review (text)")
SEARCHES = ("Treating the public fairly", "Stop and search (text)")
REVIEWED = ("Files reviewed", "Number")
RECORDS = ("Records reviewed by the inspectorate", "Sample")
# (name, pillar, where, what was counted, how it was counted, the size of the sample)
SAMPLES = (
    ("Effective investigation", "Effectiveness", FILES, ("Effective investigation", "Files"), REVIEWED),
    ("Lines of enquiry identified and pursued", "Effectiveness", FILES,
     ("Lines of enquiry identified and pursued", "Files"), REVIEWED),
    ("Good victim care", "Effectiveness", FILES, ("Good victim care", "Files"), REVIEWED),
    ("Stop and search record with reasonable grounds", "Legitimacy", SEARCHES,
     ("Records reviewed with reasonable grounds", "Share of sample"), RECORDS),
)  # fmt: skip
OUTCOMES = ("Investigating crime", "Investigative outcomes, 12 months to September 2018")


def samples(figures: Figures, document: str) -> list[Row]:
    """One row a share of a sample: `count`, `base`, `proportion` (0 to 1) and its 95% Wilson interval `lower`, `upper`.

    A sample whose report gives a share in per cent is counted from it, which is exact where the base is 100 or less.
    """
    found = [_sample(figures, document, *each) for each in SAMPLES]
    return [row for row in found if row is not None]


def _sample(figures: Figures, document: str, name: str, pillar: str, where: tuple[str, str],
            part: tuple[str, str], whole: tuple[str, str]) -> Row | None:  # fmt: skip
    counted, size = figures.get((document, *where, *part)), figures.get((document, *where, *whole))
    if counted is None or size is None:
        return None
    base = size["value"]
    count = round(counted["value"] * base / 100) if counted["unit"] == "%" else counted["value"]
    lower, upper = wilson_interval(count / base, base)
    return {"name": name, "pillar": pillar, "section": where[0], "table_name": where[1], "count": int(count),
            "base": int(base), "proportion": count / base, "lower": float(lower), "upper": float(upper),
            "what": size["unit"]}  # fmt: skip


def outcomes(figures: Figures, document: str) -> list[Row]:
    """The investigative outcomes in the report's order: `name`, `value` in per cent, period, section and table."""
    return [{**row, "name": key[3]} for key, row in figures.items() if key[:3] == (document, *OUTCOMES)]
