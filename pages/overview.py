"""Overview: every measure of the Police and Crime Plan for an area and a period. Its address is its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import dash
from dash.development.base_component import Component

from components import overview
from data.catalogue import catalogue
from data.overview import view as overview_view
from data.overview.export import overview_rows, overview_sheet
from data.sheet import Sheet
from data.view_file import ViewFile
from geo.areas import boroughs
from pages._pictures import serve_pictures
from pages._serving import connect, edition_asked, query_of, serve_files

dash.register_page(__name__, path=overview.PATH, name="Overview", title="Overview")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    with edition_asked() as edition:
        return overview_view.gathered(edition, catalogue(), params)


def view(params: Mapping[str, str]) -> overview.OverviewView:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    return overview.overview_view(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return overview.page(view(params), asked=query_of(params))


connect(overview.PAGE, view)


def every_area(month: str) -> Iterator[dict[str, str]]:
    """The rows of London and of each borough, one after the other."""
    for slug in ("", *(area.slug for area in boroughs())):
        yield from overview_rows(gathered({"to": month, "area": slug}))


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every measure, whatever the filter lists."""
    found = gathered(params)
    now = overview.overview_view(found)
    sheet = overview_sheet(found)
    return ViewFile(
        sheet=Sheet.streamed(sheet.columns, every_area(f"{now.selection.month:%Y-%m}")) if whole else sheet,
        name=overview.download_name(now), title=overview.title(now), page=overview.PATH,
        query=now.selection.to_query(), edition=now.edition,
        whole="Every measure in London and in each of the 32 boroughs, for the same 12 months.",
    )  # fmt: skip


serve_files(server, overview.FILES, file_of)
serve_pictures(server, overview.FILES, lambda params: overview.picture(view(params)))
