"""How figures are worked out, what words mean, and what this edition is."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.methods.parts import download, facts, note, section, table
from components.methods.view import MethodsView
from components.shell import day

# What data/statistics.py, data/classes.py and data/comparison.py do; a test holds the numbers to theirs.
METHODS: tuple[tuple[str, str, str, str], ...] = (
    ("rate", "Rate and its interval",
     "A rate is the recorded offences of a period for every 1,000 residents. Counts and residents are added up before "
     "they are divided. Its 95% interval treats offences as independent events. It uses Byar’s approximation for 10 or "
     "more offences and exact chi-square limits below. Without residents there is no rate. ",
     "Public Health England, Technical Guide: Assigning confidence intervals to public health indicators (2018)"),
    ("change", "Percentage change",
     "The change from the same period a year before, as a share of that earlier count. From fewer than 20 earlier "
     "offences it says too little, and is shown as n/c. The counts are shown all the same. A change across a "
     "break in the series is not worked out. ", ""),
    ("classes", "Classes of the map",
     "A level has five classes and a change has seven. The edges are round numbers, set from the boroughs’ figures "
     "over the last ten years, so maps of different periods compare. Changes are classed at 5%, 15% and 30% either "
     "side of no change. ", ""),
    ("provisional", "Provisional months",
     "The number of latest months that a publisher may still revise is stated for each dataset under Sources. They are "
     "marked wherever they appear. ", ""),
    ("ranks", "Ranks",
     "The 32 boroughs that the Met polices are ranked by the unrounded figure on screen, the highest first. "
     "Equal figures share a rank. Boroughs with close rates can swap places by chance. ", ""),
)  # fmt: skip


def methods(view: MethodsView) -> Component:
    sub = "The statistical methods that the site uses today. Figures are rounded only when they are shown."
    entries = []
    for anchor, heading, words, source in METHODS:
        cited = f"Source: {source}." if source else ""
        entries.append(html.Div([html.H3(heading), html.P(f"{words}{cited}")], id=f"method-{anchor}"))
    return section("methods", "Methods", sub, html.Div(entries, className="pairs"))


def glossary(view: MethodsView) -> Component:
    entries = []
    for term in view.glossary:
        source = [html.Span(f" Source: {term.source}.", className="mute")] if term.source else []
        entries.append(html.Div([html.Dt(term.term), html.Dd([term.meaning, *source])], id=term.anchor))
    sub = "The words of this site in plain English."
    return section("glossary", "Glossary", sub, html.Dl(entries, className="pairs glossary"),
                   download("Download the glossary (CSV)", "glossary"))  # fmt: skip


def about(view: MethodsView) -> Component:
    kind = "Demonstration edition" if view.edition.is_demonstration else "Official edition"
    said = facts([
        ("Edition", html.Code(view.edition.edition_id)),
        ("Published here on", day(view.edition.published_on)),
        ("Loader version", html.Code(view.loader_version)),
    ])  # fmt: skip
    return section(
        "about", "About this edition", f"{kind}. {_meaning(view)}", said,
        html.H3("Accepted out of bounds", className="sub-head"), _acceptances(view),
        note("The same files loaded by the same version give the same edition, figure for figure."),
    )  # fmt: skip


def _meaning(view: MethodsView) -> str:
    if view.edition.is_demonstration:
        return "Its files are modelled to show how the site works. Its figures are not real. Do not quote them."
    return "Every figure comes from files as the publishers named under Sources released them."


def _acceptances(view: MethodsView) -> Component:
    if not view.acceptances:
        return html.P("No dataset shrank or jumped beyond its bounds.", className="said")
    rows = [[view.dataset_name(row["dataset"]), row["finding"], row["reason"]] for row in view.acceptances]
    heads = ("Dataset", "What was found", "Why accepted")
    drawn = table("acceptances", "Published although out of bounds", heads, rows)
    return html.Div([drawn, download("Download what was accepted (CSV)", "acceptances")])
