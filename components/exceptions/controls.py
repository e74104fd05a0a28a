"""The row of controls: month, area, part of the plan, direction, and how sure."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.exceptions.headline import AREAS, area_name, plan_name
from components.exceptions.view import PATH, ExceptionsView
from components.fields import hidden, labelled, option, radios, select
from data.selection import month_name
from data.selection.exceptions import BOROUGHS, EVERYWHERE, LONDON, Direction, ExceptionsSelection
from geo.areas import boroughs

DIRECTIONS = ((Direction.ALL.value, "Both"), (Direction.HIGHER.value, "Higher"), (Direction.LOWER.value, "Lower"))
SURE = (("", "All"), ("clear", "Above the line"))


def fields(chosen: ExceptionsSelection) -> dict[str, str]:
    """The value of every field of the form."""
    return {
        "to": f"{chosen.month:%Y-%m}", "area": chosen.area, "plan": chosen.plan or "",
        "direction": chosen.direction.value, "only": "clear" if chosen.only_clear else "",
        "rows": "all" if chosen.all_rows else "",
    }  # fmt: skip


def form(view: ExceptionsView) -> Component:
    chosen, values = view.selection, fields(view.selection)
    return html.Form(
        [
            labelled("Month", select("to", _months(view), id="exceptions-to")),
            labelled("Area", select("area", _areas(chosen.area), id="exceptions-area")),
            labelled("Part of the plan", select("plan", _plans(view), id="exceptions-plan")),
            radios("Direction", "direction", DIRECTIONS, chosen=values["direction"]),
            radios("Show", "only", SURE, chosen=values["only"]),
            hidden("rows", values["rows"]),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose which exceptions are listed"),
    )  # fmt: skip


def choice(view: ExceptionsView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    chosen = view.selection
    direction = {Direction.HIGHER: " · higher", Direction.LOWER: " · lower"}.get(chosen.direction, "")
    sure = " · above the line" if chosen.only_clear else ""
    return f"{area_name(view)} · {plan_name(view) or 'whole plan'}", f"{month_name(chosen.month)}{direction}{sure}"


def _months(view: ExceptionsView) -> list[Component]:
    years = groupby(view.months, key=lambda month: month.year)
    return [
        html.Optgroup(
            [option(f"{month:%Y-%m}", _month_words(view, month), is_chosen=month == view.selection.month)
             for month in months], label=str(year))
        for year, months in years
    ]  # fmt: skip


def _month_words(view: ExceptionsView, month: date) -> str:
    return f"{month_name(month)}{' (provisional)' if month > view.settled else ''}"


def _areas(chosen: str) -> list[Component]:
    listed = [option(slug, AREAS[slug], is_chosen=slug == chosen) for slug in (BOROUGHS, EVERYWHERE, LONDON)]
    each = [option(area.slug, area.area_name, is_chosen=area.slug == chosen) for area in boroughs()]
    return [*listed, html.Optgroup(each, label="Boroughs")]


def _plans(view: ExceptionsView) -> list[Component]:
    every = option("", "The whole plan", is_chosen=view.selection.plan is None)
    return [every, *(option(priority.id, priority.title, is_chosen=priority.id == view.selection.plan)
                     for priority, _ in view.catalogue.by_priority())]  # fmt: skip
