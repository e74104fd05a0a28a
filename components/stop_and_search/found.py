"""How often something came of it, by what was looked for and ethnic group, London: small multiples on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.elements import Markup
from components.stop_and_search import tables, words
from components.stop_and_search.found_plot import CLEAR, is_drawn, is_judged, panel, scale_of, shown
from components.stop_and_search.found_table import table_by_reason
from components.stop_and_search.records import Linked, ObjectGroup
from components.stop_and_search.sections import heading, nothing
from components.stop_and_search.view import StopAndSearchView
from components.text.periods import month_list

TITLE = "How often something came of it, by reason and ethnic group, London"
NAME = "Find rate by reason and ethnic group"
FIRST_TOLD_APART = "January 2018"
BY_CHANCE = 0.05  # of comparisons, at 95%


def found(view: StopAndSearchView) -> list[Component]:
    parts = heading("found", TITLE, subtitle(view))
    panels = [each for each in view.objects if is_drawn(each)]
    if not panels:
        return [*parts, nothing("This period’s find rates by reason and ethnic group cannot be shown.")]
    scale = scale_of(view)
    grid = html.Div([html.Div(Markup(markup=panel(each, scale)), className="stop-panel") for each in panels],
                    className="stop-panels")  # fmt: skip
    left_out = [tables.note(words_) for words_ in (by_chance(view), not_drawn(view)) if words_]
    said = html.Div([html.P(words_) for words_ in statements(view)], className="stop-said")
    return [*parts, grid, *left_out, _twin(view), said]


def subtitle(view: StopAndSearchView) -> str:
    when = view.period.label if view.period else ""
    unjudged = " Tick without a dot: not compared, for figures of other groups are withheld or too few."
    compared = all(is_judged(group) for group in drawn_groups(view))
    return (f"Find rate: share of searches with an outcome other than no further action, {when}, ethnic group "
            f"{words.recorded(view)}. Line: known groups together. Filled dot: differs from the other known groups by "
            "more than chance alone would explain. Hollow dot: no clear difference."
            f"{'' if compared else unjudged} Bars: 95% intervals.")  # fmt: skip


def drawn_groups(view: StopAndSearchView) -> list[ObjectGroup]:
    """Every group of every panel that has a find rate."""
    return [group for each in view.objects for group in shown(each) if group.tally.share is not None]


def by_chance(view: StopAndSearchView) -> str:
    """How many dots chance alone would fill; '' where too few are compared for one."""
    judged = [group for group in drawn_groups(view) if is_judged(group)]
    clear, number = sum(group.against_all in CLEAR for group in judged), round(BY_CHANCE * len(judged))
    if not number:
        return ""
    verb = "is" if clear == 1 else "are"
    return f"{clear or 'None'} of {len(judged)} dots {verb} filled; chance alone would fill about {number}."


def not_drawn(view: StopAndSearchView) -> str:
    """Reasons of which no ethnic group has a find rate."""
    missing = [f"{each.name} ({words.searches(each.tally.searches)})" for each in view.objects if not is_drawn(each)]
    if not missing:
        return ""
    return f"Not drawn, because figures by ethnic group are withheld or too few: {'; '.join(missing)}."


def _twin(view: StopAndSearchView) -> Component:
    said = tables.notes_of(group.tally for each in view.objects for group in each.groups)
    return tables.twin(table_by_reason(view), NAME, *said)


def statements(view: StopAndSearchView) -> Iterator[str]:
    """What the find rates can and cannot show, in plain words."""
    yield ("Equal find rates would not prove equal treatment, nor do unequal ones prove unequal treatment. People "
           "who are searched differ in more than ethnic group. A find rate says nothing of who was not "
           "searched.")  # fmt: skip
    yield ("Possession and supply of drugs cannot be told apart: the source has ‘controlled drugs’ as the reason for "
           "both. A cannabis warning is given for possession only; it says what was found, not what was looked "
           "for.")  # fmt: skip
    if view.period and any(f"{month:%Y-%m}" < "2018-01" for month in view.period.months):
        yield (f"Before {FIRST_TOLD_APART} stolen goods, weapons and articles for crime (section 1 of the Police and "
               "Criminal Evidence Act 1984) were published under one name, so they stand in one panel.")  # fmt: skip
    if view.period and any(f"{month:%Y-%m}" >= "2018-01" for month in view.period.months):
        yield (f"Since {FIRST_TOLD_APART} ‘no further action’ may cover searches in which something was found, so find "
               "rates before and after may not compare.")  # fmt: skip
    if view.no_outcome:
        yield f"{words.searches(view.no_outcome)} have no outcome in the source; they count as not found."
    yield linked_words(view.linked)
    for name in ("object",):
        months = view.blank_months.get(name, ())
        if months:
            yield f"The reason is blank in every search of {month_list(months)}."


def linked_words(linked: Linked) -> str:
    """What is known of whether an outcome had to do with what was looked for."""
    asked = "Whether an outcome was linked to the reason for the search"
    if linked.status == "blank":
        return (f"{asked} is blank in the source for these months. A find here may be of something that was not looked "
                "for.")  # fmt: skip
    if linked.status == "all_false":
        return f"{asked}: the source says ‘no’ of every search of these months, which cannot be read as a finding."
    told = ", ".join(
        f"{words.searches(number)} {name}"
        for number, name in ((linked.linked, "linked"), (linked.not_linked, "not linked"), (linked.blank, "not said"))
        if number is not None
    )
    partly = " It is filled in for some of the months only." if linked.status == "partly" else ""
    return f"{asked}, of searches with an outcome: {told or words.WITHHELD}.{partly}"
