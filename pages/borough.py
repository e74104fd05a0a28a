"""A borough's profile: its priorities, its recorded offences beside London and similar boroughs, and what else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import dash
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import borough
from components.pictures import Picture
from components.routes import NoPage
from data.boroughs.export import borough_rows, borough_sheet
from data.boroughs.view import profile
from data.catalogue import catalogue
from data.sheet import Sheet, each_once
from data.view_file import ViewFile
from geo.areas import boroughs, city, find
from pages._pictures import serve_pictures
from pages._serving import edition_asked, on_screen, params_of, query_of, serve_files

dash.register_page(__name__, path_template=f"{borough.PATH}/<slug>", name="Borough", title="Borough")
server = dash.get_app().server


def gathered(slug: str, params: Mapping[str, str]) -> dict[str, Any]:
    """What the address asks for, or the nearest to it, from the edition in use. Raises NoPage for no borough."""
    if find(slug) not in boroughs():
        raise NoPage(f"there is no borough '{slug}'")
    with edition_asked() as edition:
        return profile(edition, catalogue(), slug, params)


def layout(slug: str = "", **params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    if find(slug) == city():
        return [borough.not_covered()]
    return borough.page(borough.made(gathered(slug, params)), asked=query_of(params))


@callback(
    [*(Output(borough.ADDRESS, name) for name in borough.ANSWER),
     *(Output(place, "markup") for place in borough.PARTS)],
    Input(borough.ADDRESS, "search"), State(borough.ADDRESS, "shown"), State(borough.ADDRESS, "edition"),
    State(borough.SLUG, "markup"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str, slug: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = borough.made(gathered(str(slug), params_of(search)))
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*borough.answer(now, asked=search).values(), *borough.answers(now, before)]


def every_borough(month: str) -> Iterator[dict[str, str]]:
    """The rows of each borough's profile, one borough after the other."""
    for area in boroughs():
        yield from borough_rows(gathered(area.slug, {"to": month}))


def file_of(params: Mapping[str, str], *, whole: bool, slug: str) -> ViewFile:
    """Every row of the profile, or of all profiles."""
    found = gathered(slug, params)
    now = borough.made(found)
    month, sheet = now.selection.month, borough_sheet(found)
    return ViewFile(
        sheet=Sheet.streamed(sheet.columns, each_once(every_borough(f"{month:%Y-%m}"))) if whole else sheet,
        name=borough.download_name(now.area.slug, month, is_demonstration=now.edition.is_demonstration),
        title=borough.title(now), page=borough.profile_address(now.area.slug), query=now.selection.to_query(),
        edition=now.edition, whole="The profiles of all 32 boroughs for the same quarter.",
    )  # fmt: skip


serve_files(server, f"{borough.PATH}/<slug>", file_of)


def picture_of(params: Mapping[str, str], *, slug: str) -> Picture:
    """The profile's priorities and rates."""
    return borough.picture(borough.made(gathered(slug, params)))


serve_pictures(server, f"{borough.PATH}/<slug>", picture_of)
