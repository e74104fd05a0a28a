"""The up to three sentences under the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from components.map_view import MapView
from components.text.figures_of import (
    Figures,
    decimals,
    has_many_visitors,
    london,
    selected,
    sharing_rank,
    with_value,
)
from components.text.headline import LITTLE, break_inside, mostly_small, moved, share, split
from components.text.numbers import count, counted, listed, percent, rank_words, rate
from components.text.periods import period_before
from data.catalogue import Break, Polarity
from data.selection import Show, month_name

SENTENCES = 3
SMALL = 20  # STATISTICS.md: a percentage from fewer earlier offences says too little
REPORTING = (
    "Many of these offences go unreported. "
    "A rise can mean more people coming forward, more offences, or both."
)
CHANCE_LONDON = "In most boroughs the numbers are small, so they move a lot by chance."
CHANCE_BOROUGH = "Numbers this small move a lot by chance."


def lead(view: MapView) -> str:
    """What the headline rests on, and the caution that the measure needs, which is never cut for length."""
    row = selected(view)
    if (inside := break_inside(view)) is not None:
        return " ".join([inside.reason, _totals(inside), *_caution(view, row)])
    opening = _about_borough(view, row) if row else _about_london(view)
    cautions = [*_no_comparison(view), *_caution(view, row)]
    context = [_rate_and_rank(view, row)] if row else [_boroughs_both_ways(view), _highest(view)]
    room = SENTENCES - sum(len(re.findall(r"[.?](?:\s|$)", text)) for text in [opening, *cautions])
    return " ".join([opening, *[text for text in context if text][: max(room, 0)], *cautions])


def _totals(inside: Break) -> str:
    """The way to periods that have one."""
    month = month_name(inside.month)
    return f"Periods that end before {month}, and those that begin in {month} or later, have totals."


def against_before(view: MapView, row: Figures) -> str:
    """`, 22% more than in the previous 12 months`; nothing where there is nothing to compare with."""
    if row.change is None:
        return ""
    before = period_before(view)
    if row.change == 0:
        return f", the same number as in {before}"
    if row.change_pct is not None and abs(row.change_pct) <= LITTLE:
        return f", little changed from {count(row.offences_before)} in {before}"
    size = count(abs(row.change)) if row.change_pct is None else percent(row.change_pct)
    return f", {size} {'more' if row.change > 0 else 'fewer'} than in {before}"


def _about_london(view: MapView) -> str:
    row = london(view)
    if row.offences is None:
        return "The publisher’s files for this period do not list it."
    return f"Police recorded {counted(row.offences)} across London{against_before(view, row)}."


def _about_borough(view: MapView, row: Figures) -> str:
    if row.offences is None:
        return f"Not listed is not the same as zero. {_about_london(view)}"
    said = f"Police recorded {counted(row.offences)} in {row.area_name}"
    if row.change is None:
        return f"{said}."
    before = period_before(view)
    said += f", the same number as in {before}" if row.change == 0 else (
        f", compared with {count(row.offences_before)} in {before}")  # fmt: skip
    whole = london(view)
    return f"{said}; across London the number {moved(whole)}." if whole.change is not None else f"{said}."


def _rate_and_rank(view: MapView, row: Figures) -> str:
    whole, places = london(view), decimals(view)
    if row.rate is None or whole.rate is None:
        return ""
    figure = f"The rate was {rate(row.rate, places)} per 1,000 residents"
    if view.selection.show is Show.RATE and row.rank is not None:
        words = rank_words(row.rank, len(with_value(view)), sharing=sharing_rank(view, row))
        figure += f", the {words} boroughs" if words else ""
    return f"{figure}; for London it was {rate(whole.rate, places)}{_visitors([row])}."


def _boroughs_both_ways(view: MapView) -> str:
    """How the boroughs moved, where the headline did not say."""
    row = london(view)
    rose, fell, compared = split(view)
    said = row.change_pct is not None and abs(row.change_pct) > LITTLE
    if said or row.change is None or not compared or mostly_small(view):
        return ""
    return f"The number rose in {share(view, rose)} and fell in {fell}."


def highest(view: MapView, most: int = 3) -> tuple[Figures, ...]:
    """The boroughs with the highest values, fewer than `most` where a tie would make the choice arbitrary."""
    rows = with_value(view)
    if len(rows) <= most:
        return ()
    while most and rows[most - 1].value == rows[most].value:
        most -= 1
    return rows[:most]


def _highest(view: MapView) -> str:
    rows = highest(view)
    if view.selection.show is Show.CHANGE:
        rows = tuple(row for row in rows if (row.value or 0) > 0)
    words = {Show.RATE: "Rates were highest in", Show.NUMBER: "Numbers were highest in",
             Show.CHANGE: "In per cent, the largest rises were in"}[view.selection.show]  # fmt: skip
    words = words.replace("rises were", "rise was") if len(rows) == 1 else words
    caution = _visitors(rows) if view.selection.show is Show.RATE else ""
    return f"{words} {listed([row.area_name for row in rows])}{caution}." if rows else ""


def _visitors(rows: Sequence[Figures]) -> str:
    """The caution that their rates carry: ` (rates leave out visitors, of whom Camden has many)`."""
    names = [row.area_name for row in rows if has_many_visitors(row)]
    if not names:
        return ""
    all_of_them = {2: "both", 3: "all three"}.get(len(names)) if len(names) == len(rows) else None
    verb = "has" if len(names) == 1 else "have"
    return f" (rates leave out visitors, of whom {all_of_them or listed(names)} {verb} many)"


def _no_comparison(view: MapView) -> list[str]:
    row = selected(view) or london(view)
    if row.offences is None:
        return []
    if view.broken is not None:
        return [f"{break_words(view.broken)} {view.broken.reason}"]
    if row.change is not None:
        return []
    if view.coverage.first > view.selection.window.year_before.start:
        first = month_name(view.coverage.first)
        return [f"These figures begin in {first}, so there is no earlier period to compare with."]
    return [f"There is no figure for {period_before(view)} to compare with."]


def break_words(broken: Break) -> str:
    return f"Figures from {month_name(broken.month)} on are not comparable with those before."


def _caution(view: MapView, row: Figures | None) -> list[str]:
    if view.measure.polarity is Polarity.REPORTING:
        return [REPORTING]
    if row is None:
        return [CHANCE_LONDON] if mostly_small(view) and split(view)[2] else []
    numbers = [number for number in (row.offences, row.offences_before) if number is not None]
    return [CHANCE_BOROUGH] if row.offences is not None and min(numbers) < SMALL else []
