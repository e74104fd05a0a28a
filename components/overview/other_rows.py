"""The tables of survey measures and of measures of which only a printed figure is known."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.figures.sparkline import sparkline
from components.overview import words
from components.overview.tables import DATA_AND_METHODS, SPARK, cell, head, name_cell, picture, row, small, table
from components.overview.view import OverviewView, PublishedRow, SurveyRow
from components.text.numbers import count
from data.selection import add_months, month_name

CHANGES = {
    "higher": "Higher than a year before", "lower": "Lower than a year before", "no_clear_change": "No clear change",
    "too_few": "Too few interviews to say", "not_comparable": "Not comparable",
    "not_available": "No figure a year before",
}  # fmt: skip


def survey_table(view: OverviewView, title: str, rows: Sequence[SurveyRow]) -> Component:
    last = max(each.period_end for each in rows)
    before = add_months(last, -12)
    heads = [
        head("Measure"), head("Share", f"to {month_name(last, short=True)}", "r"),
        head("Share", f"to {month_name(before, short=True)}", "r prev"), head("Change", "points", "r"),
        head("95% interval", "points", "r"), head("Last 36 months", "share of those asked", "sp"),
        head("The year", "against the year before"),
    ]  # fmt: skip
    drawn = [_survey(each, is_own=each.period_end != last) for each in rows]
    return table(f"{title}: survey answers", "survey", [row(heads)], drawn)


def _survey(each: SurveyRow, *, is_own: bool) -> Component:
    own = f"To {month_name(each.period_end)}" if is_own else ""
    spark = sparkline(each.values, (), (), "within", width=SPARK[0], height=SPARK[1])
    return row([
        name_cell(about(each.measure_id, each.name), own, asked(each)), cell(words.share(each.proportion), "r now"),
        cell(words.share(each.proportion_before), "r prev"),
        *_change(each),
        picture(spark), cell(_verdict(each), "sg"),
    ])  # fmt: skip


def _change(each: SurveyRow) -> list[Component]:
    """Points and their interval; on a phone, where the columns have no heads, with a word of what they are."""
    if each.change_points is None:
        return [cell("–", "r chg"), cell("–", "r pc ci")]
    points = [f"{words.points(each.change_points)} pts", html.Span(" on year", className="only-m")]
    between = words.interval(each.change_lower, each.change_upper, unit="") or "–"
    return [cell(points, "r chg"), cell([between, html.Span(" 95% interval", className="only-m")], "r pc ci")]


def about(measure_id: str, name: str) -> Component:
    """The way to what the measure counts, its document or survey, and what to beware of."""
    return html.A(name, href=f"{DATA_AND_METHODS}#measure-{measure_id}")


def asked(each: SurveyRow) -> str:
    """How many answers the share rests on: `1,240 interviews`, `About 3,200 interviews`."""
    if each.base is None:
        return "Number of interviews not stated"
    about = "" if each.base_basis == "published" else "About "
    return f"{about}{count(each.base)} interviews"


def _verdict(each: SurveyRow) -> list[Component]:
    kind = "sig clear" if each.change_verdict in ("higher", "lower") else "sig none"
    said = html.Span(CHANGES[each.change_verdict], className=kind)
    return [said, small(each.broken.reason)] if each.change_verdict == "not_comparable" and each.broken else [said]


def published_table(title: str, rows: Sequence[PublishedRow]) -> Component:
    heads = [head("Measure"), head("Figure", "as published", "r"), head("Period"), head("Published in"),
             head("Why there is no series")]  # fmt: skip
    return table(f"{title}: published figures", "published", [row(heads)], [_published(each) for each in rows])


def _published(each: PublishedRow) -> Component:
    return row([
        name_cell(about(each.measure_id, each.name), each.definition),
        cell(words.printed(each.value, each.unit, each.note), "r now"), cell(each.period_words, "when"),
        cell([each.document_title.partition(" (")[0], *([small(each.note)] if each.note else [])], "doc"),
        cell(each.why_no_series, "why"),
    ])  # fmt: skip
