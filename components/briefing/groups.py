"""Recorded crime by group: 12 months here, in London, and the rate."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.kinds import BoroughRow
from components.borough.view import ProfileView
from components.borough.words import counted_in, rate_words, verdict_words
from components.briefing.letters import lettered
from components.briefing.tables import cell, head, name, table
from components.overview.words import interval
from components.text.numbers import NOT_CALCULATED, percent_change
from data.selection import month_name

MOST, FEWER = 9, 7  # rows that the second sheet has room for, and where the surveys stand on it too
NOT_SAID = ("not_comparable", "not_available")


def groups(view: ProfileView) -> Component | None:
    rows = listed(view)
    if not rows:
        return None
    heads = [
        head("Recorded offences"), head("12 months", view.selection.year.column_label, "r"),
        head("Change", "on year", "r"),
        head("95% interval", "of the change", "r"), head("London", "change", "r"), head("Rate", "per 1,000", "r"),
        head("London", "rate", "r"), head("Latest month", "than expected"),
    ]  # fmt: skip
    top = html.Div(html.H2("Recorded crime, 12 months against the 12 before"), className="parthead")
    return html.Section([top, table("Recorded crime in 12 months", "groups", heads, [_row(row) for row in rows])],
                        className="part")  # fmt: skip


def listed(view: ProfileView) -> tuple[BoroughRow, ...]:
    """The total and the whole groups; of more than there is room for, the largest, in the profile's order."""
    datasets = {m.id for m in view.catalogue.measures}
    whole = [row for row in view.crimes if row.part_of is None and row.measure_id in datasets and row.offences_12m]
    largest = sorted(whole, key=lambda row: -(row.offences_12m or 0))[: FEWER if view.surveys else MOST]
    return tuple(row for row in whole if row in largest)


def _row(row: BoroughRow) -> Component:
    own = html.Span(f" to {month_name(row.month, short=True)}", className="own") if row.is_own_period else None
    return html.Tr([
        name(row.name, own), cell(counted_in(row.offences_12m), "r now"), *_change(row),
        cell(_london(row), "r"), cell(rate_words(row.rate, row.london_rate), "r"),
        cell(rate_words(row.london_rate, row.london_rate), "r"), cell(lettered(row.signal, is_short=True)),
    ])  # fmt: skip


def _change(row: BoroughRow) -> list[Component]:
    if row.change_verdict in NOT_SAID:
        return [cell(verdict_words(row.change_verdict, is_provisional=False), "r mute", colSpan=2)]
    if row.change_pct is None:
        return [cell(NOT_CALCULATED, "r"), cell("", "r")]
    said = [percent_change(row.change_pct, decimals=1)]
    return [cell(said, "r"), cell(interval(row.change_lower_pct, row.change_upper_pct), "r mute")]


def _london(row: BoroughRow) -> str:
    if row.london_change_verdict in NOT_SAID or row.london_change_pct is None:
        return "–"
    return percent_change(row.london_change_pct, decimals=1)
