"""Plan: the milestones of the business plan with what every report says of them, and its indicators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dash
from dash.development.base_component import Component

from components import plan
from data.catalogue import catalogue
from data.plan import gathered as gathered_from
from data.plan import indicators_sheet, plan_sheet
from data.view_file import ViewFile
from pages._serving import connect, edition_asked, query_of, serve_files

dash.register_page(__name__, path=plan.PATH, name="Plan", title="Plan")
server = dash.get_app().server


def gathered(params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
        return gathered_from(edition, catalogue(), params)


def view(params: Mapping[str, str]) -> plan.PlanView:
    return plan.view_of(gathered(params), pages=pages())


def pages() -> dict[str, str]:
    """The name of every page that exists, by its path."""
    return {page["path"]: page["name"] for page in dash.page_registry.values()}


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return plan.page(view(params), asked=query_of(params))


connect(plan.PAGE, view)


def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every milestone that passes the filters, or every one, a line a report."""
    found = gathered(params)
    now = plan.view_of(found, pages={})
    return ViewFile(
        sheet=plan_sheet(gathered({}) if whole else found), name=plan.download_name(now), title=plan.title(now),
        page=plan.PATH, query=now.selection.to_query(), edition=now.edition,
        whole="Every milestone of the plan, with what every report says of it.",
    )  # fmt: skip


def indicators_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
    """Every indicator with where it is shown, or why it is not; there are no more, so `whole` is the same."""
    found = gathered({})
    now = plan.view_of(found, pages={})
    return ViewFile(
        sheet=indicators_sheet(found), name=plan.download_name(now, "business-plan-indicators"),
        title=f"Indicators, {plan.title(now)}", page=plan.PATH, query="", edition=now.edition,
        whole="The same as without it: every indicator of the plan.",
    )  # fmt: skip


serve_files(server, plan.PATH, file_of)
serve_files(server, plan.INDICATORS, indicators_of)
