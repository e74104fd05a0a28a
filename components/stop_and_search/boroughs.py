"""Searches by borough: the map with its key, two denominators beside each other, the table, and the months."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.stop_and_search import tables, words
from components.stop_and_search.borough_table import by_month, table
from components.stop_and_search.denominators import is_total, kind, offence_name, plot
from components.stop_and_search.headline import unplaced_words
from components.stop_and_search.records import Borough, OffenceBase
from components.stop_and_search.sections import heading, nothing
from components.stop_and_search.view import PATH, StopAndSearchView
from components.text.numbers import count, plain

TITLE = "Searches by borough"
NO_FIGURES = "No borough has figures for this period: most searches were published without a place."
NEITHER = (
    "Neither denominator says how many searches there ought to be. Residents leave out everybody who comes to work, "
    "shop, study or go out, which weighs most in Westminster, Camden, and Kensington and Chelsea. Recorded offences "
    "depend on what is reported. Offences of drugs and of weapons are often recorded because a search found "
    "something, so more searches make more of them. Where the two disagree about a borough, the choice decides."
)


def has_figures(view: StopAndSearchView) -> bool:
    return any(row.per_1000 is not None for row in view.boroughs)


def boroughs_heading(view: StopAndSearchView) -> list[Component]:
    parts = heading("boroughs", TITLE, subtitle(view))
    if not has_figures(view):
        return [*parts, nothing(NO_FIGURES)]
    said = unplaced_words(view)
    return [*parts, tables.note(said)] if said else parts


def subtitle(view: StopAndSearchView) -> str:
    period = view.period
    if period is None or not has_figures(view):
        return ""
    year = f" Residents: mid-{view.all_residents_year} estimate." if view.all_residents_year else ""
    return (f"A search is counted where its published point lies. Months: {words.months_words(period.placed)}.{year} "
            "Select a borough on the map or in the table.")  # fmt: skip


def beside(view: StopAndSearchView) -> list[Component | None]:
    """Beside the map: each borough against London by residents and by recorded offences."""
    if not has_figures(view):
        return [None]
    name = offence_name(view)
    title = "Two denominators" if name else "Searches per resident beside London’s"
    by = f" Circle: by {recorded_offences(view)}." if name else ""
    said = f"London = same. Dot: searches per resident.{by} All searches, whatever their reason. Proportional scale."
    head = html.Div([html.H3(title, className="fig-title"), html.P(said, className="fig-sub")], className="figs")
    return [head, _offences(view), *plot(view)]


def _offences(view: StopAndSearchView) -> Component | None:
    """Links that choose the offence, as the row of a plain list."""
    if len(view.offence_bases) < 2:
        return None
    links = [html.Li(_offence(view, base)) for base in view.offence_bases]
    label = html.P("Recorded offences:", id="stop-offences-label")
    return html.Div([label, html.Ul(links, **marks(aria_labelledby="stop-offences-label"))], className="stop-choose")


def _offence(view: StopAndSearchView, base: OffenceBase) -> Component:
    here = marks(aria_current="true") if base.measure_id == view.offence else {}
    target = f"{PATH}{view.selection.change(offence=base.measure_id).to_query()}"
    return html.A(base.name, href=target, **marks(data_address=""), **here)


def selected(view: StopAndSearchView) -> list[Component]:
    """The chosen borough in a sentence, or London."""
    row = next((row for row in view.boroughs if row.is_chosen), None)
    if row is None:
        return [html.P([html.Strong("London"), " ", html.Span(_london(view), className="prose-num")])]
    target = f"{PATH}{view.selection.change(area=None).to_query()}"
    back = html.A("All of London", href=target, **marks(data_address=""))
    return [html.P([html.Strong(row.area_name), " ", html.Span(_borough(view, row), className="prose-num")]), back]


def _london(view: StopAndSearchView) -> str:
    row = view.london_placed
    if row is None or row.per_1000 is None:
        return "No borough figures for this period."
    return f"{words.rate(row.per_1000)} searches per 1,000 residents in these months. Select a borough to see its own."


def _borough(view: StopAndSearchView, row: Borough) -> str:
    if row.per_1000 is None:
        return f"{words.missing(row.tally.status)}."
    said = f"{words.rate(row.per_1000)} searches per 1,000 residents, {words.times(row.relative)} London’s rate."
    other = next((each for each in row.offences if each.measure_id == view.offence), None)
    if other is None or other.relative is None:
        return said
    return f"{said} By {recorded_offences(view)}, {words.times(other.relative)} London’s."


def recorded_offences(view: StopAndSearchView) -> str:
    """`recorded robbery`, `all recorded offences`: the other denominator inside a sentence."""
    return "all recorded offences" if is_total(view) else f"recorded {offence_name(view).lower()}"


def listing(view: StopAndSearchView) -> list[Component | None]:
    if not has_figures(view):
        return [None]
    rows = view.boroughs if view.london_placed is None else (view.london_placed, *view.boroughs)
    hidden = any(row.tally.searches is None or row.ratio_status == "suppressed" for row in rows)
    return [
        html.H3("Boroughs in figures", className="fig-title"),
        tables.boxed(table(view), "Searches by borough"),
        *(tables.note(each) for each in notes(view, hidden=hidden)),
        tables.twin(by_month(view), "Searches by borough and month",
                    tables.withheld_note(any(number is None for row in rows for number in row.by_month)),
                    words="Show searches by borough and month"),
    ]  # fmt: skip


def notes(view: StopAndSearchView, *, hidden: bool) -> Iterator[str]:
    if hidden:
        yield words.WITHHELD_NOTE
    yield NEITHER
    base = next((base for base in view.offence_bases if base.measure_id == view.offence), None)
    if base is not None and base.per_100 is not None:
        part = "" if base.is_whole else f" of {words.months_words(base.months)}, the months that both have"
        yield (f"London: {plain(base.per_100, 1)} searches, whatever their reason, per 100 recorded offences "
               f"({kind(view)}, {count(base.offences)}){part}.")  # fmt: skip
    yield ("A point is moved by the publisher to one of a fixed list of places, so a search near a border may be "
           "counted in the borough next to it.")  # fmt: skip
    yield ("A borough’s ratio has a wide interval, and its residents differ more than London’s from the people on its "
           "streets: the order of boroughs by ratio may be chance.")  # fmt: skip
