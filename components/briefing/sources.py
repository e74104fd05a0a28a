"""Where the figures come from and what they cannot tell: on the paper itself, since nobody can click on it."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.borough.address import profile_address
from components.borough.kinds import Priority
from components.borough.view import ProfileView
from components.briefing.words import edition_words
from components.shell import ATTRIBUTION
from components.text import VISITOR_NOTE
from components.text.numbers import listed
from geo.areas import boroughs

VISITED = ("westminster", "camden", "kensington-and-chelsea")
MOST_NAMES = 4
OLDER = "-2018"  # how the ids of measures in the categories until 2018 end


def sources(view: ProfileView) -> Component:
    entries = [html.P([html.B(f"{head}. "), words]) for head, words in _entries(view)]
    licence = html.P(f"{ATTRIBUTION} {edition_words(view)}. Address: {address(view)}", className="licence")
    return html.Section([html.Div(html.H2("Sources and caveats"), className="parthead"),
                         html.Div(entries, className="caveats"), licence], className="part sources")  # fmt: skip


def address(view: ProfileView) -> str:
    return profile_address(view.area.slug, view.selection.month)


def _entries(view: ProfileView) -> Iterator[tuple[str, str]]:
    yield "Recorded offences", (f"Source: {view.edition.source}. Recorded is not committed: many offences are never "
                                "reported, and numbers move with what police look for.")  # fmt: skip
    if view.selection.month > view.settled:
        yield "Provisional", "The latest months may still be revised, so no verdict is given on them."
    yield "Signal", ("The latest month against the range of the 24 months that end a year before, season allowed for. "
                     "It is not the change, and does not say why.")  # fmt: skip
    yield "Change", ("Against the same quarter a year before; the 95% interval allows for how much the series moves "
                     "from month to month.")  # fmt: skip
    yield from _priorities(view)
    yield "Rates", f"{_alike(view)}A place says which rate is higher, not that chance is ruled out.{_visitors(view)}"
    if view.surveys:
        yield "Surveys", f"Number asked: {_base(view)}."
    if view.without:
        yield "Without figures", f"{_without(view.without)} for this period in this edition."


def _priorities(view: ProfileView) -> Iterator[tuple[str, str]]:
    if not view.chosen:
        return
    noted = [each for each in view.chosen if each.note and not each.is_everywhere and _is_needed(each)]
    said = [f"{each.name}: {each.note}" for each in noted]
    yield "Local priorities", " ".join([f"{view.priorities['source']}.", *said])


def _is_needed(each: Priority) -> bool:
    """A note on what is counted in a crime's place matters only where that is what is counted."""
    return each.row is not None and each.row.older_form_of is None and not each.row.measure_id.endswith(OLDER)


def _alike(view: ProfileView) -> str:
    if not view.similar_names:
        return ""
    return "Similar boroughs are the nearest in density, age, deprivation, jobs and renting. "


def _visitors(view: ProfileView) -> str:
    shown = {view.area.area_code, *(one.area_code for one in view.similar.neighbours)}
    visited = {area.area_code for area in boroughs() if area.slug in VISITED}
    return f" {VISITOR_NOTE}" if shown & visited else ""


def _base(view: ProfileView) -> str:
    """Of the survey first in the table, at its own period: on paper there is room for one."""
    return view.surveys[0].base_basis


def _without(names: tuple[str, ...]) -> str:
    some = [*names[:MOST_NAMES], *([f"{len(names) - MOST_NAMES} more"] if len(names) > MOST_NAMES else [])]
    return f"{listed(some)}: none"
