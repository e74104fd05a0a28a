"""The sentences of the page on people, filled from the figures on screen. They tell direction, never judgement."""

from __future__ import annotations

from components.printed.words import short_title
from components.text.numbers import count, listed, plain, signed
from components.workforce.view import NAMES, WorkforceView
from data.selection import month_name
from data.workforce.records import Ambition, Run, Step

NOUNS = {"officers": "police officers", "staff": "police staff", "pcsos": "police community support officers"}
NO_FILE = "This edition holds no figures of the Met’s workforce by month."


def headline(view: WorkforceView) -> str:
    """`The Met had 31,011 police officers in July 2026, 1,441 fewer than a year before and 989 below the 32,000 "
    "that …`"""
    now, group = view.now, view.group
    value = now.strength[group] if now else None
    if now is None or value is None:
        when = f" in {month_name(view.selection.month)}" if view.coverage else ""
        return f"There is no figure of {NOUNS[group]}{when}."
    said = f"The Met had {count(value)} {NOUNS[group]} in {month_name(now.month)}"
    clauses = [part for part in (_year_clause(now.on_year[group]), _ambition_clause(view, value)) if part]
    return f"{said}, {' and '.join(clauses)}." if clauses else f"{said}."


def _year_clause(change: float | None) -> str:
    if change is None:
        return ""
    return f"{more(change)} than a year before" if change else "as many as a year before"


def more(change: float) -> str:
    """`106 more`, `1,441 fewer`."""
    return f"{count(abs(change))} {'more' if change > 0 else 'fewer'}"


def _ambition_clause(view: WorkforceView, value: float) -> str:
    """Only officers have one."""
    if view.group != "officers" or view.ambition is None:
        return ""
    gap, aim = value - view.ambition.officers, count(view.ambition.officers)
    stated = view.ambition.stated_on
    year = f" in {stated.year}" if stated else ""
    if not gap:
        return f"exactly the {aim} that MOPAC named as its ambition{year}"
    return f"{count(abs(gap))} {'above' if gap > 0 else 'below'} the {aim} that MOPAC named as its ambition{year}"


def lead(view: WorkforceView) -> str:
    if view.coverage is None:
        return f"{NO_FILE} What documents print of it is below."
    said = [
        "Full-time equivalents of the whole of the Met at the end of the month. A level moves with who is counted as "
        "well as with who joins and leaves, so no expected range is drawn."
    ]
    if view.group == "officers" and view.ambition:
        said.append(reached(view, view.ambition))
    if view.edition.is_demonstration:
        said.append("Monthly figures are made up here; what documents print is real.")
    return " ".join(said)


def reached(view: WorkforceView, ambition: Ambition) -> str:
    """When the file's officers were last at or above the ambition, over all its months whatever month is chosen."""
    aim = count(ambition.officers)
    if view.coverage is None:
        return ""
    since = f"Since {month_name(view.coverage.first)}, where the file begins, officers"
    if not ambition.runs:
        return f"{since} have never been at or above {aim}."
    return f"{since} were at or above {aim} {listed([run_words(run) for run in ambition.runs])}."


def run_words(run: Run) -> str:
    if run.first == run.last and not run.is_open_end:
        return f"in {month_name(run.first)}"
    return f"from {month_name(run.first)} {'on' if run.is_open_end else f'to {month_name(run.last)}'}"


def ambition_note(view: WorkforceView) -> str:
    """Where the ambition stands, and what it is not."""
    aim = view.ambition
    if aim is None:
        return "No document of this edition names a number of officers that is aimed at."
    achieved = f" It says that this was last achieved in {aim.achieved:.0f}." if aim.achieved else ""
    return (f"The ambition of {count(aim.officers)} officers is that of the {short_title(aim.document_title)}, section "
            f"‘{aim.section}’.{achieved} Later years are set beside it for reference only: no document here says "
            f"whether "
            "it still holds.")  # fmt: skip


def chart_title(view: WorkforceView) -> str:
    return f"{NAMES[view.group]} by month"


def chart_subtitle(view: WorkforceView) -> str:
    return "Above: full-time equivalents at the end of each month. Below: change on the same month a year before."


def chart_label(view: WorkforceView) -> str:
    """The figure in one sentence."""
    known = [(each.month, value) for each in view.months if (value := each.strength[view.group]) is not None]
    if not known:
        return f"{chart_title(view)}: no figures."
    first, last = known[0], known[-1]
    high, low = max(known, key=lambda each: each[1]), min(known, key=lambda each: each[1])
    aim = view.ambition if view.group == "officers" else None
    line = f" A line marks {count(aim.officers)}." if aim else ""
    return (
        f"{chart_title(view)}: {count(first[1])} in {month_name(first[0])}, {count(last[1])} in {month_name(last[0])}; "
        f"highest {count(high[1])} in {month_name(high[0])}, lowest {count(low[1])} in "
        f"{month_name(low[0])}.{line}"
    )


def step_words(step: Step) -> str:
    """`Police staff, June 2013: 12,166, a month before 12,702 (−536, −4.2%)`."""
    pct = f"{signed(step.pct)[:1]}{plain(abs(step.pct), 1)}%"
    return (f"{NAMES[step.group]}, {month_name(step.month)}: {count(step.after)}, a month before {count(step.before)} "
            f"({signed(step.after - step.before)}, {pct})")  # fmt: skip
