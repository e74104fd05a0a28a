"""London's answers by ethnic group where the edition has them: White, BAME, the gap now and over time; else why not."""

from __future__ import annotations

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components import theme
from components.borough.tables import scrolls
from components.elements import Markup
from components.figures import svg
from components.figures.scale import Scale
from components.satisfaction import words
from components.satisfaction.interval_plot import axis_head, interval, scale
from components.satisfaction.neighbourhoods import neighbourhoods
from components.satisfaction.trend import head
from components.satisfaction.view import GapRow, Group, Grouped, SatisfactionView
from data.selection import month_name

SPARK = (132, 40)
CLEAR = ("higher", "lower")


def groups(view: SatisfactionView) -> list[Component]:
    heading = html.H2("Answers by ethnic group in the survey files")
    if view.grouped:
        said = ("White less BAME, in percentage points: above 0, White people answered more favourably. White is White "
                "British, Irish and Other; BAME is every other stated group. The separate groups stand below each "
                "question.")  # fmt: skip
        first = [html.Header([heading, html.P(said, className="sub")]), *_grouped(view)]
    else:
        first = [html.Header([heading, html.P(_none(view), className="sub")])]
    return [*first, *neighbourhoods(view)]


def _none(view: SatisfactionView) -> str:
    only = " Neighbourhood figures are all there is." if view.neighbourhoods else ""
    return ("This edition holds no survey file with London’s answers by ethnic group, so no gap can be worked out here "
            f"for any later period than the published one.{only}")  # fmt: skip


def _grouped(view: SatisfactionView) -> list[Component]:
    at = scale(end for each in view.grouped for end in (each.now.lower, each.now.upper, each.now.gap))
    heads = [
        head("Question", "12 months to", ""), head("All", "", "r"), head("White", "", "r"), head("BAME", "", "r"),
        head("Gap, points", "95% interval", "r"),
        axis_head(at, low="White lower", high="White higher"),
        head("Interviews", "White, then BAME", "r"), head("What it shows", "", "wd"),
    ]  # fmt: skip
    caption = html.Caption("Gap between White and BAME people by question, from the survey files", className="vh")
    bodies = [html.Tbody([_row(each.now, each.name, at), *_separate(each, len(heads))]) for each in view.grouped]
    table = html.Table([caption, html.Thead(html.Tr(heads)), *bodies], className="gapt grouped")
    basis = sorted({group.base.basis for each in view.grouped for group in _both(each.now)
                    if not group.base.is_published})  # fmt: skip
    notes = [html.P(f"Interviews are {each}.", className="note") for each in basis]
    return [scrolls(table, "Gap by question, table"), *notes]


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
    said = "; ".join(_told_of(group) for group in each.now.groups)
    line = [html.Span(f"Separate groups, 95% interval: {said}.")] if said else []
    drawn = [_over_time(each)] if len([row for row in each.over_time if row.gap is not None]) > 1 else []
    return [html.Tr(html.Td([*line, *drawn], colSpan=columns), className="separate")] if line or drawn else []


def _told_of(group: Group) -> str:
    """`Black 70% (67% to 73%, about 1,700 interviews)`."""
    between = words.share_between(group.lower, group.upper) or "no interval"
    return f"{group.group_name} {words.share(group.proportion)} ({between}, {words.of_base(group.base)} interviews)"


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
    shade = svg.element("path", d=f"M{band}Z", fill=theme.ACCENT, opacity=".17", class_="band")
    parts = [shade if held else "",
             svg.line(4, zero, width - 8, zero, stroke=theme.INK, stroke_width=1),
              svg.element("path", d="M" + "L".join(at(row, row.gap) for row in rows), fill="none",
                          stroke=theme.ACCENT, stroke_width=2)]  # fmt: skip
    return svg.drawing(width, height, *parts, label=label)


def _month(row: GapRow) -> int:
    return row.period_end.year * 12 + row.period_end.month
