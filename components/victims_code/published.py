"""The published figures as a table: each requirement's months, with what interval print allows, and the change."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.elements import Markup
from components.figures.row_marks import axis, interval, ring, scale_of
from components.overview.tables import head, picture, row, small
from components.text.numbers import count
from components.victims_code import words
from components.victims_code.view import Point, Printed, VictimsCodeView
from data.selection.victims_code import NAMES

SHARES = scale_of((0.0, 25.0, 50.0, 75.0, 100.0))
COLUMNS = 4
SUBTITLE = (
    "Share of the offences to which the Victims’ Code applies, all of London. The report prints two months; the months "
    "between them were a chart, whose figures did not come out of the PDF."
)
NO_OFFENCES = (
    "Only for victims kept updated does the report print how many offences the share is of. Without that number there "
    "is no interval. All applicable offences are counted, not a sample: the interval says how far chance would move a "
    "month of that size, and how far rounding to whole per cent may have."
)


def published(view: VictimsCodeView) -> list[Component]:
    """Heading, the table, what print does not allow, and the number of offences."""
    return [
        html.Header([html.H2("As published"), html.P(SUBTITLE, className="sub")]),
        html.Div(_table(view), className="tbl-wrap"), html.P(NO_OFFENCES, className="note"), *_offences(view),
        html.P(f"Source: {view.document['title']}; section: {view.printed[0].section}.", className="note"),
    ]  # fmt: skip


def _table(view: VictimsCodeView) -> Component:
    heads = row([
        head("Requirement and month"), head("Share", "95% interval", "r"), head("Offences", "that it applies to", "r"),
        html.Th([html.Span("Drawn from 0% to 100%", className="vh"),
                 Markup(markup=axis(SHARES, lambda tick: f"{tick:g}%"))], scope="col", role="columnheader",
                className="sp"),
    ])  # fmt: skip
    bodies = [html.Tbody([*_rows(view, each)], role="rowgroup") for each in view.printed]
    caption = html.Caption("Victims told what the Code requires, as published", className="vh")
    return html.Table([caption, html.Thead(heads, role="rowgroup"), *bodies], className="data code", role="table")


def _rows(view: VictimsCodeView, each: Printed) -> Iterator[Component]:
    kind = "group-head sel" if each.requirement is view.selection.requirement else "group-head"
    name = html.Th(NAMES[each.requirement], scope="rowgroup", role="rowheader", colSpan=COLUMNS)
    yield row([name], kind)
    for point in each.points:
        yield _row(each, point)
    if each.change is not None:
        yield _change(each)


def _row(each: Printed, point: Point) -> Component:
    remark = [small(point.note)] if point.note else []
    sure = words.limits(point.lower, point.upper) or "No interval"
    drawn = words.point_sentence(each, point)
    return row([
        html.Th([point.label, *remark], scope="row", role="rowheader"),
        html.Td([words.percent(point.share), small(sure)], role="cell", className="r share"),
        html.Td(count(point.cases) if point.cases is not None else html.Span("Not printed", className="mute"),
                role="cell", className="r cases"),
        picture(_mark(point, drawn)),
    ])  # fmt: skip


def _mark(point: Point, label: str) -> str:
    if point.lower is None or point.upper is None:
        return ring(SHARES, 100 * point.share, label=label)
    return interval(SHARES, 100 * point.share, 100 * point.lower, 100 * point.upper, label=label)


def _change(each: Printed) -> Component:
    change = each.change
    assert change is not None
    verdict = words.VERDICTS[change.verdict] if change.verdict else "No verdict: the number of offences is not printed"
    return row([
        html.Th(f"Change, {each.points[0].label} to {each.points[-1].label}", scope="row", role="rowheader"),
        html.Td([f"{words.signed(change.points)} pts", small(words.change_words(change))], role="cell",
                className="r share"),
        html.Td(verdict, role="cell", className="code-verdict", colSpan=2),
    ], "change")  # fmt: skip


def _offences(view: VictimsCodeView) -> list[Component]:
    """The number of offences rose or fell: two counts, so the change and no verdict."""
    first, last = view.printed[0].points[0], view.printed[0].points[-1]
    if first.cases is None or last.cases is None or first is last:
        return []
    change = last.cases - first.cases
    way = "rose" if change > 0 else "fell" if change < 0 else "did not change"
    size = f" by {count(abs(change))} ({abs(100 * change / first.cases):.1f}%)" if change else ""
    return [html.P(f"The number of offences to which the Code applies {way}{size}, from {count(first.cases)} in "
                   f"{first.label} to {count(last.cases)} in {last.label}. How much it moves from month to month is "
                   "not printed, so no verdict is given.", className="note")]  # fmt: skip
