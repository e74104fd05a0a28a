"""Exceptions: what broke a rule in a month, across all measures and areas, ranked by how surprising it is.

`rows` asks the edition, `described` adds names and revisions, `view` gathers a page or a panel, `export` writes a file.
"""

from data.exceptions.export import exceptions_sheet
from data.exceptions.rows import CLEAR, reaches
from data.exceptions.view import gathered, top

__all__ = ["CLEAR", "exceptions_sheet", "gathered", "reaches", "top"]
