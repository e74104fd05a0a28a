"""Dash components as HTML text: the page in the first response, readable before and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

from components.elements import NAMESPACE
from components.patterns import Sketch, fill

VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
NAMES = {"className": "class", "htmlFor": "for", "defaultValue": "value", "defaultChecked": "checked",
         "colSpan": "colspan", "rowSpan": "rowspan", "tabIndex": "tabindex"}  # fmt: skip
NOT_ATTRIBUTES = {"children", "n_clicks", "n_clicks_timestamp", "disable_n_clicks", "key"}
TAGS = {"mapel": "map", "objectel": "object"}

Draw = Callable[[Mapping[str, Any]], str]
_drawn: dict[str, Draw] = {
    "Address": lambda props: "",
    "Arrival": lambda props: "",
    "Markup": lambda props: _element(props.get("tag", "div"), {"id": props.get("id"), **props.get("attributes", {})},
                                     fill(props.get("markup") or "")),
    "Native": lambda props: _element(props["tag"], {"id": props.get("id"), **props.get("attributes", {})},
                                     to_html(props.get("children"))),
}  # fmt: skip


def draws(kind: str) -> Callable[[Draw], Draw]:
    """Register how one of our own elements, by its type, looks before the app has started."""

    def keep(draw: Draw) -> Draw:
        _drawn[kind] = draw
        return draw

    return keep


def to_html(node: Any) -> str:
    """A component, a list of them, or text, as HTML. What needs the browser (a chart) leaves its place empty."""
    if node is None or isinstance(node, bool):
        return ""
    if isinstance(node, Component):
        return _component(node)
    if isinstance(node, Sketch):
        return fill(node)
    if isinstance(node, Iterable) and not isinstance(node, str):
        return "".join(to_html(child) for child in node)
    return escape(str(node), quote=False)


def _component(component: Component) -> str:
    described = component.to_plotly_json()  # type: ignore[no-untyped-call]
    kind, props = described["type"], described["props"]
    if described["namespace"] == NAMESPACE:
        return _drawn[kind](props)
    if described["namespace"] == "dash_html_components":
        tag = TAGS.get(kind.lower(), kind.lower())
        return _element(tag, props, to_html(props.get("children")))
    return _element("div", {"id": props.get("id")}, "")


def _element(tag: str, props: Mapping[str, Any], inner: str) -> str:
    attributes = "".join(_attribute(name, value) for name, value in props.items() if name not in NOT_ATTRIBUTES)
    return f"<{tag}{attributes}>" if tag in VOID else f"<{tag}{attributes}>{inner}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    name = NAMES.get(name, name)
    if name == "style":
        value = ";".join(f"{key}:{each}" for key, each in value.items())
    return f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"'
