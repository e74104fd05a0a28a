"""Stop and search in the borough, in four figures; what is missing from them is said beside."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.kinds import SearchFigures
from components.borough.view import ProfileView
from components.overview.words import share
from components.text.numbers import count, listed, plain
from data.selection import month_name

NONE = "This edition has no full year or quarter of searches that can be shown for this period."


def searches(view: ProfileView) -> list[Component]:
    found = view.searches
    heading = html.H2("Stop and search", id="searches")
    if found is None:
        return [heading, html.P(NONE, className="sub")]
    when = _when(found)
    own = f" It is the latest period with every month, and not that of the rest of the page ({_of(view)})."
    lead = f"Searches by the Met whose published point lies in {view.name}, {when}.{own if found.is_own_period else ''}"
    before = "The year before is not complete in this edition"
    if found.searches_before is not None:
        before = f"{count(found.searches_before)} in the same months a year before"
    range_ = (
        f"95% interval {share(found.share_lower)} to {share(found.share_upper)}. " if found.share is not None else ""
    )
    figures = [
        _figure(f"Searches, {when}", count(found.searches), before),
        _figure("Searches per 1,000 residents", _rate(found.per_1000), f"London {_rate(found.london_per_1000)}"),
        _figure("Searches where something came of it", share(found.share) if found.share is not None else "–",
                f"{range_}London {share(found.london_share)}" if found.share is not None else
                "Not said from fewer than 100 searches"),
        _figure("London’s searches that name no borough", share(found.unplaced_share),
                f"{count(found.unplaced)} in all: they are in no borough’s figures"),
    ]  # fmt: skip
    return [
        heading,
        html.P(lead, className="sub"),
        html.Dl(figures, className="ss"),
        html.P(_notes(found), className="note"),
    ]


def _of(view: ProfileView) -> str:
    return view.window.label


def _when(found: SearchFigures) -> str:
    if found.months == 12:
        return f"12 months to {month_name(found.end)}"
    return f"{month_name(found.start, short=True)[:3]}–{month_name(found.end, short=True)}"


def _figure(term: str, number: str, beside: str) -> Component:
    return html.Div([html.Dt(term), html.Dd(number, className="n"), html.Dd(beside, className="c")])


def _rate(number: float | None) -> str:
    return "–" if number is None else plain(number, 2 if number < 5 else 1)


def _notes(found: SearchFigures) -> str:
    said = ["A search is counted, not a person: one person may be searched more than once.",
            "Something came of it: any outcome other than no further action, as the police recorded it.",
            "The interval takes each search for itself, which searches of one incident are not."]  # fmt: skip
    if found.poor_months:
        months = listed([month_name(month) for month in found.poor_months])
        said.insert(0, f"Without {months}, in which too many searches name no borough.")
    if found.residents_year is not None:
        said.append(f"Residents of mid-{found.residents_year}; visitors are left out.")
    return " ".join(said)
