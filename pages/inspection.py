"""The inspection: how the inspectorate judged the Met, beside whom, and what it asks for; as its report prints it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
from dash.development.base_component import Component

from components import inspection
from data.inspection import gathered as gathered_from
from data.inspection import inspection_sheet
from data.view_file import ViewFile
from pages._serving import connect, edition_asked, query_of, serve_files

dash.register_page(__name__, path=inspection.PATH, name="Inspection", title="Inspection")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    pages = {page["path"]: page["name"] for page in dash.page_registry.values()}
    with edition_asked() as edition:
        return gathered_from(edition, params, pages)


def view(params: Mapping[str, str]) -> inspection.InspectionView:
    return inspection.view_of(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return inspection.page(view(params), asked=query_of(params))


connect(inspection.PAGE, view)


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every row of the page, or of the whole inspection."""
    found, every = gathered(params), gathered({}) if whole else None
    now = inspection.view_of(found)
    return ViewFile(
        sheet=inspection_sheet(every or found, edition=now.edition), name=inspection.download_name(now),
        title=inspection.title(now), page=inspection.PATH, query=now.selection.to_query(), edition=now.edition,
        whole="Every part of the inspection, and everything that the inspectorate asks for.",
    )  # fmt: skip


serve_files(server, inspection.PATH, file_of)
