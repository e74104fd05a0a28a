"""The ratio by what was looked for, London: Black people beside White people drawn, every group in the table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from components.stop_and_search import tables, words
from components.stop_and_search.marks import Ratio
from components.stop_and_search.reasons_plot import NARROW, WIDE, Row, plot
from components.stop_and_search.records import Group, ObjectGroup
from components.stop_and_search.sections import drawn, heading, nothing
from components.stop_and_search.view import StopAndSearchView

TITLE = "Black and White people’s search rates compared, by reason, London"
ALL = "All reasons"
Either = Group | ObjectGroup


@dataclass(frozen=True)
class Reason:
    """A row of the table: its name, all its searches, and its ethnic groups by key."""

    name: str
    searches: int | None
    groups: Mapping[str, Either]


def reasons(view: StopAndSearchView) -> list[Component]:
    rows = drawn_rows(view)
    if not any(row.ratio.value for row in rows):
        said = "It needs residents by ethnic group, which this edition does not have."
        return [*heading("reasons", TITLE), nothing(said if view.residents_basis is None else "No ratio can be shown.")]
    figure = drawn(plot(rows, WIDE, label=label(rows)), plot(rows, NARROW, label=label(rows)))
    notes_ = map(tables.note, filter(None, notes(view, rows)))
    return [*heading("reasons", TITLE, subtitle(view)), *figure, *notes_, twin(view)]


def subtitle(view: StopAndSearchView) -> str:
    when = view.period.label if view.period else ""
    return (f"Searches of Black people per 1,000 Black residents, over the same for White people, {when}, ethnic group "
            f"{words.recorded(view)}. Marks and scale as above.")  # fmt: skip


def ratio_of(group: Either | None) -> Ratio:
    if group is None:
        return Ratio(None)
    return Ratio(group.ratio, group.ratio_lower, group.ratio_upper, group.ratio_lowest, group.ratio_highest)


def all_reasons(view: StopAndSearchView) -> list[Reason]:
    """All reasons together, then each."""
    rows = [Reason(ALL, view.london.searches, {group.key: group for group in view.london_groups})]
    return [*rows, *(Reason(each.name, each.tally.searches, {group.key: group for group in each.groups})
                     for each in view.objects)]  # fmt: skip


def drawn_rows(view: StopAndSearchView) -> list[Row]:
    """Black over White, of all reasons and of each that has such a ratio."""
    rows = []
    for reason in all_reasons(view):
        ratio = ratio_of(reason.groups.get(words.KEY_BLACK))
        if ratio.value or reason.name == ALL:
            rows.append(Row(reason.name, reason.searches, ratio, is_all=reason.name == ALL))
    return rows


def notes(view: StopAndSearchView, rows: list[Row]) -> Iterator[str]:
    yield finding(rows)
    missing = [reason.name for reason in all_reasons(view) if reason.name not in {row.name for row in rows}]
    if missing:
        yield f"Not drawn, because figures are withheld or too few: {'; '.join(missing)}."
    yield "These figures are for London only: in a borough many would be of a few people."
    yield from (f"{each.name}: {lower_first(each.note)}" for each in view.objects if each.note and each.key != "drugs")


def finding(rows: list[Row]) -> str:
    """From the lowest ratio to the highest, and whether chance alone could set those two apart."""
    judged = [row for row in rows if not row.is_all and row.ratio.value and row.ratio.lower and row.ratio.upper]
    if len(judged) < 2:
        return ""
    high, low = (pick(judged, key=lambda row: row.ratio.value or 0.0) for pick in (max, min))
    if (high.ratio.lower or 0.0) <= (low.ratio.upper or 0.0):
        return "No reason’s ratio is clearly higher than another’s."
    lowest, highest = (f"{words.times(row.ratio.value)} ({lower_first(row.name)})" for row in (low, high))
    return f"From {lowest} to {highest}: these two differ by more than chance alone would explain."


def lower_first(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"


def label(rows: list[Row]) -> str:
    told = [f"{row.name}: {words.times(row.ratio.value) if row.ratio.value else 'no ratio'}" for row in rows]
    return f"{TITLE}: rate of searches of Black people over that of White people. {'; '.join(told)}."


def twin(view: StopAndSearchView) -> Component:
    """Every group's ratio by reason."""
    keys = [(group.key, group.name) for group in view.london_groups if group.is_known and group.key != words.KEY_WHITE]
    heads = [("Reason", ""), ("Searches", "all groups")]
    heads += [(name, "over White, 95% interval") for _, name in keys]
    rows = [(each.name, _cells(each, keys), "total" if each.name == ALL else "") for each in all_reasons(view)]
    hidden = words.is_hidden_anywhere(group.tally for each in view.objects for group in each.groups)
    caption = f"{TITLE}, {view.period.label if view.period else ''}"
    return tables.twin(tables.table(caption, heads, rows), TITLE, tables.withheld_note(hidden))


def _cells(each: Reason, keys: list[tuple[str, str]]) -> list[str]:
    cells = [words.number(each.searches)]
    for key, _ in keys:
        group = each.groups.get(key)
        ratio = ratio_of(group)
        is_hidden = group is None or group.tally.searches is None
        said = words.WITHHELD if is_hidden else words.ratio(ratio.value, ratio.lower, ratio.upper)
        cells.append(tables.two(said, words.interval(ratio.lower, ratio.upper)))
    return cells
