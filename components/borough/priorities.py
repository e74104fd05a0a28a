"""The borough's local priorities: what was chosen, what the quarter did, and the months to it against their range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import signals
from components.borough import priority_words, words
from components.borough.kinds import BoroughRow, Priority
from components.borough.panel import NARROW, WIDE, panel
from components.borough.tables import trends_link
from components.borough.view import ProfileView
from components.elements import Markup
from components.text.lead import REPORTING
from components.text.numbers import NOT_CALCULATED, count, percent_change, signed
from data.selection import add_months, month_name

ALL_BOROUGHS = "/local-priorities"
NO_FILE = (
    "There is no open monthly file of anti-social behaviour calls by borough, so nothing can be judged. "
    "Figures appear here where an operator loads them."
)


def priorities(view: ProfileView) -> list[Component]:
    about = view.priorities
    title = html.H2(f"Local priorities {about['year']}".strip(), id="priorities")
    if not view.chosen:
        return [title, html.P(about["note"] or "No local priorities are declared for this borough.", className="sub")]
    everyone = html.A("All boroughs’ priorities", href=f"{ALL_BOROUGHS}?to={view.selection.month:%Y-%m}")
    parts: list[Component] = [html.Header([title, everyone], className="fulltop"), html.P(_lead(view), className="sub")]
    if about["note"]:
        parts.append(html.P(about["note"], className="note"))
    parts += [_priority(view, each) for each in view.chosen]
    if about["source"]:
        parts.append(html.P(f"Source of the choice: {about['source']}.", className="note"))
    return parts


def _lead(view: ProfileView) -> str:
    """How many were chosen, and from which months the bands are worked out."""
    number = sum(not each.is_everywhere for each in view.chosen)
    crimes = "crime" if number == 1 else "crimes"
    what = f"{words.number_words(number)} {crimes} chosen by the borough, and anti-social behaviour, every borough’s."
    compared = "Each quarter is compared with the same one a year before."
    scale = "Each chart has its own scale, from zero."
    return " ".join(filter(None, [what, compared, _band(view), scale]))


def _band(view: ProfileView) -> str:
    ends = {each.row.month for each in view.chosen if each.row and each.row.limits != "none"}
    if len(ends) > 1:
        return "Grey band: the range expected from two years that end a year before the month judged."
    return "".join(
        f"Grey band: the range expected from the two years to {month_name(add_months(end, -12))}." for end in ends
    )


def _priority(view: ProfileView, each: Priority) -> Component:
    """One of them: figures and words at the left, the chart at the right."""
    left: list[Component] = [html.H3(_link(view, each)), html.P(priority_words.chosen(each), className="desc")]
    if each.row is None:
        right = _no_figures(view, each)
    else:
        left += [*_figures(each.row), *_published(each)]
        right = _chart(view, each, each.row)
    return html.Div([html.Div(left), right], className="prio")


def _link(view: ProfileView, each: Priority) -> Any:
    """The name under which the borough chose it, leading to the series that counts it."""
    if each.row is None:
        return each.name
    link = trends_link(view, each.row)
    link.children = each.name
    return link


def _figures(row: BoroughRow) -> Iterator[Component]:
    if row.is_own_period:
        yield html.P(f"{words.own_period(row)}: the latest settled quarter with figures.", className="note")
    pairs = [
        _pair(words.row_quarter(row), words.counted_in(row.quarter), "big"),
        _pair(words.row_quarter_before(row), words.counted_in(row.quarter_before)),
        _pair("Change", _change(row)),
    ]
    yield html.Dl(pairs, className="qq")
    yield html.P(priority_words.quarter(row), className="sure")
    yield html.P(signals.label(row.signal), className="sg")
    yield html.P(priority_words.month(row), className="why")
    yield html.P(priority_words.year(row), className="why yr")
    if row.is_reporting:
        yield html.P(REPORTING, className="note")


def _pair(term: str, value: Any, kind: str = "") -> Component:
    return html.Div([html.Dt(term), html.Dd(value, className=kind or None)])


def _change(row: BoroughRow) -> list[Any]:
    if row.quarter_verdict == "not_comparable":
        return ["Not comparable"]
    if row.quarter_change is None:
        return ["–"]
    number = signed(row.quarter_change) if row.quarter_change else "0"
    percent = NOT_CALCULATED if row.quarter_pct is None else percent_change(row.quarter_pct, decimals=1)
    return [number, " ", html.Span(f"({percent})", className="mute")]


def _published(each: Priority) -> Iterator[Component]:
    """What a report said of this very quarter."""
    if each.published_pct is not None and each.row is not None and not each.row.is_own_period:
        number = percent_change(each.published_pct)
        yield html.P(f"As published at the time: {number} on the same quarter a year before.", className="why yr")


def _chart(view: ProfileView, each: Priority, row: BoroughRow) -> Component:
    if row.offences_12m is not None and row.offences_12m < words.FEWEST_FOR_A_CHART:
        said = f"Too few offences to chart. {count(row.offences_12m)} were recorded in 12 months."
        return html.P(said, className="note")
    late = add_months(view.settled_month, 1)
    label = f"{each.name} in {view.name}, 36 months to {month_name(row.month)}. {priority_words.month(row)}"
    drawn = [
        Markup(markup=panel(row, size, provisional_from=late, label=label), attributes={"className": kind})
        for size, kind in ((WIDE, "at-desktop"), (NARROW, "at-phone"))
    ]
    return html.Div(drawn, className="pchart")


def _no_figures(view: ProfileView, each: Priority) -> Component:
    """Every borough's own has no open file; London's figure was published once."""
    if not each.is_everywhere:
        return html.P("No figure for this quarter in this edition.", className="note")
    said = [html.P(NO_FILE, className="desc")]
    calls = view.published.get("calls")
    if calls:
        over = "over " if "over" in (calls["note"] or "") else ""
        number = f"{over}{count(calls['value'])} {calls['unit']} in {calls['period_words']}"
        source = calls["document_title"].partition(" (")[0]
        said.append(html.P(f"All of London, as published: {number} ({source}).", className="why yr"))
    return html.Div(said)
