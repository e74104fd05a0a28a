"""The smallest SVG writer that cannot forget to escape: text and attributes go in raw, markup comes out."""

from __future__ import annotations

from functools import cache
from html import escape

Attribute = str | float | int | None


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    if value == int(value):
        return str(int(value))
    written = f"{value:.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def attributes(values: dict[str, Attribute]) -> str:
    """` name="value"` for each; `class_` is class, other underscores are hyphens, and None leaves one out."""
    return "".join([
        f' {_hyphened(name)}="{number(value) if isinstance(value, float) else _escaped(value)}"'
        for name, value in values.items() if value is not None
    ])  # fmt: skip


def _escaped(value: str | int) -> str:
    return escape(value, quote=True) if isinstance(value, str) else str(value)


@cache
def _hyphened(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def element(tag: str, *children: str, **values: Attribute) -> str:
    """An element whose children are markup already."""
    inner = "".join(children)
    return f"<{tag}{attributes(values)}>{inner}</{tag}>" if inner else f"<{tag}{attributes(values)}/>"


def text(
    x: float, y: float, content: str, *, kind: str | None = None, ink: str | None = None, size: float | None = None,
    **values: Attribute
) -> str:
    """A line of text; `kind` is the design's classes: ax, sm, b, mid, end; `size` in pixels.

    `ink` and `size` go on a tspan: on the text itself they would give way to the style sheet's, and a content
    security policy refuses style attributes.
    """
    inner = element("tspan", escape(content), fill=ink, font_size=size) if ink or size else escape(content)
    return element("text", inner, x=float(x), y=float(y), class_=kind, **values)


def line(x1: float, y1: float, x2: float, y2: float, **values: Attribute) -> str:
    return element("line", x1=float(x1), y1=float(y1), x2=float(x2), y2=float(y2), **values)


def rect(x: float, y: float, width: float, height: float, **values: Attribute) -> str:
    return element("rect", x=float(x), y=float(y), width=float(width), height=float(height), **values)


def circle(x: float, y: float, radius: float, **values: Attribute) -> str:
    return element("circle", cx=float(x), cy=float(y), r=float(radius), **values)


def hatch(pattern_id: str, ink: str) -> str:
    """The pattern that stands for the City of London."""
    ground = element("rect", width=5, height=5, fill="#fff")
    stroke = element("line", x1=0, y1=0, x2=0, y2=5, stroke=ink, stroke_width=2)
    pattern = element("pattern", ground, stroke, id=pattern_id, width=5, height=5,
                      patternUnits="userSpaceOnUse", patternTransform="rotate(45)")  # fmt: skip
    return element("defs", pattern)


def drawing(width: float, height: float, *children: str, label: str, role: str = "img") -> str:
    """A whole figure. `role` is img for a picture and group where links inside must stay reachable."""
    return f"{opening(width, height, label=label, role=role)}{''.join(children)}</svg>"


def opening(width: float, height: float, *, label: str, role: str = "img") -> str:
    """The tag that a whole figure begins with."""
    named = attributes({"viewBox": f"0 0 {number(width)} {number(height)}", "width": float(width),
                        "height": float(height), "role": role, "aria_label": label})  # fmt: skip
    return f'<svg xmlns="http://www.w3.org/2000/svg"{named}>'
