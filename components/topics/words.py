"""The sentences of a topic's page, filled from the figures on screen. They tell direction, never judgement."""

from __future__ import annotations

from collections.abc import Sequence

from components import text
from components.overview import words as row_words
from components.overview.view import CountRow
from components.text.lead import REPORTING, break_words
from components.text.periods import month_list
from components.topics.view import TopicView
from data.catalogue import Polarity
from data.periods import month_name, month_range
from data.selection import Span
from data.topics.declared import Headline

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
CLEAR = ("higher", "no_clear_change", "lower")
LATEST = "in the latest 12 months than in the year before"


def number(many: int) -> str:
    """`four`, `13`."""
    return NUMBERS[many] if many < len(NUMBERS) else str(many)


def headline(view: TopicView) -> str:
    """The chosen measure's change, or how many measures rose and fell; true of the figures on screen."""
    if view.topic.headline is Headline.VERDICTS:
        return of_verdicts(view)
    if view.split is not None:
        when, where = text.period(view.map.selection.window), view.rows.area_name
        return f"No total of recorded {noun(view)} in {where} is given for {when}."
    return text.headline(view.map)


def noun(view: TopicView) -> str:
    return view.map.measure.noun.rstrip(",")


def of_verdicts(view: TopicView) -> str:
    """How many of the measures were clearly higher and lower in their latest 12 months."""
    rows = view.rows.counts
    told = {name: sum(row_words.verdict(row) == name for row in rows) for name in CLEAR}
    known, place = sum(told.values()), f"in {view.rows.area_name}"
    if not known:
        month = month_name(view.selection.asked)
        return f"No {view.topic.one} {place} can be compared with the year before in {month}."
    if known == 1:
        way = next(name for name in CLEAR if told[name])
        moved = "neither clearly higher nor lower" if way == "no_clear_change" else f"clearly {way}"
        return f"The only {view.topic.one} {place} that can be compared was {moved} {LATEST}."
    of = f"{'all' if known == len(rows) else 'the'} {number(known)} {view.topic.many}"
    said = f"Of {of} {place} that can be compared, " if known < len(rows) else f"Of {of} {place}, "
    moves = [f"{number(told[way])} {_was(told[way])} clearly {way}" for way in ("higher", "lower") if told[way]]
    if not moves:
        return f"{said}none was clearly higher or lower {LATEST}."
    return f"{said}{' and '.join(moves)} {LATEST}."


def _was(many: int) -> str:
    return "was" if many == 1 else "were"


def lead(view: TopicView) -> str:
    """What the headline rests on, and the cautions of the measures that are shown."""
    if view.topic.headline is Headline.VERDICTS:
        cautious = any(row.is_reporting for row in view.rows.counts)
        return " ".join(filter(None, [*_verdict_lead(view), REPORTING if cautious else ""]))
    if view.split is not None:
        return " ".join(filter(None, [split_words(view), REPORTING if is_reporting(view) else ""]))
    return text.lead(view.map)


def _verdict_lead(view: TopicView) -> list[str]:
    """Which measures are not compared and why, and how many months are out of their range."""
    rows = view.rows.counts
    broken = [row.name for row in rows if row_words.verdict(row) == "not_comparable"]
    judged = [row for row in rows if row.signal in row_words.JUDGED]
    out = [row for row in judged if row.signal != "within"]
    said = [f"{text.listed(_wholes(rows, broken))} cannot be compared, because the series breaks in between."]
    months = f"In their latest month, {number(len(out))} of {number(len(judged))} judged {_was(len(out))} outside "
    return [*(said if broken else []), f"{months}what was expected." if judged else ""]


def _wholes(rows: Sequence[CountRow], names: list[str]) -> list[str]:
    """The names without those of parts of others among them."""
    part_of = {row.name: row.part_of_name for row in rows}
    return [name for name in names if part_of[name] not in names]


def is_reporting(view: TopicView) -> bool:
    """Whether the chosen measure carries the caution of offences that often go unreported."""
    return view.map.measure.polarity is Polarity.REPORTING


def split_words(view: TopicView) -> str:
    """Why there is no figure for a period with a break inside it."""
    if view.split is None:
        return ""
    when, month = text.period(view.map.selection.window), month_name(view.split.month)
    return f"{when[0].upper()}{when[1:]} hold a break in the series, in {month}. {view.split.reason}"


def own_period(view: TopicView) -> str:
    """Where the chosen measure ends before the month asked for."""
    chosen = view.selection
    if chosen.drawn >= chosen.asked:
        return ""
    return f"{view.map.measure.name} has settled figures to {month_name(chosen.drawn)}, so it is shown to then."


def gaps(view: TopicView) -> str:
    """`No file gives June and July 2021, so the line stops and begins again.`, or nothing."""
    rows = view.trends.series[0].rows
    known = [place for place, row in enumerate(rows) if row.value is not None]
    inside = rows[known[0] : known[-1]] if known else ()
    missing = tuple(row.end for row in inside if row.value is None)
    if not missing:
        return ""
    is_run = missing == month_range(missing[0], missing[-1]) and len(missing) > 3
    named = f"{month_name(missing[0])} to {month_name(missing[-1])}" if is_run else month_list(missing)
    return f"There is no figure for {named}: the line stops before and begins again after."


def breaks(view: TopicView) -> list[str]:
    """What no comparison may cross, for the chosen measure, among the months that the edition has of it."""
    held = [each for each in view.map.measure.breaks if each.month <= view.map.coverage.last]
    return [f"{break_words(each)} {each.reason}" for each in held]


def close_title(view: TopicView) -> str:
    return f"{view.map.measure.name} close up"


def close_subtitle(view: TopicView) -> str:
    """The measure's definition, and how far its figures go."""
    return " ".join(filter(None, [view.map.measure.definition, own_period(view), split_words(view)]))


def span_words(span: Span) -> str:
    return {Span.YEAR: "12 months", Span.QUARTER: "a quarter", Span.MONTH: "one month"}[span]
