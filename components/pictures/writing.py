"""What every picture is written with: its style, its typeface, lines of text, the warning and the mark across it."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path
from textwrap import wrap
from xml.etree import ElementTree

from components import theme
from components.figures import svg
from components.text.notes import DEMONSTRATION

WIDTH, MARGIN = 1200, 60
BANNER = "#FBF4EA"
FONT_FILE = Path(__file__).parents[2] / "assets" / "fonts" / "source-sans-3-latin-variable.woff2"
HALO = "paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round"


def _label_styles() -> str:
    """Names on the map: the ink that can be read on each class, with a halo of the class's own colour."""
    kinds = (("c", theme.SEQUENTIAL, theme.SEQUENTIAL_TEXT), ("d", theme.DIVERGING, theme.DIVERGING_TEXT))
    return "\n".join(
        f".label.{letter}{place}{{fill:{ink};stroke:{fill}}}"
        for letter, fills, inks in kinds
        for place, (fill, ink) in enumerate(zip(fills, inks, strict=True), 1)
    )


# As the pages' style sheets have it, for a file that has none beside it.
STYLE = f"""
svg{{overflow:visible}}
text{{font-family:{theme.FONT};font-size:13.5px;fill:{theme.INK};font-variant-numeric:lining-nums tabular-nums}}
.ax{{fill:{theme.INK_3};font-size:13px}} .sm{{font-size:12.5px}} .b{{font-weight:600}}
.mid{{text-anchor:middle}} .end{{text-anchor:end}}
.row{{font-size:15px}} .now{{font-size:19px}} .halo{{{HALO}}} .ax.name{{fill:{theme.INK}}}
.grid{{stroke:{theme.RULE};stroke-width:1}} .base{{stroke:{theme.INK};stroke-width:1}}
.label{{font-size:11.5px;fill:{theme.INK};paint-order:stroke;stroke:#fff;stroke-width:2.4px;stroke-linejoin:round}}
{_label_styles()}
.title{{font-size:32px;font-weight:600}} .sub{{font-size:20px;fill:{theme.INK_2}}} .said{{font-size:19px}}
.heading{{font-size:21px;font-weight:600}}
.note{{font-size:16px;fill:{theme.INK_3}}} .warn{{font-size:19px;font-weight:600}}
.product{{font-size:23px;font-weight:700}} .large{{font-size:46px;font-weight:600}}
.big{{font-size:38px;font-weight:600}} .lead{{font-size:27px;fill:{theme.INK_2}}}
.mark{{font-size:54px;font-weight:600;fill-opacity:.1;text-anchor:middle;stroke:#fff;stroke-opacity:.22;stroke-width:1.5}}
"""


class Writing:
    """Lines of text and drawings, one under another; `y` is where the next line stands."""

    def __init__(self, y: float = 64.0) -> None:
        self.parts: list[str] = []
        self.y = y

    def text(self, words: str, kind: str, *, most: int, step: float, x: float = MARGIN, lines: int = 99) -> None:
        """In lines of at most `most` characters, and at most so many `lines`."""
        for content in shortened(words, most=most, lines=lines):
            self.parts.append(svg.text(x, self.y, content, kind=kind))
            self.y += step

    def drawing(self, drawn: str, *, x: float, scale: float) -> None:
        """Enlarged or not, with its top at `y`; then below it."""
        place = f"translate({svg.number(x)},{svg.number(self.y)}) scale({scale:.4g})"
        self.parts.append(svg.element("g", drawn, transform=place))
        self.y += size_of(drawn)[1] * scale

    def warning(self, *, right: float) -> None:
        """That the figures are made up, as far as x = `right`."""
        self.parts.append(svg.rect(MARGIN, self.y - 8, right - MARGIN, 44, fill=BANNER))
        self.parts.append(svg.rect(MARGIN, self.y - 8, 6, 44, fill=theme.HIGHER))
        self.parts.append(svg.text(MARGIN + 22, self.y + 20, DEMONSTRATION, kind="warn"))
        self.y += 60

    def finished(self, width: float, height: float, *, label: str, font_css: str) -> str:
        """The whole as one file."""
        style = f"<style>{escape(font_css + STYLE, quote=False)}</style>"
        ground = svg.rect(0, 0, width, height, fill=theme.PAGE)
        return svg.drawing(width, height, style, ground, *self.parts, label=label)


def shortened(words: str, *, most: int, lines: int) -> list[str]:
    """Lines of at most `most` characters; where they are more than `lines`, the last ends in an ellipsis."""
    found = wrap(words, most)
    if len(found) <= lines:
        return found
    kept = found[: lines]
    kept[-1] = f"{kept[-1][: most - 1].rstrip(' ,.;:')}…"
    return kept


def size_of(drawn: str) -> tuple[float, float]:
    """A drawing's width and height in px."""
    root = ElementTree.fromstring(drawn)
    return float(root.get("width") or 0), float(root.get("height") or 0)


def across(height: float, width: float = WIDTH) -> str:
    """The words across the picture, so that a part cut out of it still carries them."""
    marks = [
        svg.text(x, y, "Demonstration data", kind="mark", transform=f"rotate(-28 {x:g} {y:g})")
        for y in range(330, max(int(height) - 100, 340), 260) for x in (width * 0.275, width * 0.725)
    ]  # fmt: skip
    return svg.element("g", *marks, aria_hidden="true")


def font_face(font: bytes) -> str:
    """A style rule that holds a WOFF2 file itself, since a picture on a reader's disk can fetch none."""
    source = f"url(data:font/woff2;base64,{b64encode(font).decode('ascii')}) format('woff2')"
    return f"@font-face{{font-family:'Source Sans 3';font-weight:200 900;src:{source}}}"


@cache
def site_font() -> str:
    """The site's own typeface as such a rule."""
    return font_face(FONT_FILE.read_bytes())
