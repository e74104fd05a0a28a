"""What a topic's page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from data import views
from data.catalogue import Break, Catalogue, Measure
from data.comparison_rows import Comparison
from data.events import events
from data.every_period import every_period
from data.periods import Coverage, Window
from data.selection.topics import TopicSelection, topic_coverage, topic_from_params, usual_month
from data.selection.trends import Basis, Length, SeriesKey, TrendsSelection
from data.statistics import expected_by_chance, false_alarm_rate
from data.topics.declared import Topic
from data.topics.printed import indicator_rows, printed_rows
from data.topics.rows import JUDGED, group_rows
from data.trends import view as trends_view
from data.warehouse import Edition
from geo.areas import boroughs, find, london

Row = dict[str, Any]
# What a break inside the period leaves without a figure; the period of the year before lies wholly before it.
FIGURES = ("offences", "change", "change_pct", "rate", "rate_lower", "rate_upper", "value", "rank")


def gathered(edition: Edition, catalogue: Catalogue, topic: Topic, params: Mapping[str, str | None]) -> Row:
    """The fields of components.topics.TopicView for these parameters."""
    covered, reach = views.coverages(edition, catalogue), trends_view.reached(edition)

    def settled(measure: str) -> date | None:
        return reach[measure]["last_settled"] if measure in reach else None

    parsed = topic_from_params(params, topic, catalogue, covered.get, settled)
    chosen = parsed.selection
    area = (find(chosen.area) if chosen.area else None) or london()
    groups = group_rows(edition, catalogue, topic, area.area_code, chosen.asked, is_london=chosen.area is None)
    judged = sum(row["signal"] in JUDGED for group in groups for row in group["counts"])
    split = split_by(catalogue.measure(chosen.measure), chosen)
    trends, beside = _trends(edition, catalogue, topic, chosen, covered)
    return {
        "topic": topic, "catalogue": catalogue, "selection": chosen, "corrections": parsed.corrections,
        "coverage": topic_coverage(topic, covered.get), "settled": usual_month(topic, covered.get, settled),
        "area_name": area.area_name, "area_code": area.area_code, "london": london().area_code, "groups": groups,
        "judged": judged, "by_chance": float(expected_by_chance(judged)), "split": split,
        "map": _map(edition, catalogue, chosen), "trends": trends, "beside": beside,
        "false_alarm": false_alarm_rate(),
        "printed": printed_rows(edition, catalogue, topic), "indicators": indicator_rows(edition, topic),
        "available": tuple(each for each in topic.measures if each in covered),
        "edition": _note(edition, catalogue, topic, covered, chosen.measure),
    }  # fmt: skip


def every_map(edition: Edition, catalogue: Catalogue, chosen: TopicSelection) -> Iterator[Row]:
    """Of each period of the chosen measure that the edition holds, oldest first: what the page's map shows."""
    note = views.of_selection(edition, catalogue, chosen)["edition"]
    measure = catalogue.measure(chosen.measure)
    dataset, show = catalogue.dataset(measure.dataset), chosen.show
    ends = reversed(views.coverages(edition, catalogue)[measure.id].ends(chosen.span))
    windows = [Window(end, chosen.span) for end in ends]
    periods = every_period(edition, measure, dataset, windows, show=show)
    for end, areas in periods.groupby(periods["period_end"].dt.date):
        of = {"measure": measure, "boroughs": Comparison.of(areas)}
        yield {"catalogue": catalogue, "selection": chosen.change(month=end), "map": of, "edition": note}


def every_series(edition: Edition, catalogue: Catalogue, chosen: TopicSelection) -> Iterator[Row]:
    """Every month of the chosen measure, in London and in each borough."""
    last = views.coverages(edition, catalogue)[chosen.measure].last
    note = views.of_selection(edition, catalogue, chosen)["edition"]
    for slug in ("london", *(area.slug for area in boroughs())):
        series = (SeriesKey(chosen.measure, slug),)
        drawn = TrendsSelection(series=series, month=last, show=Basis.NUMBER, months=Length.ALL)
        yield {"catalogue": catalogue, "trends": trends_view.of_selection(edition, catalogue, drawn), "edition": note}


def split_by(measure: Measure, chosen: TopicSelection) -> Break | None:
    """The break that lies inside the period shown, so that its months cannot be added up."""
    return measure.break_between(chosen.window.start, chosen.window.end)


def _map(edition: Edition, catalogue: Catalogue, chosen: TopicSelection) -> Row:
    """The crime map of the chosen measure; no figure of a period that a break lies inside, this one or the year's."""
    return views.of_selection(edition, catalogue, chosen)


def _trends(
    edition: Edition, catalogue: Catalogue, topic: Topic, chosen: TopicSelection, covered: Mapping[str, Coverage]
) -> tuple[Row, dict[str, frozenset[str]]]:
    """Every month of the chosen measure, and beside it of the others of its group, in the area, with the chosen one's
    events; and the names of those of them that belong beside each measure."""
    group = topic.group_of(chosen.measure).measures
    ids = [chosen.measure, *(each for each in group if each != chosen.measure and each in covered)]
    keys = tuple(SeriesKey(each, chosen.area or "london") for each in ids)
    drawn = TrendsSelection(series=keys, month=chosen.drawn, show=Basis.NUMBER, months=Length(chosen.length.value))
    found = trends_view.of_selection(edition, catalogue, drawn)
    beside = {each: frozenset(e.name for e in events() if e.may_stand_beside(each)) for each in ids}
    own = tuple(event for event in found["events"] if event["name"] in beside[chosen.measure])
    return {**found, "events": own}, beside


def _note(
    edition: Edition, catalogue: Catalogue, topic: Topic, covered: Mapping[str, Coverage], measure: str
) -> Row:
    """The fields of components.map_view.EditionNote: the topic's datasets, and the last month of the chosen measure."""
    held = [each for each in topic.measures if each in covered]
    datasets = [catalogue.dataset(each) for each in dict.fromkeys(catalogue.measure(m).dataset for m in held)]
    words = " and ".join(f"{each.name[0].lower()}{each.name[1:]}" for each in datasets)
    publishers = " and ".join(dict.fromkeys(each.publisher for each in datasets))
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": covered[measure].last, "published_on": edition.facts.published_on,
        "source": f"{publishers}, {words}; published reports" if topic.printed else f"{publishers}, {words}",
    }  # fmt: skip
