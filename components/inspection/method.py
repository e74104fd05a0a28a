"""How this is measured: what the judgments are, where each figure stands, and what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.inspection.grades import SCALE
from components.inspection.view import METHODS, InspectionView


def method(view: InspectionView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in _told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def _told(view: InspectionView) -> Iterator[tuple[str, Any]]:
    yield "The document", (f"{view.document['title']}. {view.document['publisher']}, {view.document['published']}. "
                           "Every figure and statement names its section; tests find each again there.")
    yield "PEEL", [
        "Police effectiveness, efficiency and legitimacy: the inspectorate of constabulary (HMICFRS) judges each "
        "force. The grades are its opinion, reached by inspection, and not a statistic. ",
        html.A("How the inspectorate inspects", href=SCALE), ".",
    ]  # fmt: skip
    yield "The mark of four steps", (
        "The filled square is the grade’s place among the four. It is one colour whatever the grade; the "
        "inspectorate’s word stands beside it.")  # fmt: skip
    yield "Years", (
        "‘Last inspected’ is as printed beside each part. The report prints no year beside a pillar’s own "
        "judgment. Where another report is transcribed, its year becomes a column.")  # fmt: skip
    yield "What is printed differently in two places", (
        "Where two places of the report disagree, or parts do not add up to their total, both are kept as printed, and "
        "a line under the figure says so.")  # fmt: skip
    yield "What is not here", (
        "Two charts of the report did not come out of the PDF: the judgments of the most similar forces, and stop and "
        "search by ethnicity. They are not guessed.")  # fmt: skip
    yield "What it cannot tell you", (
        "How the Met stands now: the figures are of the periods given. Nor why it differs from others, nor whether "
        "what was asked for has been done since.")  # fmt: skip
    yield "Licence and documents", [
        f"{view.document['licence']}. Facts are quoted with their source. All documents are on ",
        html.A("Data and methods", href=METHODS), ".",
    ]  # fmt: skip
