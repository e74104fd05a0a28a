"""Our own elements for Dash: what `dash.html` has not. Their other half is in assets/; there is no build step.

`dash.html` covers nearly everything; these are for an <input> (which it leaves out), for markup drawn on the
server, for the map, and for the page's address.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from dash.development.base_component import Component

NAMESPACE = "lpp_components"
# For the words of an error that is hardly ever raised Dash imports the module of this name, for every property of every
# element that is made. Where there is none it looks through the whole path each time: a tenth of the making of a page.
sys.modules.setdefault(NAMESPACE, ModuleType(NAMESPACE))


def marks(**values: str) -> dict[str, Any]:
    """Attributes whose names have hyphens: `marks(data_address="", aria_label="Main")`."""
    return {name.replace("_", "-"): value for name, value in values.items()}


class _Element(Component):
    _namespace = NAMESPACE
    _children_props: list[str] = []
    _base_nodes = ["children"]
    _valid_wildcard_attributes: list[str] = []

    def __init__(self, children: Any = None, **props: Any) -> None:
        given = {"children": children, **props}
        super().__init__(**{name: value for name, value in given.items() if value is not None})  # type: ignore[no-untyped-call]

    @property
    def available_properties(self) -> list[str]:
        return self._prop_names


class Native(_Element):
    """Any HTML element by its tag. `attributes` are spelled as React spells them (defaultChecked, htmlFor)."""

    _type = "Native"
    _prop_names = ["children", "id", "tag", "attributes"]


class Markup(_Element):
    """An element, a div unless `tag` says otherwise, filled with markup: our figures' SVG, what to_html makes, or a
    Sketch of components.patterns.

    All escape what they write. Most of a page is made of these: Dash takes milliseconds over every component of a
    tree, and a table has a thousand of them.
    """

    _type = "Markup"
    _prop_names = ["id", "tag", "attributes", "markup"]


class BoroughMap(_Element):
    """The borough map, drawn from the cached file `src` and coloured by class.

    `areas`: code -> [class number from 1, or None, and the words of its box], or the same as rows of a Sketch;
    `slugs`: code -> name in addresses, for those that can be selected; `selected`: a code or None; `scale`:
    'sequential' or 'diverging'; `label`: the finding in a sentence.
    """

    _type = "BoroughMap"
    _prop_names = ["id", "src", "areas", "slugs", "selected", "scale", "label"]


class Address(_Element):
    """Owns the page's query string. Set by the browser: `search`, what the reader asks for. Set by the page's
    callback: `answered`, the search it answered; `shown`, the canonical query of what is on screen; `fields`, the
    controls' values; `title`, the document's title; `edition`, the edition that the page was made from.
    """

    _type = "Address"
    _prop_names = ["id", "search", "answered", "shown", "fields", "title", "edition"]


class Arrival(_Element):
    """Where the reader came in: sets `pathname` and `search` once. Unlike dcc.Location it does not listen to Back and
    Forward, which belong to Address and would otherwise make the whole page anew.
    """

    _type = "Arrival"
    _prop_names = ["id", "pathname", "search"]
