"""Local priorities: what every borough chose, how it moved, and the report's table beside what is recorded now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import priorities
from data.catalogue import catalogue
from data.priorities import view as gathering
from data.priorities.export import priorities_sheet
from data.view_file import ViewFile
from pages._serving import edition_asked, on_screen, params_of, query_of, serve_files

dash.register_page(__name__, path=priorities.PATH, name="Local priorities", title="Local priorities")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
        return gathering.gathered(edition, catalogue(), params)


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return priorities.page(priorities.view_of(gathered(params)), asked=query_of(params))


@callback(
    [*(Output(priorities.ADDRESS, name) for name in priorities.ANSWER),
     *(Output(place, "markup") for place in priorities.PARTS), *(Output(*place) for place in priorities.PROPS)],
    Input(priorities.ADDRESS, "search"), State(priorities.ADDRESS, "shown"), State(priorities.ADDRESS, "edition"),
    prevent_initial_call=True,
)  # fmt: skip
def show(search: str, shown: str, edition: str) -> list[Any]:
    """A new address: every part that it changes."""
    now = priorities.view_of(gathered(params_of(search)))
    before = on_screen(now, search=search, shown=shown, edition=edition)
    return [*priorities.answer(now, asked=search).values(), *priorities.answers(now, before)]


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every row that passes the filter, or every priority of every borough."""
    found = gathered(params)
    now = priorities.view_of(found)
    chosen = {"catalogue": now.catalogue, "selection": now.selection, "year": now.year, "edition": now.edition}
    return ViewFile(
        sheet=priorities_sheet(found["every_row" if whole else "rows"], found["kinds"], **chosen),
        name=priorities.download_name(now), title=priorities.title(now), page=priorities.PATH,
        query=now.selection.to_query(), edition=now.edition,
        whole="Every priority of every borough in the same quarter.",
    )  # fmt: skip


serve_files(server, priorities.PATH, file_of)
