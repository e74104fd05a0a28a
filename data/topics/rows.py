"""The rows of a topic's tables in an area, group by group, as the overview makes them; and the measures without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from data import signal_queries
from data.catalogue import Catalogue
from data.overview import rows as overview_rows
from data.periods import Coverage
from data.topics.declared import Group, Topic
from data.warehouse import Edition

Row = dict[str, Any]
JUDGED = ("higher", "within", "lower")


def group_rows(edition: Edition, catalogue: Catalogue, topic: Topic, area_code: str, month: date,
               *, is_london: bool) -> tuple[Row, ...]:  # fmt: skip
    """`group`, `counts` and `published` of each group, and `without`: name and span of measures without a row.

    Printed figures are of all London, so a borough has none.
    """
    signals = signal_queries.signals_of_area(edition.cursor, area_code, month)
    series = signal_queries.series_of_area(edition.cursor, area_code, month)
    spans = edition.once(("spans", area_code), lambda: signal_queries.spans_of_area(edition.cursor, area_code))
    return tuple(
        {
            "group": group,
            "counts": tuple(
                overview_rows.count_row(catalogue.measure(each), catalogue, signals[each], series[each], month)
                for each in group.measures if each in signals
            ),
            "published": tuple(_published(edition, catalogue, group)) if is_london else (),
            "without": tuple(_without(catalogue, group, signals, spans)),
        }
        for group in topic.group
    )  # fmt: skip


def _published(edition: Edition, catalogue: Catalogue, group: Group) -> Iterator[Row]:
    figures, titles = printed_figures(edition), document_titles(edition)
    for measure in map(catalogue.published_measure, group.published):
        figure = figures.get(measure.key)
        if figure is not None:
            yield overview_rows.published_row(measure, figure, titles.get(measure.document, measure.document))


def _without(
    catalogue: Catalogue, group: Group, found: Mapping[str, Row], spans: Mapping[str, Coverage]
) -> Iterator[Row]:
    for each in group.measures:
        if each not in found:
            yield {"measure_id": each, "name": catalogue.measure(each).name, "span": spans.get(each)}


def printed_figures(edition: Edition) -> dict[signal_queries.FigureKey, Row]:
    return edition.once("published figures", lambda: signal_queries.published_figures(edition.cursor))


def document_titles(edition: Edition) -> dict[str, str]:
    return edition.once("document titles", lambda: signal_queries.document_titles(edition.cursor))
