"""How often victims were told what the Victims' Code requires: as published, and by month where a file is loaded."""

from data.victims_code.export import victims_code_sheet
from data.victims_code.view import gathered

__all__ = ["gathered", "victims_code_sheet"]
