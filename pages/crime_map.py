"""Crime map: one measure in every borough, on a map, ranked, over time and in a table. Its address is its state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import crime_map
from components.crime_map.image import picture
from components.figures.borough_map import base_svg
from components.map_view import EditionNote, MapView
from components.pictures import Picture
from data import views
from data.catalogue import catalogue
from data.every_period import every_period
from data.export import crime_map_sheet, whole_crime_map_sheet
from data.periods import Window
from data.sheet import Sheet
from data.view_file import ViewFile
from pages._pictures import serve_pictures
from pages._serving import edition_asked, on_screen, params_of, query_of, serve_files

dash.register_page(__name__, path=crime_map.PATH, name="Crime map", title="Crime map")
server = dash.get_app().server


def view(params: Mapping[str, str]) -> MapView:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
        found = views.crime_map(edition, catalogue(), params)
    return MapView(**{**found, "edition": EditionNote(**found["edition"])})


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return crime_map.page(view(params), asked=query_of(params))


@callback(
    [*(Output("address", name) for name in crime_map.ANSWER), *(Output(place, "markup") for place in crime_map.PARTS),
     *(Output(*place) for place in crime_map.PROPS)],
    Input("address", "search"), State("address", "shown"), State("address", "edition"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = view(params_of(search))
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*crime_map.answer(now, asked=search).values(), *crime_map.answers(now, before)]


def whole_sheet(now: MapView) -> Sheet:
    """The measure in every area and every period as long as the one shown."""
    windows = [Window(end, now.selection.span) for end in reversed(now.coverage.ends(now.selection.span))]
    asked = {"show": now.selection.show}
    with edition_asked() as edition:
        periods = every_period(edition, now.measure, now.dataset, windows, **asked)
    return whole_crime_map_sheet(periods, measure=now.measure, dataset=now.dataset, edition=now.edition, **asked)


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """The map's rows: the areas of one period, or of every period."""
    now = view(params)
    chosen = {"measure": now.measure, "dataset": now.dataset, "selection": now.selection, "edition": now.edition}
    sheet = whole_sheet(now) if whole else crime_map_sheet(now.boroughs.frame, **chosen)
    return ViewFile(
        sheet=sheet, name=crime_map.download_name(now), title=crime_map.title(now), page=crime_map.PATH,
        query=now.selection.to_query(), edition=now.edition, definition=now.measure.definition, unit=now.measure.unit,
        caveats=(*now.measure.caveats, *now.dataset.caveats, now.dataset.where_counted, now.dataset.not_covered),
        whole="This measure in every area and in every period of the same length that the edition holds.",
    )  # fmt: skip


serve_files(server, crime_map.PATH, file_of)


def picture_of(params: Mapping[str, str]) -> Picture:
    """The view's map with its key."""
    now = view(params)
    return picture(now, base_svg=base_svg(), name=crime_map.download_name(now))


serve_pictures(server, crime_map.PATH, picture_of)
