"""The Victims' Code: how often victims were told what it requires, as published and by month where a file is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import dash
from dash.development.base_component import Component

from components import victims_code
from components.map_view import EditionNote
from data.catalogue import catalogue
from data.selection.victims_code import Requirement
from data.sheet import Row, Sheet, each_once
from data.victims_code import gathered as gathered_from
from data.victims_code import victims_code_sheet
from data.view_file import ViewFile
from geo.areas import boroughs
from pages._serving import connect, edition_asked, query_of, serve_files

dash.register_page(__name__, path=victims_code.PATH, name="Justice", title="Justice")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    pages = {page["path"] for page in dash.page_registry.values()}
    with edition_asked() as edition:
        return gathered_from(edition, catalogue(), params, pages)


def view(params: Mapping[str, str]) -> victims_code.VictimsCodeView:
    return victims_code.view_of(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return victims_code.page(view(params), asked=query_of(params))


connect(victims_code.PAGE, view)


def every_month(areas: Sequence[str]) -> Iterator[Row]:
    """The rows of each requirement in London and in each borough."""
    for requirement in Requirement:
        for area in ("", *areas):
            found = gathered({"requirement": requirement.value, "area": area})
            yield from victims_code_sheet(found, edition=EditionNote(**found["edition"])).rows


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """The published figures, and the months of the view where a file is loaded; or those of every view."""
    found = gathered(params)
    now = victims_code.view_of(found)
    sheet = victims_code_sheet(found, edition=now.edition)
    areas = [area.slug for area in boroughs()] if now.covered else []
    return ViewFile(
        sheet=Sheet.streamed(sheet.columns, each_once(every_month(areas))) if whole else sheet,
        name=victims_code.download_name(now), title=victims_code.title(now), page=victims_code.PATH,
        query=now.selection.to_query(), edition=now.edition,
        whole="Every published figure; and where a file is loaded, every month of every requirement, in London and in "
        "each borough.",
    )  # fmt: skip


serve_files(server, victims_code.PATH, file_of)
