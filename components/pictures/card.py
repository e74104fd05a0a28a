"""The small picture that goes with a link in messages and on social networks: 1,200 by 630 px, read at a third."""

from __future__ import annotations

from components import theme
from components.figures import svg
from components.map_view import EditionNote
from components.pictures.picture import Drawing, Picture
from components.pictures.writing import MARGIN, Writing, across, shortened, size_of
from components.shell import PRODUCT, day

WIDTH, HEIGHT = 1200, 630
TOP, BOTTOM = 104.0, 536.0  # between product and source
RIGHT = 610.0  # where the drawing begins; the words end before it


def figure_card(picture: Picture) -> str:
    """The picture's title and headline beside its first drawing; words alone where there is none."""
    drawing = next((each for each in picture.drawings if each.wide), None)
    if drawing is None:
        return words_card(picture.title, picture.headline, picture.edition)
    on = _begun(picture.edition)
    _fitted(on, drawing)
    on.y = TOP + 40
    on.text(picture.title, "big", most=27, step=46, lines=5)
    on.y += 8
    on.text(picture.headline, "lead", most=40, step=36, lines=int((BOTTOM - on.y) // 36))
    if picture.caution:
        on.parts.append(svg.text(MARGIN, 560, picture.caution, kind="note"))
    return _ended(on, picture.edition, label=picture.label)


def words_card(heading: str, words: str, edition: EditionNote | None) -> str:
    """A page without a figure to show: its headline, and a sentence. `edition`: None where none is in use."""
    on = _begun(edition)
    on.y = TOP + 60
    lines = len(shortened(heading, most=46, lines=6))
    on.text(heading, "large", most=46, step=56, lines=6)
    on.y += 12
    on.text(words, "lead", most=86, step=36, lines=max(int((BOTTOM - TOP - 60 - lines * 56) // 36), 1))
    return _ended(on, edition, label=heading)


def _begun(edition: EditionNote | None) -> Writing:
    on = Writing(y=60.0)
    on.parts.append(svg.rect(0, 0, WIDTH, 8, fill=theme.INK))
    on.parts.append(svg.text(MARGIN, 62, PRODUCT, kind="product"))
    if edition and edition.is_demonstration:
        on.parts.append(svg.rect(690, 32, WIDTH - MARGIN - 690, 44, fill="#FBF4EA"))
        on.parts.append(svg.rect(690, 32, 6, 44, fill=theme.HIGHER))
        on.parts.append(svg.text(712, 61, "Demonstration data: made up. Do not quote.", kind="warn"))
    on.parts.append(svg.line(MARGIN, 84, WIDTH - MARGIN, 84, stroke=theme.RULE))
    return on


def _fitted(on: Writing, drawing: Drawing) -> None:
    """As large as there is room for, in the middle of it, under its name where it has one."""
    named = 40 if drawing.name else 0
    wide, tall = size_of(drawing.smallest)
    room_x, room_y = WIDTH - MARGIN - RIGHT - 30, BOTTOM - TOP - named
    scale = min(room_x / wide, room_y / tall)
    on.y = TOP + (room_y - tall * scale) / 2
    if drawing.name:
        on.parts.append(svg.text(RIGHT, on.y + 24, drawing.name, kind="heading"))
        on.y += named
    on.drawing(drawing.smallest, x=RIGHT + (room_x - wide * scale) / 2, scale=scale)


def _ended(on: Writing, edition: EditionNote | None, *, label: str) -> str:
    if edition:
        said = f"Source: {edition.source}. Refreshed {day(edition.published_on)}."
        on.parts.append(svg.line(MARGIN, 578, WIDTH - MARGIN, 578, stroke=theme.RULE))
        on.y = 606
        on.text(said, "note", most=150, step=20, lines=1)
        if edition.is_demonstration:
            on.parts.append(across(HEIGHT))
    return on.finished(WIDTH, HEIGHT, label=label, font_css="")
