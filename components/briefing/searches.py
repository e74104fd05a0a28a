"""Stop and search in four figures, each beside London's or with what it leaves out."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.kinds import SearchFigures
from components.borough.searches import NONE
from components.borough.view import ProfileView
from components.overview.words import share
from components.text.numbers import count, listed, rate, rate_decimals
from data.selection import Span, Window, month_name

Fact = tuple[str, str, str]  # label, figure, what stands beside it


def searches(view: ProfileView) -> Component:
    """Where there is nothing to say, that is said."""
    found, heading = view.searches, html.H2("Stop and search")
    if found is None:
        return html.Section(html.Div([heading, html.P(NONE, className="sub")], className="parthead"), className="part")
    facts = [
        html.Div([html.Dt(label), html.Dd(value), html.Dd(beside, className="sm")])
        for label, value, beside in (_number(found), _rate(found), _share(found), _unplaced(found))
    ]
    head = html.Div([heading, html.P(_sub(view, found), className="sub")], className="parthead")
    return html.Section([head, html.Dl(facts, className="four")], className="part")


def period_words(found: SearchFigures) -> str:
    """`12 months to June 2017`, `Apr–Jun 2017`."""
    span = next((each for each in Span if each.months == found.months), None)
    return Window(found.end, span).label if span else f"{month_name(found.start)} to {month_name(found.end)}"


def _sub(view: ProfileView, found: SearchFigures) -> str:
    said = [f"Searches, not people searched, whose published point lies in {view.name}: {period_words(found)}."]
    if found.poor_months:
        months = listed([month_name(month) for month in found.poor_months])
        said.append(f"Without {months}, in which too many searches name no borough.")
    return " ".join(said)


def _number(found: SearchFigures) -> Fact:
    before = found.searches_before
    beside = "No full period a year before" if before is None else f"{count(before)} a year before"
    return "Searches", count(found.searches), beside


def _rate(found: SearchFigures) -> Fact:
    label = "Per 1,000 residents"
    if found.per_1000 is None:
        return label, "–", "No number of residents"
    decimals = rate_decimals(found.london_per_1000)
    return label, rate(found.per_1000, decimals), f"London {rate(found.london_per_1000, decimals)}"


def _share(found: SearchFigures) -> Fact:
    label = "Something came of it"
    if found.share is None:
        return label, "–", "Not said from fewer than 100"
    return label, share(found.share), (f"{share(found.share_lower)} to {share(found.share_upper)}, "
                                       f"London {share(found.london_share)}")  # fmt: skip


def _unplaced(found: SearchFigures) -> Fact:
    return "London’s that name no borough", share(found.unplaced_share), "They are in no borough’s figures"
