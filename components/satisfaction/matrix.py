"""The printed matrix as a table: each group's difference from the average, with its interval, by two rules."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.satisfaction import words
from components.satisfaction.gap import real
from components.satisfaction.trend import head
from components.satisfaction.view import Cell, Matrix, MatrixQuestion, SatisfactionView
from data.selection import month_name

DOCUMENT = "mopac-quarterly-2017-18-q1"
BY_CHANCE = 0.05  # of cells, at 95%
EDGES = (-9.0, -5.0, 0.0, 5.0, 9.0)  # points; three colours either side of nought
COLOURS = (1, 2, 3, 5, 6, 7)  # of the diverging palette's seven, its middle left out
LABELS = ("9 or more below", "5 to 8.9 below", "under 5 below", "under 5 above", "5 to 8.9 above", "9 or more above")
MARK = "◆"
KINDS = {
    "Ethnicity": "Ethnic group", "LGB": "Sexual orientation", "Age": "Age", "Disability": "Disability", "Sex": "Sex",
}  # fmt: skip
NAMES = {
    **{f"{a}-{b}": f"{a} to {b}" for a, b in ((16, 24), (25, 34), (35, 44), (45, 54), (55, 64))},
    "LGB": "Lesbian, gay or bisexual (LGB)",
    "65 years +": "65 and over",
    "Male": "Men",
    "Female": "Women",
}
QUESTIONS = {
    "Overall Satisfaction": "Overall satisfaction of victims",
    "Good job": "Police do a good job in the local area",
    "Informed local": "Feel well informed about local police activities",
    "Listen to concerns": "Police listen to the concerns of local people",
    "Fair treatment": "Police treat everyone fairly",
    "Dealing issues": "Police deal with the things that matter here",
}


def matrix(view: SatisfactionView) -> list[Component]:
    found = view.matrix
    return [
        html.Header([html.H2("Who differs from the London average"), html.P(_explained(view), className="sub"),
                     html.P(summary(found), className="sub finding")]),
        _key(found),
        html.Div(_table(found), className="tbl-wrap", tabIndex="0", role="region",
                 **marks(aria_label="Differences from the average, table")),
        *(html.P(note, className="note", id=place) for place, note in _notes(view)),
    ]  # fmt: skip


def _explained(view: SatisfactionView) -> str:
    end = view.matrix.period_end
    when = month_name(end) if end else "no stated period"
    return (f"MOPAC’s quarterly report for Q1 2017/18, figures to {when}, as printed: the average in per cent, then "
            "each group’s difference from it in percentage points. The report writes both with ‘%’. Under each "
            f"difference, its approximate 95% interval, which the report does not print.{real(view)}")  # fmt: skip


def summary(found: Matrix) -> str:
    """How many cells differ by either rule, and how many would by chance alone."""
    clear = sum(cell.is_clear for cell in found.cells)
    ruled = sum(cell.beyond_rule for cell in found.cells)
    both = sum(cell.beyond_rule and cell.is_clear for cell in found.cells)
    beside = f"all of them among the {clear}" if both == ruled else f"{both} of them among the {clear}"
    return (f"{clear} of {len(found.cells)} differences are {words.CHANCE}; about "
            f"{round(BY_CHANCE * len(found.cells))} would be if no group differed. The report’s own rule, more than "
            f"{found.rule:g} points either way, marks {ruled}, {beside}.")  # fmt: skip


def _key(found: Matrix) -> Component:
    swatches = [html.Li([html.Span(className=f"swatch k{colour_}"), label])
                for colour_, label in zip(COLOURS, LABELS, strict=True)]  # fmt: skip
    return html.Div([
        html.Ul(swatches, className="swatches"),
        html.P([html.B("−11.1"), " filled and bold: the interval does not hold 0", html.Br(),
                "−1.1 plain: could be chance", html.Br(),
                f"{MARK} more than {found.rule:g} points from the average, the report’s rule"]),
    ], className="mkey")  # fmt: skip


def _table(found: Matrix) -> Component:
    heads = [head("Group", "", ""), *(_question(each) for each in found.questions)]
    average = html.Tr([
        html.Th(["MPS average", html.Span("Metropolitan Police Service", className="ci")], scope="row"),
        *(html.Td(f"{words.printed(each.average)}%", className="mx") for each in found.questions),
    ], className="avg")  # fmt: skip
    caption = html.Caption(f"Differences from the average by group and question, percentage points. {summary(found)}",
                           className="vh")  # fmt: skip
    bodies = [_body(kind, list(cells), len(heads)) for kind, cells in
              groupby(found.cells, key=lambda cell: cell.group_type)]  # fmt: skip
    return html.Table([caption, html.Thead(html.Tr(heads)), html.Tbody(average), *bodies], className="matrix")


def _question(each: MatrixQuestion) -> Component:
    """In the report's words, shortened, over its own short name."""
    named: list[Any] = [QUESTIONS.get(each.question, each.question), html.Span(f"‘{each.question}’", className="unit")]
    return html.Th(named, scope="col", className="q")


