"""The Met beside others, as printed: a row a comparison, with its two dots on the scale of its table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.borough.tables import scrolls
from components.elements import Markup
from components.figures.row_marks import axis, dots, scale_of
from components.figures.scale import Scale, round_ticks
from components.inspection import words
from components.inspection.view import Comparison, InspectionView
from components.overview.tables import head, picture, row, small
from components.text.lead import REPORTING
from components.text.numbers import DOES_NOT_APPLY

SPLIT = "; "  # between the remarks of a note
COLUMNS = 5
KEY = "Filled dot: the Met. Ring: what it is compared with. Each group has its own scale, from zero."
NO_INTERVAL = (
    "The report prints these rates without the counts behind them. So no confidence interval can be worked out, and "
    "nothing here says whether a difference is larger than chance alone would explain. The range under each difference "
    "comes from rounding alone."
)
NOT_ALIKE = (
    "A difference from the average of other forces does not show its cause: London differs from the rest of the "
    "country in its residents, visitors and workers. Residents are not all those who call, work or are in London."
)


def compared(view: InspectionView) -> list[Component]:
    """Heading, how to read it, the table, and what cannot be read from it."""
    about = html.Header([html.H2("The Met beside other forces and London’s residents"),
                         html.P(f"As printed in the report, each with its own period. {KEY}", className="sub")])
    groups = [[*rows] for _, rows in groupby(view.comparisons, key=lambda each: (each.section, each.table_name))]
    lost = [] if view.selection.pillar.value in ("effectiveness", "efficiency") else [_lost(view)]
    return [
        about, scrolls(_table(view, groups), "The Met beside other forces, table"), *lost, *_workforce(view),
        html.H3("What cannot be read from these", className="fig-title"),
        *(html.P(said, className="note") for said in (NO_INTERVAL, NOT_ALIKE, _similar(view))),
        *([html.P(REPORTING, className="note")] if _is_sensitive(view) else []),
    ]  # fmt: skip


def _is_sensitive(view: InspectionView) -> bool:
    """Whether sexual offences or domestic abuse are on screen, which carry what is known of reporting."""
    return any(each.name == "Sexual offences" or "domestic abuse" in each.table_name.casefold()
               for each in view.comparisons)  # fmt: skip


def _similar(view: InspectionView) -> str:
    return f"Most similar forces: {view.definitions.get('Most similar forces', '')}"


def _lost(view: InspectionView) -> Component:
    """A chart of the report whose figures did not come out of it, and where this site shows the subject."""
    said: list[Component | str] = ["Stop and search by ethnicity: not readable in the source. ",
                                   view.definitions.get("Stop and search by ethnicity", "")]  # fmt: skip
    if "/stop-and-search" in view.pages:
        said += [" ", html.A("Searches by ethnic group on this site", href="/stop-and-search"), "."]
    return html.P(said, className="note lost")


def _table(view: InspectionView, groups: Sequence[Sequence[Comparison]]) -> Component:
    heads = row([head("Figure as printed"), head("The Met", kind="r"), head("Compared with", kind="r"),
                 head("Difference", "range by rounding", "r"), head("On one scale", kind="sp")])  # fmt: skip
    bodies = [_group(view, rows) for rows in groups]
    caption = html.Caption("The Met beside other forces and residents, as printed", className="vh")
    return html.Table([caption, html.Thead(heads, role="rowgroup"), *bodies], className="data compared", role="table")


def _group(view: InspectionView, rows: Sequence[Comparison]) -> Component:
    first = rows[0]
    highest = max(value for each in rows for value in (each.value, each.other) if value is not None)
    scale = scale_of(round_ticks(0.0, highest, most=4))
    shared = _shared(rows)
    unit = "share" if first.unit == "%" else first.unit
    when = words.period(first.period_start, first.period_end)
    about = " · ".join([f"{unit[0].upper()}{unit[1:]}", when, *shared])
    name = [html.Span(title(first), className="group-name"), small(about)]
    if definition := view.definitions.get(first.table_name):
        name.append(small(definition, "definition"))
    top = [html.Th(name, scope="rowgroup", role="rowheader", colSpan=COLUMNS - 1, className="group"),
           Markup(tag="td", attributes={"className": "sp axis", "role": "cell"}, markup=_axis(scale, first))]
    return html.Tbody([row(top, "group-head"), *(_row(each, scale, shared) for each in rows)], role="rowgroup")


def title(row: Comparison) -> str:
    """The table's own name; of a comparison in the report's prose, the section's."""
    name = row.table_name.removesuffix(" (text)")
    return name if name == row.table_name else f"{name}, from the text on {row.section.lower()}"


def _axis(scale: Scale, row: Comparison) -> str:
    decimals = 0 if all(tick == int(tick) for tick in scale.ticks) else 1
    return axis(scale, lambda tick: words.figure(tick, row.unit, decimals))


def _shared(rows: Sequence[Comparison]) -> list[str]:
    """Remarks that every row's note has."""
    return [said for said in _remarks(rows[0]) if all(said in _remarks(each) for each in rows)]


def _remarks(row: Comparison) -> list[str]:
    return row.note.split(SPLIT) if row.note else []


def _row(each: Comparison, scale: Scale, shared: Sequence[str]) -> Component:
    own = [small(said) for said in _remarks(each) if said not in shared]
    name = html.Th([each.name, *own], scope="row", role="rowheader")
    met = html.Td(words.figure(each.value, each.unit, each.decimals), role="cell", className="r met")
    drawn = dots(scale, each.value, each.other, label=words.comparison_sentence(each))
    return row([name, met, _other(each), _difference(each), picture(drawn)])


def _other(each: Comparison) -> Component:
    if each.other is None or each.against is None:
        return html.Td(html.Span("Not printed", className="mute"), role="cell", className="r other")
    said = words.figure(each.other, each.unit, each.decimals)
    return html.Td([said, small(each.against)], role="cell", className="r other")


def _difference(each: Comparison) -> Component:
    if each.difference is None:
        return html.Td(DOES_NOT_APPLY, role="cell", className="r diff")
    return html.Td([words.difference(each), small(words.rounding(each))], role="cell", className="r diff")


def _workforce(view: InspectionView) -> list[Component]:
    """The Met beside itself five years before: printed in front of the pillars, so with all of them only."""
    if not view.workforce:
        return []
    columns = [column for column, *_ in view.workforce[0].figures]
    heads = row([head("People in post", "full-time equivalents"), *(head(_column(each), kind="r") for each in columns)])
    body = [
        row([html.Th(each.name, scope="row", role="rowheader"),
             *(html.Td(_strength(value, unit), role="cell", className="r") for _, value, unit, _ in each.figures)])
        for each in view.workforce
    ]  # fmt: skip
    caption = html.Caption("People of the Met in two years, as printed", className="vh")
    table = html.Table([caption, html.Thead(heads, role="rowgroup"), html.Tbody(body, role="rowgroup")],
                       className="data strength", role="table")  # fmt: skip
    definition = view.definitions.get("Metropolitan Police workforce", "")
    return [html.H3("The Met’s workforce, five years apart", className="fig-title"),
            html.P(definition, className="fig-sub"),
            scrolls(table, "People of the Met in two years, table")]  # fmt: skip


def _column(printed: str) -> str:
    return printed.removeprefix("FTE in post on ")


def _strength(value: float, unit: str) -> str:
    return words.signed(value, "", 0) + "%" if unit == "%" else words.figure(value, unit, 0)
