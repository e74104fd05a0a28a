"""The page that says how figures are taken away: files, the interface for programs, whole editions."""

from components.open_data.page import page
from components.open_data.view import PATH, OpenDataView

__all__ = ["PATH", "OpenDataView", "page"]
