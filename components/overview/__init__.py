"""The overview: every measure of the Police and Crime Plan, what its year did and what its month says."""

from components.overview.answers import PAGE
from components.overview.data import FILES, download_name
from components.overview.heading import title
from components.overview.image import picture
from components.overview.page import page
from components.overview.view import PATH, OverviewView, overview_view

__all__ = ["FILES", "PAGE", "PATH", "OverviewView", "download_name", "overview_view", "page", "picture",
           "title"]  # fmt: skip
