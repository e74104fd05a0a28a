"""The exceptions page: its parts, each a function of the view, and which of them a new address changes."""

from components.exceptions.answers import ADDRESS, PAGE
from components.exceptions.heading import title
from components.exceptions.listing import download_name
from components.exceptions.page import page
from components.exceptions.view import PATH, ExceptionRow, ExceptionsView, address, view_of
from components.exceptions.words import chance_words, figure_words, series_words

__all__ = ["ADDRESS", "PAGE", "PATH", "ExceptionRow", "ExceptionsView", "address", "chance_words", "download_name",
           "figure_words", "page", "series_words", "view_of", "title"]  # fmt: skip
