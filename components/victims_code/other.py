"""Other published figures of victims and justice, and what the plan said it would watch."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.tables import scrolls
from components.inspection.words import period
from components.overview.tables import head, row, small
from components.overview.words import figure
from components.text.lead import REPORTING
from components.text.numbers import plain, rounded
from components.victims_code.view import Other, VictimsCodeView

SUBTITLE = (
    "As printed, each with its period and section. The quarterly report’s part on criminal justice holds the Victims’ "
    "Code alone; these stand elsewhere."
)
INSPECTION = "/inspection"


def other(view: VictimsCodeView) -> list[Component]:
    """The table, what the plan said, and the way to the inspectorate's figures."""
    heads = row([head("Figure"), head("As printed", "95% interval where there is one", "r"), head("Period"),
                 head("Where it stands")])  # fmt: skip
    body = html.Tbody([_row(view, each) for each in view.others], role="rowgroup")
    caption = html.Caption("Other published figures of victims and justice", className="vh")
    table = html.Table([caption, html.Thead(heads, role="rowgroup"), body], className="data others", role="table")
    return [
        html.Header([html.H2("Other published figures"), html.P(SUBTITLE, className="sub")]),
        scrolls(table, "Other published figures, table"), html.P(f"Domestic abuse: {REPORTING}", className="note"),
        *_inspected(view), *_plan(view),
    ]  # fmt: skip


def _row(view: VictimsCodeView, each: Other) -> Component:
    table = each.table_name.removesuffix(" (text)")
    remark = [small(each.note)] if each.note else [] if each.base else [small(table)]
    if each.base:
        remark.append(small(f"{each.count} of {each.base} files"))
    share = float(rounded(each.value)) if each.base else each.value
    sure = [small(f"{plain(each.lower)}% to {plain(each.upper)}%")] if each.lower is not None else []
    when = period(each.period_start, each.period_end)
    return row([
        html.Th([each.name, *remark], scope="row", role="rowheader"),
        html.Td([figure(share, each.unit), *sure], role="cell", className="r"),
        html.Td(f"{when[0].upper()}{when[1:]}", role="cell", className="when"),
        html.Td([view.titles[each.document].split(",")[0].split(":")[0], small(f"Section: {each.section}")],
                role="cell", className="where"),
    ])  # fmt: skip


def _inspected(view: VictimsCodeView) -> list[Component]:
    if INSPECTION not in view.pages:
        return []
    way = html.A("Inspection", href=f"{INSPECTION}?pillar=effectiveness")
    return [html.P(["Beside England and Wales, and with what the inspectorate asks for: ", way, "."], className="note")]


def _plan(view: VictimsCodeView) -> list[Component]:
    if not view.indicators:
        return []
    return [html.P("The business plan named these indicators of a better criminal justice service:",
                   className="lead-in"),
            html.Ul([html.Li(f"{each}.") for each in view.indicators], className="sentences")]  # fmt: skip
