"""Elements as text, for what is written with every change: making a component of each takes ten times as long."""

from __future__ import annotations

from html import escape

from components.figures.svg import Attribute, attributes
from components.patterns import Sketch, fill


def tag(name: str, *children: str | Sketch | None, **given: Attribute) -> Sketch:
    """An element. Its children are text, or elements made here; attributes as in components.figures.svg."""
    inner = "".join(_written(child) for child in children if child is not None)
    return Sketch([f"<{name}{attributes(given)}>{inner}</{name}>"])


def _written(child: str | Sketch) -> str:
    return fill(child) if isinstance(child, Sketch) else escape(child, quote=False)
