"""The local priorities page: its parts, each a function of the view, and which of them a new address changes."""

from components.priorities.answers import ADDRESS, ANSWER, PARTS, PROPS, answer, answers
from components.priorities.heading import title
from components.priorities.listing import download_name
from components.priorities.page import page
from components.priorities.view import PrioritiesView, address, view_of
from data.selection.priorities import PATH

__all__ = ["ADDRESS", "ANSWER", "PARTS", "PATH", "PROPS", "PrioritiesView", "address", "answer", "answers",
           "download_name", "page", "view_of", "title"]  # fmt: skip
