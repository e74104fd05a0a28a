"""What stands in the margins of every sheet: a style of this page's own, since its words are the edition's."""

from __future__ import annotations

from components.borough.view import ProfileView
from components.briefing import words
from components.elements import Markup

SHEET = "size:A4;margin:10mm 15mm 14mm;"  # 180 mm of print: the 680 px that the charts are drawn for
LOOK = 'font:400 8pt "Source Sans 3",Arial,sans-serif;color:#46525E'
MARK = 'font:700 9pt "Source Sans 3",Arial,sans-serif;color:#17212B'


def margins(view: ProfileView) -> Markup:
    """Page margin boxes: borough, quarter and edition at the foot, with the sheet's number; the demonstration's mark
    at the head. A browser that has no such boxes prints the same words in the opening and among the sources."""
    foot = words.sheet_words(view)
    boxes = [
        box("bottom-left", foot, LOOK), box("bottom-right", f"{words.edition_words(view)} · ", LOOK, counted=True),
    ]  # fmt: skip
    if view.edition.is_demonstration:
        boxes.append(box("top-center", words.DEMONSTRATION, MARK))
    return Markup(tag="style", markup=f"@media print{{@page briefing{{{SHEET}{''.join(boxes)}}}}}")


def box(place: str, content: str, look: str, *, counted: bool = False) -> str:
    number = ' "page " counter(page) " of " counter(pages)' if counted else ""
    return f"@{place}{{content:{quoted(content)}{number};{look};white-space:nowrap}}"


def quoted(text: str) -> str:
    """A CSS string that can end neither itself nor the style it stands in."""
    return '"' + "".join(c if c.isalnum() or c in " ,.:·–-’()" else f"\\{ord(c):x} " for c in text) + '"'
