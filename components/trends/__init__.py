"""The trends page: its parts, each a function of the view, and which of them a new address changes."""

from components.trends.answers import ADDRESS, PAGE
from components.trends.downloads import download_name
from components.trends.heading import title
from components.trends.image import picture
from components.trends.page import page
from components.trends.view import TrendsView, made
from data.selection.trends import PATH

__all__ = ["ADDRESS", "PAGE", "PATH", "TrendsView", "download_name", "made", "page", "picture", "title"]  # fmt: skip
