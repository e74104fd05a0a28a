"""The stop-and-search page: its parts, each a function of the view, and which of them a new address changes."""

from components.parts import ANSWER
from components.stop_and_search.answers import ADDRESS, PAGE, PARTS, PROPS, answer, answers
from components.stop_and_search.downloads import download_name
from components.stop_and_search.heading import title
from components.stop_and_search.image import picture
from components.stop_and_search.page import page
from components.stop_and_search.view import PATH, StopAndSearchView, address, view_of

__all__ = ["ADDRESS", "ANSWER", "PAGE", "PARTS", "PATH", "PROPS", "StopAndSearchView", "address", "answer", "answers",
           "download_name", "page", "picture", "title", "view_of"]  # fmt: skip
