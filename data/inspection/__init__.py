"""What the inspectorate judged, compared, counted and asked for, as its report prints it."""

from data.inspection.export import inspection_sheet
from data.inspection.view import gathered

__all__ = ["gathered", "inspection_sheet"]
