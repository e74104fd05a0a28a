"""What the money page shows: published tables with their checks, and the London Crime Prevention Fund by borough."""

from data.finance.export import finance_sheet
from data.finance.view import gathered

__all__ = ["finance_sheet", "gathered"]
