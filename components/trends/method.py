"""How the expected range is worked out, in plain words, and how often it is wrong by chance alone."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.text.numbers import count
from components.trends.view import TrendsView
from components.trends.words import residents_words


def method(view: TrendsView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(words)]) for heading, words in told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def told(view: TrendsView) -> Iterator[tuple[str, str]]:
    yield "The season comes out first", (
        "Many offences are more frequent in some months than in others. For each month, earlier years show how far it "
        "usually lies from the average of the 12 months round it. That part is taken out. Only earlier years are used, "
        "so a verdict does not change because of later months.")  # fmt: skip
    yield "Which months judge", (
        "A month is compared with the two years that ended 12 months before it. So a change is not hidden in the "
        "figures that it is compared with. The season is then put back, so the band may rise and fall.")  # fmt: skip
    yield "How wide the range is", (
        "It is the average of those 24 months, plus or minus 2.66 times the average difference between one month and "
        "the next. This is an XmR chart. With 12 to 23 months the limits are called trial limits. With fewer than 12 "
        "months, or with very few offences, there is no range.")  # fmt: skip
    yield "When a month is higher or lower than expected", (
        "One of four rules is met: the month is outside the range; it ends seven months on one side of the average; it "
        "ends seven months that each rise, or each fall; or two of the latest three lie in the outer third of the "
        "range, on the same side. These are the rules of Making Data Count, of the NHS in England.")  # fmt: skip
    yield "How often that is chance", _chance(view)
    yield "What the dots mean", (
        "A large dot is outside the range. A ringed dot belongs to the run that ends in the month judged. A hollow dot "
        "is provisional: the publisher may still revise it, so it is not judged. Months before the 12 judged ones are "
        "the baseline, and are not marked.")  # fmt: skip
    yield "Quarters and 12 months", (
        "They have no expected range. A quarter has too few points for one. A rolling total moves slowly by "
        "construction, because each point shares eleven months with the next, so its runs mean nothing.")  # fmt: skip
    yield "What it cannot tell you", (
        "A month outside the range deserves a question; the chart does not answer it. An event beside a line is no "
        "cause. Recorded is not the same as committed: figures move with reporting and recording too."
        f"{residents_words(view)}")  # fmt: skip


def _chance(view: TrendsView) -> str:
    """The false-alarm rate of one rule, and of all four among the series of the month."""
    said = (f"A series that moves by chance alone lies outside its range in about one month in "
            f"{count(1 / view.false_alarm)}.")  # fmt: skip
    found = view.exceptions
    if not found or not found["judged"] or not found["by_chance"]:
        return f"{said} The other rules add to that."
    share = found["judged"] / found["by_chance"]
    return f"{said} With all four rules together it is about one in {count(share)}. Look at many series and some will."
