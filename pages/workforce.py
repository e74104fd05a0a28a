"""People: the Met's strength by month, and what published documents say of its workforce and of complaints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
from dash.development.base_component import Component

from components import workforce
from data.catalogue import catalogue
from data.view_file import ViewFile
from data.workforce import gathered as gathered_from
from data.workforce import workforce_sheet
from pages._pictures import serve_pictures
from pages._serving import connect, edition_asked, query_of, serve_files

dash.register_page(__name__, path=workforce.PATH, name="People", title="People")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
        return gathered_from(edition, catalogue(), params)


def view(params: Mapping[str, str]) -> workforce.WorkforceView:
    return workforce.view_of(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return workforce.page(view(params), asked=query_of(params))


connect(workforce.PAGE, view)


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every figure of the page, whatever is chosen; no page has more, so `whole` is the same."""
    found = gathered(params)
    now = workforce.view_of(found)
    return ViewFile(
        sheet=workforce_sheet(found), name=workforce.download_name(now), title=workforce.title(now),
        page=workforce.PATH, query=now.selection.to_query() if now.coverage else "", edition=now.edition,
        whole="The same as without it: every month and every group, and every figure of the documents.",
    )  # fmt: skip


serve_files(server, workforce.PATH, file_of)


serve_pictures(server, workforce.PATH, lambda params: workforce.picture(view(params)))
