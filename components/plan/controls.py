"""The row of controls: area of the plan, status, quarter, programme, lead, and a search."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Native, marks
from components.fields import hidden, labelled, option, select
from components.plan.view import PATH, PlanView
from components.plan.words import WORDS, quarter_words
from components.text.numbers import counted
from data.selection.plan import FILTERS, LONGEST_SEARCH, PlanSelection

LABELS = {"area": "Area", "status": "Status", "quarter": "Quarter due", "programme": "Programme", "lead": "Lead"}
ALL = {"area": "All areas", "status": "Every status", "quarter": "All quarters", "programme": "All programmes",
       "lead": "All leads"}  # fmt: skip


def fields(chosen: PlanSelection) -> dict[str, str]:
    """The value of every field of the form."""
    filters = {name: str(getattr(chosen, name)) for name in FILTERS}
    return {**filters, "q": chosen.text, "rows": "all" if chosen.all_rows else ""}


def form(view: PlanView) -> Component:
    values = fields(view.selection)
    search = Native(tag="input", id="plan-q", attributes={
        "type": "search", "name": "q", "defaultValue": values["q"], "className": "select", "autoComplete": "off",
        "maxLength": str(LONGEST_SEARCH), "spellCheck": "false",
    })  # fmt: skip
    return html.Form(
        [
            *(labelled(LABELS[name], select(name, _options(view, name), id=f"plan-{name}")) for name in FILTERS),
            labelled("Words in the milestone", search),
            hidden("rows", values["rows"]),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose which milestones are listed"),
    )  # fmt: skip


def _options(view: PlanView, name: str) -> list[Component]:
    chosen = getattr(view.selection, name)
    every = option("", ALL[name], is_chosen=not chosen)
    return [every, *(option(value, option_words(name, words), is_chosen=value == chosen)
                     for value, words in view.options[name].items())]  # fmt: skip


def option_words(name: str, words: str) -> str:
    """A filter's value as the page writes it."""
    return WORDS[words] if name == "status" else quarter_words(words) if name == "quarter" else words


def choice(view: PlanView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    chosen = view.selection
    told = [option_words(name, view.options[name][value]) for name in FILTERS if (value := getattr(chosen, name))]
    searched = f"‘{chosen.text}’" if chosen.text else ""
    return " · ".join(filter(None, [*told, searched])) or "All milestones", counted(len(view.milestones), "milestone")
