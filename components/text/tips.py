"""What is said of one area: the box on hover, the line under the map."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from components import area_words
from components.map_view import MapView
from components.patterns import Pattern, Sketch
from components.text.figure import why_missing
from components.text.figures_of import (
    Figures,
    Row,
    decimals,
    figures,
    has_many_visitors,
    london,
    selected,
    sharing_rank,
    with_value,
)
from components.text.numbers import count, counted, ordinal, percent, rank_words, rate, rounded
from components.text.periods import period, period_before, provisional_words
from data.selection import Show

UNIT = " per 1,000 residents"
CITY_WORDS = "Not policed by the Met – no data"


def rank_sentence(view: MapView, row: Figures) -> str:
    """`9th highest of 32`; for a change, where that would be misread: `9th of 32, highest change first`."""
    if row.rank is None:
        return ""
    of, sharing = len(with_value(view)), sharing_rank(view, row)
    if view.selection.show is Show.CHANGE:
        return f"{'joint ' if sharing > 1 else ''}{ordinal(row.rank)} of {of}, highest change first"
    return rank_words(row.rank, of, sharing=sharing)


def direction(row: Figures) -> str:
    """`up 41% on`, `little changed from`, `no change from`; nothing where there is no percentage."""
    if row.change == 0:
        return "no change from"
    if row.change_pct is None:
        return ""
    if rounded(row.change_pct) == 0:
        return "little changed from"
    return f"{'up' if row.change_pct > 0 else 'down'} {percent(row.change_pct)} on"


def _value_words(view: MapView, row: Figures) -> str:
    """The figure with its unit: `1.84 per 1,000 residents`, `up 41% on the previous 12 months`."""
    if row.value is None:
        return ""
    if view.selection.show is Show.CHANGE:
        return f"{direction(row)} {period_before(view)}"
    if view.selection.show is Show.NUMBER:
        return counted(row.value)
    return f"{rate(row.value, decimals(view))}{UNIT}"


def _change_words(view: MapView, row: Figures) -> str:
    """The count and how it moved: `453 offences, up 41% on the previous 12 months`."""
    if row.offences is None:
        return ""
    before = period_before(view)
    if row.change_status == "not_comparable":
        return f"{counted(row.offences)}, not comparable with {before}"
    if row.change is None:
        return f"{counted(row.offences)}, no earlier figure to compare with"
    words = direction(row)
    if not words or view.selection.show is Show.CHANGE:
        return f"{counted(row.offences)}, compared with {count(row.offences_before)} in {before}"
    return f"{counted(row.offences)}, {words} {before}"


def _first_capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def selected_sentence(view: MapView, *, whole: bool = False) -> str:
    """The chosen borough's figures after its name and a colon; London's when none is chosen, or `whole`."""
    row = (None if whole else selected(view)) or london(view)
    if row.offences is None:
        return f"{row.area_name}: {why_missing(view, row).lower()} for {period(view.selection.window)}."
    value = _value_words(view, row) if view.selection.show is not Show.NUMBER else ""
    first = ", ".join(filter(None, [value, rank_sentence(view, row) if value else ""]))
    second = ", ".join(filter(None, [_change_words(view, row), "" if value else rank_sentence(view, row)]))
    return f"{row.area_name}: {'. '.join(filter(None, [first, second]))}."


# A box with a line each: place, period, value, change, rank, visitors, provisional. Most areas have all their words but
# a few figures in common; what does not fit is written out.
area_words.declare()
COMMON, ROW = "period unit before late", "code class value count moved rank more"
AS_RATE = Pattern("tip-rate", "{code:area}\n{period}\n{value}{unit}\n{count}, {moved} {before}\n{rank}{more}{late}",
                  common=COMMON, row=ROW)  # fmt: skip
AS_NUMBER = Pattern("tip-number", "{code:area}\n{period}\n{count}, {moved} {before}\n{rank}{more}{late}",
                    common=COMMON, row=ROW)  # fmt: skip
WRITTEN = Pattern("tip-words", "{words}", row="code class words")
Tip = tuple[Pattern, tuple[str, ...], list[Any]]  # the pattern, its common values, and those of the row


def area_tip(view: MapView, row: Row | Figures) -> str:
    """The box on hover or focus."""
    pattern, common, values = _tip(view, figures(row), None)
    return pattern.texts(common, [values])[0]


def area_tips(view: MapView, classes: Mapping[Figures, int | None]) -> Sketch:
    """The boxes of some areas: rows that begin with the area's code and its class on the map, None for none."""
    runs = groupby((_tip(view, row, number) for row, number in classes.items()), key=lambda tip: tip[:2])
    return Sketch([pattern.rows([values for _, _, values in run], *common) for (pattern, common), run in runs])


def _tip(view: MapView, area: Figures, number: int | None) -> Tip:
    moved, show = direction(area), view.selection.show
    is_usual = not area.is_city and area.offences is not None and area.change is not None and area.value is not None
    if not is_usual or not moved or show is Show.CHANGE or area.area_type != "borough":
        return WRITTEN, (), [area.area_code, number, _in_full(view, area)]
    late, more = provisional_words(view), _visitors(view, area)
    common = (view.selection.window.label, UNIT, period_before(view), f"\n{_first_capital(late)}" if late else "")
    values = [
        area.area_code, number, rate(area.value, decimals(view)) if show is Show.RATE else None,
        counted(area.offences or 0), moved, _first_capital(rank_sentence(view, area)), f"\n{more}" if more else None,
    ]  # fmt: skip
    return AS_RATE if show is Show.RATE else AS_NUMBER, common, values


def _in_full(view: MapView, area: Figures) -> str:
    if area.is_city:
        return f"{area.area_name}\n{CITY_WORDS}"
    if area.offences is None:
        return f"{area.area_name}\n{view.selection.window.label}\n{why_missing(view, area)}"
    value = _value_words(view, area) if view.selection.show is not Show.NUMBER else ""
    if view.selection.show is Show.CHANGE and area.value is None:
        value = "no percentage: fewer than 20 offences before" if area.change_status == "small_base" else ""
    lines = [area.area_name, view.selection.window.label, value, _change_words(view, area),
             rank_sentence(view, area), _visitors(view, area), provisional_words(view)]  # fmt: skip
    return "\n".join(_first_capital(line) for line in lines if line)


def _visitors(view: MapView, row: Figures) -> str:
    if view.selection.show is not Show.RATE or not has_many_visitors(row):
        return ""
    return "Many visitors, whom the rate leaves out"
