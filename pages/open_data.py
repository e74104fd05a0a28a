"""Open data: how figures are taken away, by page, by program and whole."""

from __future__ import annotations

import dash
import flask
from dash.development.base_component import Component

from components import open_data
from components.map_view import EditionNote
from components.open_data.view import KeptEdition, ReadingExample, TakenFile
from components.site import site_address
from data.boroughs.view import note
from data.bulk import bulk_files
from data.catalogue import catalogue
from data.reading import examples
from data.warehouse import warehouse
from pages._serving import edition_asked

dash.register_page(__name__, path=open_data.PATH, name="Open data", title="Open data")
server = dash.get_app().server


def layout(**_: str) -> list[Component]:
    """The page; unknown parameters are passed over."""
    house = warehouse(flask.current_app.config["EDITIONS"])
    with edition_asked() as edition:
        about = EditionNote(**note(edition, catalogue()))
    flask.g.question = None  # which editions are kept does not follow from the one in use
    files = bulk_files(house.folder, about.edition_id)
    return open_data.page(open_data.OpenDataView(
        edition=about,
        kept=tuple(KeptEdition(e.edition_id, e.is_demonstration, e.published_on) for e in house.kept()),
        files=tuple(TakenFile(file.name, file.bytes, file.sha256, file.says) for file in files),
        description=flask.current_app.api_doc,
        examples=tuple(ReadingExample(**vars(each)) for each in examples(site_address())),
    ))  # fmt: skip


@server.get("/api", endpoint="api_page")
@server.get("/api/v1", endpoint="api_page_v1")
def to_this_page() -> flask.Response:
    """Who looks at the interface with a browser is led to what describes it."""
    return flask.redirect(f"{open_data.PATH}#interface")
