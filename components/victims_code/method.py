"""How this is measured: what is counted, how intervals and range are made, what they cannot tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.victims_code.view import LAYOUT, METHODS, VictimsCodeView


def method(view: VictimsCodeView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in _told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def _told(view: VictimsCodeView) -> Iterator[tuple[str, Any]]:
    yield "What is counted", (
        "Offences to which a requirement of the Victims’ Code applies, and those of them in which the Met recorded "
        "that it was met. Offences, not people: one victim may have several.")  # fmt: skip
    yield "The published figures", (
        f"From the {view.document['publisher']} report of April to June 2017. Shares are printed in whole per cent, so "
        "each stands for anything half a point to either side.")  # fmt: skip
    yield "The interval of a published share", (
        "Wilson’s 95% interval, widened by that rounding. With tens of thousands of offences rounding is the larger "
        "part. The change has Newcombe’s interval, widened by as much as rounding may have moved both "
        "shares.")  # fmt: skip
    yield "The range expected of a month", (
        "Laney’s p′ limits: the average share of the 24 months that end a year before, plus or minus three standard "
        "deviations, widened by how much those months varied beyond chance. With 12 to 23 months the limits are trial "
        "limits; with fewer there are none. The season is not taken out.")  # fmt: skip
    yield "The change on the year before", (
        "The same month a year earlier, in percentage points, with Newcombe’s interval widened likewise.")  # fmt: skip
    yield "Your own file", [
        "No open file gives these returns. The layout of a monthly file, and what is refused, is in ",
        html.Code(LAYOUT), ". ", *(view.dataset.where_counted, " ", view.dataset.not_covered),
    ]  # fmt: skip
    yield "What it cannot tell you", (
        "Whether a victim was content with what they were told, or was told without a record being made. Nor why a "
        "share is higher or lower: which offences the Code applies to, and how contacts are recorded, change too.")
    yield "Documents and methods", [
        "All documents, and the sources of the methods: ", html.A("Data and methods", href=METHODS), ".",
    ]  # fmt: skip
