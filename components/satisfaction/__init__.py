"""The satisfaction page: its parts, each a function of the view, and which of them a new address changes."""

from components.satisfaction.answers import ADDRESS, ANSWER, PARTS, PROPS, answer, answers
from components.satisfaction.downloads import download_name
from components.satisfaction.heading import title
from components.satisfaction.image import picture
from components.satisfaction.page import page
from components.satisfaction.view import SatisfactionView, view_of
from data.selection.satisfaction import PATH

__all__ = ["ADDRESS", "ANSWER", "PARTS", "PATH", "PROPS", "SatisfactionView", "answer", "answers", "download_name",
           "page", "picture", "title", "view_of"]  # fmt: skip
