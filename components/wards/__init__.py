"""The wards of a borough: the page's parts, each a function of the view, and which of them a new address changes."""

from components.parts import ANSWER
from components.wards.answers import ADDRESS, PARTS, answer, answers
from components.wards.data import download_name
from components.wards.heading import title
from components.wards.nothing import nothing_page
from components.wards.page import page
from components.wards.view import NoWards, WardRow, WardsView, view_of

__all__ = ["ADDRESS", "ANSWER", "PARTS", "NoWards", "WardRow", "WardsView", "answer", "answers", "download_name",
           "nothing_page", "page", "view_of", "title"]  # fmt: skip
