"""Stop and search: who is searched, for what, what comes of it, where, and how sure the figures are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import dash
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import stop_and_search
from components.pictures import Picture
from data.catalogue import catalogue
from data.sheet import Row, Sheet, each_once
from data.stop_and_search.export import stop_and_search_sheet
from data.stop_and_search.view import gathered as gathered_from
from data.view_file import ViewFile
from geo.areas import boroughs
from pages._pictures import serve_pictures
from pages._serving import edition_asked, on_screen, params_of, query_of, serve_files

dash.register_page(__name__, path=stop_and_search.PATH, name="Stop and search", title="Stop and search")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
        return gathered_from(edition, catalogue(), params)


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return stop_and_search.page(stop_and_search.view_of(gathered(params)), asked=query_of(params))


@callback(
    [*(Output(stop_and_search.ADDRESS, name) for name in stop_and_search.ANSWER),
     *(Output(place, "markup") for place in stop_and_search.PARTS),
     *(Output(*place) for place in stop_and_search.PROPS)],
    Input(stop_and_search.ADDRESS, "search"), State(stop_and_search.ADDRESS, "shown"),
    State(stop_and_search.ADDRESS, "edition"), prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = stop_and_search.view_of(gathered(params_of(search)))
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*stop_and_search.answer(now, asked=search).values(), *stop_and_search.answers(now, before)]


def every_view(now: stop_and_search.StopAndSearchView) -> Iterator[Row]:
    """The rows of every year, in London and then in each borough, by the same record of ethnicity."""
    for period in now.periods:
        for area in ("", *(each.slug for each in boroughs())):
            chosen = now.selection.change(year=period.key, area=area or None)
            yield from stop_and_search_sheet(gathered(chosen.to_params()), only_own=bool(area)).rows


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every figure of the page, or of the page of every year and area. All may be read together: what is hidden is
    hidden once a year, for all views of it (data.stop_and_search.kept)."""
    found = gathered(params)
    now = stop_and_search.view_of(found)
    sheet = stop_and_search_sheet(found)
    return ViewFile(
        sheet=Sheet.streamed(sheet.columns, each_once(every_view(now))) if whole else sheet,
        name=stop_and_search.download_name(now), title=stop_and_search.title(now), page=stop_and_search.PATH,
        query=now.selection.to_query() if now.periods else "", edition=now.edition,
        whole="Every financial year, in London and in each borough, by the same record of ethnicity.",
    )  # fmt: skip


serve_files(server, stop_and_search.PATH, file_of)


def picture_of(params: Mapping[str, str]) -> Picture:
    """Searches and residents by ethnic group."""
    return stop_and_search.picture(stop_and_search.view_of(gathered(params)))


serve_pictures(server, stop_and_search.PATH, picture_of)
