"""Trends: up to four series of measure and area over time, with what was to be expected. Its address is its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import dash
from dash.development.base_component import Component

from components import trends
from components.map_view import EditionNote
from data import exceptions
from data.catalogue import catalogue
from data.selection.trends import LONDON, Length, SeriesKey, TrendsSelection
from data.sheet import Sheet
from data.statistics import false_alarm_rate
from data.trends import view as trends_view
from data.trends.export import trends_rows, trends_sheet
from data.view_file import ViewFile
from geo.areas import boroughs
from pages._pictures import serve_pictures
from pages._serving import connect, edition_asked, query_of, serve_files

dash.register_page(__name__, path=trends.PATH, name="Trends", title="Trends")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use; and the month's exceptions."""
    with edition_asked() as edition:
        found = trends_view.trends(edition, catalogue(), params)
        top = exceptions.top(edition, catalogue(), found["selection"].month)
    return {**found, "exceptions": top, "false_alarm": false_alarm_rate()}


def view(params: Mapping[str, str]) -> trends.TrendsView:
    return trends.made(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return trends.page(view(params), asked=query_of(params))


connect(trends.PAGE, view)


def every_area(chosen: TrendsSelection, edition: EditionNote) -> Iterator[dict[str, str]]:
    """The measures chosen in London and each borough, in every period that there are figures for."""
    everything = chosen.change(months=Length.ALL)
    for measure in dict.fromkeys(key.measure for key in chosen.series):
        for area in (LONDON, *(each.slug for each in boroughs())):
            series = everything.change(series=(SeriesKey(measure, area),))
            with edition_asked() as opened:
                found = trends_view.trends(opened, catalogue(), series.to_params())
            yield from trends_rows(found, edition)


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every period of the series shown."""
    found = gathered(params)
    now = trends.made(found)
    sheet = trends_sheet(found, edition=now.edition)
    return ViewFile(
        sheet=Sheet.streamed(sheet.columns, every_area(now.selection, now.edition)) if whole else sheet,
        name=trends.download_name(now), title=trends.title(now), page=trends.PATH, query=now.selection.to_query(),
        edition=now.edition, definition=" ".join(dict.fromkeys(each.measure.definition for each in now.series)),
        caveats=tuple(dict.fromkeys(caveat for each in now.series for caveat in each.measure.caveats)),
        whole="The measures shown, in London and in each of the 32 boroughs, in every period of the same length up to "
        "the last one shown.",
    )  # fmt: skip


serve_files(server, trends.PATH, file_of)


serve_pictures(server, trends.PATH, lambda params: trends.picture(view(params)))
