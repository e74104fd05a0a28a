"""The borough among those like it: a strip of rates for each measure, with the place in words."""

from __future__ import annotations

from collections.abc import Callable

from dash import html
from dash.development.base_component import Component

from components import theme
from components.borough.kinds import Strip
from components.borough.view import ProfileView
from components.borough.words import place_words
from components.briefing.words import year_words
from components.elements import Markup
from components.figures import svg
from components.text.numbers import listed, rate, rate_decimals
from data.selection import month_name

MOST = 5  # strips that the second sheet has room for
WIDTH, HEIGHT = 356.0, 35.0
LINE = 15.5  # y of the strip
EDGE = 16.0
PER_LETTER = 5.6  # px of a letter at 11.5 px, on average: for where labels may stand


def similar(view: ProfileView) -> Component:
    top = [html.H2("Compared with similar boroughs"), html.P(_sub(view), className="sub")]
    rows = [_row(view, strip) for strip in shown(view)]
    return html.Section([html.Div(top, className="parthead"), *([html.Div(rows, className="strips")] if rows else [])],
                        className="part")  # fmt: skip


def shown(view: ProfileView) -> tuple[Strip, ...]:
    """Not both forms of the same measure: the one that counts a priority in older categories stands for it."""
    ids = {strip.measure_id for strip in view.compared}
    older = {row.measure_id: row.older_form_of for row in (*view.counts, *(p.row for p in view.chosen if p.row))}
    newer = {older[id] for id in ids if older.get(id)}
    return tuple(strip for strip in view.compared if strip.measure_id not in newer and strip.points)[:MOST]


def _sub(view: ProfileView) -> str:
    if not view.similar_names:
        return f"Similar boroughs cannot be told: {view.similar.reason}."
    return (f"Recorded offences per 1,000 residents, {year_words(view)}. Hollow: the boroughs most like it, "
            f"{listed(view.similar_names)}. Upright line: London.")  # fmt: skip


def _row(view: ProfileView, strip: Strip) -> Component:
    own = f" to {month_name(strip.month, short=True)}" if strip.is_own_period else ""
    place = place_words(strip.place, strip.of, strip.sharing)
    chosen = {each.row.measure_id: each.name for each in view.chosen if each.row}
    label = html.Div([chosen.get(strip.measure_id, strip.name), html.Span(own, className="own")], className="who")
    drawn = Markup(attributes={"className": "drawn"}, markup=strip_drawing(view.name, strip, place))
    return html.Div([label, drawn, html.Div(place[:1].upper() + place[1:], className="place")], className="strip")


def strip_drawing(name: str, strip: Strip, place: str) -> str:
    """From zero to the highest of the rates. Its own rate above; lowest and highest of the others below, named."""
    rates = [float(point["rate"]) for point in strip.points]
    most = max([strip.rate, strip.london_rate or 0.0, *rates]) or 1.0
    decimals = rate_decimals(strip.london_rate)

    def x(value: float) -> float:
        return EDGE + value / most * (WIDTH - 2 * EDGE)

    marks = [
        svg.line(EDGE, LINE, WIDTH - EDGE, LINE, stroke=theme.RULE, stroke_width=1),
        *([] if strip.london_rate is None else [_tick(x(strip.london_rate))]),
        *(svg.circle(x(r), LINE, 4.0, fill=theme.PAGE, stroke=theme.INK_2, stroke_width=1.2) for r in rates),
        svg.circle(x(strip.rate), LINE, 5.2, fill=theme.ACCENT, stroke=theme.PAGE, stroke_width=1),
    ]
    own = rate(strip.rate, decimals)
    words = [svg.text(_clamped(x(strip.rate), own), 9.0, own, kind="mid b", ink=theme.ACCENT)]
    told = f"{strip.name}: {name} {own} per 1,000 residents, {place or 'place not known'}"
    return svg.drawing(WIDTH, HEIGHT, *marks, *words, *_ends(strip, x, decimals), label=told)


def _tick(x: float) -> str:
    return svg.line(x, LINE - 7, x, LINE + 7, stroke=theme.INK, stroke_width=1.6)


def _clamped(x: float, words: str) -> float:
    half = len(words) * PER_LETTER / 2
    return min(max(x, half), WIDTH - half)


def _ends(strip: Strip, x: Callable[[float], float], decimals: int) -> list[str]:
    """Names of the lowest and the highest of the others; the lowest gives way where there is no room for both."""
    points = sorted(strip.points, key=lambda point: float(point["rate"]))
    ends = [points[-1], points[0]] if len(points) > 1 else points
    drawn: list[str] = []
    taken = WIDTH + 1
    for point in ends:
        words = f"{point['name']} {rate(float(point['rate']), decimals)}"
        middle = _clamped(x(float(point["rate"])), words)
        half = len(words) * PER_LETTER / 2
        if middle + half > taken - 10:
            middle = taken - 10 - half
        if middle - half < 0:
            continue
        taken = middle - half
        drawn.append(svg.text(middle, 31.0, words, kind="mid ax"))
    return drawn

