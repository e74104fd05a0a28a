"""What the report says of inspections before it: the nearest it comes to judgments over time."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.inspection.view import Earlier, InspectionView
from components.overview.tables import head, row, small


def earlier(view: InspectionView) -> list[Component]:
    about = ("The report prints no graded judgment of an earlier year. This is what it says in words of earlier "
             "inspections and of what it found since. ‘Not said’: it gives the change, and not how it stood.")
    header = html.Header([html.H2("What the report says of earlier inspections", id="inspection-earlier"),
                          html.P(about, className="sub")])  # fmt: skip
    if not view.earlier:
        return [header, html.P("Nothing under this part of the inspection.", className="empty")]
    heads = row([head("Subject"), head("Inspection"), head("Then"), head(f"In {view.year}")])
    caption = html.Caption("Earlier inspections in the words of the report, shortened", className="vh")
    body = html.Tbody([_row(each) for each in view.earlier], role="rowgroup")
    table = html.Table([caption, html.Thead(heads, role="rowgroup"), body], className="data earlier", role="table")
    return [header, html.Div(table, className="tbl-wrap")]


def _row(each: Earlier) -> Component:
    return row([
        html.Th([each.subject, small(f"Section: {each.section}")], scope="row", role="rowheader"),
        html.Td(each.inspection, role="cell", className="which"), html.Td(each.then, role="cell", className="then"),
        html.Td(each.now, role="cell", className="now"),
    ])  # fmt: skip
