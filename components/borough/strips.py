"""The borough among similar ones: a row of dots a measure, and how the similar ones were found."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components import theme
from components.borough import words
from components.borough.kinds import Strip
from components.borough.tables import scrolls
from components.borough.view import ProfileView
from components.elements import Markup
from components.figures import svg
from components.text.lead import REPORTING
from components.text.numbers import listed
from data.selection import month_name

METHOD = "/data-and-methods"
WIDE, NARROW = (1184, 300, 1020), (358, 12, 346)  # width, left and right of the scale
ROW, ROW_ON_PHONE = 52, 64


def similar(view: ProfileView) -> list[Component]:
    """Heading, who they are, and the strips."""
    parts: list[Component] = [html.H2("Compared with similar boroughs", id="similar")]
    if not view.similar.available:
        said = f"Similar boroughs cannot be worked out: {view.similar.reason}."
        return [*parts, html.P(said, className="sub")]
    parts.append(html.P(lead(view), className="sub"))
    if not view.compared:
        return [*parts, html.P("No measure has a rate for this period.", className="note")]
    parts += [_drawn(view, "at-desktop"), _drawn(view, "at-phone"), _table(view)]
    if any(each.is_reporting for each in view.compared):
        parts.append(html.P(REPORTING, className="note"))
    parts.append(_how(view))
    return parts


def lead(view: ProfileView) -> str:
    """What the dots, circles and lines are."""
    return (f"Recorded offences per 1,000 residents, 12 months to {month_name(view.selection.month)}. Filled dot: "
            f"{view.name}. Circles: the seven most like it, nearest first: {listed(view.similar_names)}. "
            "Short line: London. Each row has its own scale, from zero.")  # fmt: skip


def _how(view: ProfileView) -> Component:
    """The characteristics, and how far each borough is, in words."""
    found = view.similar
    far = [f"{name} {one.distance:.2f}" for name, one in zip(view.similar_names, found.neighbours, strict=True)]
    median = found.median_distance
    middle = f" Between any two boroughs it is {median:.2f} in the middle case." if median else ""
    return html.Details([
        html.Summary("How the similar boroughs were found"),
        html.Div([
            html.P("They are the seven nearest by residents per square kilometre, average age, working-age residents "
                   "on out-of-work benefits, jobs for each resident, and homes rented privately, each in standard "
                   "scores and weighing the same. The figures are of 2013 to 2015."),
            html.P(f"Distances: {', '.join(far)}.{middle} Seven are always named, however far."),
            html.P("Being alike in these explains no difference in crime. It makes a comparison fairer, not fair."),
            html.P(html.A("Data and methods", href=METHOD)),
        ], className="how-similar"),
    ])  # fmt: skip


def _drawn(view: ProfileView, kind: str) -> Component:
    return Markup(markup=drawn(view, WIDE if kind == "at-desktop" else NARROW), attributes={"className": kind})


def drawn(view: ProfileView, size: tuple[int, int, int]) -> str:
    """SVG: a row a measure. `size`: WIDE or NARROW."""
    label = f"Rates of {view.name} beside similar boroughs. " + " ".join(_finding(view, each) for each in view.compared)
    parts = [part for place, each in enumerate(view.compared) for part in _strip(view, each, place, size)]
    height = (ROW if size is WIDE else ROW_ON_PHONE) * len(view.compared) + 12
    return svg.drawing(size[0], height, *parts, label=label)


def _finding(view: ProfileView, each: Strip) -> str:
    place = words.place_words(each.place, each.of, each.sharing)
    return f"{each.name}: {words.rate_words(each.rate, each.london_rate)}{f', {place}' if place else ''}."


def _strip(view: ProfileView, each: Strip, place: int, size: tuple[int, int, int]) -> Iterator[str]:
    """One row: names at the left (above, on a phone), dots on the line, the place at the right."""
    width, left, right = size
    is_phone = width < 500
    y = 12 + place * (ROW_ON_PHONE if is_phone else ROW) + (28 if is_phone else 24)
    rates = [point["rate"] for point in each.points]
    most = max([*rates, each.rate, each.london_rate or 0.0]) or 1.0

    def x(rate: float) -> float:
        return left + rate / most * (right - left)

    name = f"{each.name}, to {month_name(each.month, short=True)}" if each.is_own_period else each.name
    yield svg.text(0.0, y + 5.0 if not is_phone else y - 21.0, name, kind="b sm" if is_phone else None)
    where = words.place_words(each.place, each.of, each.sharing)
    yield svg.text(float(width), y + 5.0 if not is_phone else y - 21.0, where, kind="end sm" if is_phone else "end")
    yield svg.line(left, y, right, y, stroke=theme.RULE)
    if each.london_rate is not None:
        yield svg.line(x(each.london_rate), y - 9.0, x(each.london_rate), y + 9.0, stroke=theme.INK, stroke_width=1.8)
    for rate in rates:
        yield svg.circle(x(rate), y, 5.0, fill=theme.PAGE, stroke=theme.LINE_DATA, stroke_width=1.5)
    yield svg.circle(x(each.rate), y, 6.2, fill=theme.ACCENT)
    yield from _ends(each, x, y, is_phone)
    own = f"{view.name if place == 0 and not is_phone else ''} {words.rate_words(each.rate, each.london_rate)}".strip()
    kind, at = _anchor(x(each.rate), left, right)
    yield svg.text(at, y + 19.0 if is_phone else y - 11.0, own, kind=f"b {kind}".strip(), ink=theme.ACCENT)


def _anchor(x: float, left: float, right: float) -> tuple[str, float]:
    """Words in the middle over a mark, kept within the scale."""
    return ("end", right) if right - x < 60 else ("", left) if x - left < 60 else ("mid", x)


def _ends(each: Strip, x: object, y: float, is_phone: bool) -> Iterator[str]:
    """The lowest and highest of the similar boroughs by name; on a phone the table has them."""
    if is_phone or not callable(x) or not each.points:
        return
    low, high = (pick(each.points, key=lambda point: float(point["rate"])) for pick in (min, max))
    for point, kind in ((low, "ax end"), (high, "ax")):
        at = x(point["rate"])
        words_ = f"{point['name']} {words.rate_words(point['rate'], each.london_rate)}"
        is_right = kind == "ax" and at > 860
        yield svg.text(at if not is_right else at + 6, y + 21.0, words_, kind="ax end" if is_right else
                       "ax" if at < 420 and kind == "ax end" else kind)  # fmt: skip


def _table(view: ProfileView) -> Component:
    """The same numbers."""
    names = [(view.area.slug, view.name), *((point["slug"], point["name"]) for point in view.compared[0].points)]
    columns = [*(name for _, name in names), "London", "Place"]
    heads = [html.Th("Rate per 1,000 residents", scope="col"),
             *(html.Th(name, scope="col", className="r") for name in columns)]  # fmt: skip
    body = [html.Tr([
        html.Th(f"{each.name}{f', to {month_name(each.month)}' if each.is_own_period else ''}", scope="row"),
        *(html.Td(words.rate_words(_rate_of(each, slug, view), each.london_rate), className="r") for slug, _ in names),
        html.Td(words.rate_words(each.london_rate, each.london_rate), className="r"),
        html.Td(words.place_words(each.place, each.of, each.sharing) or "–", className="r"),
    ]) for each in view.compared]  # fmt: skip
    caption = html.Caption("Rates of the borough and similar boroughs", className="vh")
    table = html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(body)], className="data")
    return html.Details([html.Summary("Show the figures as a table"),
                         scrolls(table, "Rates of the borough and similar boroughs")])  # fmt: skip


def _rate_of(each: Strip, slug: str, view: ProfileView) -> float | None:
    if slug == view.area.slug:
        return each.rate
    return next((float(point["rate"]) for point in each.points if point["slug"] == slug), None)
