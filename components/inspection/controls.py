"""The row of controls: a part of the inspection, and which of what it asks for."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import radios
from components.inspection.view import PATH, InspectionView
from components.inspection.words import ASKS, PILLARS
from data.selection.inspection import InspectionSelection


def fields(chosen: InspectionSelection) -> dict[str, str]:
    """The value of every field of the form."""
    return {"pillar": chosen.pillar.value, "asks": chosen.asks.value}


def form(view: InspectionView) -> Component:
    chosen = view.selection
    return html.Form(
        [
            radios("Part of the inspection", "pillar", [(key.value, words) for key, words in PILLARS.items()],
                   chosen=chosen.pillar.value),
            radios("What is asked for", "asks", [(key.value, words) for key, words in ASKS.items()],
                   chosen=chosen.asks.value),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose what of the inspection is shown"),
    )  # fmt: skip


def choice(view: InspectionView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    chosen = view.selection
    part = "The whole inspection" if view.is_whole else PILLARS[chosen.pillar]
    asked = "everything asked for" if chosen.asks.value == "all" else ASKS[chosen.asks].lower()
    return part, f"{view.year} · {asked}"
