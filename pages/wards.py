"""Wards of a borough: recorded crime by ward, on a map where there are boundaries, and ranked in a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import wards
from components.routes import NoPage
from data.catalogue import catalogue
from data.selection.wards import path_of
from data.view_file import ViewFile
from data.wards import view as wards_view
from data.wards.export import wards_sheet
from geo.areas import Area, boroughs
from pages._serving import edition_asked, on_screen, params_of, query_of, serve_files

dash.register_page(__name__, path_template=path_of("<slug>"), name="Wards", title="Wards")
server = dash.get_app().server


def borough_of(slug: object) -> Area:
    """The borough of an address. Raises NoPage where the Met polices none by that name."""
    found = next((area for area in boroughs() if area.slug == slug), None)
    if found is None:
        raise NoPage(f"there is no borough '{slug}'")
    return found


def gathered(slug: object, params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    borough = borough_of(slug)
    with edition_asked() as edition:
        return wards_view.gathered(edition, catalogue(), borough, params)


def layout(slug: str = "", **params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    now = wards.view_of(gathered(slug, params))
    return wards.nothing_page(now) if isinstance(now, wards.NoWards) else wards.page(now, asked=query_of(params))


@callback(
    [*(Output(wards.ADDRESS, name) for name in wards.ANSWER), *(Output(place, "markup") for place in wards.PARTS)],
    Input(wards.ADDRESS, "search"), State(wards.ADDRESS, "shown"), State(wards.ADDRESS, "edition"),
    State(wards.ADDRESS, "fields"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str, fields: Mapping[str, str] | None) -> list[Any]:
    """A new address: every part that it changes. Which borough it is, the page has known since it was made."""
    slug = fields.get("borough") if isinstance(fields, Mapping) else None
    try:
        now = wards.view_of(gathered(slug, params_of(search)))
    except NoPage:
        flask.abort(404)
    if isinstance(now, wards.NoWards):
        flask.abort(404, "The edition in use has no figures of this borough's wards.")
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*wards.answer(now, asked=search).values(), *wards.answers(now, before)]


def file_of(params: Mapping[str, str], *, whole: bool, slug: str) -> ViewFile:
    """Every ward of the view, with the sums beside; no page has more, so `whole` is the same."""
    found = gathered(slug, params)
    now = wards.view_of(found)
    if isinstance(now, wards.NoWards):
        raise NoPage(f"there are no ward figures for '{slug}'")
    borough = catalogue().dataset(now.measure.dataset)
    return ViewFile(
        sheet=wards_sheet(found, edition=now.edition, borough_dataset=borough), name=wards.download_name(now),
        title=wards.title(now), page=path_of(now.selection.borough), query=now.selection.to_query(),
        edition=now.edition, definition=now.measure.definition, unit=now.measure.unit,
        caveats=(*now.dataset.caveats, now.dataset.where_counted, now.dataset.not_covered),
        whole="The same as without it. Every borough and period is in the table recorded_crime_ward of the bulk files.",
    )  # fmt: skip


serve_files(server, path_of("<slug>"), file_of)
