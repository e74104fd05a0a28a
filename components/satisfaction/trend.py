"""The question over time, with the same numbers as a table; and beside it the period chosen, in figures and words."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough.tables import scrolls
from components.elements import Markup
from components.satisfaction import words
from components.satisfaction.trend_plot import NARROW, WIDE, plot, ticks
from components.satisfaction.view import Answer, SatisfactionView
from data.selection import month_name

PUBLISHED = "published"


def trend(view: SatisfactionView) -> list[Component]:
    heading = html.H2(figure_title(view), className="fig-title")
    known = [row for row in view.series if row.proportion is not None]
    if not known:
        return [heading, html.P(why_none(view), className="fig-sub")]
    breaks = [broken.month for broken in view.measure.breaks]
    drawn = [
        Markup(markup=plot(known, size, breaks=breaks, chosen=view.selection.month, label=label(view)),
               attributes={"className": f"{where} plot-box"})
        for size, where in ((WIDE, "at-desktop"), (NARROW, "at-phone"))
    ]  # fmt: skip
    return [heading, html.P(subtitle(view), className="fig-sub"), *drawn, html.P(basis(view), className="note"),
            *(html.P(note, className="note") for note in missing(view)), _table(view, known)]  # fmt: skip


def figure_title(view: SatisfactionView) -> str:
    return f"{view.measure.name}, {words.place_name(view)}"


def subtitle(view: SatisfactionView) -> str:
    known = [row for row in view.series if row.proportion is not None]
    starts = f" Scale starts at {ticks(known)[0]:g}%." if known and ticks(known)[0] else ""
    end = "Each figure covers the 12 months to its date, so neighbouring ones share interviews."
    return f"{view.measure.definition} {end} Shaded: 95% interval.{starts}"


def basis(view: SatisfactionView) -> str:
    """How many interviews, how they are known, and the design effect: beside the chart, not elsewhere."""
    row = view.latest or next(row for row in reversed(view.series) if row.proportion is not None)
    asked = words.bases_words((each.period_end, each.base_basis) for each in view.series)
    return f"{asked} Design effect {row.design_effect:g}: {words.lower_first(view.design_effect_basis)}"


def missing(view: SatisfactionView) -> list[str]:
    """What this edition has no answers to."""
    if not view.surveys_missing:
        return []
    named = words.named(view.surveys_missing)
    return [f"This edition holds no file of the {named}, so victims’ answers have no trend or map here; what "
            "reports printed of them is below."]  # fmt: skip


def label(view: SatisfactionView) -> str:
    """One sentence for those who do not see the chart."""
    known = [row for row in view.series if row.proportion is not None]
    first, last, peak = known[0], known[-1], max(known, key=lambda row: row.proportion or 0.0)
    return (f"{figure_title(view)}: {_said(first)}, highest {_said(peak)}, {_said(last)}; the same figures are in the "
            "table below.")  # fmt: skip


def _said(row: Answer) -> str:
    return f"{words.share(row.proportion)} in the year to {month_name(row.period_end)}"


def why_none(view: SatisfactionView) -> str:
    """Why there is no chart."""
    if view.periods:
        return f"This edition holds no answers for {words.place_name(view)} to this question."
    return "This edition holds no file of survey answers. What reports printed of them is below."


def _table(view: SatisfactionView, known: list[Answer]) -> Component:
    heads = [("12 months to", "", ""), ("Share", "per cent", "r"), ("95% interval", "per cent", "r"),
             ("Change on year", "points", "r"), ("95% interval", "points", "r"), ("Interviews", "", "r")]  # fmt: skip
    rows = [html.Tr([html.Th(month_name(row.period_end), scope="row"), *(html.Td(cell, className="r") for cell in (
        words.share(row.proportion), words.share_between(row.lower, row.upper), words.points(row.change_points),
        words.between(row.change_lower, row.change_upper) or words.NONE, _asked(row)))])
            for row in reversed(known)]  # fmt: skip
    caption = html.Caption(f"{figure_title(view)}, every period", className="vh")
    table = html.Table([caption, html.Thead(html.Tr([head(*each) for each in heads])), html.Tbody(rows)],
                       className="data")  # fmt: skip
    return html.Details([html.Summary("Show every period as a table"), scrolls(table, "Every period", is_tall=True)])


def _asked(row: Answer) -> str:
    return words.interviews(row.base, is_published=row.base_basis == PUBLISHED)


def head(name: str, unit: str, kind: str) -> Component:
    below = [html.Span(unit, className="unit")] if unit else []
    return html.Th([name, *below], scope="col", className=kind or None)


def side(view: SatisfactionView) -> list[Component]:
    """The period chosen: figure, change with its interval and verdict, interviews."""
    now = view.latest
    heading = html.H2(f"Year to {month_name(view.selection.month)}", className="fig-title")
    if now is None:
        return [heading, html.P("No figure for this period.", className="note")]
    lines = [
        (words.place_name(view), words.share(now.proportion)),
        ("95% interval", words.share_between(now.lower, now.upper) or "Not possible"),
        ("Change on the year before", _points(now.change_points)),
        ("95% interval for the change", words.between(now.change_lower, now.change_upper) or words.NONE),
        *([] if view.is_london or view.london is None else [("London", words.share(view.london.proportion))]),
        ("Interviews", _asked(now)),
    ]
    pairs = [html.Div([html.Dt(name), html.Dd(value)]) for name, value in lines]
    wording = f" Asked: ‘{view.measure.asked}’." if view.measure.asked else ""
    return [
        heading, html.Dl(pairs),
        html.P(words.CHANGES[now.change_verdict], className="note said"),
        html.P(f"{view.survey_name}.{wording} {_left_out(view)}", className="note"),
        *(html.P(caveat, className="note") for caveat in _caveats(view)),
    ]  # fmt: skip


def _caveats(view: SatisfactionView) -> list[str]:
    """Those that the page does not say elsewhere; in a demonstration, none that is of the publisher's file only."""
    of_file = ("The file",) if view.edition.is_demonstration else ()
    said = ("The file gives no numbers", "Each figure covers", *of_file)
    return [caveat for caveat in view.measure.caveats if not caveat.startswith(said)]


def _left_out(view: SatisfactionView) -> str:
    if view.measure.survey == "USS":
        return "Asked of victims of crime. Those who did not report to the police are not included."
    return "Asked of residents, whether or not they have met the police."


def _points(number: float | None) -> str:
    return words.NONE if number is None else f"{words.points(number)} points"
