"""The panels one under another, what they show in words, and the events that their dotted lines stand for."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, marks
from components.figures.series import FEWEST, TOO_FEW
from components.signals import label
from components.text.lead import REPORTING, break_words
from components.text.numbers import counted
from components.trends.compared import figure_sentence
from components.trends.events import Placed, placed, when
from components.trends.frame import NARROW, WIDE, Size, frame
from components.trends.panel import panel
from components.trends.view import SeriesView, TrendsView
from components.trends.words import PER, is_cautious, is_rate, is_reporting, residents_words, signal, trial, why
from data.selection import Span, Window, add_months, month_name
from data.selection.trends import Compare

DOT = {Span.MONTH: "each month", Span.QUARTER: "each quarter", Span.YEAR: "in the 12 months to each month"}


def title(view: TrendsView) -> str:
    what = "Rate of recorded offences" if is_rate(view) else "Recorded offences"
    first, last = view.months[0], view.months[-1]
    return f"{what} {DOT[view.selection.by]}, {month_name(first)} to {month_name(last)}"


def chart_heading(view: TrendsView) -> list[Component]:
    return [html.H2(title(view), className="fig-title"), html.P(subtitle(view), className="fig-sub")]


def subtitle(view: TrendsView) -> str:
    """What each mark is, the months that judge, and the scales."""
    by, unit = view.selection.by, f" {PER}" if is_rate(view) else ""
    said = {
        Span.MONTH: f"Thin line: each month{unit}. Thick line: average of the latest 12 months. {_range_words(view)}",
        Span.QUARTER: f"Line: each whole quarter{unit}. No range is drawn: it is worked out for single months.",
        Span.YEAR: (f"Line: the 12 months to each month{unit}. A rolling total moves slowly by construction, so no "
                    "expected range is drawn: each point shares eleven months with the next."),
    }[by]  # fmt: skip
    beside = " Broken blue line: the year before." if view.selection.compare is Compare.YEAR else ""
    scale = " Each chart has its own scale, starting at zero." if len(view.series) > 1 else " The scale starts at zero."
    return f"{said}{beside}{scale}{residents_words(view)}"


def _range_words(view: TrendsView) -> str:
    """From which months the grey band is worked out, where all series that have one share them."""
    ends = {s.judged.month for s in view.series if s.judged and any(row.part for row in s.rows)}
    if not ends:
        return "No expected range can be drawn."
    if len(ends) > 1:
        return "Grey band: expected range from two years that end a year before the month judged."
    end = ends.pop()
    return f"Grey band: expected range from the two years to {month_name(add_months(end, -12))}."


def charts(view: TrendsView) -> list[Component]:
    """A figure a series, drawn at two widths. Only the first bears the names of events."""
    wide, narrow = placed(view, WIDE), placed(view, NARROW)
    return [_figure(view, series, place, wide, narrow) for place, series in enumerate(view.series)]


def _figure(view: TrendsView, series: SeriesView, place: int, wide: Placed, narrow: Placed) -> Component:
    why_not = too_few(view, series)
    parts: list[Component] = [html.H3(series.name)]
    if why_not:
        parts.append(html.P(why_not, className="verdict"))
    else:
        parts.append(_verdict(view, series))
        parts += [_plot(view, series, size, given, place) for size, given in ((WIDE, wide), (NARROW, narrow))]
    said_already = REPORTING if is_cautious(view) else ""
    parts += [html.P(words, className="note") for words in notes(view, series) if words != said_already]
    return html.Figure(parts, className="panel")


def _verdict(view: TrendsView, series: SeriesView) -> Component:
    """The signal in icon and words, the figure, and the rules that were met."""
    judged = series.judged
    is_month = view.selection.by is Span.MONTH
    reason = why(judged) if judged and is_month and signal(series) == judged.signal else ""
    sentence = " ".join(filter(None, [figure_sentence(view, series), f"{reason}." if reason else ""]))
    said: list[Component] = [label(signal(series))] if is_month else []
    return html.P([*said, html.Span(sentence)], className="verdict")


def _plot(view: TrendsView, series: SeriesView, size: Size, given: Placed, place: int) -> Component:
    """The drawing in a box that the keyboard can enter; where its periods stand is for assets/trends.js."""
    drawing = panel(view, series, size, given, names_events=place == 0)
    at = frame(view, series, size, top=0.0)
    rows = series.rows
    step = at.dot(rows[1]) - at.dot(rows[0]) if len(rows) > 1 else 0.0
    kind = "at-phone" if size.is_phone else "at-desk"
    attributes = {
        "className": f"plot {kind}", "tabIndex": 0, "role": "application",
        **marks(aria_label=f"{series.name}, period by period", aria_describedby="plot-keys", data_plot=str(place),
                data_first=f"{at.dot(rows[0]) if rows else 0:.1f}", data_step=f"{step:.3f}",
                data_width=str(size.width)),
    }  # fmt: skip
    return Markup(markup=drawing, attributes=attributes)


def too_few(view: TrendsView, series: SeriesView) -> str:
    """Words in place of a chart where the latest 12 months hold fewer than ten offences."""
    latest = series.rows[-12:] if view.selection.by is Span.MONTH else series.rows[-4:]
    known = [row.offences for row in latest if row.offences is not None]
    if view.selection.by is Span.YEAR:
        known = known[-1:]
    if len(known) < len(latest) and view.selection.by is not Span.YEAR or not known or sum(known) >= FEWEST:
        return ""
    verb = "was" if sum(known) == 1 else "were"
    end = Window(view.selection.month, Span.YEAR).label
    return f"{TOO_FEW} {counted(sum(known))} {verb} recorded in {series.area_name} in the {end}. The table has them."


def notes(view: TrendsView, series: SeriesView) -> list[str]:
    """What must be known of the series beside its chart."""
    breaks = [f"{break_words(b)} {b.reason}" for b in series.breaks]
    caution = REPORTING if is_reporting(series) else ""
    said = [trial(series.judged) if view.selection.by is Span.MONTH else "", *breaks, caution]
    return [words for words in said if words]


def event_list(view: TrendsView) -> list[Component]:
    """The events in the order of their lines, numbered as on a phone."""
    if not view.events:
        return []
    items = [html.Li([html.Strong(event.name), f", {when(event)}. {event.sentence}"]) for event in view.events]
    heading = html.P("Events marked by dotted lines. They are context: no line says that an event changed a figure.")
    return [heading, html.Ol(items)]
