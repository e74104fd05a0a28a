"""What the pages about one topic share: a view, a page and its answers, and a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import flask
from dash import Input, Output, State, callback
from dash.development.base_component import Component

from components import topics
from components.parts import ANSWER
from data.catalogue import catalogue
from data.selection.topics import TopicSelection
from data.sheet import Row, Sheet, each_once
from data.topics import Topic
from data.topics.export import part_sheet, topic_sheet
from data.topics.view import every_map, every_series
from data.topics.view import gathered as gathered_from
from data.view_file import ViewFile
from geo.areas import boroughs
from pages._pictures import serve_pictures
from pages._serving import edition_asked, on_screen, params_of, query_of, serve_files


def gathered(topic: Topic, params: Mapping[str, str]) -> dict[str, Any]:
    """What the parameters ask for, or the nearest to it, from the edition in use."""
    with edition_asked() as edition:
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


def every_view(topic: Topic, chosen: TopicSelection) -> Iterator[Row]:
    """The rows of the month in every area; then all months of the measure in each, and its map of every period."""
    for area in ("", *(each.slug for each in boroughs())):
        yield from topic_sheet(gathered(topic, {**chosen.to_params(), "area": area})).rows
    with edition_asked() as edition:
        for part in (*every_series(edition, catalogue(), chosen), *every_map(edition, catalogue(), chosen)):
            yield from part_sheet(part).rows


def connect_files(server: flask.Flask, topic: Topic) -> None:
    """Answer with everything that the view shows as files."""

    def file_of(params: Mapping[str, str], *, whole: bool) -> ViewFile:
        found = gathered(topic, params)
        now = topics.view_of(found)
        measure, sheet = now.map.measure, topic_sheet(found)
        every = Sheet.streamed(sheet.columns, each_once(every_view(topic, now.selection))) if whole else sheet
        return ViewFile(
            sheet=every, name=topics.download_name(now), title=topics.title(now), page=topic.path,
            query=now.selection.to_query(), edition=now.edition, definition=measure.definition, unit=measure.unit,
            caveats=(*measure.caveats, *now.map.dataset.caveats),
            whole="The measures of the page in London and in each borough for the same month; and of the one chosen, "
            "every month and the map of every period.",
        )  # fmt: skip

    serve_files(server, topic.path, file_of)
