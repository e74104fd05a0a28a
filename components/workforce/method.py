"""How this is measured: what a level is, who is in it and who is not, and what the documents' figures are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.workforce.view import WorkforceView

METHODS = "/data-and-methods"


def method(view: WorkforceView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def told(view: WorkforceView) -> Iterator[tuple[str, Any]]:
    dataset = view.catalogue.dataset("workforce")
    yield "What is counted", (
        f"{dataset.where_counted} Two people who each work half the week are one. Published by the "
        f"{dataset.publisher} under "
        f"the {dataset.licence}.")  # fmt: skip
    yield "Who is not in it", (
        f"{dataset.not_covered} The City of London has its own police force. A person who moves from one group to "
        f"another, as "
        "a community support officer who becomes an officer, leaves one line and joins the other.")  # fmt: skip
    yield "A level, not a count of events", (
        "Strength is what there is at the end of a month. It is not a number of joiners or leavers, and one "
        "month is nearly the "
        "month before. Chance limits for counts do not fit it, so changes are given in numbers and none is "
        "judged.")  # fmt: skip
    yield "The ambition", (
        "A number that a document of 2017 named as an ambition. It is neither a budget nor a need. That officers "
        "are above or "
        "below it does not say how many are on duty, or where.")  # fmt: skip
    yield "Full-time equivalents and people", (
        "The file gives full-time equivalents, the equalities table of April 2017 people, and the Home Office’s "
        "return another "
        "selection of full-time equivalents. They are set side by side and never joined into one series.")  # fmt: skip
    yield "BAME", (
        "Black, Asian and minority ethnic: the term of the documents, which give one share for many groups. The "
        "file has no "
        "ethnic groups and no sex, so shares are as printed and end with the documents.")  # fmt: skip
    yield "Complaints", (
        "A complaint case is recorded when someone complains; it is no finding that anything was done wrong. "
        "Rates per employee "
        "depend on who is counted as one.")  # fmt: skip
    yield "Corrections", [
        f"{dataset.provisional_reason} What each release changed is on ",
        html.A("Data and methods", href=f"{METHODS}#revisions"), ".",
    ]  # fmt: skip
