"""The figures of the charts as real tables, one for each series, newest first."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.text.numbers import DOES_NOT_APPLY, MINUS, NOT_CALCULATED
from components.text.numbers import percent_change as percent_words
from components.trends.compared import percent_change
from components.trends.view import Period, SeriesView, TrendsView
from components.trends.words import PER, expected, is_rate, period_name, signal, signal_words, told, why
from data.selection import Span

NO_FIGURE, NOT_COMPARABLE = "Not listed", "Not comparable"
OUTSIDE = {"higher": "Above the range", "lower": "Below the range", "": "Within the range"}


def tables(view: TrendsView) -> list[Component]:
    """Every series under its own name; the box on hover reads its words from here."""
    return [_of(view, series, place) for place, series in enumerate(view.series)]


def _of(view: TrendsView, series: SeriesView, place: int) -> Component:
    unit = PER if is_rate(view) else series.measure.unit
    rows = [_row(view, series, row) for row in reversed(series.rows)]
    caption = f"{series.name}: {unit}"
    table = html.Table(
        [html.Caption(caption), html.Thead(html.Tr(_heads(view))), html.Tbody(rows)],
        className="data", **marks(data_series=str(place), data_unit=unit, data_name=series.name),
    )  # fmt: skip
    scrolls = {"tabIndex": 0, **marks(role="region", aria_label=f"Figures: {series.name}")}
    return html.Div(table, className="tbl-wrap tall", **scrolls)


def _heads(view: TrendsView) -> list[Component]:
    period = {Span.MONTH: "Month", Span.QUARTER: "Quarter", Span.YEAR: "12 months"}[view.selection.by]
    judged = [("Expected range", "r"), ("Signal", "")] if view.selection.by is Span.MONTH else []
    what = "Rate" if is_rate(view) else "Offences"
    heads = [(period, ""), (what, "r"), ("A year before", "r"), ("Change", "r"), ("Change, %", "r"), *judged,
             ("Status", "")]  # fmt: skip
    return [html.Th(words, scope="col", className=kind or None) for words, kind in heads]


def _row(view: TrendsView, series: SeriesView, row: Period) -> Component:
    is_month = view.selection.by is Span.MONTH
    cells = [
        ("value", "r", NO_FIGURE if row.value is None else told(view, series, row.value)),
        ("before", "r", before_words(view, series, row)),
        ("change", "r", change_words(view, series, row)),
        ("percent", "r", percent_of(row)),
        *((("range", "r", expected(view, series, row) or DOES_NOT_APPLY), ("signal", "", signal_of(series, row)))
          if is_month else ()),
        ("status", "", status(row)),
    ]  # fmt: skip
    name = html.Th(period_name(view, row).removeprefix("12 months "), scope="row")
    return html.Tr([name, *(html.Td(words, className=kind or None, **marks(data_k=key)) for key, kind, words in cells)])


def before_words(view: TrendsView, series: SeriesView, row: Period) -> str:
    if not row.is_comparable:
        return NOT_COMPARABLE
    return NO_FIGURE if row.before is None else told(view, series, row.before)


def change_words(view: TrendsView, series: SeriesView, row: Period) -> str:
    change = row.change
    if change is None:
        return DOES_NOT_APPLY
    written = told(view, series, abs(change))
    sign = "+" if change > 0 else MINUS if change < 0 else ""
    return f"{sign}{written}"


def percent_of(row: Period) -> str:
    if row.change is None:
        return DOES_NOT_APPLY
    pct = percent_change(row)
    return NOT_CALCULATED if pct is None else percent_words(pct, decimals=1)


def signal_of(series: SeriesView, row: Period) -> str:
    """What is said of a month: the verdict of the one that the series is judged at, its place in the range for the
    others that are judged, and the baseline's part."""
    judged = series.judged
    if judged and row.end == judged.month:
        reason = why(judged) if signal(series) == judged.signal else ""
        return f"{signal_words(series)}. {reason}" if reason else signal_words(series)
    if row.value is None or not row.part:
        return DOES_NOT_APPLY
    if row.part == "baseline":
        return "In the baseline"
    return "Not judged yet" if row.is_provisional else OUTSIDE[row.outside]


def status(row: Period) -> str:
    """Never final: publishers restate past months."""
    if row.value is None:
        return "Not available"
    return "Provisional" if row.is_provisional else "Published"


