"""How this is measured: the rules, how many false alarms they give, and how the list allows for its own length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.exceptions.headline import overlap
from components.exceptions.view import METHODS, ExceptionsView
from components.text.numbers import count
from data.selection import month_name
from data.selection.exceptions import EVERYWHERE


def method(view: ExceptionsView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def told(view: ExceptionsView) -> Iterator[tuple[str, Any]]:
    yield "What is looked at", (
        "Every measure of recorded or flagged offences, in each of the 32 boroughs and in London as a whole. "
        "Survey measures are not, because they have no monthly figures. Until December 2018 some offences are counted "
        "in the Met’s older categories too; those counts are left out.")  # fmt: skip
    yield "The expected range", (
        "The usual season is taken out first, from earlier years only. The range is then the average of 24 months that "
        "end a year before, plus or minus 2.66 times the usual step from one month to the next. With 12 to 23 months "
        "the limits are trial limits; with fewer there are none.")  # fmt: skip
    yield "What breaks a rule", (
        "A month outside the range; seven months in a row above, or below, the average; two of three months near or "
        "beyond the same limit; or seven months in a row each higher, or lower, than the one before.")  # fmt: skip
    yield "How surprising", (
        "How often chance alone would put a month, or the seven months to it, at least as far from the average if "
        "nothing had changed. It is not the chance that nothing has changed.")  # fmt: skip
    yield "False alarms", _false_alarms(view)
    yield "The line in the list", (
        "Among so many series, some are surprising by chance. The line is the Benjamini–Hochberg line at 5%: of the "
        "series above it, at most about 1 in 20 is expected to be there by chance. It is drawn for all series of the "
        "month together, whatever is chosen above.")  # fmt: skip
    yield "Rows that move together", overlap(EVERYWHERE)
    yield "Change over 12 months", (
        "The 12 months to this one, compared with the 12 before. The 95% interval is widened where a series varies "
        "more than chance. No percentage is given from a base under 20.")  # fmt: skip
    yield "What it cannot tell you", (
        "Why a figure is higher or lower. Recorded offences also move with reporting, with police activity and with "
        "how offences are recorded. Recorded is not the same as committed.")  # fmt: skip
    yield "Months that may still move", [
        "The latest months are provisional and are not judged. What each release changed, and where series break, "
        "is on ",
        html.A("Data and methods", href=f"{METHODS}#revisions"), ". The sources of the methods are there too: ",
        html.A("how change and surprise are judged", href=f"{METHODS}#judged"), ".",
    ]  # fmt: skip


def _false_alarms(view: ExceptionsView) -> str:
    whole = view.whole
    rule = "Even if nothing had changed, some months would break a rule."
    if not whole.judged or whole.by_chance <= 0:
        return rule
    return (f"{rule} Of the {count(whole.judged)} series judged in {month_name(view.selection.month)}, about "
            f"{count(max(whole.by_chance, 1))} would: about 1 in {count(whole.judged / whole.by_chance)}.")  # fmt: skip
