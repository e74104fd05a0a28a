"""The inspection page: its parts, each a function of the view, and which of them a new address changes."""

from components.inspection.answers import ADDRESS, PAGE
from components.inspection.downloads import download_name
from components.inspection.heading import title
from components.inspection.page import page
from components.inspection.view import PATH, InspectionView, view_of

__all__ = ["ADDRESS", "PAGE", "PATH", "InspectionView", "download_name", "page", "title", "view_of"]
