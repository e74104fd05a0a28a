"""Keeping people safe: the harms that the plan names, one of them close up, and what was printed of them."""

from __future__ import annotations

import dash
from dash.development.base_component import Component

from components.topics import TopicPage
from data.topics import topic
from pages import _topics

TOPIC, PAGE = topic("safeguarding"), TopicPage("safe")
dash.register_page(__name__, path=TOPIC.path, name="Keeping people safe", title="Keeping people safe")
server = dash.get_app().server


def layout(**params: str) -> list[Component]:
    """The page for an address's parameters; unknown ones are passed over."""
    return _topics.page(TOPIC, PAGE, params)


_topics.connect(TOPIC, PAGE)
_topics.connect_picture(server, TOPIC)
_topics.connect_files(server, TOPIC)
