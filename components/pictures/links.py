"""What a page with a figure offers beside its files: the picture, and the code of a frame that shows it elsewhere."""

from __future__ import annotations

from html import escape

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.pictures.picture import file_address, frame_address
from components.site import site_address

LATEST = "The address keeps to the period shown. Without its part ‘to=…’ the frame follows the newest figures."
WHAT = ("This shows the figure with its title, source and edition on another website. It needs no script and sets no "
        "cookie.")  # fmt: skip


def picture_links(path: str, query: str, *, name: str) -> list[Component]:
    """PNG and SVG of the view at `query`, which is canonical."""
    return [
        html.A("Download image", href=file_address(path, query, "png"), download=f"{name}.png"),
        html.A("SVG", href=file_address(path, query, "svg"), download=f"{name}.svg",
               **marks(aria_label="Image as SVG")),
    ]  # fmt: skip


def embedding(path: str, query: str, *, title: str, height: int) -> Component:
    """The code to copy, folded away. `height`: in px, of a frame as wide as the text of most sites."""
    return frame_folded(
        f"{site_address()}{frame_address(path, query)}", title=title, height=height, dated="to=" in query
    )


def frame_folded(address: str, *, title: str, height: int, dated: bool) -> Component:
    """The same for the frame at an address; `dated`: whether it keeps to a period."""
    code = frame_code(address, title=title, height=height)
    shown = html.Pre(html.Code(code), tabIndex=0, **marks(role="region", aria_label="Code of the frame"))
    latest = [html.P(LATEST, className="note")] if dated else []
    return html.Details(
        [html.Summary("Embed this figure"), html.P(WHAT, className="note"), shown, *latest], className="embedding"
    )


def frame_code(address: str, *, title: str, height: int) -> str:
    """The HTML that shows it."""
    return (
        f'<iframe src="{escape(address, quote=True)}" title="{escape(title, quote=True)}" width="100%" '
        f'height="{height}" loading="lazy" frameborder="0"></iframe>'
    )
