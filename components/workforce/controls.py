"""The row of controls: the group, the month, and how the table steps."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import hidden, labelled, option, radios, select
from components.workforce.view import NAMES, WorkforceView
from data.selection import month_name
from data.selection.workforce import PATH, By, WorkforceSelection

STEPS = ((By.YEAR.value, "Every year"), (By.MONTH.value, "Every month"))


def fields(chosen: WorkforceSelection) -> dict[str, str]:
    """The value of every field of the form."""
    return {"to": f"{chosen.month:%Y-%m}", "group": chosen.group.value, "by": chosen.by.value,
            "rows": "all" if chosen.all_rows else ""}  # fmt: skip


def form(view: WorkforceView) -> Component:
    values = fields(view.selection)
    return html.Form(
        [
            radios("Group", "group", tuple(NAMES.items()), chosen=values["group"]),
            labelled("Month", select("to", _months(view), id="workforce-to")),
            radios("Table", "by", STEPS, chosen=values["by"]),
            hidden("rows", values["rows"]),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose the group, the month and the table"),
    )  # fmt: skip


def choice(view: WorkforceView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    by = next(words for value, words in STEPS if value == view.selection.by.value)
    return NAMES[view.group], f"{month_name(view.selection.month)} · {by[:1].lower()}{by[1:]}"


def _months(view: WorkforceView) -> list[Component]:
    """Newest first, by year."""
    years = groupby(reversed(view.months), key=lambda each: each.month.year)
    return [
        html.Optgroup(
            [
                option(f"{each.month:%Y-%m}", month_name(each.month), is_chosen=each.month == view.selection.month)
                for each in months
            ],
            label=str(year),
        )
        for year, months in years
    ]
