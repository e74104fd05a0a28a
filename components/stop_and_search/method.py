"""How this is measured: what is counted and where, denominators, intervals, what is withheld and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.stop_and_search import words
from components.stop_and_search.records import HIDDEN_WORDS
from components.stop_and_search.view import StopAndSearchView
from components.text.numbers import count
from data.selection import month_name

METHODS = "/data-and-methods"
Told = Iterator[tuple[str, Any]]


def method(view: StopAndSearchView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(said)]) for heading, said in told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def told(view: StopAndSearchView) -> Told:
    yield "What is counted", (
        "Searches of people, of vehicles and of both by the Met, as published on data.police.uk: one line is one "
        f"search. A person searched twice counts twice. {_city(view)}")  # fmt: skip
    yield "Where", (
        "In the borough whose boundary holds the published point. The publisher moves points a little to protect "
        f"people. When more than {words.percent(view.unplaced_limit)} of a month’s searches have no borough, no "
        "borough has figures for that month: they would be too low, and nobody can say by how much. London’s figures "
        "keep such months.")  # fmt: skip
    yield "Ethnic group", (
        "As the person described it when asked, or as the officer saw it: two records of the same search, which need "
        "not agree. Searches of which it is not known are in no group and are shown beside the groups.")  # fmt: skip
    yield "Rates and ratios", _rates(view)
    yield "How sure", (
        "Rates have Byar’s 95% interval, ratios the log-normal one, find rates Wilson’s, and differences between "
        "find rates Newcombe’s. A difference is called clear where its interval does not hold zero. The intervals take "
        "each search for itself. Searches of one incident are not, so the true intervals are a little "
        "wider.")  # fmt: skip
    yield "If the unknown were known", (
        "The range beside a ratio is not an interval of chance. It shows how far the ratio could move if every "
        "search of unknown ethnicity had been of White people, or every one of that group: the truth lies "
        "between.")  # fmt: skip
    yield "Find rate", (
        "Searches with any outcome other than ‘no further action’, out of all searches. An outcome is not always "
        "about what was looked for. Since January 2018 the words of ‘no further action’ may also cover searches in "
        f"which something was found. No find rate is given on fewer than {words.FEWEST} searches.")  # fmt: skip
    yield "Small numbers", (
        "A count of searches under 5 is withheld, and with it others from which it could be worked out: "
        f"‘{words.WITHHELD}’ stands for ‘{HIDDEN_WORDS}’. It is withheld from drawings, labels and files too. "
        f"{_withheld(view)}")  # fmt: skip
    yield "Why financial years only", (
        "Periods that overlap could be subtracted from one another, and so give back a count that is withheld in each. "
        "Figures by reason and ethnic group, and outcomes, are of London only, because in most boroughs nearly all "
        "of them would have to be withheld.")  # fmt: skip
    yield "What it cannot tell you", (
        "Why rates differ; whether a search was lawful or fair; who was stopped and not searched; how often one "
        "person was searched; and whether searches reduce crime.")  # fmt: skip
    yield "Sources", [
        "Files, refused rows and every method are on ", html.A("Data and methods", href=METHODS), ". ",
        f"Figures to {month_name(view.edition.last_month)}.",
    ]  # fmt: skip


def _city(view: StopAndSearchView) -> str:
    said = "Searches by the City of London Police are in no figure here"
    if view.city_searches:
        return f"{said}; there were {words.searches(view.city_searches)} in these months’ files."
    return f"{said}."


def _rates(view: StopAndSearchView) -> str:
    said = (
        "Searches per 1,000 residents of the group, in the months shown. A ratio is a group’s rate over White people’s."
    )
    if view.residents_basis is None:
        return f"{said} This edition has no residents by ethnic group, so it has neither."
    of_all = f"borough rates divide by all residents of mid-{view.all_residents_year}"
    return f"{said} Residents by group are those of {view.residents_basis}; {of_all}."


def _withheld(view: StopAndSearchView) -> str:
    said = []
    if view.hidden:
        are = "figure of this page is" if view.hidden == 1 else "figures of this page are"
        said.append(f"{count(view.hidden)} {are} withheld.")
    if view.withheld_tables:
        said.append(f"Not shown at all in this period: {'; '.join(view.withheld_tables)}.")
    return " ".join(said)