def _body(kind: str, cells: list[Cell], columns: int) -> Component:
    rows = [_row(name, list(held)) for name, held in groupby(cells, key=lambda each: each.group_name)]
    top = html.Tr(html.Th(KINDS.get(kind, kind), colSpan=columns, scope="rowgroup"), className="subh")
    return html.Tbody([top, *rows])


def _row(name: str, cells: list[Cell]) -> Component:
    head_ = html.Th([NAMES.get(name, name), html.Span(_asked(cells), className="ci")], scope="row")
    return html.Tr([head_, *(_cell(cell) for cell in cells)])


def _asked(cells: list[Cell]) -> str:
    """Interviews of residents, then of victims."""
    held = {cell.survey: cell.base for cell in cells}
    said = [f"{words.of_base(held[survey])} {who}" for survey, who in (("PAS", "residents"), ("USS", "victims"))
            if survey in held]  # fmt: skip
    return ", ".join(said)


def colour(difference: float) -> int:
    """The number of a filled cell's colour in the diverging palette, 1 for the lowest."""
    below = sum(difference > edge if edge < 0 else difference >= edge for edge in EDGES)
    return COLOURS[below]


def _cell(cell: Cell) -> Component:
    said: list[Any] = [words.printed(cell.difference, signed=True)]
    if cell.beyond_rule:
        said += [html.Span(f" {MARK}", className="rule", **marks(aria_hidden="true")),
                 html.Span(", beyond the report’s rule", className="vh")]  # fmt: skip
    if cell.note:
        said.append(html.Sup(html.A("a", href="#satisfaction-note-a", **marks(aria_label=f"Note: {cell.note}"))))
    said.append(html.Span("; more than chance" if cell.is_clear else "; could be chance", className="vh"))
    said.append(html.Span(words.between(cell.lower, cell.upper) or cell.base.basis, className="ci"))
    kind = f"mx s k{colour(cell.difference)}" if cell.is_clear else "mx ns"
    return html.Td(said, className=kind)


def _notes(view: SatisfactionView) -> list[tuple[str, str]]:
    found = view.matrix
    noted = list(dict.fromkeys(cell.note for cell in found.cells if cell.note))
    which = [f"{cell.group_name}, {cell.question}" for cell in found.cells if cell.note]
    own = [("satisfaction-note-a", f"a: {'; '.join(noted)} ({'; '.join(which)}). An average lies between its groups; "
            "the figures stand as printed.")] if noted else []  # fmt: skip
    first = found.cells[0]
    return [
        *own,
        ("satisfaction-note-base", "Interviews are approximate, because the report prints none: the survey’s in a "
         f"year times the group’s share of residents, with a design effect of {first.base.design_effect:g}. "
         f"{_year(view)} Victims of crime are not a cross-section of residents, so the victims’ intervals are the less "
         "sure. The shares and their sources are under ‘How this is measured’ and in the CSV."),
        ("satisfaction-note-part", "A group is part of the average. Each interval is the group’s own, with the average "
         "taken as known; it is wider than need be, most for large groups, so it calls too few differences clear "
         "rather than too many."),
        ("satisfaction-note-overlap", "Groups overlap: the same person is in one row of every kind. The rows do not "
         "say why groups differ, and age, area and experience of crime differ between groups too."),
    ]  # fmt: skip


def _year(view: SatisfactionView) -> str:
    """Whether the matrix is of twelve months: what the edition's own figures say of it."""
    compared, same = view.is_year["compared"], view.is_year["same"]
    if not compared or view.edition.is_demonstration:
        said = "they are taken to be of twelve months"
    elif same == compared:
        said = (f"all {compared} averages of residents equal the survey file’s figures for twelve months, to the whole "
                "per cent")  # fmt: skip
    else:
        said = f"{same} of {compared} averages of residents equal the survey file’s figures for twelve months"
    return (f"The report does not say whether its figures are of three months or twelve: {said}. Were they of three, "
            "the intervals would be about twice as wide.")  # fmt: skip
