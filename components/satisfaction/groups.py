"""London's answers by ethnic group, where the edition has them: White, BAME, the gap now and over time; else why not.

And what neighbourhood figures do allow.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import theme
from components.borough.tables import scrolls
from components.elements import Markup
from components.figures import svg
from components.figures.scale import Scale
from components.satisfaction import words
from components.satisfaction.interval_plot import axis, interval, scale
from components.satisfaction.trend import head
from components.satisfaction.view import Compared, GapRow, Group, Grouped, SatisfactionView
from data.selection import month_name

SPARK = (132, 40)
CLEAR = ("higher", "lower")
DIFFERS = {"higher": "Higher in most neighbourhoods", "lower": "Lower in most neighbourhoods",
           "no_clear_gap": "No clear gap", "too_few": "Too few neighbourhoods to say"}  # fmt: skip


def groups(view: SatisfactionView) -> list[Component]:
    heading = html.H2("Answers by ethnic group in the survey files")
    if view.grouped:
        said = ("White less BAME, in percentage points: above 0, White people answered more favourably. White is White "
                "British, Irish and Other; BAME is every other stated group. The separate groups stand below each "
                "question.")  # fmt: skip
        first = [html.Header([heading, html.P(said, className="sub")]), *_grouped(view)]
    else:
        first = [html.Header([heading, html.P(_none(view), className="sub")])]
    return [*first, *_neighbourhoods(view)]


def _none(view: SatisfactionView) -> str:
    only = " Neighbourhood figures are all there is." if view.neighbourhoods else ""
    return ("This edition holds no survey file with London’s answers by ethnic group, so no gap can be worked out here "
            f"for any later period than the published one.{only}")  # fmt: skip


def _grouped(view: SatisfactionView) -> list[Component]:
    at = scale(end for each in view.grouped for end in (each.now.lower, each.now.upper, each.now.gap))
    heads = [
        head("Question", "12 months to", ""), head("All", "", "r"), head("White", "", "r"), head("BAME", "", "r"),
        head("Gap, points", "95% interval", "r"),
        html.Th(Markup(tag="span", markup=axis(at, low="White lower", high="White higher")), scope="col",
                className="iv"),
        head("White", "interviews, BAME below", "r"), head("What it shows", "", "wd"),
    ]  # fmt: skip
    caption = html.Caption("Gap between White and BAME people by question, from the survey files", className="vh")
    bodies = [html.Tbody([_row(each.now, each.name, at), *_separate(each, len(heads))]) for each in view.grouped]
    table = html.Table([caption, html.Thead(html.Tr(heads)), *bodies], className="gapt grouped")
    basis = sorted({group.base.basis for each in view.grouped for group in _both(each.now)
                    if not group.base.is_published})  # fmt: skip
    return [scrolls(table, "Gap by question"), *(html.P(f"Interviews are {each}.", className="note") for each in basis)]


def _both(row: GapRow) -> list[Group]:
    return [group for group in (row.white, row.bame) if group]


def _row(row: GapRow, name: str, at: Scale) -> Component:
    is_clear = row.verdict in CLEAR
    said = row.why_none or words.GAPS[row.verdict]
    return html.Tr([
        html.Th([name, html.Span(month_name(row.period_end), className="ci")], scope="row"),
        *(html.Td(words.share(each), className="r") for each in (
            row.overall, *(group.proportion if group else None for group in (row.white, row.bame)))),
        html.Td([html.Strong(words.points(row.gap)), html.Span(words.between(row.lower, row.upper), className="ci")],
                className="r gap"),
        Markup(tag="td", attributes={"className": "iv"},
               markup=interval(at, row.gap, row.lower, row.upper, is_clear=is_clear)),
        html.Td([_asked(row.white), html.Span(_asked(row.bame), className="ci")], className="r n"),
        html.Td(html.Strong(said) if is_clear else said, className="wd"),
    ])  # fmt: skip


def _asked(group: Group | None) -> str:
    return words.of_base(group.base) if group else words.NONE


def _separate(each: Grouped, columns: int) -> list[Component]:
    """The groups one by one in a line, and the gap over time where there are two periods."""
    said = "; ".join(
        f"{group.group_name} {words.share(group.proportion)} ({words.share_between(group.lower, group.upper) or 'no interval'}, "
        f"{words.of_base(group.base)} interviews)" for group in each.now.groups)  # fmt: skip
    line = [html.Span(f"Separate groups, 95% interval: {said}.")] if said else []
    drawn = [_over_time(each)] if len([row for row in each.over_time if row.gap is not None]) > 1 else []
    return [html.Tr(html.Td([*line, *drawn], colSpan=columns), className="separate")] if line or drawn else []


def _over_time(each: Grouped) -> Component:
    rows = [row for row in each.over_time if row.gap is not None]
    first, last = rows[0], rows[-1]
    said = (f"Gap in {words.lower_first(each.name)} over time, White less BAME: {_told(first)}, {_told(last)}.")
    listed = html.Ol([html.Li(_told(row)) for row in rows], className="vh")
    picture = Markup(tag="span", markup=gap_line(rows, label=said), attributes={"className": "gap-line"})
    return html.Span([html.Span("Gap over time: "), picture, html.Span(f"{_told(first)} to {_told(last)}"), listed],
                     className="over-time")  # fmt: skip


def _told(row: GapRow) -> str:
    between = words.between(row.lower, row.upper)
    return f"{words.points(row.gap)}{f' ({between})' if between else ''} in {month_name(row.period_end, short=True)}"


def gap_line(rows: Sequence[GapRow], *, label: str) -> str:
    """A small line of the gap with its band and the line of no gap; at least two periods."""
    width, height = SPARK
    ends = [0.0, *(end for row in rows for end in (row.gap, row.lower, row.upper) if end is not None)]
    low, high = min(ends), max(ends)
    span = max(_month(rows[-1]) - _month(rows[0]), 1)

    def at(row: GapRow, value: float | None) -> str:
        x = 4 + (_month(row) - _month(rows[0])) / span * (width - 12)
        y = height - 4 - ((value or 0.0) - low) / max(high - low, 1e-9) * (height - 8)
        return f"{svg.number(x)} {svg.number(y)}"

    held = [row for row in rows if row.lower is not None]
    band = "L".join([*(at(row, row.upper) for row in held), *(at(row, row.lower) for row in reversed(held))])
    zero = height - 4 - (0.0 - low) / max(high - low, 1e-9) * (height - 8)
    parts: list[Any] = [svg.element("path", d=f"M{band}Z", fill=theme.ACCENT, opacity=".17", class_="band")] if held else []
    parts += [svg.line(4, zero, width - 8, zero, stroke=theme.INK, stroke_width=1),
              svg.element("path", d="M" + "L".join(at(row, row.gap) for row in rows), fill="none",
                          stroke=theme.ACCENT, stroke_width=2)]  # fmt: skip
    return svg.drawing(width, height, *parts, label=label)


def _month(row: GapRow) -> int:
    return row.period_end.year * 12 + row.period_end.month


def _neighbourhoods(view: SatisfactionView) -> list[Component]:
    """How groups compare within neighbourhoods, each counted once."""
    rows = view.neighbourhoods
    if not rows:
        return []
    first = rows[0]
    held = max(row.neighbourhoods for row in rows)
    said = (f"Public Attitude Survey, {words.years(first.period_start, first.period_end)} together, "
            f"{held} of {view.neighbourhoods_listed} neighbourhoods with figures for each group. The file has White "
            "British, Asian and Black answers only, and no numbers of interviews: neither a BAME gap nor London’s own "
            "figure can be made of it. It does say how groups compare within neighbourhoods.")  # fmt: skip
    at = scale(end for row in rows for end in (row.lower, row.upper, row.middle))
    heads = [head("Question", "", ""), head("Group", "beside White British", ""), head("Lower in", "neighbourhoods", "r"),
             head("Higher in", "neighbourhoods", "r"), head("Middle difference", "points, 95% interval", "r"),
             html.Th(Markup(tag="span", markup=axis(at, low="lower", high="higher")), scope="col", className="iv"),
             head("What it shows", "", "wd")]  # fmt: skip
    caption = html.Caption("Answers of Asian and Black residents beside White British, by neighbourhood", className="vh")
    table = html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody([_compared(row, at) for row in rows])],
                       className="gapt near")  # fmt: skip
    return [html.H3("Within neighbourhoods", className="fig-title"), html.P(said, className="fig-sub"),
            scrolls(table, "Within neighbourhoods"),
            html.P("Middle difference: half of the neighbourhoods have a lower one and half a higher one. Its interval "
                   "rests on how neighbourhoods differ and needs no numbers of interviews. Every neighbourhood counts "
                   "once, however many people live there.", className="note")]  # fmt: skip


def _compared(row: Compared, at: Scale) -> Component:
    is_clear = row.verdict in CLEAR
    said = DIFFERS[row.verdict]
    return html.Tr([
        html.Th(row.name, scope="row"), html.Td(row.group_name),
        html.Td(str(row.below), className="r"), html.Td(str(row.above), className="r"),
        html.Td([html.Strong(words.points(row.middle)), html.Span(words.between(row.lower, row.upper), className="ci")],
                className="r gap"),
        Markup(tag="td", attributes={"className": "iv"},
               markup=interval(at, row.middle, row.lower, row.upper, is_clear=is_clear)),
        html.Td(html.Strong(said) if is_clear else said, className="wd"),
    ])  # fmt: skip
