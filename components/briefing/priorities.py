"""The borough's local priorities: what was recorded, against the year before and London, with 36 months each."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import signals
from components.borough.kinds import BoroughRow, Priority
from components.borough.panel import NARROW, Size, panel
from components.borough.rules import told
from components.borough.view import ProfileView
from components.borough.words import FEWEST_FOR_A_CHART, JUDGED, counted_in, row_quarter, verdict_words
from components.briefing.letters import lettered
from components.elements import Markup
from components.overview.words import figure, interval
from components.text import REPORTING
from components.text.numbers import percent_change, signed
from data.selection import Span, Window, add_months, month_name

ROOMY = Size(386, 36, 302, 80, top=14)  # px, for up to two charts on the sheet
CROWDED = Size(292, 36, 208, 48, top=10)
MOST_ROOMY = 2


def priorities(view: ProfileView) -> Component | None:
    """None where the borough's choice is not known."""
    if not view.chosen:
        return None
    charted = sum(each.row is not None for each in view.chosen)
    is_crowded = charted > MOST_ROOMY
    blocks = [_priority(view, each, CROWDED if is_crowded else ROOMY) for each in view.chosen]
    head = [html.H2(f"Local priorities {view.priorities['year']}"), html.P(_sub(view), className="sub")]
    kind = "part locals crowded" if is_crowded else "part locals"
    return html.Section([html.Div(head, className="parthead"), *blocks], className=kind)


def _sub(view: ProfileView) -> str:
    first = "Chosen by the borough, beside anti-social behaviour."
    band = "Grey band: the expected range. Large dots: months of the last 12 outside it."
    note = str(view.priorities.get("note") or "")
    unreported = REPORTING if any(p.row and p.row.is_reporting for p in view.chosen) else ""
    return " ".join(filter(None, [first, note, band, unreported]))


def _priority(view: ProfileView, each: Priority, size: Size) -> Component:
    name = html.H3([each.name, *([html.Span("additional", className="tag")] if each.is_additional else [])])
    if each.row is None:
        return html.Div([name, " ", html.P(_without(view, each))], className="local bare")
    head = html.Div([name, lettered(each.row.signal)], className="named")
    words = [head, _figures(each.row), *_notes(each, each.row)]
    return html.Div([html.Div(words, className="tells"), *_charts(view, each, each.row, size)], className="local")


def _charts(view: ProfileView, each: Priority, row: BoroughRow, size: Size) -> list[Component]:
    """One for paper and desks, one for phones; a series of very few is told in numbers only."""
    if row.offences_12m is not None and row.offences_12m < FEWEST_FOR_A_CHART:
        return [html.P("Too few offences to chart.", className="sub")]
    label = f"{each.name} in {view.name}, 36 months to {month_name(row.month)}. {_latest(row)}"
    late = add_months(view.settled_month, 1)
    sizes = ((size, "drawn only-d"), (NARROW, "drawn only-m"))
    return [
        Markup(attributes={"className": kind}, markup=panel(row, drawn_at, provisional_from=late, label=label))
        for drawn_at, kind in sizes
    ]


def _latest(row: BoroughRow) -> str:
    known = row.expected_lower is not None and row.expected_upper is not None
    expected = f", expected {counted_in(row.expected_lower)} to {counted_in(row.expected_upper)}" if known else ""
    return f"{month_name(row.month)}: {counted_in(row.offences)}{expected}."


def _figures(row: BoroughRow) -> Component:
    before = Window(row.month, Span.QUARTER).year_before.label
    pairs: list[tuple[str, Any, str]] = [
        (row_quarter(row), counted_in(row.quarter), "now"), (before, counted_in(row.quarter_before), "then"),
        ("Change", _change(row), "then"),
    ]  # fmt: skip
    cells = [html.Div([html.Dt(label), html.Dd(value, className=kind)]) for label, value, kind in pairs]
    return html.Dl(cells, className="figs3")


def _change(row: BoroughRow) -> list[Any]:
    if row.quarter_verdict in ("not_comparable", "not_available") or row.quarter_change is None:
        return [verdict_words(row.quarter_verdict, is_provisional=False)]
    size = "n/c" if row.quarter_pct is None else percent_change(row.quarter_pct, decimals=1)
    return [signed(row.quarter_change) if row.quarter_change else "0", html.Span(f" {size}", className="pc")]


def _notes(each: Priority, row: BoroughRow) -> list[Component]:
    """The interval of the quarter's change, the month's figure and rule, and the year beside London's."""
    said = [_interval(row), _month(row), f"{_year(row)}{_published(each, row)}"]
    return [html.P(words, className="told") for words in said if words]


def _interval(row: BoroughRow) -> str:
    if row.quarter_pct is None or row.quarter_verdict not in ("higher", "lower", "no_clear_change"):
        return ""
    said = verdict_words(row.quarter_verdict, is_provisional=row.is_provisional)
    return f"Quarter: {said.lower()} (95% interval {interval(row.quarter_lower_pct, row.quarter_upper_pct)})."


def _month(row: BoroughRow) -> str:
    """The month's figure beside what was expected of it, and the rule that gave its signal."""
    why = signals.rule_words(told(row.rules), row.signal, row.since, row.month)
    is_trial = row.signal in JUDGED and row.limits == "trial"
    trial = f" Trial range, from {row.baseline_months} months." if is_trial else ""
    return f"{_latest(row)}{f' {why}.' if why else ''}{trial}"


def _published(each: Priority, row: BoroughRow) -> str:
    if each.published_pct is None or row.is_own_period:
        return ""
    return f" {row_quarter(row)} as published: {percent_change(each.published_pct)}."


def _year(row: BoroughRow) -> str:
    """The 12 months here and in London: is it us, or all of London?"""
    if row.change_pct is None or row.change_verdict in ("not_comparable", "not_available"):
        return ""
    here = percent_change(row.change_pct, decimals=1)
    london = ""
    if row.london_change_pct is not None and row.london_change_verdict not in ("not_comparable", "not_available"):
        london = f", London {percent_change(row.london_change_pct, decimals=1)}"
    return f"12 months: {counted_in(row.offences_12m)}, {here}{london}."


def _without(view: ProfileView, each: Priority) -> str:
    """Why there is no chart; of anti-social behaviour, what was published of London."""
    why = each.note if each.is_everywhere else "This edition has no figures for it in this period."
    calls = view.published.get("calls") if each.is_everywhere else None
    if calls is None:
        return why
    printed = str(calls["note"] or "").removeprefix("as printed: ")
    value = f"{printed} calls" if printed else figure(calls["value"], "calls")
    return f"{why} London, {calls['period_words']}, as published: {value}."
