"""How change and surprise are judged: one entry a method, its numbers filled in from those that the verdicts use."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.methods.judged_words import JUDGED
from components.methods.parts import section, table
from components.methods.view import MethodsView, Row
from components.text.numbers import count
from data.selection import month_name

HEADING = "How change and surprise are judged"
OVERVIEW = "/"
SURVEY_HEADS = ("Survey", "#Interviews a year, London", "#In a borough", "#Design effect", "Why that design effect",
                "Source")  # fmt: skip


def judged(view: MethodsView) -> Component:
    sub = "What makes a figure ‘higher’, ‘lower’ or an exception. Rates have their own entry under Methods."
    entries = [_entry(view, *each) for each in JUDGED]
    return section(
        "judged", HEADING, sub,
        html.Div([*entries, *_reports(view)], className="pairs"),
        html.H3("Interviews behind the surveys", className="sub-head"),
        table("survey-bases", "Approximate, as the publisher states them for a year", SURVEY_HEADS,
              [_survey(row) for row in view.survey_bases]),
    )  # fmt: skip


def _entry(view: MethodsView, anchor: str, heading: str, words: str, source: str) -> Component:
    cited = f" Source: {source}." if source else ""
    return html.Div([html.H3(heading), html.P(f"{words.format(**view.judging)}{cited}")], id=anchor)


def _reports(view: MethodsView) -> list[Component]:
    """Where a published table stands beside what the records say now."""
    return [
        html.Div([html.H3("The quarterly report again"), html.P(list(_report(row)))], id=f"again-{row['month']:%Y-%m}")
        for row in view.reports
    ]


def _report(row: Row) -> list[Any]:
    link = html.A(f"See it for {month_name(row['month'])}", href=f"{OVERVIEW}?to={row['month']:%Y-%m}#published")
    said = (f"The overview gives a table of MOPAC’s report again: {count(row['rows'])} rows, as published and as "
            "recorded now. Nothing is tuned to fit. ")  # fmt: skip
    return [said, link, "."]


def _survey(row: Row) -> list[Any]:
    until = f", until {month_name(row['until'])}" if row["until"] else ""
    interviews = [count(row[name]) if row[name] else "Not stated" for name in ("london", "borough")]
    return [f"{row['survey']}{until}", *interviews, f"{row['design_effect']:g}", row["basis"], row["source"]]
