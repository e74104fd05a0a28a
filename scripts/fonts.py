"""Make the fonts that pictures are drawn with on the server (assets/fonts/drawn/) from the site's own variable font.

What draws PNG reads no WOFF2 and no variable font. The three files have a name of their own, as the licence of a font
with a reserved name asks of a changed version. Run after a new version of the font: `python -m scripts.fonts`.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
SOURCE, DRAWN = FONTS / "source-sans-3-latin-variable.woff2", FONTS / "drawn"
FAMILY = "Figure Sans"
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
OWN_NAMES = {1: FAMILY, 3: FAMILY, 4: FAMILY, 6: FAMILY.replace(" ", "")}
NOT_KEPT = (16, 17, 18, 21, 22, 25)  # other forms of the family's name


def make(weight: int, style: str, folder: Path = DRAWN) -> Path:
    """One weight as a TrueType file."""
    font = instantiateVariableFont(TTFont(SOURCE, recalcTimestamp=False), {"wght": weight})
    font.flavor = None
    for number in NOT_KEPT:
        font["name"].removeNames(number)
    for number, name in {**OWN_NAMES, 2: style}.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    path = folder / f"figure-sans-{weight}.ttf"
    font.save(path)
    return path


if __name__ == "__main__":
    DRAWN.mkdir(exist_ok=True)
    for weight, style in WEIGHTS.items():
        print(make(weight, style))
