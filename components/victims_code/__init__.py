"""The Victims' Code page: its parts, each a function of the view, and which of them a new address changes."""

from components.victims_code.answers import ADDRESS, PAGE
from components.victims_code.downloads import download_name
from components.victims_code.heading import title
from components.victims_code.page import page
from components.victims_code.view import PATH, VictimsCodeView, view_of

__all__ = ["ADDRESS", "PAGE", "PATH", "VictimsCodeView", "download_name", "page", "title", "view_of"]
