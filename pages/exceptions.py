"""Exceptions: what broke a rule in a month, across all measures and boroughs, ranked by how surprising it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
from dash.development.base_component import Component

from components import exceptions
from data.catalogue import catalogue
from data.exceptions import exceptions_sheet
from data.exceptions import gathered as gathered_from
from data.selection.exceptions import EVERYWHERE
from data.view_file import ViewFile
from pages._serving import connect, edition_asked, query_of, serve_files

dash.register_page(__name__, path=exceptions.PATH, name="Exceptions", title="Exceptions")
server = dash.get_app().server


def gathered(params: Mapping[str, str], *, every_row: bool = False) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
        return gathered_from(edition, catalogue(), params, every_row=every_row)


def view(params: Mapping[str, str]) -> exceptions.ExceptionsView:
    return exceptions.view_of(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return exceptions.page(view(params), asked=query_of(params))


connect(exceptions.PAGE, view)


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every row that passes the filters, or every exception of the month."""
    found = gathered(params if not whole else {"to": params.get("to", ""), "area": EVERYWHERE}, every_row=True)
    now = exceptions.view_of(found)
    tally = {"judged": now.whole.judged, "by_chance": now.whole.by_chance}
    return ViewFile(
        sheet=exceptions_sheet(found["rows"], catalogue=now.catalogue, edition=now.edition, **tally),
        name=exceptions.download_name(now), title=exceptions.title(now), page=exceptions.PATH,
        query=now.selection.to_query(), edition=now.edition,
        whole="Every exception of the month, of every measure, in London and in each of the 32 boroughs.",
    )  # fmt: skip


serve_files(server, exceptions.PATH, file_of)
