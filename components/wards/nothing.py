"""The page of a borough whose wards have no figures in the edition: why, and where to go."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.shell import DEMONSTRATION
from components.wards.heading import crumb
from components.wards.view import NoWards


def nothing_page(view: NoWards) -> list[Component]:
    name, slug = view.borough.area_name, view.borough.slug
    drawn = " Ward boundaries are loaded, but without figures there is nothing to map." if view.has_boundaries else ""
    links = [(f"{name}, the whole borough", f"/boroughs/{slug}"),
             (f"Crime map, with {name} selected", f"/crime-map?area={slug}"),
             ("Data and methods: what is loaded", "/data-and-methods")]  # fmt: skip
    way_on = html.Nav(html.Ul([html.Li(html.A(words, href=href)) for words, href in links], className="plain"),
                      className="way-on", **marks(aria_label="Where to go"))  # fmt: skip
    opening = html.Div([
        crumb(view.borough),
        html.H1(f"There are no ward figures for {name} in this edition"),
        html.P(f"No file of recorded crime by ward that covers {name} is loaded.{drawn}", className="lead"),
        way_on,
    ], className="opening")  # fmt: skip
    banner = html.Div(html.P([html.Strong("Demonstration data."), " ", DEMONSTRATION]), className="banner")
    strip = html.Section(html.Div(banner, className="wrap banners"), **marks(aria_label="About these figures"))
    return [*([strip] if view.is_demonstration else []), html.Main(opening, id="main", className="wrap")]
