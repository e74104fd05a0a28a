"""Pages about a few measures of one topic: their rows, one of them close up, and what was printed of it.

Each page is a `TopicPage` of its own; parts are functions of the view.
"""

from components.topics.answers import TopicPage
from components.topics.downloads import download_name
from components.topics.heading import title
from components.topics.image import picture
from components.topics.page import page
from components.topics.view import TopicView, view_of

__all__ = ["TopicPage", "TopicView", "download_name", "page", "picture", "title", "view_of"]
