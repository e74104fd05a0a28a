"""Age, gender and reason of the chosen area's searches: counts, shares and find rates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components.stop_and_search import tables, words
from components.stop_and_search.marks import share_bar
from components.stop_and_search.rates import why_none
from components.stop_and_search.records import AreaObject, Group, SearchObject, Tally
from components.stop_and_search.sections import heading, nothing
from components.stop_and_search.view import StopAndSearchView
from components.text.periods import month_list


@dataclass(frozen=True)
class Line:
    """`part`: of all the area's searches, 0 to 1; None where hidden."""

    name: str
    tally: Tally
    part: float | None


HEADS = (("Searches", ""), ("Share", "of all searches"), ("Find rate", ""), ("95% interval", ""))


def people(view: StopAndSearchView) -> list[Component]:
    when = words.when(view)
    title = f"Age, gender and reason, {view.area_name}"
    parts = heading("people", title, f"Searches in {when}. Age, gender and reason are those on the search’s record.")
    kinds = (("Age", _of_groups(view.ages)), ("Gender", _of_groups(view.genders)), ("Reason", _reasons(view)))
    sides = [_side(view, name, rows) for name, rows in kinds if rows]
    if not sides:
        return [*parts, nothing(why_none(view))]
    said = [*tables.notes_of(row.tally for _, rows in kinds for row in rows), *blank_words(view)]
    return [*parts, html.Div(sides, className="stop-two"), *(tables.note(each) for each in said)]


def _of_groups(groups: Sequence[Group]) -> list[Line]:
    return [Line(group.name, group.tally, group.part) for group in groups]


def _reasons(view: StopAndSearchView) -> list[Line]:
    """What was looked for; a borough's in fewer kinds."""
    whole = view.total.searches
    kinds: Sequence[SearchObject | AreaObject] = view.objects if view.is_london else view.area_objects
    return [Line(each.name, each.tally, each.tally.searches / whole if whole and each.tally.searches else None)
            for each in kinds]  # fmt: skip


def _side(view: StopAndSearchView, name: str, lines: Sequence[Line]) -> Component:
    longest = max([line.part or 0.0 for line in lines] or [1.0])
    rows = [(line.name, _cells(line, longest), "") for line in lines]
    caption = f"{name}, {view.area_name}, {words.when(view)}"
    table = tables.table(caption, [(name, ""), *HEADS], rows, kind="stop-people")
    kind = "stop-across" if name == "Reason" else None
    title = html.H3(name, className="fig-title")
    return html.Div([title, tables.boxed(table, f"Searches by {name.lower()}")], className=kind)


def _cells(group: Line, longest: float) -> list[str]:
    return [words.number(group.tally.searches), _part(group, longest), words.found_share(group.tally),
            words.share_interval(group.tally) or "–"]  # fmt: skip


def _part(group: Line, longest: float) -> str:
    if group.part is None:
        return words.WITHHELD if group.tally.searches is None else "–"
    return tables.barred(share_bar(group.part, longest), words.percent(group.part, 1))


def blank_words(view: StopAndSearchView) -> list[str]:
    """Months that give it of no search."""
    return [f"The {name} of the person is blank in every search of {month_list(months)}."
            for name in ("age", "gender") if (months := view.blank_months.get(name, ()))]  # fmt: skip
