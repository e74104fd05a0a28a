"""What newer files changed in months already published, and where series break."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from dash import html
from dash.development.base_component import Component

from components.elements import Native, marks
from components.methods import words
from components.methods.parts import download, note, section, table
from components.methods.view import PATH, MethodsView, Row
from components.text.numbers import count
from data.selection import month_name

SEPARATOR = ":"  # between dataset and series in the address
HEADS = ("Newer release", "Older release", "Dataset", "Months changed", "#Figures changed", "#Net change")
BREAK_HEADS = ("From", "Measures", "Why", "Source")


def chosen(asked: str, releases: list[Row]) -> tuple[str | None, str | None]:
    """Dataset and series that the address asks for; nothing where this edition revised no such thing."""
    dataset, _, series = asked.partition(SEPARATOR)
    found = {(row["dataset"], row["series"]) for row in releases}
    return (dataset, series or None) if (dataset, series or None) in found else (None, None)


def revisions(view: MethodsView) -> Component:
    sub = ("Publishers restate past months. The newest file that covers a month is used; what it changed is kept and "
           "listed here.")  # fmt: skip
    if not view.releases:
        nothing = html.P("No file in this edition changed a month that an older file had published.", className="said")
        return section("revisions", "Revisions", sub, nothing, download("Download the revisions (CSV)", "revisions"))
    rows = [row for row in view.releases if row["series"] == view.chosen_series
            and view.chosen_dataset in (None, row["dataset"])]  # fmt: skip
    query = f"?{urlencode({'revised': _value(view.chosen_dataset, view.chosen_series)})}" if view.chosen_dataset else ""
    return section(
        "revisions", "Revisions", sub, _form(view),
        html.H3(f"The largest changes: {_choice(view)}", className="sub-head"),
        html.Ul([html.Li(words.change(view, row)) for row in view.changes], className="sentences"),
        note("Figures are of all areas together unless one is named. A reason is given only where the files show it or "
             "the publisher states it."),
        html.H3("Changes by release", className="sub-head"),
        table("revisions", f"What each release changed: {_choice(view)}", HEADS, [_release(view, row) for row in rows]),
        download(f"Download every revised figure: {_choice(view)} (CSV)", "revisions", query),
        note("Net change adds rises and falls. It is small where a release only moves offences between categories."),
    )  # fmt: skip


def _choice(view: MethodsView) -> str:
    if view.chosen_series:
        return words.series_name(view.chosen_series)
    return view.dataset_name(view.chosen_dataset) if view.chosen_dataset else "all datasets"


def _release(view: MethodsView, row: Row) -> list[Any]:
    older, newer = ([row[f"{which}_release"], html.Span(row[f"{which}_file"], className="second")]
                    for which in ("old", "new"))  # fmt: skip
    months = f"{words.months(row['first_month'], row['last_month'])} ({row['months']})"
    return [newer, older, view.dataset_name(row["dataset"]), months, count(row["figures"]), words.net(row)]


def _form(view: MethodsView) -> Component:
    now = _value(view.chosen_dataset, view.chosen_series)
    options = [_option("", "All datasets", now)]
    for dataset in sorted({row["dataset"] for row in view.releases}):
        name = view.dataset_name(dataset)
        series = sorted({row["series"] for row in view.releases if row["dataset"] == dataset and row["series"]})
        inside = [_option(_value(dataset, each), words.series_name(each), now) for each in series]
        options.append(html.Optgroup([_option(dataset, f"{name}: everything", now), *inside], label=name))
    select = Native(options, id="revised", tag="select", attributes={"name": "revised", "className": "select"})
    field = html.Div([html.Label("Dataset or series", htmlFor="revised"), select], className="field")
    button = html.Button("Show revisions", type="submit", className="btn", disable_n_clicks=True)
    return html.Form([field, button], action=f"{PATH}#revisions", method="get", className="controls choose",
                     **marks(aria_label="Choose which revisions are listed"))  # fmt: skip


def _value(dataset: str | None, series: str | None) -> str:
    return f"{dataset or ''}{SEPARATOR + series if series else ''}"


def _option(value: str, words: str, chosen_value: str) -> Component:
    selected: dict[str, Any] = {"selected": True} if value == chosen_value else {}
    return html.Option(words, value=value, **selected)


def breaks(view: MethodsView) -> Component:
    sub = "From these months on, figures cannot be compared with those before. The site refuses such comparisons."
    rows = [[month_name(row["month"]), row["measures"], row["reason"], row["source"]] for row in view.breaks]
    return section(
        "breaks", "Breaks in series", sub,
        table("breaks", "Each break, the latest first", BREAK_HEADS, rows) if rows else html.P("No series is broken."),
        download("Download the breaks in series (CSV)", "breaks"),
    )  # fmt: skip
