"""How this is measured: whom the surveys ask, how sure each figure is, and what a reader can do next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.satisfaction import words
from components.satisfaction.view import METHODS, SatisfactionView
from components.text.numbers import count, plain
from data.selection import trends

ASKED = {"USS": "victims", "PAS": "residents"}
LINKS = (
    ("The Met: thank it, or complain to it", "https://www.met.police.uk/"),
    ("Which body hears which complaint about the Met: MOPAC",
     "https://www.london.gov.uk/programmes-strategies/mayors-office-policing-and-crime/"
     "about-mayors-office-policing-and-crime-mopac/mopac-complaints"),
    ("Complaints about the police: the Independent Office for Police Conduct", "https://www.policeconduct.gov.uk/"),
    ("What victims are entitled to: the Victims’ Code",
     "https://www.gov.uk/government/publications/the-code-of-practice-for-victims-of-crime"),
)  # fmt: skip


def method(view: SatisfactionView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(said) if isinstance(said, str) else html.Div(said)])
               for heading, said in told(view)]  # fmt: skip
    half = len(entries) // 2 + 2  # the second column has the list of shares
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def told(view: SatisfactionView) -> Iterator[tuple[str, Any]]:
    base = view.matrix.cells[0].base
    yield "Two surveys", (
        "The Public Attitude Survey asks residents, whether or not they have met the police. The User Satisfaction "
        "Survey asks victims of crime about the service they got. Their answers are never added together.")  # fmt: skip
    yield "Who is left out", (
        "People who were not interviewed, victims who did not report their crime, and the City of London.")  # fmt: skip
    yield "Interviews", (
        f"{view.survey_name}: {_stated(view)} Each interval rests on that number.")
    yield "Design effect", (
        f"{view.design_effect_basis} The interviews divided by {base.design_effect:g} do the work of a simple random "
        "sample. Other things go wrong in surveys that no interval holds.")  # fmt: skip
    yield "Intervals", (
        "Shares: Wilson’s 95% interval. Changes and gaps: Newcombe’s. If the survey were held many times, 95 of 100 "
        "such intervals would hold the figure for everyone. Changes of whole per cents also allow for rounding.")
    yield "The published gap", (
        "The plan prints an average and the size of a gap. With White and BAME people’s shares of residents, these "
        "give both groups’ proportions, once for either direction. The wider of the two intervals is shown. "
        f"{_gap_bases(view)}")
    yield "Difference from the average", (
        "The group’s own interval, with the average taken as known. A group is part of the average, so the true "
        "interval is narrower, by the square root of one minus the group’s share.")  # fmt: skip
    yield "Interviews of a group", [
        "The survey’s interviews in a year times the group’s share of residents: ", *_shares(view),
        " Shares of all ages stand in for adults’ where no other was found, and shares of other years for 2017. A "
        "share wrong by a tenth makes an interval about a twentieth too narrow or too wide."]  # fmt: skip
    yield "Boroughs", (
        "Funnel limits about the 32 boroughs together, widened for ordinary differences between boroughs. A borough "
        "within the limits cannot be told from London, and is not ranked. Under 100 interviews nothing is said.")
    yield "What it cannot tell you", (
        "Why groups or places differ, or how people were in fact treated. Answers move with the news and with who is "
        "asked, as well as with policing.")  # fmt: skip
    yield "More", [
        "Sources, revisions and words are on ", html.A("Data and methods", href=METHODS),
        ". The survey file’s publisher: ", html.A("London Datastore", href=view.survey_source), "."]  # fmt: skip


def _stated(view: SatisfactionView) -> str:
    if view.series:
        return words.bases_words((row.period_end, row.base_basis) for row in view.series)
    return f"{words.base_words(view.gaps[0].white.basis)}."


def _gap_bases(view: SatisfactionView) -> str:
    """White people's share of residents, and the interviews of each survey in a year that it is taken of."""
    white = {row.survey: row.white for row in view.gaps}
    asked = [f"{count(base.interviews / base.share)} {ASKED.get(survey, survey)}" for survey, base in white.items()
             if base.interviews and base.share]  # fmt: skip
    share = next((base.share for base in white.values() if base.share), None)
    if not asked or share is None:
        return ""
    of_whom = f"of {' and '.join(asked)} asked in a year"
    return f"White people are taken as {plain(100 * share, 1)}% of residents, and {of_whom}."


def _shares(view: SatisfactionView) -> list[Any]:
    """Each group's share, once a source."""
    by_source: dict[tuple[str, str], list[str]] = {}
    for each in view.shares:
        said = f"{each['group_name']} {plain(100 * each['share'], 1)}% of {each['of']}"
        by_source.setdefault((each["source"], each["url"]), []).append(said)
    return [html.Ul([html.Li([html.A(source, href=url), f": {_shortened(said)}."])
                     for (source, url), said in by_source.items()])]  # fmt: skip


def _shortened(said: list[str]) -> str:
    """Whom shares are of is said once where all are of the same."""
    ends = {each.partition("% of ")[2] for each in said}
    if len(ends) > 1 or len(said) == 1:
        return ", ".join(said)
    return f"{', '.join(each.partition(' of ')[0] for each in said)} of {ends.pop()}"


def next_steps(view: SatisfactionView) -> list[Component]:
    """Where to go from here, on this site and off it."""
    own = html.A(f"{view.area.area_name}: everything about the borough", href=f"/boroughs/{view.area.slug}")
    profile = [] if view.is_london else [html.Li(own)]
    inside = [
        *profile,
        html.Li(html.A("Your borough’s profile and printed briefing", href="/boroughs")),
        html.Li(html.A("Recorded offences over time", href=trends.PATH)),
        html.Li(html.A("Every survey figure’s source and method", href=METHODS)),
    ]
    outside = [html.Li(html.A(name, href=url)) for name, url in LINKS]
    return [
        html.H2("What you can do next"),
        html.Div([html.Ul(inside, className="plain"), html.Ul(outside, className="plain")], className="next"),
    ]
