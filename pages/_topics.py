"""What the pages about one topic share: a view, a page and its answers, and a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import topics
from components.parts import ANSWER
from data.catalogue import catalogue
from data.topics import Topic
from data.topics.export import topic_sheet
from data.topics.view import gathered as gathered_from
from data.warehouse import warehouse
from pages._pictures import serve_pictures
from pages._serving import as_file, on_screen, params_of, query_of


def gathered(topic: Topic, params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with warehouse(flask.current_app.config["EDITIONS"]).edition() as edition:
        return gathered_from(edition, catalogue(), topic, params)


def page(topic: Topic, on: topics.TopicPage, params: dict[str, str]) -> list[Component]:
    return topics.page(topics.view_of(gathered(topic, params)), on, asked=query_of(params))


def connect(topic: Topic, on: topics.TopicPage) -> None:
    """Answer the page's address: every part, and every property of the map, that a new one changes."""

    @callback(
        [*(Output(on.address, name) for name in ANSWER), *(Output(place, "markup") for place in on.parts),
         *(Output(*place) for place in on.props)],
        Input(on.address, "search"), State(on.address, "shown"), State(on.address, "edition"),
        prevent_initial_call=True,
    )  # fmt: skip
    def show(search: str, shown: str, edition: str) -> list[Any]:
        now = topics.view_of(gathered(topic, params_of(search)))
        before = on_screen(now, search=search, shown=shown, edition=edition)
        return [*on.answer(now, asked=search).values(), *on.answers(now, before)]


def connect_picture(server: flask.Flask, topic: Topic) -> None:
    """Answer with the chosen measure's months as a picture."""
    serve_pictures(server, topic.path, lambda params: topics.picture(topics.view_of(gathered(topic, params))))


def as_csv(topic: Topic) -> flask.Response:
    """Everything that the view shows as a file."""
    found = gathered(topic, flask.request.args)
    name = topics.download_name(topics.view_of(found))
    return as_file(topic_sheet(found).csv(), f"{name}.csv", "text/csv")
