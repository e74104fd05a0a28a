"""Confidence and satisfaction: the borough's answers with their interval beside London's."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import theme
from components.borough.kinds import BoroughSurvey
from components.borough.view import ProfileView
from components.briefing.tables import cell, head, name, picture, table
from components.elements import Markup
from components.figures import svg
from components.overview.words import points, share
from components.text.numbers import plain
from data.selection import month_name

MOST = 8
RESIDENTS = "Residents who "
WIDTH, HEIGHT, EDGE = 126.0, 13.0, 6.0
GAPS = {"higher": "Above London", "lower": "Below London", "no_clear_gap": "No clear difference"}


def surveys(view: ProfileView) -> Component | None:
    rows = view.surveys[:MOST]
    if not rows:
        return None
    heads = [
        head(_asked(rows)), head("Borough", kind="r"), head("95% interval", kind="r"),
        head("London", kind="r"), _axis(), head("Gap", kind="r"), head("Against London"),
    ]  # fmt: skip
    top = html.Div([html.H2("Confidence and satisfaction"), html.P(_sub(rows), className="sub")], className="parthead")
    made = table("Confidence and satisfaction beside London", "answers", heads, [_row(row, rows) for row in rows])
    return html.Section([top, made], className="part")


def _sub(rows: tuple[BoroughSurvey, ...]) -> str:
    """The period where it is the same for all, and how to read the drawing."""
    periods = {row.period_end for row in rows}
    when = f"12 months to {month_name(periods.pop())}. " if len(periods) == 1 else ""
    how = "Dot and bar: borough and 95% interval, filled where London’s (upright line) clearly differs. Gap in points."
    return f"{when}{how}"


def _row(row: BoroughSurvey, rows: tuple[BoroughSurvey, ...]) -> Component:
    own = html.Span(f" to {month_name(row.period_end, short=True)}", className="own") if _differ(rows) else None
    between = "" if row.lower is None or row.upper is None else f"{plain(100 * row.lower)}–{plain(100 * row.upper)}%"
    gap = "–" if row.gap_points is None else points(row.gap_points)
    return html.Tr([
        name(_named(row, rows), own), cell(share(row.proportion), "r now"), cell(between, "r mute"),
        cell(share(row.london_proportion), "r"), picture(_drawn(row)), cell(gap, "r"),
        cell(GAPS.get(row.gap_verdict, "Too few to say"), "nw b" if row.gap_verdict in ("higher", "lower") else "nw"),
    ])  # fmt: skip


def _asked(rows: tuple[BoroughSurvey, ...]) -> str:
    return f"{RESIDENTS}…" if _is_of_residents(rows) else "Share of those asked"


def _named(row: BoroughSurvey, rows: tuple[BoroughSurvey, ...]) -> str:
    """Without the words that begin every row, which then stand in the head."""
    return f"… {row.name.removeprefix(RESIDENTS)}" if _is_of_residents(rows) else row.name


def _is_of_residents(rows: tuple[BoroughSurvey, ...]) -> bool:
    return all(row.name.startswith(RESIDENTS) for row in rows)


def _differ(rows: tuple[BoroughSurvey, ...]) -> bool:
    return len({row.period_end for row in rows}) > 1


def _x(proportion: float) -> float:
    return EDGE + proportion * (WIDTH - 2 * EDGE)


def _axis() -> Component:
    words = [
        svg.text(_x(at), 12.0, f"{plain(100 * at)}%", kind=f"ax {side}".strip())
        for at, side in ((0.0, ""), (0.5, "mid"), (1.0, "end"))
    ]
    drawn = svg.element("svg", *words, viewBox=f"0 0 {WIDTH:.0f} 15", width=WIDTH, height=15.0, aria_hidden="true")
    hidden = '<span class="vh">Drawn from 0 to 100%</span>'
    return Markup(tag="th", attributes={"className": "sp", "scope": "col"}, markup=hidden + drawn)


def _drawn(row: BoroughSurvey) -> str:
    """From 0 to 100%. The row has the numbers, so that it is hidden from screen readers."""
    y, x = HEIGHT / 2, _x(row.proportion)
    is_clear = row.gap_verdict in ("higher", "lower")
    parts = [svg.line(_x(0.0), y, _x(1.0), y, stroke=theme.RULE, stroke_width=1)]
    if row.lower is not None and row.upper is not None:
        parts.append(svg.line(_x(row.lower), y, _x(row.upper), y, stroke=theme.ACCENT, stroke_width=2.4))
    if row.london_proportion is not None:
        at = _x(row.london_proportion)
        parts.append(svg.line(at, 1.0, at, HEIGHT - 1.0, stroke=theme.INK, stroke_width=1.6))
    fill = theme.ACCENT if is_clear else theme.PAGE
    parts.append(svg.circle(x, y, 3.8, fill=fill, stroke=theme.ACCENT, stroke_width=1.6))
    return svg.element("svg", *parts, viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", width=WIDTH, height=HEIGHT,
                       aria_hidden="true")  # fmt: skip
