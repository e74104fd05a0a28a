"""What the reader of a topic's page is looking at: the month its rows end in, and one of its measures close up.

`topic_from_params` never fails: what cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data.catalogue import Catalogue
from data.periods import Coverage, Span, Window, month_name
from data.selection.asked import area_asked, choice_asked, month_asked, quoted
from data.selection.crime_map import Selection, Show, sort_asked
from data.topics.declared import Topic

Coverages = Callable[[str], Coverage | None]
Settled = Callable[[str], date | None]


class Months(StrEnum):
    """How many months are drawn. The values appear in addresses."""

    THREE_YEARS = "36"
    FIVE_YEARS = "60"
    TEN_YEARS = "120"

    @property
    def number(self) -> int:
        return int(self.value)


@dataclass(frozen=True)
class TopicSelection(Selection):
    """`asked`: the month that the page's rows end in, which its address bears.

    `month`: the end of the chosen measure's own period, where that has no figure for the month asked for. `drawn`: the
    last month of its chart. `page`: the path of the page.
    """

    asked: date = date.min
    drawn: date = date.min
    page: str = ""
    length: Months = Months.THREE_YEARS

    @property
    def path(self) -> str:
        return self.page

    def change(self, **values: object) -> TopicSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state; the month is the one asked for, so that choosing another measure moves no other row."""
        params = {**super().to_params(), "to": f"{self.asked:%Y-%m}"}
        if self.length is not Months.THREE_YEARS:
            params["months"] = self.length.value
        return params


@dataclass(frozen=True)
class ParsedTopic:
    """A selection, and a sentence for each parameter that could not be met."""

    selection: TopicSelection
    corrections: tuple[str, ...] = ()


def topic_from_params(
    params: Mapping[str, str | None], topic: Topic, catalogue: Catalogue, coverage: Coverages, settled: Settled
) -> ParsedTopic:
    """Read an address's parameters. `settled`: the latest month of a measure that its publisher will hardly revise.

    Raises LookupError when the edition holds none of the topic's measures.
    """
    said: list[str] = []
    covered = topic_coverage(topic, coverage)
    asked = month_asked(params.get("to"), covered, Span.MONTH, said, usual=usual_month(topic, coverage, settled))
    measure = _measure(params.get("measure"), topic, catalogue, coverage, asked, said)
    own = coverage(measure) or covered
    span = choice_asked(params.get("span"), Span, Span.YEAR, "period", "12 months", said)
    if not own.ends(span):
        said.append("There are too few months of figures for this period; this page shows single months.")
        span = Span.MONTH
    month = own_end(asked, own, span, settled(measure))
    if month > asked:
        name, first = catalogue.measure(measure).name, month_name(own.first)
        said.append(f"The figures of {name} begin in {first}; for it this page shows {Window(month, span).label}.")
    selection = TopicSelection(
        measure=measure, month=month, span=span, asked=asked, page=topic.path,
        drawn=own_end(asked, own, Span.MONTH, settled(measure)),
        show=choice_asked(params.get("show"), Show, Show.RATE, "way to show figures", "rates per 1,000 residents",
                          said),
        area=area_asked(params.get("area"), said), sort=sort_asked(params.get("sort"), said),
        all_rows=params.get("rows") == "all",
        length=choice_asked(params.get("months"), Months, Months.THREE_YEARS, "length", "36 months", said),
    )  # fmt: skip
    return ParsedTopic(selection, tuple(said))


def topic_coverage(topic: Topic, coverage: Coverages) -> Coverage:
    """From the first month to the last in which any of the topic's measures has a figure."""
    found = [each for measure in topic.measures if (each := coverage(measure))]
    if not found:
        raise LookupError(f"the edition holds no figures for {topic.path}")
    return Coverage(min(each.first for each in found), max(each.last for each in found))


def usual_month(topic: Topic, coverage: Coverages, settled: Settled) -> date:
    """The latest settled month of the first group that has any, or the latest month."""
    for group in topic.group:
        ends = [end for measure in group.measures if coverage(measure) and (end := settled(measure))]
        if ends:
            return max(ends)
    return topic_coverage(topic, coverage).last


def own_end(asked: date, own: Coverage, span: Span, settled: date | None) -> date:
    """The end of a measure's period nearest to the month asked for: not after it, and not after the latest settled
    month where the measure has no figure for that; its first end where all lie later."""
    limit = asked if asked <= own.last else min(own.last, settled or own.last)
    ends = own.ends(span)
    return next((end for end in ends if end <= limit), ends[-1])


def _measure(
    value: str | None, topic: Topic, catalogue: Catalogue, coverage: Coverages, asked: date, said: list[str]
) -> str:
    """A measure of the topic with figures; unasked, the first of the first group that has one in the month, or else
    the first that has begun by then: it is shown to its own latest month, rather than another subject in its place."""
    with_any = [(measure, own) for measure in topic.measures if (own := coverage(measure))]
    begun = [(measure, own) for measure, own in with_any if own.first <= asked]
    first = [measure for measure, own in begun if measure in topic.group[0].measures and asked <= own.last]
    usual = first[0] if first else (begun or with_any)[0][0]
    if not value:
        return usual
    shown = f"this page shows {catalogue.measure(usual).name}"
    if value not in topic.measures:
        said.append(f"This page has no {topic.one} called {quoted(value)}; {shown}.")
        return usual
    if coverage(value) is None:
        said.append(f"These figures hold nothing for {catalogue.measure(value).name}; {shown}.")
        return usual
    return value
