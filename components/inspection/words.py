"""The sentences of the inspection page. The only verdicts in them are the inspectorate's own words, in quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from components.inspection.view import Comparison, InspectionView, Judgment
from components.text.numbers import MINUS, listed, plain
from data.selection import month_name
from data.selection.inspection import Asks, Pillar

GRADES = ("Inadequate", "Requires improvement", "Good", "Outstanding")  # the inspectorate's four, lowest first
PILLARS = {Pillar.ALL: "All", Pillar.EFFECTIVENESS: "Effectiveness", Pillar.EFFICIENCY: "Efficiency",
           Pillar.LEGITIMACY: "Legitimacy"}  # fmt: skip
ASKS = {Asks.ALL: "All", Asks.CONCERNS: "Causes of concern", Asks.IMPROVEMENTS: "Areas for improvement"}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def said(grade: str) -> str:
    """A judgment in the inspectorate's words, within a sentence: `‘requires improvement’`."""
    return f"‘{grade.lower()}’"


def headline(view: InspectionView) -> str:
    """How the pillars, or the chosen pillar and its parts, were judged in the latest year."""
    overall = [row for row in view.judgments if row.is_overall and view.year in row.grades]
    if view.is_whole:
        judged = listed([f"{row.pillar.lower()} {said(row.grades[view.year])}" for row in overall])
        return f"In {view.year} the inspectorate judged the Met’s {judged}."
    (one,) = overall
    return f"In {view.year} the inspectorate judged the Met’s {one.pillar.lower()} {said(one.grades[view.year])}."


def lead(view: InspectionView) -> str:
    """How the parts were judged, and how much is asked for."""
    return f"{_parts(view)} {_asked(view)}"


def _parts(view: InspectionView) -> str:
    parts = [row.grades[view.year] for row in view.judgments if not row.is_overall and view.year in row.grades]
    graded = Counter(grade for grade in parts if grade in GRADES)
    each = listed([f"{number(graded[grade])} {said(grade)}" for grade in reversed(GRADES) if graded[grade]])
    without = len(parts) - sum(graded.values())
    left = f"; {number(without)} {'was' if without == 1 else 'were'} inspected and not graded" if without else ""
    where = "" if view.is_whole else "of it "
    return f"Of the {number(sum(graded.values()))} parts {where}that were graded, it judged {each}{left}."


def _asked(view: InspectionView) -> str:
    held = [row for row in view.asked_of_all if view.is_whole or row.pillar.casefold() == view.selection.pillar]
    kinds = Counter(row.kind for row in held)
    concerns, areas = kinds["cause of concern"], kinds["area for improvement"]
    return (f"It named {number(concerns)} {plural('cause', concerns)} of concern and {number(areas)} "
            f"{plural('area', areas)} for improvement.")  # fmt: skip


def number(value: int) -> str:
    """`no`, `two`, `12`."""
    return NUMBERS[value] if value < len(NUMBERS) else str(value)


def plural(noun: str, value: int) -> str:
    return noun if value == 1 else f"{noun}s"


def without_grade(rows: Iterable[Judgment], year: str) -> list[Judgment]:
    return [row for row in rows if row.grades.get(year) not in GRADES]


def figure(value: float, unit: str, decimals: int) -> str:
    """`36%`, `£297`, `255`."""
    written = plain(value, decimals)
    return f"{written}%" if unit == "%" else f"£{written}" if unit.startswith("£") else written


def difference(row: Comparison) -> str:
    """`+80`, `−10 pts`, `+£105`; nothing where there is nothing to compare with."""
    return "" if row.difference is None else signed(row.difference, row.unit, row.decimals)


def signed(value: float, unit: str, decimals: int) -> str:
    """A difference with its sign: points where the unit is per cent; exactly none has no sign."""
    size = plain(abs(value), decimals)
    sign = "" if value == 0 else "+" if value > 0 else MINUS
    if unit == "%":
        return f"{sign}{size} pts"
    return f"{sign}£{size}" if unit.startswith("£") else f"{sign}{size}"


def rounding(row: Comparison) -> str:
    """The range that rounding leaves: `79 to 81`."""
    if row.from_ is None or row.to is None:
        return ""
    return f"{plain(row.from_, row.decimals)} to {plain(row.to, row.decimals)}"


def direction(row: Comparison) -> str:
    """Which printed figure is higher."""
    if row.difference is None or row.against is None:
        return "nothing printed to compare it with"
    return "the same as printed" if row.difference == 0 else "the Met’s is higher" if row.difference > 0 else (
        "the Met’s is lower")  # fmt: skip


def comparison_sentence(row: Comparison) -> str:
    """One row in a sentence, for those who do not see the dots."""
    own = f"{row.name}: the Met {figure(row.value, row.unit, row.decimals)}"
    if row.other is None or row.against is None:
        return f"{own}; no other figure is printed."
    return f"{own}, {row.against} {figure(row.other, row.unit, row.decimals)}; {direction(row)}."


def day(when: date) -> str:
    return f"{when.day} {month_name(when)}"


def period(start: date | None, end: date | None) -> str:
    """`12 months to 30 September 2018`, `at 31 March 2019`; in words where none is printed."""
    if end is None:
        return "period not printed"
    if start is None:
        return f"at {day(end)}"
    is_year = (end + timedelta(days=1)).replace(year=end.year) == start.replace(year=end.year)
    return f"12 months to {day(end)}" if is_year else f"{day(start)} to {day(end)}"
