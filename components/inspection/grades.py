"""The judgments as a table: the inspectorate's word, and a mark of four steps beside it that needs no colour."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components import theme
from components.elements import Markup
from components.figures import svg
from components.inspection.view import InspectionView, Judgment
from components.inspection.words import GRADES
from components.overview.tables import head, row
from components.text.numbers import DOES_NOT_APPLY
from data.selection.inspection import Pillar

STEP, GAP, SIZE = 15, 4, 11
SCALE = "https://hmicfrs.justiceinspectorates.gov.uk/peel-assessments/"
REPORT_HAS = "The report grades one year of inspection only, so there is one column of judgments."


def judgments(view: InspectionView) -> list[Component]:
    """Heading, the four grades explained, and the table."""
    scale = html.Ul([html.Li([mark(grade), html.Span(grade)]) for grade in GRADES], className="grade-scale")
    several = len(view.years) > 1
    years = f"Years of inspection: {', '.join(view.years)}." if several else REPORT_HAS
    return [
        html.Header([
            html.H2("Judgments over time"),
            html.P([f"The inspectorate’s own grades, by year last inspected. {years} What it says of earlier "
                    "inspections is ", html.A("further down", href="#inspection-earlier"), "."], className="sub"),
        ]),
        html.P("Four grades, lowest first:", className="note scale-words"), scale,
        html.Div(_table(view), className="tbl-wrap"),
    ]  # fmt: skip


def mark(grade: str) -> Component:
    """Four small squares, that of the grade filled; all empty where none was given. The word stands beside it."""
    place = GRADES.index(grade) if grade in GRADES else None
    squares = [
        svg.rect(step * STEP + 1.0, 2.0, float(SIZE), float(SIZE), fill=theme.INK if step == place else theme.PAGE,
                 stroke=theme.INK_3 if place is not None else theme.LINE_DATA, stroke_width=1.2)
        for step in range(len(GRADES))
    ]  # fmt: skip
    width, height = len(GRADES) * STEP, SIZE + GAP
    drawn = svg.element("svg", *squares, viewBox=f"0 0 {width} {height}", width=width, height=height,
                        aria_hidden="true", focusable="false")  # fmt: skip
    return Markup(tag="span", attributes={"className": "mark"}, markup=drawn)


def _table(view: InspectionView) -> Component:
    heads = row([head("Part of the inspection"), *(head(f"Judgment, {year}") for year in view.years),
                 head("Last inspected", kind="r")])  # fmt: skip
    pillars = list(dict.fromkeys(each.pillar for each in view.judgments))
    bodies = [html.Tbody([_row(view, each) for each in view.judgments if each.pillar == pillar], role="rowgroup")
              for pillar in pillars]  # fmt: skip
    what = "" if view.selection.pillar is Pillar.ALL else f", {view.selection.pillar.value}"
    caption = html.Caption(f"Judgments of the inspectorate by part and year{what}", className="vh")
    return html.Table([caption, html.Thead(heads, role="rowgroup"), *bodies], className="data grades", role="table")


def _row(view: InspectionView, each: Judgment) -> Component:
    name = html.Th(each.pillar if each.is_overall else each.component, scope="row", role="rowheader")
    grades = [html.Td(_grade(each.grades.get(year)), role="cell", className="grade") for year in view.years]
    last = DOES_NOT_APPLY if each.is_overall else max(each.grades)
    years = html.Td(last, role="cell", className="r year")
    return row([name, *grades, years], kind="total" if each.is_overall else "")


def _grade(grade: str | None) -> list[Component]:
    if grade is None:
        return [html.Span("Not inspected", className="mute")]
    return [mark(grade), html.Span(grade if grade in GRADES else f"{grade}: inspected, no grade given"
                                   if grade == "Ungraded" else grade, className="grade-word")]  # fmt: skip
