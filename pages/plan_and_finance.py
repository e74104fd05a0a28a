"""Plan & finance: one page that leads to the plan, the workforce, the money and what inspectors found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
from dash.development.base_component import Component

from components import plan_and_finance as index
from components.shell import PRODUCT
from data.catalogue import catalogue
from data.plan.index import gathered as gathered_from
from data.plan.index_export import index_sheet
from data.view_file import ViewFile
from pages._serving import edition_asked, serve_files

dash.register_page(__name__, path=index.PATH, name="Plan & finance", title="Plan & finance")
server = dash.get_app().server


def gathered() -> dict[str, Any]:
    with edition_asked() as edition:
        return gathered_from(edition, catalogue())


def view() -> index.IndexView:
    """The index; it links only to pages that exist."""
    pages = {page["path"]: page["name"] for page in dash.page_registry.values()}
    return index.view_of(gathered(), pages=pages)


def layout(**_: str) -> list[Component]:
    """The page; unknown parameters are passed over."""
    return index.page(view())


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """The figure of each page of the index, and where each section of the quarterly report is shown."""
    found, now = gathered(), view()
    return ViewFile(
        sheet=index_sheet(found), name=index.download_name(now), title=f"Plan & finance – {PRODUCT}", page=index.PATH,
        query="", edition=now.edition, whole="The same as without it: the page has no choices.",
    )  # fmt: skip


serve_files(server, index.PATH, file_of)
