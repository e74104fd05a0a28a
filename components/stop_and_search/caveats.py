"""Before you compare: what a rate and a ratio leave out, beside the figures that they are about."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.stop_and_search import words
from components.stop_and_search.view import StopAndSearchView
from data.selection.stop_and_search import By


def caveats(view: StopAndSearchView) -> list[Component]:
    told = [html.Li([html.Strong(first), " ", rest]) for first, rest in cautions(view)]
    return [html.H2("Before you compare", id="stop-at-compare"), html.Ul(told)]


def cautions(view: StopAndSearchView) -> Iterator[tuple[str, str]]:
    """(what to know, why), the same on every view but for what it says of its own figures."""
    yield "Residents are not the people on the street.", (
        "Rates divide by who lives in an area, not by who is there when searches are made: visitors are searched too, "
        "and residents are searched elsewhere.")  # fmt: skip
    yield from _basis(view)
    yield _record(view)
    yield "Searches are counted, not people.", "Someone searched twice counts twice."
    yield "Deployment differs from place to place.", (
        "Where and when officers search, and for what, shapes who is searched. A figure for all of London mixes those.")
    yield "A ratio does not show a cause.", "It shows that rates differ and how sure that is, not why."


def _basis(view: StopAndSearchView) -> Iterator[tuple[str, str]]:
    if view.residents_basis is None or view.period is None:
        yield "There are no residents by ethnic group in this edition,", "so it gives searches, but no rate or ratio."
        return
    years = abs(view.period.start.year - (view.residents_year or view.period.start.year))
    apart = "" if not years else (f" The searches are of {view.period.label}: groups have grown at different speeds in "
                                  "between, so ratios may be too high or too low.")  # fmt: skip
    yield f"Residents are those of the {view.residents_year} Census.", (
        f"It is the count by ethnic group that this edition has.{apart}")  # fmt: skip


def _record(view: StopAndSearchView) -> tuple[str, str]:
    unknown = " Searches of which it is not known are in no group." if view.unknown_share is None else (
        f" It is not known for {words.percent(view.unknown_share, 1)} of the searches, which are in no "
        "group.")  # fmt: skip
    mixed = ""
    if view.selection.by is By.OFFICER:
        mixed = " Officers’ records have no mixed group, so groups and residents do not quite correspond."
    return f"Ethnic group is {words.recorded(view)}.", f"{unknown}{mixed}".strip()
