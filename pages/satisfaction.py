"""Satisfaction and fairness: what residents and victims answer, where, and how far apart groups are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import dash
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import satisfaction
from components.pictures import Picture
from data.catalogue import catalogue
from data.satisfaction import gathered as gathered_from
from data.satisfaction import satisfaction_sheet
from data.sheet import Row, Sheet, each_once
from data.view_file import ViewFile
from geo.areas import boroughs
from pages._pictures import serve_pictures
from pages._serving import edition_asked, on_screen, params_of, query_of, serve_files

dash.register_page(__name__, path=satisfaction.PATH, name="Satisfaction", title="Satisfaction and fairness")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
        return gathered_from(edition, catalogue(), params)


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return satisfaction.page(satisfaction.view_of(gathered(params)), asked=query_of(params))


@callback(
    [*(Output(satisfaction.ADDRESS, name) for name in satisfaction.ANSWER),
     *(Output(place, "markup") for place in satisfaction.PARTS), *(Output(*place) for place in satisfaction.PROPS)],
    Input(satisfaction.ADDRESS, "search"), State(satisfaction.ADDRESS, "shown"),
    State(satisfaction.ADDRESS, "edition"), prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = satisfaction.view_of(gathered(params_of(search)))
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*satisfaction.answer(now, asked=search).values(), *satisfaction.answers(now, before)]


def every_view(now: satisfaction.SatisfactionView) -> Iterator[Row]:
    """The rows of the question in every area, then in every period."""
    measure = now.selection.measure
    views = [{"area": area} for area in ("", *(each.slug for each in boroughs()))]
    for asked in (*views, *({"to": f"{month:%Y-%m}"} for month in now.periods)):
        yield from satisfaction_sheet(gathered({"measure": measure, **asked}), edition=now.edition).rows


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every figure of the view, or of the question in all areas and periods."""
    found = gathered(params)
    now = satisfaction.view_of(found)
    sheet = satisfaction_sheet(found, edition=now.edition)
    return ViewFile(
        sheet=Sheet.streamed(sheet.columns, each_once(every_view(now))) if whole else sheet,
        name=satisfaction.download_name(now), title=satisfaction.title(now), page=satisfaction.PATH,
        query=now.selection.to_query() if now.periods else "", edition=now.edition,
        definition=now.measure.definition, caveats=now.measure.caveats,
        whole="This question in London and in each borough, in every period; and the tables that follow no choice.",
    )  # fmt: skip


serve_files(server, satisfaction.PATH, file_of)


def picture_of(params: Mapping[str, str]) -> Picture:
    """The question over time."""
    return satisfaction.picture(satisfaction.view_of(gathered(params)))


serve_pictures(server, satisfaction.PATH, picture_of)
