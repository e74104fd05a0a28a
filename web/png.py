"""Drawings as PNG, for where SVG is not taken: messages, slides, social networks.

resvg draws them: a compiled library that needs nothing of the system and reads no font but ours.
"""

from __future__ import annotations

import threading

import resvg_py

from components.assets import ASSETS

FONTS = [str(path) for path in sorted((ASSETS / "fonts" / "drawn").glob("*.ttf"))]
FAMILY = "Figure Sans"  # the site's typeface under the name it has where it is drawn (scripts/fonts.py)
_one_at_a_time = threading.Lock()  # of a worker: a large one takes some 40 MB while it is drawn


def png(drawing: str, *, zoom: float = 1.0) -> bytes:
    """The SVG as PNG, `zoom` times its size in px. Raises ValueError for what is no SVG."""
    with _one_at_a_time:
        return bytes(resvg_py.svg_to_bytes(
            svg_string=drawing, zoom=zoom, skip_system_fonts=True, font_files=FONTS, font_family=FAMILY,
            sans_serif_family=FAMILY,
        ))  # fmt: skip
