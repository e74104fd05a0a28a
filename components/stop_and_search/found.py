"""How often something came of it, by what was looked for and ethnic group, London: small multiples on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.elements import Markup
from components.stop_and_search import tables, words
from components.stop_and_search.found_plot import is_drawn, panel, scale_of
from components.stop_and_search.found_table import table_by_reason
from components.stop_and_search.sections import heading, nothing
from components.stop_and_search.view import Linked, StopAndSearchView
from components.text.periods import month_list

TITLE = "How often something came of it, by reason and ethnic group, London"
NAME = "Find rate by reason and ethnic group"
FIRST_TOLD_APART = "January 2018"


def found(view: StopAndSearchView) -> list[Component]:
    parts = heading("found", TITLE, subtitle(view))
    panels = [each for each in view.objects if is_drawn(each)]
    if not panels:
        return [*parts, nothing("This period’s find rates by reason and ethnic group cannot be shown.")]
    scale = scale_of(view)
    grid = html.Div([html.Div(Markup(markup=panel(each, scale)), className="stop-panel") for each in panels],
                    className="stop-panels")  # fmt: skip
    left_out = [tables.note(words_) for words_ in (not_drawn(view),) if words_]
    said = html.Div([html.P(words_) for words_ in statements(view)], className="stop-said")
    return [*parts, grid, *left_out, _twin(view), said]


def subtitle(view: StopAndSearchView) -> str:
    when = view.period.label if view.period else ""
    return (f"Find rate: share of searches with an outcome other than no further action, {when}, ethnic group "
            f"{words.recorded(view)}. Line: all known groups together. Filled dot: differs from the other known groups "
            "by more than chance would explain; hollow: no clear difference. Bars: 95% intervals. No rate under "
            f"{words.FEWEST} searches. One scale for all.")  # fmt: skip


def not_drawn(view: StopAndSearchView) -> str:
    """Reasons of which no ethnic group has a find rate."""
    missing = [f"{each.name} ({words.searches(each.tally.searches)})" for each in view.objects if not is_drawn(each)]
    if not missing:
        return ""
    return f"Not drawn, for by ethnic group the figures are withheld or too few: {'; '.join(missing)}."


def _twin(view: StopAndSearchView) -> Component:
    said = tables.notes_of(group.tally for each in view.objects for group in each.groups)
    return tables.twin(table_by_reason(view), NAME, *said)


def statements(view: StopAndSearchView) -> Iterator[str]:
    """What the find rates can and cannot show, in plain words."""
    yield ("Equal find rates would not prove equal treatment, nor do unequal ones prove unequal treatment: people "
           "who are searched differ in more than ethnic group, and a find rate says nothing of who was not "
           "searched.")  # fmt: skip
    yield ("Possession and supply of drugs cannot be told apart: the source gives ‘controlled drugs’ as the object of "
           "both. Some outcomes, such as a cannabis warning, are given for possession only; they say what was found, "
           "not what was looked for.")  # fmt: skip
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
            yield f"The object is blank in every search of {month_list(months)}."


def linked_words(linked: Linked) -> str:
    """What is known of whether an outcome had to do with what was looked for."""
    asked = "Whether an outcome was linked to the object of the search"
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
