"""The Victims' Code: how often victims were told what it requires, as published and by month where a file is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
import flask
from dash.development.base_component import Component

from components import victims_code
from data.catalogue import catalogue
from data.victims_code import gathered as gathered_from
from data.victims_code import victims_code_sheet
from data.warehouse import warehouse
from pages._serving import as_file, connect, query_of

dash.register_page(__name__, path=victims_code.PATH, name="Justice", title="Justice")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    pages = {page["path"] for page in dash.page_registry.values()}
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return gathered_from(edition, catalogue(), params, pages)


def view(params: Mapping[str, str]) -> victims_code.VictimsCodeView:
    return victims_code.view_of(gathered(params))


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return victims_code.page(view(params), asked=query_of(params))


connect(victims_code.PAGE, view)


@server.get(f"{victims_code.PATH}.csv", endpoint="victims_code_csv")
def as_csv() -> flask.Response:
    """The published figures, and the months of the view where a file is loaded."""
    found = gathered(flask.request.args)
    now = victims_code.view_of(found)
    content = victims_code_sheet(found, edition=now.edition).csv()
    return as_file(content, f"{victims_code.download_name(now)}.csv", "text/csv")
