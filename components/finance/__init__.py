"""The money page: its parts, each a function of the view, and which of them a new address changes."""

from components.finance.answers import ADDRESS, ANSWER, PARTS, PROPS, answer, answers
from components.finance.heading import title
from components.finance.image import picture
from components.finance.page import page
from components.finance.tables import download_name
from components.finance.view import FinanceView, view_of
from data.selection.finance import PATH

__all__ = ["ADDRESS", "ANSWER", "PARTS", "PATH", "PROPS", "FinanceView", "answer", "answers", "download_name", "page",
           "picture", "title", "view_of"]  # fmt: skip
