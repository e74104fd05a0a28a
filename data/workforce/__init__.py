"""What the page on people shows: strength by month, and what published documents say of the workforce."""

from data.workforce.export import workforce_sheet
from data.workforce.view import gathered

__all__ = ["gathered", "workforce_sheet"]
