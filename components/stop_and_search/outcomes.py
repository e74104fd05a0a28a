"""What happened after the search, by ethnic group, London: a table with small bars."""

from __future__ import annotations

from dash.development.base_component import Component

from components.stop_and_search import tables, words
from components.stop_and_search.marks import share_bar
from components.stop_and_search.records import Outcome, OutcomeCell
from components.stop_and_search.sections import heading, nothing
from components.stop_and_search.view import StopAndSearchView

TITLE = "What happened after the search, London"
BAR = 44  # px: seven columns and the words `under 1%` fit the page
POSSESSION = "given for possession"
ALL = "All groups"


def outcomes(view: StopAndSearchView) -> list[Component]:
    parts = heading("outcomes", TITLE, subtitle(view))
    if not view.outcomes:
        return [*parts, nothing("This period’s outcomes cannot be shown.")]
    cells = [cell for each in view.outcomes for cell in each.cells]
    hidden = any(cell.searches is None for cell in cells)
    alone = all(len(each.cells) == 1 for each in view.outcomes)
    whole = "By ethnic group they are withheld as a whole." if alone else ""
    said = [whole, tables.withheld_note(hidden), *notes(view)]
    rows = [(_name(each), [_cell(cell, most(view)) for cell in each.cells], "") for each in view.outcomes]
    table = tables.table(f"Share of searches by outcome and ethnic group, {when(view)}", heads(view), rows,
                         kind="stop-outcomes", text_columns=99)  # fmt: skip
    return [*parts, tables.boxed(table, "Outcomes by ethnic group"), *(tables.note(each) for each in said if each),
            tables.twin(counts(view), "Number of searches by outcome and ethnic group", tables.withheld_note(hidden),
                        words="Show the numbers of searches")]  # fmt: skip


def when(view: StopAndSearchView) -> str:
    return view.period.label if view.period else ""


def subtitle(view: StopAndSearchView) -> str:
    return (f"Share of searches with each outcome, {when(view)}, ethnic group {words.recorded(view)}. One outcome is "
            "recorded for each search. Columns add to 100% before rounding, but for what is withheld.")  # fmt: skip


def heads(view: StopAndSearchView) -> list[tuple[str, str]]:
    """A column for each group of the cells, in their order."""
    names = {"all": ALL, "unknown": "Not known", **{group.key: group.name for group in view.london_groups}}
    return [("Outcome", ""), *((names.get(cell.group, cell.group), "") for cell in view.outcomes[0].cells)]


def most(view: StopAndSearchView) -> float:
    """The longest bar, which all columns share."""
    return max([cell.part or 0.0 for each in view.outcomes for cell in each.cells] or [1.0])


def _name(each: Outcome) -> str:
    return tables.two(each.name, POSSESSION if each.is_possession else "")


def _cell(cell: OutcomeCell, longest: float) -> str:
    """A bar and a number; a hidden figure has neither."""
    if cell.part is None:
        return words.WITHHELD if cell.searches is None else "–"
    return tables.barred(share_bar(cell.part, longest, width=BAR), words.percent(cell.part))


def counts(view: StopAndSearchView) -> Component:
    rows = [(each.name, [words.number(cell.searches) for cell in each.cells], "") for each in view.outcomes]
    return tables.table(f"Number of searches by outcome and ethnic group, {when(view)}", heads(view), rows)


def notes(view: StopAndSearchView) -> list[str]:
    names = [each.name for each in view.outcomes if each.is_possession]
    told = [
        "An outcome is what was recorded at the time. It does not say whether anybody was later charged or convicted."
    ]
    if names:
        verb = "is" if len(names) == 1 else "are"
        told.append(
            f"{' and '.join(names)} {verb} {POSSESSION} of cannabis or khat. It is a fact about the outcome: what was "
            "looked for, possession or supply, is not in the source."
        )
    told += [f"{each.name}: {each.note[:1].lower()}{each.note[1:]}" for each in view.outcomes if each.note and
             not each.is_possession]  # fmt: skip
    return told
