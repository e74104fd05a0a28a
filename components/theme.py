"""The design's colours and typeface, for figures drawn on the server. The page's CSS holds the same."""

INK = "#17212B"
INK_2 = "#46525E"
INK_3 = "#5A6671"
LINE_DATA = "#7A8690"
ACCENT = "#12507B"
ACCENT_TINT = "#E8F0F5"
HIGHER = "#934A0E"
LOWER = "#1A6299"
WITHIN = "#5A6671"
RULE = "#D3D9DE"
TINT = "#F3F5F6"
TINT_2 = "#E6EAED"
PROVISIONAL_BAND = "#F4EFE4"
PAGE = "#FFFFFF"

SEQUENTIAL = ("#DEEFF2", "#9CCEDB", "#5DA6C4", "#2B78A1", "#114064")
DIVERGING = ("#155C91", "#5EA0CD", "#B1D5EC", "#EDEFF1", "#F0D3A8", "#E19E55", "#9B541C")
SEQUENTIAL_TEXT = (INK, INK, INK, PAGE, PAGE)
DIVERGING_TEXT = (PAGE, INK, INK, INK, INK, INK, PAGE)
NO_VALUE = PAGE  # a borough without a figure: white inside a LINE_DATA outline, never a class colour

FONT = '"Source Sans 3","Source Sans Pro",Arial,sans-serif'


def class_colours(is_change: bool) -> tuple[str, ...]:
    """Fills of the map's classes, lowest first: seven around zero for a change, five for a level."""
    return DIVERGING if is_change else SEQUENTIAL


def class_text(is_change: bool) -> tuple[str, ...]:
    """The text colour that can be read on each of `class_colours`."""
    return DIVERGING_TEXT if is_change else SEQUENTIAL_TEXT
