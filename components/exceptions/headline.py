"""The sentences that open the page and the list: how many, of how many, and how many by chance alone."""

from __future__ import annotations

from components.exceptions.view import ExceptionsView, Scope
from components.text.lead import REPORTING
from components.text.numbers import count, listed
from data.selection import month_name
from data.selection.exceptions import BOROUGHS, EVERYWHERE, LONDON, Direction
from geo.areas import find

AREAS = {BOROUGHS: "The 32 boroughs", EVERYWHERE: "The boroughs and London", LONDON: "London as a whole"}
PLACES = {BOROUGHS: "in the 32 boroughs", EVERYWHERE: "in the boroughs and London", LONDON: "for London as a whole"}
SERIES = {EVERYWHERE: "in one borough, or in London as a whole", LONDON: "in London as a whole"}
OVERLAP = "A measure and its parts move together, {}so one change can appear in several rows."
LONDON_TOO = "and so do London and its boroughs, "
ALLOWING = "allowing for the number of series looked at"


def headline(view: ExceptionsView) -> str:
    """`154 of 958 series were higher than expected in April 2026 and 88 were lower; about 30 would be by chance alone.`

    Of the chosen area and part of the plan; the other filters do not change it.
    """
    scope, when = view.scope, month_name(view.selection.month)
    if scope.judged == 0:
        return _nothing_judged(view)
    of = f"{count(scope.judged)} series{_plan(view)}" if scope.judged > 1 else f"the one series{_plan(view)}"
    if scope.exceptions == 0:
        found = f"none of {of} was higher or lower than expected in {when}"
    elif scope.higher == 0:
        found = f"none of {of} was higher than expected in {when} and {_were(scope.lower)} lower"
    else:
        found = f"{count(scope.higher)} of {of} {_verb(scope.higher)} higher than expected in {when} "
        found += "and none was lower" if scope.lower == 0 else f"and {_were(scope.lower)} lower"
    return f"{_first_capital(_place(view) + found)}; {chance(scope)}."


def lead(view: ExceptionsView) -> str:
    where = SERIES.get(view.selection.area, "in one borough")
    return (f"A series is one measure {where}, compared with its own past. An exception is a reason to ask, not an "
            "answer.")  # fmt: skip


def chance(scope: Scope) -> str:
    """`about 30 would be by chance alone`."""
    expected = round(scope.by_chance)
    return f"{f'about {count(expected)}' if expected else 'fewer than one'} would be by chance alone"


def _nothing_judged(view: ExceptionsView) -> str:
    when = month_name(view.selection.month)
    if view.scope.provisional:
        return f"{when} is provisional and not judged yet."
    return _first_capital(f"{_place(view)}no series{_plan(view)} could be judged in {when}.")


def _verb(number: int) -> str:
    return "was" if number == 1 else "were"


def _were(number: int) -> str:
    return f"{count(number)} {_verb(number)}"


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def area_name(view: ExceptionsView) -> str:
    """`The 32 boroughs`, `London as a whole`, `Camden`."""
    asked = view.selection.area
    area = None if asked in AREAS else find(asked)
    return area.area_name if area else AREAS.get(asked, asked)


def _place(view: ExceptionsView) -> str:
    return f"{PLACES.get(view.selection.area) or f'in {area_name(view)}'}, "


def plan_name(view: ExceptionsView) -> str | None:
    """The title of the chosen area of the plan."""
    return next((each.title for each in view.catalogue.priorities if each.id == view.selection.plan), None)


def _plan(view: ExceptionsView) -> str:
    name = plan_name(view)
    return f" in ‘{name}’" if name else ""


def list_title(view: ExceptionsView) -> str:
    sides = {Direction.HIGHER: "Higher than expected", Direction.LOWER: "Lower than expected"}
    return f"{sides.get(view.selection.direction, 'Exceptions')} in {month_name(view.selection.month)}"


def list_subtitle(view: ExceptionsView) -> str:
    """How many the list holds, in what order, and how many of them stand above the line."""
    every, above = view.listed, view.above
    exceptions = f"{count(every)} {'exception' if every == 1 else 'exceptions'}"
    stand = "stands" if above == 1 else "stand"
    if view.selection.only_clear:
        return f"{exceptions} that {stand} out even after {ALLOWING}, the most surprising first."
    first = f"{exceptions}, the most surprising first."
    return f"{first} {count(above)} of them {stand} out even after {ALLOWING}." if above else first


def cut_words(view: ExceptionsView) -> str:
    """What the dividing line says; of a filtered list, that the line is the whole month's."""
    above, below = view.above, view.listed - view.above
    if above == 0:
        return f"None of these stands out after {ALLOWING}. All may be chance."
    first = f"The {count(above)} above this line" if above > 1 else "The one above this line"
    if view.selection.is_whole:
        said = f"{first} would stand out even after {ALLOWING}: at most about 1 in 20 of them by chance."
    else:
        verb = "are" if above > 1 else "is"
        said = (f"{first} {verb} among the {count(view.whole.clear)} of all series that would stand out even after "
                "allowing for the number looked at: at most about 1 in 20 of those by chance.")  # fmt: skip
    return f"{said} Those below may be chance." if below else said


def overlap(area: str) -> str:
    return OVERLAP.format(LONDON_TOO if area == EVERYWHERE else "")


def list_notes(view: ExceptionsView) -> list[str]:
    """What a reader of the rows must know: parts and wholes, and once for each measure, what goes unreported."""
    reporting = list(dict.fromkeys(row.measure for row in view.rows if row.is_reporting))
    return [note for note in (
        overlap(view.selection.area) if len(view.rows) > 1 else "",
        f"{listed(sorted(reporting))}: {REPORTING[:1].lower()}{REPORTING[1:]}" if reporting else "",
    ) if note]  # fmt: skip
