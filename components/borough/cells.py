"""The cells of a table of measures: change with its interval and verdict, London, rate and place, and the month."""

from __future__ import annotations

from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from components import signals
from components.borough import words
from components.borough.kinds import BoroughRow
from components.borough.rules import told
from components.figures.sparkline import sparkline
from components.overview.count_rows import LISTED_WITHOUT_A_FIGURE
from components.overview.tables import cell, hidden, picture, small
from components.overview.words import interval
from components.text.numbers import NOT_CALCULATED, percent_change, signed
from data.selection import month_name

SPARK = (132, 32)  # px


class Moved(NamedTuple):
    """A change in number and in per cent, with the interval of the latter."""

    number: float | None
    percent: float | None
    lower: float | None
    upper: float | None


def quarter(each: BoroughRow) -> list[Component]:
    now = cell([words.counted_in(each.quarter), later(f" in {words.row_quarter(each)}")], "r now")
    before = cell(words.counted_in(each.quarter_before), "r prev")
    moved = Moved(each.quarter_change, each.quarter_pct, each.quarter_lower_pct, each.quarter_upper_pct)
    return [now, before, cell(_change(each, moved, each.quarter_verdict), _kind("chg", each.quarter_verdict))]


def year_short(each: BoroughRow) -> Component:
    """The 12 months beside the quarter, in one cell: number, per cent, interval, verdict."""
    number = html.Span([words.counted_in(each.offences_12m), later(" in 12 months")], className="yn")
    moved = Moved(None, each.change_pct, each.change_lower_pct, each.change_upper_pct)
    return cell([number, " ", *_change(each, moved, each.change_verdict)], _kind("yr", each.change_verdict))


def year(each: BoroughRow) -> list[Component]:
    now = cell([words.counted_in(each.offences_12m), later(" in 12 months")], "r now")
    before = cell(words.counted_in(each.offences_12m_before), "r prev")
    moved = Moved(each.change, each.change_pct, each.change_lower_pct, each.change_upper_pct)
    return [now, before, cell(_change(each, moved, each.change_verdict), _kind("chg", each.change_verdict))]


def _kind(name: str, verdict: str) -> str:
    return f"r {name} not-said" if verdict in LISTED_WITHOUT_A_FIGURE else f"r {name}"


def _change(each: BoroughRow, moved: Moved, verdict: str) -> list[Any]:
    """`+72  +17.6%`, the interval, and the verdict; or why there is none."""
    if verdict in LISTED_WITHOUT_A_FIGURE:
        return _why_not(each, verdict)
    said = words.verdict_words(verdict, is_provisional=each.is_provisional)
    verdict_line = small([hidden("Verdict: "), said], f"v {verdict}")
    number = [] if moved.number is None else [signed(moved.number) if moved.number else "0", " "]
    if moved.percent is None:
        return [*number, html.Abbr(NOT_CALCULATED, title="not calculated", className="na"), verdict_line]
    percent = html.Span(percent_change(moved.percent, decimals=1), className="pct")
    return [*number, percent, small(interval(moved.lower, moved.upper), "ci"), verdict_line]


def _why_not(each: BoroughRow, verdict: str) -> list[Any]:
    if verdict == "not_available":
        return ["Not available", small("A month is missing")]
    when = f"Series break in {month_name(each.broken.month)}" if each.broken else ""
    return ["Not comparable", *([small(when)] if when else [])]


def later(said: str) -> Component:
    """Said on a phone, where the columns have no heads."""
    return html.Span(said, className="only-m")


def beside(each: BoroughRow) -> list[Component]:
    """London's change and rate, and the place among similar boroughs."""
    not_said = each.london_change_verdict in LISTED_WITHOUT_A_FIGURE or each.london_change_pct is None
    change = "–" if not_said else percent_change(each.london_change_pct, decimals=1)
    london = cell([later("London "), change, later(" on the year before")], "r ldn none" if not_said else "r ldn")
    if each.rate is None:
        return [london, cell("–", "r rate")]
    whole = f"London {words.rate_words(each.london_rate, each.london_rate)}"
    place = words.place_words(each.place, each.of, each.sharing)
    rate = [words.rate_words(each.rate, each.london_rate), later(" per 1,000 residents"), small(whole)]
    return [london, cell([*rate, *([small(place)] if place else [])], "r rate")]


def month(each: BoroughRow) -> list[Component]:
    """The spark line and the month's signal; a series of very few is told in numbers only."""
    why = signals.rule_words(told(each.rules), each.signal, each.since, each.month)
    is_trial = each.signal in words.JUDGED and each.limits == "trial"
    trial = f"Trial range, from {each.baseline_months} months" if is_trial else ""
    said = cell([signals.label(each.signal), *(small(line) for line in (why, trial) if line)], "sg")
    return [_spark(each), said]


def _spark(each: BoroughRow) -> Component:
    if each.offences_12m is not None and each.offences_12m < words.FEWEST_FOR_A_CHART:
        return cell(small("Too few to chart"), "sp")
    drawn = sparkline(
        each.values, each.range_lower, each.range_upper, each.signal,
        judged_from=each.judged_from, width=SPARK[0], height=SPARK[1],
    )  # fmt: skip
    return picture(drawn)
