"""The ranked table under its heading, its notes and downloads; and how it is measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.downloads import file_links
from components.elements import marks
from components.text.notes import RECORDED
from components.text.numbers import NOT_CALCULATED
from components.wards import words
from components.wards.table import ward_table
from components.wards.view import WardsView
from data.selection import month_name
from data.selection.wards import path_of
from data.wards.refusals import why_no_change


def data_side(view: WardsView) -> list[Component]:
    heading = [html.H2(f"Wards of {view.borough.area_name}, ranked"),
               html.P(f"{words.title_words(view)}, {words.period_sentence(view)}", className="sub")]  # fmt: skip
    return [
        html.Header(heading),
        html.Div(ward_table(view), className="tbl-wrap"),
        html.Div([_notes(view), actions(view)], className="below"),
    ]


def _notes(view: WardsView) -> Component:
    return html.Div([html.P(note, className="note") for note in notes(view)])


def notes(view: WardsView) -> Iterator[Any]:
    """What is missing from the table, each with its reason."""
    if not view.is_comparable:
        yield _no_change(view)
    elif any(row.change_status == "small_base" for row in view.rows):
        yield f"{NOT_CALCULATED}: the percentage is not calculated, because the earlier figure is under 20."
    if any(row.offences is None for row in view.rows):
        yield "Not available: the ward files list no figure for the whole period. Not listed is not the same as zero."
    yield "Ranks of wards with similar figures can swap from one period to the next by chance."


def _no_change(view: WardsView) -> list[Any]:
    window = view.selection.window
    if view.broken is not None:
        return [f"Not compared with the year before: recording changed in {month_name(view.broken.month)}. "
                f"{view.broken.reason}"]  # fmt: skip
    said: list[Any] = [why_no_change(window, view.months)]
    if view.compared_to is None:
        return said
    target = view.selection.address(month=view.compared_to, ward=None)
    link = html.A(words.to_words(view.compared_to, window.span), href=target, **marks(data_address=""))
    return [*said, " The nearest period with a year to compare: ", link, "."]


def actions(view: WardsView) -> Component:
    """Download and link: canonical, so that they give what is on screen whatever the address said."""
    query, path = view.selection.to_query(), path_of(view.selection.borough)
    return html.Div([
        *file_links(path, query, name=download_name(view)),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
    ], className="actions")  # fmt: skip


def download_name(view: WardsView) -> str:
    """`wards-camden-burglary-12m-2022-08`, with the word demonstration before it where that is what it holds."""
    chosen = view.selection
    named = ["wards", chosen.borough, chosen.measure, chosen.span.value, f"{chosen.month:%Y-%m}"]
    return "-".join(["demonstration", *named] if view.edition.is_demonstration else named)


def method(view: WardsView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(said)]) for heading, said in told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def told(view: WardsView) -> Iterator[tuple[str, str]]:
    measure, dataset = view.measure, view.dataset
    yield "What is counted", f"{measure.definition} Counted in Home Office categories."
    yield "Where", dataset.where_counted
    yield "Two sets of wards", (
        "Ward boundaries changed in May 2022 in 25 of the 32 boroughs. Figures on the wards of 2018 and on those of "
        "2022 are never joined or compared. Boundaries for the map are those of 2018.")  # fmt: skip
    yield "Months", (
        "The publisher’s ward files hold 24 months each. No file here covers September 2022 to May 2023."
        if _has_the_gap(view) else "A period is shown only when every month of it has figures on one set of wards.")
    yield "Wards and borough", (
        f"Offences without an exact place are in no ward. How far the wards and {view.borough.area_name} differ in "
        "this period is said beside the map.")  # fmt: skip
    yield "Wards not listed", (
        "Ward files list a category for a ward only where it was recorded there in the file’s 24 months. A ward that "
        "the file lists, but not in that category, counts as 0.")  # fmt: skip
    yield "Why there are no rates", (
        "There are no numbers of residents by ward in these figures. Many offences in town centres are against "
        "visitors and shops, which residents would not measure either.")  # fmt: skip
    yield "Classes of the map", (
        "Five classes with round edges near the fifths of this borough’s wards in this period. Maps of two periods or "
        "boroughs may differ in their classes.")  # fmt: skip
    yield RECORDED, " ".join([*filter(_is_of_wards, measure.caveats), *dataset.caveats])
    yield "Provisional months", dataset.provisional_reason


def _is_of_wards(caveat: str) -> bool:
    """A measure's caveats are written for its borough figures: those about boroughs and rates do not hold here."""
    return "borough" not in caveat.lower() and "resident" not in caveat.lower()


def _has_the_gap(view: WardsView) -> bool:
    months = {f"{month:%Y-%m}" for month in view.months.sets}
    return {"2022-08", "2023-06"} <= months and "2022-09" not in months and "2023-05" not in months
