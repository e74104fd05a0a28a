"""A figure as one picture to take away: heading, warning, drawings, notes, source, edition, licence and address."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.pictures.picture import Drawing, Picture
from components.pictures.writing import MARGIN, WIDTH, Writing, across, size_of

LARGEST = 1.4  # times a drawing's own size: its lines get no heavier than the text


def sheet(picture: Picture, *, font_css: str = "", site: str = "") -> str:
    """A self-contained SVG, 1,200 px wide or more.

    `font_css` is what `font_face` gives for the site's typeface (without it the reader's own fonts are used), `site`
    what stands before the path in the address printed below, such as `https://example.org`.
    """
    widest = max((size_of(each.wide)[0] for each in picture.drawings if each.wide), default=0.0)
    width = max(float(WIDTH), widest + 2 * MARGIN)
    on = Writing()
    on.text(picture.title, "title", most=72, step=40)
    on.y -= 6
    on.text(picture.subtitle, "sub", most=112, step=27)
    if picture.edition.is_demonstration:
        on.y += 4
        on.warning(right=width - MARGIN)
    for drawing in picture.drawings:
        _drawing(on, drawing, width)
    _foot(on, picture, width, site)
    if picture.edition.is_demonstration:
        on.parts.append(across(on.y, width))
    return on.finished(width, on.y, label=picture.label, font_css=font_css)


def _drawing(on: Writing, drawing: Drawing, width: float) -> None:
    if drawing.name:
        on.y += 18
        on.text(drawing.name, "heading", most=90, step=25)
    on.text(drawing.said, "note", most=145, step=23)
    if not drawing.wide:
        return
    on.y -= 6
    room = width - 2 * MARGIN
    wide = size_of(drawing.wide)[0]
    scale = min(room / wide, LARGEST)
    on.drawing(drawing.wide, x=MARGIN + (room - wide * scale) / 2, scale=scale)
    on.y += 26


def _foot(on: Writing, picture: Picture, width: float, site: str) -> None:
    """What the figures say, what to know about them, whose they are, and where they stand."""
    on.y += 8
    for sentence in dict.fromkeys(picture.said):
        on.text(sentence, "said", most=118, step=28)
    on.parts.append(svg.line(MARGIN, on.y - 8, width - MARGIN, on.y - 8, stroke=theme.RULE))
    on.y += 20
    where = f"{site}{picture.address}"
    for note in (*picture.notes, picture.caution, f"{picture.source()} {picture.licence}", where):
        on.text(note, "note", most=145, step=24)
    on.y += 14
