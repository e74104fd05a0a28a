"""The page on people: its parts, each a function of the view, and which of them a new address changes."""

from components.workforce.answers import ADDRESS, PAGE
from components.workforce.heading import title
from components.workforce.image import picture
from components.workforce.listing import download_name
from components.workforce.page import page
from components.workforce.view import WorkforceView, view_of
from data.selection.workforce import PATH

__all__ = ["ADDRESS", "PAGE", "PATH", "WorkforceView", "download_name", "page", "picture", "title", "view_of"]
