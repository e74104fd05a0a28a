"""The row of controls: the question, the area, and the period."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import labelled, option, select
from components.satisfaction.view import SatisfactionView
from components.satisfaction.words import place_name
from data.catalogue import SurveyMeasure
from data.selection import month_name
from data.selection.satisfaction import PATH, SatisfactionSelection
from geo.areas import boroughs

SURVEYS = {"PAS": "What residents think of the police", "USS": "Parts of the service, by victims of crime"}


def fields(chosen: SatisfactionSelection) -> dict[str, str]:
    """The value of every field of the form."""
    return {"measure": chosen.measure, "to": f"{chosen.month:%Y-%m}", "area": chosen.area or ""}


def form(view: SatisfactionView) -> Component:
    return html.Form(
        [
            labelled("Question", select("measure", question_options(view), id="satisfaction-measure")),
            labelled("Area", select("area", area_options(view), id="satisfaction-area")),
            labelled("12 months to", select("to", period_options(view), id="satisfaction-to")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose which answers are shown"),
    )  # fmt: skip


def choice(view: SatisfactionView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    return f"{view.measure.name} · {place_name(view)}", view.selection.window.label


def question_options(view: SatisfactionView) -> list[Component]:
    """The questions with figures, by survey; where there are none, that there are none."""
    if not view.measures:
        return [option("", "No answers in this edition", is_chosen=True)]
    return [
        html.Optgroup([_question(view, measure) for measure in measures], label=SURVEYS.get(survey, survey))
        for survey, measures in groupby(view.measures, key=lambda measure: measure.survey)
    ]


def _question(view: SatisfactionView, measure: SurveyMeasure) -> Component:
    return option(measure.id, measure.name, is_chosen=measure.id == view.selection.measure)


def area_options(view: SatisfactionView) -> list[Component]:
    every = option("", "London (32 boroughs)", is_chosen=view.is_london)
    return [every, *(option(area.slug, area.area_name, is_chosen=area.slug == view.selection.area)
                     for area in boroughs())]  # fmt: skip


def period_options(view: SatisfactionView) -> list[Component]:
    """The periods of the question, newest first, grouped by year. They follow the question."""
    return [
        html.Optgroup([option(f"{end:%Y-%m}", month_name(end), is_chosen=end == view.selection.month) for end in ends],
                      label=str(year))
        for year, ends in groupby(view.periods, key=lambda end: end.year)
    ]  # fmt: skip
