"""What the app needs to stand where the server's first sight of the page stood, without asking for it again."""

from __future__ import annotations

import json
from typing import Any

from dash.development.base_component import Component

PLACE = "page-content"


def script(content: Any) -> str:
    """The page's components as data beside the page (no script: nothing runs).

    Markup that has an id is left out, because it stands in the document: assets/take_over.js takes it from there.
    """
    written = json.dumps(plain(content), separators=(",", ":"), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script id="{PLACE}" type="application/json">{written}</script>'


def plain(node: Any) -> Any:
    """Components as Dash's renderer takes them; everything else as it is."""
    if isinstance(node, (list, tuple)):
        return [plain(each) for each in node]
    if not isinstance(node, Component):
        return node
    described = node.to_plotly_json()  # type: ignore[no-untyped-call]
    props = {name: value for name, value in described["props"].items() if name != "markup" or not _stands(node)}
    if "children" in props:
        props["children"] = plain(props["children"])
    return {"props": props, "type": described["type"], "namespace": described["namespace"]}


def _stands(node: Component) -> bool:
    """What is found again by its id; and the one part that waits for a failure."""
    is_failure = (getattr(node, "attributes", None) or {}).get("className") == "failure"
    return getattr(node, "_type", "") == "Markup" and (bool(getattr(node, "id", None)) or is_failure)
