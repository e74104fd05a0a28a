"""A borough's briefing: the profile on two sheets of paper."""

from components.briefing.page import page
from components.briefing.words import title

__all__ = ["page", "title"]
