"""One area of the Police and Crime Plan: its heading with a tally, its tables, and what must be said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.overview import words
from components.overview.count_rows import Notes, count_table
from components.overview.other_rows import published_table, survey_table
from components.overview.tables import address_link, trends_link
from components.overview.view import PATH, CountRow, OverviewView, Section
from components.text.lead import REPORTING
from components.text.numbers import listed
from data.catalogue import Break
from data.selection import Coverage, Span, month_name
from data.selection.overview import Signals

SAFE = ("/safeguarding", "Keeping people safe: each measure by borough and by month")
# Areas of the plan of which a page of its own shows more: its path and what it shows.
MORE = {
    "keeping-children-and-young-people-safe": SAFE,
    "violence-against-women-and-girls": SAFE,
    "hatred-and-intolerance": ("/hate-crime", "Hate crime: each strand by borough and by month, with events"),
}


def section(view: OverviewView, each: Section) -> Component:
    anchor, title, show = each.priority.id, each.priority.title, view.selection.show
    listed_rows = [row for row in each.counts if show.lists(row.signal)]
    notes = {broken: f"{anchor}-break-{place}" for place, broken in enumerate(breaks(listed_rows), 1)}
    top = html.Header([html.H2(title, id=f"{anchor}-heading"), html.P(tally(each), className="tally")])
    parts = [top, *_more(view, anchor), *reporting(listed_rows), *_counts(view, title, listed_rows, notes)]
    if show is Signals.ALL:
        parts += _others(view, each)
    elif not listed_rows:
        parts.append(html.P(words.none_listed(show), className="empty"))
    kind = "block pri" if show is Signals.ALL or listed_rows else "block pri bare"
    return html.Section(parts, id=anchor, className=kind, **marks(aria_labelledby=f"{anchor}-heading"))


def _more(view: OverviewView, priority: str) -> list[Component]:
    """The way to the page that shows more of this area of the plan, for the same area and month."""
    if priority not in MORE:
        return []
    path, said = MORE[priority]
    chosen = view.selection
    area = f"&area={chosen.area}" if chosen.area else ""
    return [html.P(html.A(said, href=f"{path}?to={chosen.month:%Y-%m}{area}"), className="more")]


def tally(each: Section) -> str:
    """What of the section is judged; what it holds, where nothing is counted."""
    if each.counts:
        return words.tally(each.counts)
    held = [f"{len(each.surveys)} from surveys"] if each.surveys else []
    figures = "1 published figure" if len(each.published) == 1 else f"{len(each.published)} published figures"
    held += [figures] if each.published else []
    return ", ".join(held) or "no figures for this period"


def reporting(rows: Sequence[CountRow]) -> list[Component]:
    """The caution of offences that often go unreported: for the section, or for those of its rows that need it."""
    names = [row.name for row in rows if row.is_reporting]
    if not names:
        return []
    whole = [name for name in names if not any(r.name == name and r.part_of_name in names for r in rows)]
    before = "" if len(names) == len(rows) else f"{listed(whole)}: "
    return [html.P(f"{before}{REPORTING[0].lower() if before else REPORTING[0]}{REPORTING[1:]}", className="sub")]


def breaks(rows: Iterable[CountRow]) -> list[Break]:
    """The breaks that make rows not comparable, once each."""
    return list(dict.fromkeys(row.broken for row in rows if row.broken is not None))


def _counts(view: OverviewView, title: str, rows: Sequence[CountRow], notes: Notes) -> list[Component]:
    if not rows:
        return []
    said = [html.P(break_note(broken, rows), id=anchor, className="note") for broken, anchor in notes.items()]
    return [count_table(view, title, rows, notes), *said]


def break_note(broken: Break, rows: Sequence[CountRow]) -> str:
    """`Series break in March 2024, Domestic abuse: …`."""
    names = listed([row.name for row in rows if row.broken == broken])
    return f"Series break in {month_name(broken.month)}, {names}: {broken.reason}"


def _others(view: OverviewView, each: Section) -> list[Component]:
    parts: list[Component] = []
    if each.surveys:
        basis = dict.fromkeys(row.base_basis for row in each.surveys if row.base_basis != "published")
        parts.append(survey_table(view, each.priority.title, each.surveys))
        parts += [html.P(f"Numbers of interviews: {statement}.", className="note") for statement in basis]
    if each.published:
        parts.append(_folded(each) if each.counts or each.surveys else _printed(each))
    parts += _london_only(view, each)
    older = [row for row in view.older if row["priority"] == each.priority.id]
    if older:
        said = ["The same offences in the Met’s older categories: ", *_older(view, older)]
        parts.append(html.P(said, className="note without"))
    without = [row for row in view.without if row["priority"] == each.priority.id]
    if without:
        parts.append(html.P(["No figures for this period. ", *_without(view, without)], className="note without"))
    return parts


def _london_only(view: OverviewView, each: Section) -> list[Component]:
    """On a borough's page: how many measures have a printed figure, which is of all London."""
    number = sum(measure.priority == each.priority.id for measure in view.catalogue.published)
    if not view.selection.area or not number:
        return []
    said = "One more measure has" if number == 1 else f"{number} more measures have"
    link = address_link("see London", view, PATH, area=None)
    return [html.P([f"{said} a published figure, for London only: ", link, "."], className="note without")]


def _printed(each: Section) -> Component:
    return published_table(each.priority.title, each.published)


def _folded(each: Section) -> Component:
    number = len(each.published)
    said = "One more measure has" if number == 1 else f"{number} more measures have"
    return html.Details([html.Summary(f"{said} a published figure and no series"), _printed(each)])


def _older(view: OverviewView, rows: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    """Their names, each with the way to its series. They would say the same twice."""
    for place, row in enumerate(rows):
        yield from ("; " if place else "", trends_link(view, row["measure_id"], row["name"]))
    yield "."


def _without(view: OverviewView, rows: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    """Their names by when there are figures, with the way to the last period of that time."""
    first_end = view.coverage.ends(Span.YEAR)[-1]
    spans: dict[Coverage | None, list[str]] = {}
    for row in rows:
        spans.setdefault(row["span"], []).append(row["name"])
    for span, names in spans.items():
        if span is None:
            yield f"None in this edition: {'; '.join(names)}. "
            continue
        nearest = max(min(span.last, view.coverage.last), first_end)
        when = f"{month_name(span.first, short=True)} to {month_name(span.last, short=True)}"
        yield from (address_link(when, view, PATH, month=nearest), f": {'; '.join(names)}. ")
