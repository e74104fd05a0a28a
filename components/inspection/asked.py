"""What the inspectorate asks for, as short statements, with their section and the pages that show related figures."""

from __future__ import annotations

from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.inspection.view import PATH, Asked, InspectionView
from components.inspection.words import PILLARS, number
from data.selection.inspection import Asks, InspectionSelection

# Where this site shows figures of a subject: the page, and what its link says. A page appears once it exists.
SUBJECTS = {
    "investigations": (PATH, "#inspection-outcomes", "Outcomes of investigations"),
    "stop and search": ("/stop-and-search", "", "Stop and search"),
    "satisfaction": ("/satisfaction", "", "Satisfaction and fairness"),
    "workforce": ("/workforce", "", "Workforce"),
    "training": ("/workforce", "", "Workforce"),
    "vetting": ("/workforce", "", "Workforce"),
    "vulnerable people": ("/safeguarding", "", "Safeguarding"),
    "domestic abuse": ("/trends", "?series=domestic-abuse:london", "Domestic abuse over time"),
}
IN_FULL = (
    "Shortened, in this site’s words. Recommendations belong to the cause of concern before them. The pages linked "
    "here show figures on the same subject; they do not show whether what was asked for was done."
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
    shown = [html.Span("Related figures: ", className="vh"), *links] if links else []
    return html.Li([
        html.Span(f"{row.kind[0].upper()}{row.kind[1:]}", className=f"kind {row.kind.split()[0]}"),
        html.Span(f"{row.statement}.", className="statement"), html.Span(shown, className="related"),
    ])  # fmt: skip


def related(view: InspectionView, row: Asked) -> list[Component]:
    """Links to the pages of the row's subjects, each page once."""
    found = {}
    for subject in row.subjects:
        path, rest, words = SUBJECTS.get(subject, ("", "", ""))
        if path in view.pages:
            found[words] = f"{rest}" if path == PATH else f"{path}{rest}"
    return [html.A(words, href=href) for words, href in found.items()]
