"""The tables of measures, each with what must be said beside it."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.kinds import BoroughRow
from components.borough.tables import quarter_table, year_table
from components.borough.view import ProfileView
from components.overview.words import SMALL_BASE
from components.text.lead import REPORTING, break_words
from data.catalogue import Break

NOTE = (
    f"n/c: percentage not calculated, because the earlier figure is under {SMALL_BASE}. London: the change over the "
    "same 12 months. Rate: offences in 12 months per 1,000 residents, and the place of that rate among the borough and "
    "the seven most like it. Each small chart has its own scale."
)


def harm(view: ProfileView) -> list[Component]:
    heading = html.H2("High-harm crimes", id="harm")
    if not view.harm:
        return [heading, html.P("This edition has none of the high-harm measures for this quarter.", className="sub")]
    lead = f"Priorities in every borough. {REPORTING}"
    return [heading, html.P(lead, className="sub"), quarter_table(view, "High-harm crimes", view.harm),
            html.P(NOTE, className="note"), *breaks(view.harm)]  # fmt: skip


def crimes(view: ProfileView) -> list[Component]:
    heading = html.H2("Recorded offences", id="crimes")
    if not view.crimes:
        return [heading, html.P("This edition has no recorded offences for this quarter.", className="sub")]
    said = (
        f"{REPORTING} This goes for violence, stalking and harassment."
        if any(r.is_reporting for r in view.crimes)
        else ""
    )
    lead = f"Every group of recorded offences, with its parts under it. {said}"
    parts = [
        heading,
        html.P(lead, className="sub"),
        year_table(view, "Recorded offences", view.crimes),
        *breaks(view.crimes),
    ]
    if view.without:
        parts.append(html.P(f"No figures for this period: {'; '.join(view.without)}.", className="note"))
    return parts


def hate(view: ProfileView) -> list[Component]:
    heading = html.H2("Hate crime by strand", id="hate")
    if not view.hate:
        return [heading, html.P("This edition has no hate crime by strand for this quarter.", className="sub")]
    lead = f"Strands overlap: one offence may carry several, so they do not add up. {REPORTING}"
    return [heading, html.P(lead, className="sub"), quarter_table(view, "Hate crime", view.hate), *breaks(view.hate)]


def breaks(rows: tuple[BoroughRow, ...]) -> list[Component]:
    """Each declared break once, with its reason and whose it is."""
    found: dict[Break, list[str]] = {}
    for each in rows:
        if each.broken:
            found.setdefault(each.broken, []).append(each.name)
    return [
        html.P(f"{break_words(broken)} {broken.reason} ({'; '.join(names)})", className="note")
        for broken, names in found.items()
    ]
