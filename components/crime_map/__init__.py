"""The crime map page: its sections, each a function of the view, and which of them a new address changes."""

from components.crime_map.answers import ANSWER, PARTS, PROPS, answer, answers
from components.crime_map.data import download_name
from components.crime_map.heading import title
from components.crime_map.page import page
from components.text import MAP_PATH as PATH

__all__ = ["ANSWER", "PARTS", "PATH", "PROPS", "answer", "answers", "download_name", "page", "title"]
