"""A figure as a document of its own for the frames of other sites: no navigation, no script, and nothing left out."""

from __future__ import annotations

from html import escape
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.assets import url
from components.elements import Markup
from components.pictures.picture import Drawing, Picture
from components.pictures.writing import size_of
from components.render import to_html
from components.shell import LICENCE as LICENCE_ADDRESS
from components.shell import PRODUCT
from components.text.notes import DEMONSTRATION

VERY_WIDE = 1000  # px from which a drawing needs a wide frame to be read


def document(picture: Picture, *, style: str, site: str) -> str:
    """The whole document. `style`: the address of the style sheet; `site`: the site's own address."""
    full = f"{site}{picture.address}"
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{escape(picture.title)} – {PRODUCT}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{escape(full, quote=True)}">
<base target="_blank">
<link rel="icon" type="image/svg+xml" href="{url("favicon.svg")}">
<link rel="stylesheet" href="{style}">
</head>
<body class="framed">
{to_html(_content(picture, full))}
</body>
</html>"""


def _content(picture: Picture, full: str) -> Component:
    warning = [html.P(DEMONSTRATION, className="banner")] if picture.edition.is_demonstration else []
    said = [html.P(sentence, className="said") for sentence in dict.fromkeys(picture.said)]
    notes = [html.P(note, className="note") for note in (*picture.notes, picture.caution) if note]
    return html.Main([
        html.H1(picture.title), html.P(picture.subtitle, className="fig-sub"), *warning,
        *(part for each in picture.drawings for part in _drawing(each)), *said, *notes, *_foot(picture, full),
    ])  # fmt: skip


def _drawing(drawing: Drawing) -> list[Component]:
    named: list[Component] = [html.H2(drawing.name)] if drawing.name else []
    if drawing.said:
        named.append(html.P(drawing.said, className="fig-sub"))
    if not drawing.wide:
        return named
    size = "very-wide" if size_of(drawing.wide)[0] > VERY_WIDE else "wide"
    note = to_html(html.P(drawing.narrow_note, className="note")) if drawing.narrow_note else ""
    return [
        *named,
        Markup(markup=drawing.wide, attributes={"className": f"drawn {size}"}),
        Markup(markup="".join([*drawing.narrow, note]), attributes={"className": f"drawn narrow for-{size}"}),
    ]


def _foot(picture: Picture, full: str) -> list[Component]:
    reuse: list[Any] = [f"{picture.source()} You may reuse these figures under the ",
                        html.A("Open Government Licence v3.0", href=LICENCE_ADDRESS), "."]  # fmt: skip
    way = html.A(f"Tables, method and other periods: {PRODUCT}", href=full)
    return [html.P(reuse, className="note source"), html.P(way, className="full-view")]
