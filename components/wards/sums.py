"""That wards do not add up to their borough: by how much in this very period, and why."""

from __future__ import annotations

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.text.numbers import NOT_AVAILABLE, count, listed, percent_change, signed
from components.text.periods import period
from components.wards import words
from components.wards.view import WardsView
from data.selection import month_name, parse_month

AIRPORTS = "Heathrow and London City airports"
WITH_HEATHROW = "hillingdon"  # its wards include Heathrow; how much of the airports lies in Newham nobody publishes


def sums_side(view: WardsView) -> list[Component]:
    heading = html.Div([
        html.H2(title(view), className="fig-title"),
        html.P(f"Recorded {words.noun(view)}, {view.selection.window.label}.", className="fig-sub"),
    ], className="figs")  # fmt: skip
    head = html.Thead(html.Tr([html.Th("Source", scope="col"), html.Th("Offences", scope="col", className="r")]))
    caption = html.Caption(f"{view.borough.area_name} and the sum of its wards", className="vh")
    rows = [_row(name, number, kind) for name, number, kind in _lines(view)]
    table = html.Table([caption, head, html.Tbody(rows)], className="data sums")
    return [heading, table, html.Ul([html.Li(reason) for reason in reasons(view)], className="reasons")]


def title(view: WardsView) -> str:
    """What usually holds, unless this very period is the exception."""
    return f"Wards {'add' if difference(view) == 0 else 'do not add'} up to {view.borough.area_name}"


def difference(view: WardsView) -> int | None:
    """The borough's figure, with the airports where its wards hold them, less the sum of the wards."""
    borough, wards = view.sums.borough, view.total.offences
    return None if borough is None or wards is None else borough + _apart(view) - wards


def _apart(view: WardsView) -> int:
    return view.sums.airports if view.borough.slug == WITH_HEATHROW else 0


def _lines(view: WardsView) -> Iterator[tuple[str, str, str]]:
    yield f"{view.borough.area_name}, from the borough file", _count(view.sums.borough), ""
    if _apart(view):
        yield f"{AIRPORTS}, which the borough file counts apart", _count(_apart(view)), ""
    yield f"Sum of its {len(view.rows)} wards, from the ward file", _count(view.total.offences), ""
    gap = difference(view)
    yield "Difference", _gap(view, gap), "total"


def _gap(view: WardsView, gap: int | None) -> str:
    whole = (view.sums.borough or 0) + _apart(view)
    if gap is None:
        return NOT_AVAILABLE
    return f"{signed(gap)} ({percent_change(100 * gap / whole, decimals=1)})" if whole and gap else signed(gap)


def _count(number: int | None) -> str:
    return NOT_AVAILABLE if number is None else count(number)


def _row(name: str, number: str, kind: str) -> Component:
    return html.Tr([html.Th(name, scope="row"), html.Td(number, className="r")], className=kind or None)


def reasons(view: WardsView) -> list[str]:
    """Why the two figures differ, each where it applies to this period."""
    return list(filter(None, [
        f"{'Most periods differ: offences' if difference(view) == 0 else 'Offences'} without an exact place are in the "
        "borough and in no ward.",
        _releases(view), _not_listed(view), _airports(view), _larger(view),
    ]))  # fmt: skip


def _releases(view: WardsView) -> str:
    old, new = view.sums.ward_release, view.sums.borough_release
    if not old or not new or old == new:
        return ""
    try:
        wards, borough = month_name(parse_month(old)), month_name(parse_month(new))
    except ValueError:
        return ""  # a release without a date of its own
    return (f"The wards’ figures were published in {wards} and the borough’s in {borough}. Records corrected, moved "
            "or reclassified in between differ.")  # fmt: skip


def _not_listed(view: WardsView) -> str:
    names = [f"‘{name}’" for name in view.sums.not_listed]
    return f"The ward file does not list {listed(names)} apart." if names else ""


def _airports(view: WardsView) -> str:
    """Places that are no ward."""
    if not view.sums.airports or view.borough.slug == WITH_HEATHROW:
        return ""
    return (f"The borough file counts {count(view.sums.airports)} at {AIRPORTS} apart from every borough in "
            f"{period(view.selection.window)}. The ward file has no such place.")  # fmt: skip


def _larger(view: WardsView) -> str:
    gap = difference(view)
    return "In this period the wards hold more than the borough." if gap and gap < 0 else ""
