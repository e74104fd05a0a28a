"""Downloads, the link, and how a profile is measured, in plain words."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.borough import words
from components.borough.address import briefing_address, download_name, profile_address
from components.borough.view import ProfileView
from components.downloads import file_links
from components.elements import marks
from components.pictures.links import embedding, picture_links
from components.text.numbers import listed

HEIGHT = 1700  # px of a frame


def actions(view: ProfileView) -> Component:
    slug, month = view.area.slug, view.selection.month
    address, query = profile_address(slug), f"?to={month:%Y-%m}"
    name = download_name(slug, month, is_demonstration=view.edition.is_demonstration)
    return html.Div([
        *file_links(address, query, name=name, whole="CSV, all boroughs"),
        *picture_links(address, query, name=name),
        html.Button("Copy link", type="button", id="copy-link", disable_n_clicks=True, **marks(data_copy_link="")),
        html.A("Print briefing", href=briefing_address(slug, month)),
        embedding(address, query, title=words.picture_title(view), height=HEIGHT),
    ], className="actions")  # fmt: skip


def method(view: ProfileView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(said)]) for heading, said in _entries(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def _entries(view: ProfileView) -> list[tuple[str, str]]:
    unit = view.facts["unit"]
    people = listed(view.facts["unit_boroughs"])
    said = f" {view.name} is in {unit} ({people}), one of 12." if unit else ""
    return [
        ("What is counted", "Offences that police recorded in the borough. Many offences are never reported, and the "
         "number recorded also moves with what police look for and how they record it."),
        ("The quarter", "Three whole months, against the same three a year before, so that the season cancels out. The "
         "95% interval is exact for two counts, widened by how much the series moves from month to month."),
        ("The signal", "It asks whether the quarter’s last month is unusual for its series: its expected range comes "
         "from the 24 months that end a year before it, after the season. It is not the change, and the two can "
         "differ."),
        ("The place among similar boroughs", "Rates are placed among the borough and the seven most like it. A place "
         "says which rate is higher, not that the difference is more than chance; the funnel says who stands outside "
         "at all."),
        ("Rates", "Per 1,000 residents. People who come in to work, shop or go out are not residents, so the rates of "
         "Westminster, Camden, and Kensington and Chelsea are high for that reason too."),
        ("Basic Command Units", f"The Met polices boroughs in groups of two to four.{said}"),
        ("Measures with a period of their own", "Some files end earlier than recorded crime. Such a row shows the "
         "latest settled quarter, at most two years old, and says so."),
        ("What this cannot tell", "Why a figure moved, who did what, or how safe a street is. Dedicated ward officers, "
         "funding and anti-social behaviour have no open series by borough."),
    ]  # fmt: skip
