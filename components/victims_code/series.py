"""Month by month: the series of a file that is loaded, or how to supply one."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.figures.share_series import (
    DESKTOP,
    PHONE,
    Frame,
    SharePoint,
    drawn_values,
    scale_ticks,
    share_series,
)
from components.overview.tables import head, row, small
from components.signals import label as label_of
from components.text.numbers import DOES_NOT_APPLY, count
from components.victims_code import words
from components.victims_code.view import LAYOUT, Month, VictimsCodeView
from data.selection import month_name
from data.selection.victims_code import NAMES

NO_FILE = (
    "No open file gives these returns by month, so there is no line to draw. The report shows them as charts, whose "
    "figures did not come out of the PDF."
)
COLUMNS = ("Area", "Month", "Requirement", "Applicable offences", "Met")
SUPPLY = "Whoever has the figures can load them: a CSV with the columns "
THEN = (
    ". The page then shows each month’s share with its interval, the change on the year before, and the range "
    "expected of the month. The layout is in "
)
FROM_FILE = "From a file that was loaded here. It says whether a contact was recorded, not what the victim made of it."


def series(view: VictimsCodeView) -> list[Component]:
    if not view.has_file:
        names = [part for name in COLUMNS for part in (html.Code(name), ", ")][:-1]
        return [
            html.Header([html.H2("Month by month"), html.P(NO_FILE, className="sub")]),
            html.P([SUPPLY, *names, THEN, html.Code(LAYOUT), "."], className="supply"),
        ]
    title = f"{NAMES[view.selection.requirement]}, {view.area_name}, month by month"
    return [html.Header([html.H2(title), html.P(_subtitle(view), className="sub")]), *_shown(view)]


def _subtitle(view: VictimsCodeView) -> str:
    start = scale_ticks(drawn_values([_point(each) for each in view.months]))[0]
    scale = f" Scale starts at {start:g}%." if start else ""
    return ("Line: share of applicable offences. Blue shade: 95% interval. Grey band: the range expected of the month, "
            f"from the 24 months that end a year before it. Large dots lie outside it.{scale}")


def _shown(view: VictimsCodeView) -> list[Component]:
    if not any(each.share is not None for each in view.months):
        return [html.P(f"The file has no month of {view.area_name} for this requirement.", className="empty")]
    summary = html.Summary("Show the months as a table")
    box = html.Div(_table(view), className="tbl-wrap tall",
                   **marks(tabIndex="0", role="region", aria_label="Months of the file"))  # fmt: skip
    return [*(_drawn(view, frame, kind) for frame, kind in ((DESKTOP, "at-desktop"), (PHONE, "at-phone"))),
            html.P(FROM_FILE, className="note"),
            html.Details([summary, box])]  # fmt: skip


def _drawn(view: VictimsCodeView, frame: Frame, kind: str) -> Component:
    points = [_point(each) for each in view.months]
    drawn = share_series(points, frame, label=label(view), chosen=view.selection.month)
    return Markup(markup=drawn, attributes={"className": f"code-series {kind}"})


def _point(each: Month) -> SharePoint:
    return SharePoint(
        month=each.month, share=_percent(each.share), lower=_percent(each.lower), upper=_percent(each.upper),
        expected_lower=_percent(each.expected_lower), expected_upper=_percent(each.expected_upper),
        centre=_percent(each.centre), signal=each.signal,
    )  # fmt: skip


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def label(view: VictimsCodeView) -> str:
    """The finding in one sentence."""
    held = [each for each in view.months if each.share is not None]
    outside = sum(each.signal in ("higher", "lower") for each in held)
    first, last = held[0], held[-1]
    return (f"{NAMES[view.selection.requirement]} in {view.area_name}: {words.percent(first.share)} in "
            f"{month_name(first.month)}, {words.percent(last.share)} in {month_name(last.month)}; {outside} of "
            f"{len(held)} months outside the expected range.")  # fmt: skip


def _table(view: VictimsCodeView) -> Component:
    """The same months, newest first."""
    heads = row([head("Month"), head("Share", "95% interval", "r"), head("Met", "of applicable offences", "r"),
                 head("Expected range", kind="r"), head("Change", "points, on the year before", "r"),
                 head("Against the range")])  # fmt: skip
    body = html.Tbody([_row(view, each) for each in reversed(view.months)], role="rowgroup")
    caption = html.Caption(f"{NAMES[view.selection.requirement]}, {view.area_name}, by month", className="vh")
    return html.Table([caption, html.Thead(heads, role="rowgroup"), body], className="data code-months", role="table")


def _row(view: VictimsCodeView, each: Month) -> Component:
    chosen = "sel" if each.month == view.selection.month else ""
    name = html.Th(month_name(each.month), scope="row", role="rowheader")
    if each.share is None:
        return row([name, html.Td("No figure", role="cell", className="mute", colSpan=5)], chosen)
    trial = [small("trial limits")] if each.limits == "trial" else []
    return row([
        name, html.Td([words.percent(each.share, 1), small(words.limits(each.lower, each.upper))], role="cell",
                      className="r"),
        html.Td([count(each.met), small(f"of {count(each.cases)}")], role="cell", className="r"),
        html.Td([words.limits(each.expected_lower, each.expected_upper) or "–", *trial], role="cell", className="r"),
        _change(each), html.Td(label_of(each.signal), role="cell"),
    ], chosen)  # fmt: skip


def _change(each: Month) -> Component:
    if each.change is None:
        return html.Td(DOES_NOT_APPLY, role="cell", className="r")
    ends = f"{words.signed(each.change_lower or 0.0)} to {words.signed(each.change_upper or 0.0)}"
    return html.Td([words.signed(each.change), small(ends)], role="cell", className="r")
