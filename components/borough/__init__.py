"""A borough's profile, and the page that finds a borough."""

from components.borough.address import PATH, briefing_address, download_name, profile_address, wards_address
from components.borough.answers import PARTS, answer, answers
from components.borough.finder import finder, not_covered
from components.borough.heading import title
from components.borough.image import picture
from components.borough.page import ADDRESS, SLUG, page
from components.borough.view import ProfileView, made
from components.parts import ANSWER

__all__ = ["ADDRESS", "ANSWER", "PARTS", "PATH", "SLUG", "ProfileView", "answer", "answers", "briefing_address",
           "download_name", "finder", "made", "not_covered", "page", "picture", "profile_address",
           "title", "wards_address"]  # fmt: skip
