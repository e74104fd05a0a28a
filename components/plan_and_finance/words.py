"""The words of the index: its headline, and each page's one figure with its period and source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from components.overview import words as overview
from components.plan_and_finance.view import Entry, IndexView
from components.text.numbers import count, listed
from data.periods import month_name

UNGRADED = "Ungraded"


def headline(view: IndexView) -> str:
    """`25 of the 25 sections of the quarterly report are shown on this site, 14 of them on the pages below.`"""
    every, shown, here = len(view.sections), view.shown, view.shown_here
    if not every:
        return "The plan, the workforce and the money behind policing in London."
    of = f"All {count(every)} sections" if shown == every else f"{count(shown)} of the {count(every)} sections"
    are = "is" if shown == 1 else "are"
    return f"{of} of the quarterly report {are} shown on this site, {count(here)} of them on the pages below."


def lead(view: IndexView) -> str:
    return ("The plan, the workforce, the money, and what inspectors found. These figures are quoted as published: "
            "they cover the period that each one names.")  # fmt: skip


def number(figure: Mapping[str, Any]) -> str:
    """The figure itself: `30,719`, `65%`, `£32.2m`, `More than 8,000`, `13 of 90`."""
    if figure["kind"] == "milestones":
        return f"{count(figure['value'])} of {count(figure['of'])}"
    if figure["kind"] == "judgments":
        return f"{count(max(figure['grades'].values()))} of {count(figure['of'])}"
    return _printed(figure["value"], figure["unit"], figure["note"] or "")


def _printed(value: float, unit: str, note: str) -> str:
    told = unit if unit == "%" or unit.startswith("£") else ""  # other units are in the words that follow
    return overview.printed(value, told, note).strip()


def what(figure: Mapping[str, Any]) -> str:
    """What the number counts, as the sentence goes on after it."""
    if figure["kind"] == "milestones":
        return "milestones are reported as delivered"
    if figure["kind"] == "judgments":
        grades = sorted(figure["grades"].items(), key=lambda each: (-each[1], each[0]))
        (first, _), *rest = grades
        others = [f"{count(times)} {_grade(grade)}" for grade, times in rest]
        return f"parts inspected were judged ‘{first.lower()}’{'; ' if others else ''}{listed(others)}"
    return str(figure["what"])


def _grade(grade: str) -> str:
    return "not graded" if grade == UNGRADED else f"‘{grade.lower()}’"


def period(figure: Mapping[str, Any]) -> str:
    """`June 2017`, `30 June 2017`, `April 2017 to March 2018`, or that the source states none."""
    if figure.get("period_words"):
        return str(figure["period_words"])
    start, end = figure["period_start"], figure["period_end"]
    if end is None:
        return "Period not stated"
    return _day(end) if start is None else f"{month_name(start)} to {month_name(end)}"


def _day(when: date) -> str:
    return f"{when.day} {month_name(when)}"


def answers(entry: Entry) -> str:
    """Which sections of the quarterly report the page answers."""
    names = [name.title() if name.isupper() else name for name in entry.answers]  # one is printed in capitals
    if not names:
        return "Not a section of the quarterly report: it is what the inspectorate published."
    return f"In the quarterly report: {'; '.join(names)}."
