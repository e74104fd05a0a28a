"""What was not judged in the month, and where to look for it instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.exceptions.view import PATH, ExceptionsView, Reach
from components.text.numbers import count, listed
from data.selection import add_months, month_name

MONTHS_TOLD = 24  # a measure that ended longer before is history, not news
MOST_NAMES = 6


def unjudged(view: ExceptionsView) -> list[Component]:
    """Heading and sentences; each group of measures with the way to the last month in which it was judged."""
    heading = html.Header(html.H2(f"Not judged in {month_name(view.selection.month)}"))
    groups = [html.Li(each) for each in _groups(view)]
    return [heading, html.P(tally_words(view), className="sub"),
            *([html.Ul(groups, className="sentences")] if groups else [])]  # fmt: skip


def tally_words(view: ExceptionsView) -> str:
    """`Of 1,056 series, 958 were judged. 97 had too few offences or months to judge, 1 had no figure.`"""
    scope = view.scope
    reasons = (
        (scope.too_few, "too few offences, or too few months before"),
        (scope.not_comparable, "a break in the series"),
        (scope.provisional, "a provisional figure"),
        (scope.not_available, "no figure"),
    )
    told = [f"{count(number)} had {why}" for number, why in reasons if number]
    every = scope.judged + sum(number for number, _ in reasons)
    of = f"Of {count(every)} series, {count(scope.judged)} {'was' if scope.judged == 1 else 'were'} judged."
    return " ".join([of, *([f"{listed(told)}."] if told else [])])


def _groups(view: ExceptionsView) -> Iterator[list[Component | str]]:
    month = view.selection.month
    told = [reach for reach in view.unreached if _is_told(reach, month)]

    def order(reach: Reach) -> tuple[str, str]:
        """Those that the same sentence is true of stand together: ended, not yet begun, or neither."""
        if reach.last < month or reach.first_judged is None:
            return f"{reach.last}", f"{reach.last_judged}"
        return ("begin", f"{reach.first_judged}") if reach.first_judged > month else ("have", f"{reach.last_judged}")

    for _, same in groupby(sorted(told, key=order), key=order):
        reaches = list(same)
        link = _nearest(reaches[0], month)
        said = _sentence(view, reaches)
        yield [said, " ", _to(view, link)] if link else [said]


def _is_told(reach: Reach, month: date) -> bool:
    """Not where it ended long before, nor where its month is only provisional: the headline says that of them all."""
    is_moving = reach.last_settled is not None and reach.last_settled < month <= reach.last
    return not is_moving and add_months(reach.last, MONTHS_TOLD) >= month


def _nearest(reach: Reach, month: date) -> date | None:
    """The month to look at instead: the last judged before this one, else the first after."""
    if reach.first_judged is None:
        return None
    return reach.last_judged if reach.last_judged and reach.last_judged < month else reach.first_judged


def _sentence(view: ExceptionsView, reaches: list[Reach]) -> str:
    reach, month = reaches[0], view.selection.month
    have = "has" if len(reaches) == 1 else "have"
    start = f"{_names(view, reaches)} {have}"
    if reach.last < month:
        were = "was" if len(reaches) == 1 else "were"
        judged = f" and {were} last judged in {month_name(reach.last_judged)}" if reach.last_judged else ""
        return f"{start} figures to {month_name(reach.last)}{judged}."
    if reach.first_judged is None:
        return f"{start} too few offences in every series to be judged in any month."
    if reach.first_judged > month:
        return f"{start} too few months of figures to be judged before {month_name(reach.first_judged)}."
    return f"{start} figures, but too few settled and comparable months to be judged in {month_name(month)}."


def _names(view: ExceptionsView, reaches: list[Reach]) -> str:
    """`Racist hate crime and faith hate crime`; of many, the first few and how many more."""
    known = {measure.id: measure.name for measure in view.catalogue.measures}
    names = sorted(known[reach.measure_id] for reach in reaches if reach.measure_id in known)
    more = len(names) - MOST_NAMES
    return listed([*names[:MOST_NAMES], f"{count(more)} more"] if more > 1 else names)


def _to(view: ExceptionsView, month: date) -> Component:
    target = view.selection.change(month=month, all_rows=False).to_query()
    return html.A(f"Exceptions in {month_name(month)}", href=f"{PATH}{target}", **marks(data_address=""))
