"""The boroughs about London: the funnel beside the map, and the table of every borough below both."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.satisfaction import words
from components.satisfaction.funnel_plot import NARROW, WIDE, plot
from components.satisfaction.map_side import place_of
from components.satisfaction.trend import PUBLISHED, head
from components.satisfaction.view import Answer, SatisfactionView, address

MANY = (
    "With so many boroughs, chance alone would call the change higher or lower in one or two of them. One borough’s "
    "change is best read beside its interval and its other periods."
)


def funnel(view: SatisfactionView) -> list[Component]:
    heading = html.H2("Which boroughs stand out", className="fig-title")
    if view.funnel is None:
        return [heading, html.P("There are no answers by borough to judge.", className="fig-sub")]
    drawn = [
        Markup(markup=plot(view, view.funnel, size, label=finding(view)), attributes={"className": where})
        for size, where in ((WIDE, "at-desktop"), (NARROW, "at-phone"))
    ]
    return [heading, html.P(_how(view), className="fig-sub"), *drawn, html.P(finding(view), className="note finding")]


def _how(view: SatisfactionView) -> str:
    same = "" if view.funnel and not view.funnel.is_approximate else (
        " The number of interviews is the publisher’s for any borough, so all stand in one column.")  # fmt: skip
    line = words.share(view.funnel.target) if view.funnel else ""
    return (f"Line: the 32 boroughs together, {line}, each weighed by its interviews. Dashed: 95% limits; solid: "
            f"99.8%. Filled: outside them.{same}")  # fmt: skip


def finding(view: SatisfactionView) -> str:
    """How many stand out, and what it does not say."""
    out = [row for row in view.boroughs if place_of(view, row)[:5] in ("above", "below")]
    within = len(view.boroughs) - len(out)
    if not out:
        return (f"None of {len(view.boroughs)} boroughs stands out: differences of this size are to be expected from "
                "samples this small and ordinary differences between boroughs.")  # fmt: skip
    above = [row.name for row in out if place_of(view, row).startswith("above")]
    below = [row.name for row in out if place_of(view, row).startswith("below")]
    said = "; ".join(f"{side} London: {words.named(names)}" for side, names in (("above", above), ("below", below))
                     if names)  # fmt: skip
    return (f"Outside the limits, {said}. Chance alone would put one or two there. The other {within} cannot be told "
            "apart from London or ranked.")  # fmt: skip


def table(view: SatisfactionView) -> list[Component]:
    """Every borough by name, London first. Names, not ranks: most differences are within chance."""
    if not view.boroughs:
        return []
    heads = [head("Borough", "", ""), head("Share", "per cent", "r"), head("95% interval", "per cent", "r"),
             head("Against London", "funnel limits", "wd"), head("Change on year", "points", "r"),
             head("95% interval", "points", "r"), head("What the change shows", "", "wd"),
             head("Interviews", "", "r")]  # fmt: skip
    caption = html.Caption(f"{view.measure.name} by borough, {view.selection.window.label}", className="vh")
    rows = [_london(view), *(_row(view, row) for row in view.boroughs)]
    made = html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(rows)], className="data boroughs")
    return [html.Details([
        html.Summary(f"Show the {len(view.boroughs)} boroughs as a table"),
        html.Div(made, className="tbl-wrap", tabIndex="0", role="region", **marks(aria_label="Boroughs, table")),
        html.P(MANY, className="note"),
    ])]  # fmt: skip


def _london(view: SatisfactionView) -> Component | None:
    if view.london is None:
        return None
    name = html.A("London", href=address(view.selection), **marks(data_address=""))
    return html.Tr([html.Th(name, scope="row"), *_cells(view.london, words.NONE)], className="total")


def _row(view: SatisfactionView, row: Answer) -> Component:
    is_chosen = row.slug == view.selection.area
    name = html.A(row.name, href=address(view.selection, area=row.slug), **marks(data_address=""))
    mark = [html.Span(", selected", className="vh")] if is_chosen else []
    cells = _cells(row, words.PLACES[place_of(view, row)])
    return html.Tr([html.Th([name, *mark], scope="row"), *cells], className="sel" if is_chosen else None,
                   **marks(data_code=row.area_code))  # fmt: skip


CHANGED = {"higher": "Higher", "lower": "Lower", "no_clear_change": "No clear change", "too_few": "Too few interviews",
           "not_comparable": "Not comparable", "not_available": "No figure before"}  # fmt: skip


def _cells(row: Answer, place: str) -> list[Component]:
    return [
        html.Td(words.share(row.proportion), className="r"),
        html.Td(words.share_between(row.lower, row.upper) or words.NONE, className="r"),
        html.Td(place, className="wd" if place[:5] == "Stand" else "wd mute"),
        html.Td(words.points(row.change_points), className="r"),
        html.Td(words.between(row.change_lower, row.change_upper) or words.NONE, className="r"),
        html.Td(CHANGED[row.change_verdict], className="wd"),
        html.Td(words.interviews(row.base, is_published=row.base_basis == PUBLISHED), className="r"),
    ]
