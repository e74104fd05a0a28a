"""The row of controls: the requirement and, where a file is loaded, the month and the area."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import labelled, option, radios, select
from components.victims_code.view import PATH, VictimsCodeView
from data.periods import month_range
from data.selection import month_name
from data.selection.victims_code import Requirement, VictimsCodeSelection

SHORT = {Requirement.UPDATED: "Kept updated", Requirement.ARRESTED: "Suspect arrested",
         Requirement.RELEASED: "Suspect released"}  # fmt: skip


def fields(chosen: VictimsCodeSelection) -> dict[str, str]:
    """The value of every field of the form."""
    month = {"to": f"{chosen.month:%Y-%m}", "area": chosen.area or ""} if chosen.month else {}
    return {"requirement": chosen.requirement.value, **month}


def form(view: VictimsCodeView) -> Component:
    chosen = view.selection
    kinds = [(each.value, words) for each, words in SHORT.items()]
    own = [labelled("Month", select("to", month_options(view), id="code-to")),
           labelled("Area", select("area", area_options(view), id="code-area"))] if view.has_file else []  # fmt: skip
    return html.Form(
        [
            radios("Victims told", "requirement", kinds, chosen=chosen.requirement.value), *own,
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose what the page shows"),
    )  # fmt: skip


def month_options(view: VictimsCodeView) -> list[Component]:
    if view.covered is None:
        return []
    newest_first = reversed(month_range(view.covered.first, view.covered.last))
    return [
        html.Optgroup([option(f"{month:%Y-%m}", month_name(month), is_chosen=month == view.selection.month)
                       for month in months], label=str(year))
        for year, months in groupby(newest_first, key=lambda month: month.year)
    ]  # fmt: skip


def area_options(view: VictimsCodeView) -> list[Component]:
    chosen = view.selection.area
    every = option("", "London", is_chosen=chosen is None)
    listed = [option(slug, name, is_chosen=slug == chosen) for slug, name in _areas(view)]
    return [every, html.Optgroup(listed, label="Boroughs")] if listed else [every]


def _areas(view: VictimsCodeView) -> list[tuple[str, str]]:
    """The boroughs that have a month, and the chosen one where it has none."""
    chosen = view.selection.area
    if chosen is None or chosen in dict(view.areas):
        return [*view.areas]
    return sorted([*view.areas, (chosen, view.area_name)], key=lambda area: area[1])


def choice(view: VictimsCodeView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    when = month_name(view.selection.month) if view.selection.month else "as published"
    return SHORT[view.selection.requirement], f"{view.area_name} · {when}"
