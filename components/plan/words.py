"""What is said of milestones: a status is the source's own word, or that none can be read. None is good or bad."""

from __future__ import annotations

import re

from components.plan.view import (
    DELAY,
    DELIVERED,
    IN_NO_REPORT,
    NOT_READABLE,
    ON_TRACK,
    Milestone,
    Move,
    PlanView,
    Said,
)
from components.text.numbers import count, counted, listed

NO_BREAK = "\u00a0"
WORDS = {DELIVERED: "Delivered", ON_TRACK: "On track", DELAY: "Some delay", NOT_READABLE: "Not readable",
         IN_NO_REPORT: "In no report"}  # fmt: skip
# The status as a sentence says it of several.
SAID_OF = {DELIVERED: "delivered", ON_TRACK: "on track", DELAY: "in some delay"}
SHAPES = {
    DELIVERED: '<circle cx="6.5" cy="6.5" r="5.2" fill="currentColor"/>',
    ON_TRACK: '<circle cx="6.5" cy="6.5" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4"/>'
              '<path d="M6.5 1.9a4.6 4.6 0 0 1 0 9.2z" fill="currentColor"/>',
    DELAY: '<circle cx="6.5" cy="6.5" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4"/>'
           '<path d="M6.5 3.6v3.1l2 1.3" fill="none" stroke="currentColor" stroke-width="1.4"/>',
    NOT_READABLE: '<circle cx="6.5" cy="6.5" r="4.6" fill="none" stroke="currentColor" stroke-width="1.4" '
                  'stroke-dasharray="2 1.6"/>',
}  # fmt: skip


def icon(status: str) -> str:
    """A shape in the colour of the text beside it, 13 px; '' where no report names the milestone."""
    shape = SHAPES.get(status)
    return f'<svg viewBox="0 0 13 13" width="13" height="13" aria-hidden="true">{shape}</svg>' if shape else ""


def quarter_words(quarter: str) -> str:
    """`Q1 2017-18`, as the plan prints it, in the site's own form: `Q1 2017/18`."""
    return re.sub(r"(\d{4})-(\d{2})$", r"\1/\2", quarter)


def reports_named(view: PlanView) -> str:
    """`Q1 2017/18, Q2 2017/18 and Q1 2018/19`, no label broken over two lines."""
    return listed([report.label.replace(" ", NO_BREAK) for report in view.reports])


def headline(view: PlanView) -> str:
    """`13 of 90 milestones are reported as delivered; for 32 no status can be read, and 37 are in no report.`"""
    every = len(view.milestones)
    if not every:
        return "No milestone passes these filters."
    delivered, unread, unnamed = (view.with_status(each) for each in (DELIVERED, NOT_READABLE, IN_NO_REPORT))
    if every == 1:
        return f"The one milestone {_scope(view)}{_one(view)}."
    told = f"{count(delivered) if delivered else 'None'} of {count(every)} milestones {_scope(view)}"
    told += f"{_are(delivered)} reported as delivered"
    rest = [f"for {count(unread)} no status can be read" if unread else "",
            f"{count(unnamed)} {_are(unnamed)} in no report" if unnamed else ""]  # fmt: skip
    more = " and ".join(filter(None, rest))
    return f"{told}; {more}." if more else f"{told}."


def _one(view: PlanView) -> str:
    status = view.milestones[0].status
    if status == IN_NO_REPORT:
        return "is in no report"
    return "has no status that can be read" if status == NOT_READABLE else f"is reported as {SAID_OF[status]}"


def _scope(view: PlanView) -> str:
    if not view.selection.is_filtered:
        return ""
    return f"that {'passes' if len(view.milestones) == 1 else 'pass'} these filters "


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def lead(view: PlanView) -> str:
    """Whose plan, which reports, and which status counts."""
    found = [(number, SAID_OF[each]) for each in (ON_TRACK, DELAY) if (number := view.with_status(each))]
    others = [f"{count(number)} {_are(number)} reported as {said}" for number, said in found]
    also = f" {_first_capital(listed(others))}." if others else ""
    labels = reports_named(view)
    return (f"The milestones of the Met’s business plan, and what the reports for {labels} say of them. The latest "
            f"report that names a milestone gives its status.{also}")  # fmt: skip


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def unread_words(view: PlanView) -> str:
    """Why so many statuses cannot be read, with how many of all entries."""
    unread, every = view.statuses.get(NOT_READABLE, 0), sum(view.statuses.values())
    return (f"The reports mark each status with a symbol, and most symbols were lost when the layout became text. So "
            f"{count(unread)} of {count(every)} entries are not readable in the source. A status is given only where "
            "the report’s own words, or a mark that its legend explains, tell it. None is guessed.")  # fmt: skip


def report_words(view: PlanView, said: Said) -> str:
    """`Q1 2017/18`, with that the report was early where the milestone was not yet due."""
    label = view.label_of(said.document)
    return f"{label}, ahead of its quarter" if said.kind == "forthcoming" else label


def led_words(milestone: Milestone) -> str:
    return milestone.lead or "Not stated"


def move_words(move: Move) -> str:
    """`On track, then delivered`."""
    return f"{WORDS[move.before]}, then {WORDS[move.after].lower()}"


def moves_told(view: PlanView) -> str:
    """How many milestones stand in more than one report, and what became of them."""
    if not view.moves:
        return "None of these milestones stands in more than one report."
    same = sum(move.before == move.after and move.before != NOT_READABLE for move in view.moves)
    known = [move for move in view.moves if NOT_READABLE not in (move.before, move.after)]
    changed = [move for move in known if move.before != move.after]
    unread = len(view.moves) - same - len(changed)
    first = f"{counted(len(view.moves), 'milestone')} {'stands' if len(view.moves) == 1 else 'stand'} in two reports."
    parts = [f"{count(same)} kept the same status" if same else "", _changed(changed),
             f"of {count(unread)} at least one status cannot be read" if unread else ""]  # fmt: skip
    return f"{first} {_first_capital('; '.join(filter(None, parts)))}."


def _changed(moves: list[Move]) -> str:
    if not moves:
        return ""
    kinds = sorted({move_words(move).lower() for move in moves})
    return f"{count(len(moves))} moved ({listed(kinds)})"
