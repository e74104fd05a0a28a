"""What the inspectorate asks for, as short statements, with their section and the pages that show what is asked for."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.inspection.view import PATH, Asked, InspectionView
from components.inspection.words import PILLARS, number
from data.selection.inspection import Asks, InspectionSelection

IN_FULL = (
    "Shortened, in this site’s words. Recommendations belong to the cause of concern before them. Where data is asked "
    "for, the page that shows it is linked, or it is said why none does. No link says that what was asked for was done."
)


def asked(view: InspectionView) -> list[Component]:
    """Heading, and a list a section; or why there is none."""
    head = html.Header([html.H2("What the inspectorate asks for"), html.P(_counts(view), className="sub")])
    if not view.asked:
        return [html.Header(html.H2("What the inspectorate asks for")), _nothing(view)]
    sections = [part for name, rows in groupby(view.asked, key=lambda each: each.section)
                for part in _section(view, name, [*rows])]  # fmt: skip
    return [head, *sections]


def _counts(view: InspectionView) -> str:
    kinds = [("cause of concern", "causes of concern"), ("recommendation", "recommendations"),
             ("area for improvement", "areas for improvement")]  # fmt: skip
    counted = [(one, many, sum(row.kind == one for row in view.asked)) for one, many in kinds]
    listed = ", ".join(f"{number(held)} {one if held == 1 else many}" for one, many, held in counted if held)
    return f"{listed[0].upper()}{listed[1:]}. {IN_FULL}" if listed else IN_FULL


def _nothing(view: InspectionView) -> Component:
    chosen = view.selection
    kind = "causes of concern" if chosen.asks is Asks.CONCERNS else "areas for improvement"
    every = InspectionSelection(pillar=chosen.pillar)
    way = html.A("Everything it asks for there", href=f"{PATH}{every.to_query()}", **marks(data_address=""))
    return html.P([f"The report names no {kind} under {PILLARS[chosen.pillar].lower()}. ", way], className="empty")


def _section(view: InspectionView, name: str, rows: list[Asked]) -> list[Component]:
    return [html.H3(name), html.Ul([_item(view, row) for row in rows], className="asks-list")]


def _item(view: InspectionView, row: Asked) -> Component:
    links = related(view, row)
    shown = [html.Span("Shown on: ", className="vh"), *links] if links else []
    reason = [html.Span(row.reason, className="reason")] if row.reason else []
    return html.Li([
        html.Span(f"{row.kind[0].upper()}{row.kind[1:]}", className=f"kind {row.kind.split()[0]}"),
        html.Span([f"{row.statement}.", *reason], className="statement"), html.Span(shown, className="related"),
    ])  # fmt: skip


def related(view: InspectionView, row: Asked) -> list[Component]:
    """Links to the pages that show what the row asks for, by the pages' own names."""
    return [html.A(view.pages[path], href=page) for path, page in row.answers if path in view.pages]
