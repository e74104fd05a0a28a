"""The table of counted measures: what the year did and what the month says, side by side and never mixed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import signals
from components.figures.sparkline import sparkline
from components.overview import words
from components.overview.tables import SPARK, cell, head, hidden, name_cell, picture, row, small, table, trends_link
from components.overview.view import CountRow, OverviewView
from components.text.numbers import NOT_AVAILABLE, NOT_CALCULATED, count, counted, percent_change, signed
from data.catalogue import Break
from data.selection import month_name

Notes = Mapping[Break, str]  # a break in a series -> the anchor of the note that gives its reason
Naming = Callable[[CountRow], Sequence[Any]]  # a row's name, and what else stands under it
SHORT = 90  # characters
LISTED_WITHOUT_A_FIGURE = ("not_available", "not_comparable")


def count_table(
    view: OverviewView, title: str, rows: Sequence[CountRow], notes: Notes, *, naming: Naming | None = None
) -> Component:
    """`naming`: the name of each row where it is not the way to its series."""
    shown = {each.measure_id for each in rows}
    names = naming or (lambda each: [trends_link(view, each.measure_id, each.name)])
    drawn = [_row(each, names(each), is_part=each.part_of in shown, notes=notes) for each in rows]
    return table(f"{title}: recorded offences", "counted", _heads(view), drawn)


def _heads(view: OverviewView) -> list[Component]:
    """Two rows: what each half of the table compares, then its columns."""
    window = view.window
    year = head("The year, against the year before", kind="half r", colSpan=4, scope="colgroup")
    month = head(f"The month, {words.month_words(view)}", kind="half sp", colSpan=2, scope="colgroup")
    columns = [
        head("12 months", window.column_label, "r"), head("12 months", window.year_before.column_label, "r prev"),
        head("Change", "number", "r"), head("% change", "95% interval", "r"),
        head("Last 36 months", "grey band: expected range", "sp"), head("Against its range", "and which rule"),
    ]  # fmt: skip
    return [row([head("Measure", rowSpan=2), year, month]), row(columns)]


def _row(each: CountRow, names: Sequence[Any], *, is_part: bool, notes: Notes) -> Component:
    part = f"Part of {each.part_of_name.lower()}" if each.part_of_name and not is_part else ""
    own = f"To {month_name(each.month)}" if each.is_own_period else ""
    name = name_cell(names[0], own, part, _short(each), *names[1:])
    spark = sparkline(each.values, each.range_lower, each.range_upper, each.signal, judged_from=each.judged_from,
                      width=SPARK[0], height=SPARK[1])  # fmt: skip
    cells = [name, *_year(each, notes), picture(spark), _signal(each)]
    return row(cells, "part" if is_part else "")


def _short(each: CountRow) -> str:
    """What is counted, where that is said in a line or two; the measure's own page has it at any length."""
    return each.definition if each.part_of is None and len(each.definition) <= SHORT else ""


def _year(each: CountRow, notes: Notes) -> list[Component]:
    now = cell(_known(each.offences_12m), "r now" if each.offences_12m is not None else "r now none")
    before = cell(_before(each), "r prev" if each.offences_12m_before is not None else "r prev none")
    said = words.VERDICTS[words.verdict(each)]
    if each.change_verdict in LISTED_WITHOUT_A_FIGURE:
        return [now, before, cell([said, *_why_not(each, notes)], "not-said", colSpan=2)]
    verdict = small([hidden("Verdict: "), said], f"v {words.verdict(each)}")
    change = cell([signed(each.change) if each.change else "0", verdict], "r chg")
    return [now, before, change, cell(_percent(each), "r pc")]


def _percent(each: CountRow) -> list[Any]:
    if each.change_pct is None:
        return [html.Abbr(NOT_CALCULATED, title="not calculated", className="na")]
    later = html.Span(" on year", className="only-m")
    return [percent_change(each.change_pct, decimals=1), later,
            small(words.interval(each.change_lower_pct, each.change_upper_pct), "ci")]  # fmt: skip


def _known(number: float | None) -> str:
    return NOT_AVAILABLE if number is None else count(number)


def _before(each: CountRow) -> str:
    """The earlier 12 months; months on both sides of a break are not added up."""
    if each.offences_12m_before is None and each.change_verdict == "not_comparable":
        return words.VERDICTS["not_comparable"]
    return _known(each.offences_12m_before)


def _why_not(each: CountRow, notes: Notes) -> list[Any]:
    if each.change_verdict == "not_available":
        return [small("A month is missing")]
    if each.broken is None:
        return []
    return [small(html.A(f"Series break in {month_name(each.broken.month)}", href=f"#{notes[each.broken]}"))]


def _told(rules: str) -> str:
    """Months near a limit say little beside one beyond it or a long run: the file has every rule that is met."""
    met = signals.rules_met(rules)
    return ",".join(name for name in met if name != "outer_third" or len(met) == 1)


def _signal(each: CountRow) -> Component:
    """The month's signal; under it the rule that gave it, and whether its range rests on few months."""
    judged = each.signal in words.JUDGED
    why = signals.rule_words(_told(each.rules), each.signal, each.since, each.month)
    trial = f"Trial range, from {each.baseline_months} months" if judged and each.limits == "trial" else ""
    # A count of thousands is not 'too few': what is short is the series.
    is_short = each.signal == "too_few" and each.limits == "none"
    short = f"Its range would rest on {counted(each.baseline_months or 0, 'month')}" if is_short else ""
    return cell([signals.label(each.signal), *(small(line) for line in (why, trial, short) if line)], "sg")
