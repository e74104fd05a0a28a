"""What the reader is looking at. A selection and an address are two spellings of the same thing.

A module for each page's selection; and the words of periods, for components, which import little else of data.
"""

from data.periods import Coverage, Span, Window, add_months, month_name, month_range, parse_month
from data.selection.crime_map import SORTS, Form, Parsed, Selection, Show, from_params

__all__ = ["SORTS", "Coverage", "Form", "Parsed", "Selection", "Show", "Span", "Window", "add_months", "from_params",
           "month_name", "month_range", "parse_month"]  # fmt: skip
