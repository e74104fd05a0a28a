"""The accessibility statement."""

from components.accessibility.page import PATH, page

__all__ = ["PATH", "page"]
