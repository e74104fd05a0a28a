"""Published tables on a page: figures as printed, variances drawn and said in words, and what was worked out again."""

from components.printed.bars import bar, extent
from components.printed.checked import checked
from components.printed.prose import folded_prose, prose_table
from components.printed.table import printed_table, scrolling
from components.printed.words import (
    difference,
    direction,
    figure,
    place_words,
    short_title,
    span_words,
)

__all__ = [
    "bar",
    "checked",
    "difference",
    "direction",
    "extent",
    "figure",
    "folded_prose",
    "place_words",
    "printed_table",
    "prose_table",
    "scrolling",
    "short_title",
    "span_words",
]
