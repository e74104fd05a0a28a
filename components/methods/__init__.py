"""The Data and methods page: where figures come from, what was refused and revised, what each word means."""

from components.methods.page import PATH, page
from components.methods.view import MethodsView

__all__ = ["PATH", "MethodsView", "page"]
