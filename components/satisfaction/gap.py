"""The plan's gap table, figure for figure, each with an interval that the plan did not print."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.figures.scale import Scale
from components.satisfaction import words
from components.satisfaction.interval_plot import axis_head, interval, scale
from components.satisfaction.trend import head
from components.satisfaction.view import PrintedGap, SatisfactionView

SURVEYS = {"USS": "User Satisfaction Survey, victims", "PAS": "Public Attitude Survey, residents"}


def gap(view: SatisfactionView) -> list[Component]:
    clear = sum(row.verdict == "clear" for row in view.gaps)
    heading = f"The BAME gap as published: {clear} of {len(view.gaps)} gaps are {words.CHANCE}"
    return [
        html.Header([html.H2(heading), html.P(_explained(view), className="sub")]),
        html.Div(_table(view), className="tbl-wrap", tabIndex="0", role="region", **marks(aria_label="Gap table")),
        *(html.P(note, className="note") for note in _notes(view)),
    ]


def _explained(view: SatisfactionView) -> str:
    plan = view.titles.get(words.PLAN, "business plan")
    return (f"From the Met’s {plan}, section 4.5. BAME, the plan’s word, stands "
            f"for {words.BAME} people together: everyone who stated a group other than a White one. The gap is "
            "between them and White people, in percentage points; the plan writes it with ‘%’. It prints the size and "
            f"not the direction, so none is shown.{real(view)}")  # fmt: skip


def real(view: SatisfactionView) -> str:
    """What a demonstration must say of figures that it does not make up."""
    return " The printed figures are real, in the demonstration too." if view.edition.is_demonstration else ""


def _table(view: SatisfactionView) -> Component:
    at = scale(end for row in view.gaps for end in (row.upper, row.gap))
    heads = [
        head("Question", "as printed", ""), head("All", "per cent agree", "r"), head("Gap", "points, as printed", "r"),
        head("95% interval", "points, approximate", "r"),
        axis_head(at, low="no gap", high="wider"),
        head("Interviews", "White, then BAME", "r"), head("What it shows", "", "wd"),
    ]  # fmt: skip
    rows: list[Component] = []
    for survey in dict.fromkeys(row.survey for row in view.gaps):
        rows.append(html.Tr(html.Th(SURVEYS.get(survey, survey), colSpan=len(heads), scope="rowgroup"),
                            className="subh"))  # fmt: skip
        rows += [_row(row, at) for row in view.gaps if row.survey == survey]
    caption = "Gap between BAME and White people in the Met’s business plan for 2017/18, with approximate intervals"
    return html.Table([html.Caption(caption, className="vh"), html.Thead(html.Tr(heads)), html.Tbody(rows)],
                      className="gapt")  # fmt: skip


def _row(row: PrintedGap, at: Scale) -> Component:
    is_clear = row.verdict == "clear"
    said = words.GAPS[row.verdict]
    return html.Tr([
        html.Th(row.question, scope="row"),
        html.Td(f"{row.overall:g}%", className="r"),
        html.Td(html.Strong(words.printed(row.gap)), className="r gap"),
        html.Td(words.between(row.lower, row.upper, signed=False) or row.white.basis, className="r"),
        Markup(tag="td", attributes={"className": "iv"},
               markup=interval(at, row.gap, row.lower, row.upper, is_clear=is_clear)),
        html.Td([words.of_base(row.white), html.Span(words.of_base(row.bame), className="ci")], className="r n"),
        html.Td(html.Strong(said) if is_clear else said, className="wd"),
    ])  # fmt: skip


def _notes(view: SatisfactionView) -> list[str]:
    effect = view.gaps[0].white.design_effect
    own = [f"{row.question}: {row.note.split('; ')[-1]}." for row in view.gaps if row.note and "objectives" in row.note]
    return [
        "A filled dot: the interval does not reach 0. An open dot: chance alone could give a gap of this size.",
        "Intervals and interviews are approximate, because the plan prints neither. Interviews are the survey’s in a "
        f"year times the group’s share of residents, with a design effect of {effect:g}. A group may have been asked "
        "more or less often than its share. As the direction is not printed, the wider of its two intervals is shown. "
        "‘How this is measured’ has the numbers and sources.",
        "The plan gives no period for these figures. The interviews are those of the year before it appeared.",
        *own,
        "BAME joins groups whose answers differ from one another. The separate groups stand in the table "
        "‘Who differs from the London average’ below.",
    ]  # fmt: skip
