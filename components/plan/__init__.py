"""The plan page: its parts, each a function of the view, and which of them a new address changes."""

from components.plan.answers import ADDRESS, PAGE
from components.plan.heading import title
from components.plan.indicators import FILES as INDICATORS
from components.plan.listing import download_name
from components.plan.page import page
from components.plan.view import PATH, PlanView, view_of

__all__ = ["ADDRESS", "INDICATORS", "PAGE", "PATH", "PlanView", "download_name", "page", "title", "view_of"]
