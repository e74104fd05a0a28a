"""The search page: a form, and what was found by kind."""

from components.search.page import page
from components.search_form import PATH

__all__ = ["PATH", "page"]
