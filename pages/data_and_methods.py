"""Data and methods: where every figure comes from, what was refused and revised, and what each word means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import dash
import flask
from dash.development.base_component import Component

from components import methods
from components.map_view import EditionNote
from components.methods.revisions import chosen
from data import methods_view
from data.catalogue import catalogue
from data.methods_export import COLUMNS, file_name, table_csv
from data.warehouse import warehouse

dash.register_page(__name__, path=methods.PATH, name="Data and methods", title="Data and methods")
server = dash.get_app().server


def layout(revised: str = "", **_: str) -> list[Component]:
    """The page; `revised` chooses whose revisions are listed. Unknown parameters are passed over."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        found = methods_view.gathered(edition, catalogue())
        dataset, series = chosen(revised, found["releases"])
        found["changes"] = methods_view.largest(found["changes"], dataset, series)
    note = EditionNote(**found.pop("edition"))
    return methods.page(methods.MethodsView(**found, edition=note, chosen_dataset=dataset, chosen_series=series))


@server.get(f"{methods.PATH}/<table>.csv", endpoint="data_and_methods_csv")
def as_csv(table: str) -> flask.Response:
    """One table of the page as a file; refused rows and revisions go out as they are read."""
    if table not in COLUMNS:
        flask.abort(404)
    folder, revised = flask.current_app.config["EDITIONS"], flask.request.args.get("revised", "")
    with warehouse(folder).edition() as edition:
        choice = chosen(revised, methods_view.releases(edition, catalogue()))
        facts = edition.facts
    pieces = _pieces(table, folder, facts.edition_id, choice)
    headers = {"Content-Disposition": f'attachment; filename="{file_name(table, facts)}"'}
    return flask.Response(pieces, content_type="text/csv; charset=utf-8", headers=headers)


def _pieces(table: str, folder: Any, edition_id: str, choice: tuple[str | None, str | None]) -> Iterator[str]:
    with warehouse(folder).edition() as edition:  # kept open until the last piece has gone
        yield from table_csv(table, methods_view.table(edition, catalogue(), table, choice), edition=edition.facts)
