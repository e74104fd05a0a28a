"""What the rows of controls are made of: native selects and joined radio buttons of a plain GET form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import Markup, Native, marks
from components.patterns import Sketch
from components.render import to_html


def select(name: str, options: Sequence[Component] | Sketch, *, id: str | None = None, **attributes: str) -> Component:
    """A select whose options a callback may replace; its id is its name unless given."""
    given = {"name": name, "className": "select", **attributes}
    return Markup(id=id or name, tag="select", attributes=given, markup=to_html(options))


def labelled(label: str, control: Component) -> Component:
    """A control under its label."""
    return html.Div([html.Label(label, htmlFor=getattr(control, "id", None)), control], className="field")


def option(value: str, words: str, *, is_chosen: bool) -> Component:
    return html.Option(words, value=value, selected=is_chosen)


def radios(legend: str, name: str, choices: Sequence[tuple[str, Any]], *, chosen: str) -> Component:
    """Joined radio buttons for two to four choices: (value, words)."""
    labels = [_radio(name, value, words, is_chosen=value == chosen) for value, words in choices]
    return html.Fieldset([html.Legend(legend), html.Div(labels, className="seg")], className="field")


def _radio(name: str, value: str, words: Any, *, is_chosen: bool) -> Component:
    attributes = {"type": "radio", "name": name, "value": value, "defaultChecked": is_chosen}
    radio = Native(tag="input", id=f"{name}-{value or 'any'}", attributes=attributes)
    return html.Label([radio, words], **marks(data_words=words))


def sort_head(label: str, unit: str) -> tuple[list[Component | str], list[Component]]:
    """Inside the link that sorts by a column, and under it. The link's name holds the unit, for columns may differ in
    their units alone; under it the unit is for the eye."""
    said = html.Span(f"{', ' if unit else ''}{unit}, sort", className="vh")
    return [label, said], [html.Span(unit, className="unit", **marks(aria_hidden="true"))] if unit else []


def hidden(name: str, value: str) -> Component:
    """A field that carries a part of the state that no control shows."""
    return Native(tag="input", attributes={"type": "hidden", "name": name, "defaultValue": value})
