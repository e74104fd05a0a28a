"""Searches and residents by ethnic group: the figure with its heading, what it says in words, and the table."""

from __future__ import annotations

from collections.abc import Iterator

from dash.development.base_component import Component

from components.stop_and_search import rates_plot as plot
from components.stop_and_search import tables, words
from components.stop_and_search.headline import between, unplaced_words
from components.stop_and_search.records import UNPLACED, Group
from components.stop_and_search.sections import drawn, heading, nothing
from components.stop_and_search.view import StopAndSearchView
from components.text.numbers import count, rate_decimals
from data.selection.stop_and_search import By

NAME = "Searches and residents by ethnic group"
MIXED_TOLD = 0.01  # share of residents from which the missing mixed group of the officer's record is told


def rates(view: StopAndSearchView) -> list[Component]:
    parts: list[Component] = heading("rates", f"{NAME}, {view.area_name}", subtitle(view))
    if not view.groups:
        return [*parts, nothing(why_none(view))]
    return [*parts, *figure(view), *(tables.note(each) for each in notes(view)), rates_twin(view)]


def why_none(view: StopAndSearchView) -> str:
    """Why there is no table by ethnic group."""
    if not view.has_searches:
        return "This edition holds no stops and searches."
    if view.total.status == UNPLACED:
        return f"{view.area_name} has no figures for this period: most searches were published without a place."
    return ("These figures by ethnic group are withheld as a whole: the counts are so small that showing any of them "
            "would give others back.")  # fmt: skip


def subtitle(view: StopAndSearchView) -> str:
    recorded = f"All powers, {words.when(view)}, ethnic group {words.recorded(view)}."
    if view.residents_basis is None:
        return f"{recorded} This edition has no residents by ethnic group, so there is no rate and no ratio."
    return (f"{recorded} Residents: {view.residents_basis}. Proportional scale: each step doubles. Thick bar: 95% "
            "interval of the ratio. Thin line: where the ratio would lie whoever the searches of unknown ethnicity "
            "were of. Hollow: no clear difference.")  # fmt: skip


def figure(view: StopAndSearchView) -> list[Component]:
    """Drawn wide, and again for a phone and for paper: bars over ratios."""
    narrow = [plot.narrow_rates(view)]
    if view.residents_basis is not None:
        narrow.append(plot.narrow_ratios(view))
    return drawn(plot.wide(view), *narrow)


def notes(view: StopAndSearchView) -> Iterator[str]:
    """What unknown ethnicity and the officer's missing group could change, and what is left out."""
    yield unknown_words(view)
    yield sensitivity_words(view)
    yield mixed_words(view)
    if not view.is_london:
        yield unplaced_words(view)


def unknown_words(view: StopAndSearchView) -> str:
    if view.unknown_share is None:
        return ""
    known = "" if view.unknown is None else f"{words.searches(view.unknown)}, "
    said = f"Ethnic group {words.recorded(view)} is not known for {known}{words.percent(view.unknown_share, 1)} of all"
    other = view.unknown_share_other
    beside = f"; {words.RECORDED[words.OTHERWISE[view.selection.by]]} for {words.percent(other, 1)} of London’s"
    return f"{said} {'' if view.is_london else view.area_name + '’s '}searches{beside if other is not None else ''}."


def sensitivity_words(view: StopAndSearchView) -> str:
    """`The ratio for Black people would lie between 3.2 and 4.9 …`."""
    ranges = [f"{between(group)} for {words.people(group.key, group.name)}" for group in view.groups
              if group.key != words.KEY_WHITE and group.ratio_lowest is not None and group.ratio_highest is not None]
    if not ranges:
        return ""
    first, *others = ranges
    told = "; ".join([f"The ratio would lie {first}", *others])
    return (f"{told}: the lower end if every search of unknown ethnicity had been of White people, the upper end if "
            "every one had been of that group.")  # fmt: skip


def mixed_words(view: StopAndSearchView) -> str:
    """The officer's record has no mixed group, the census has."""
    if view.selection.by is not By.OFFICER or view.mixed_residents is None or (view.mixed_share or 0) < MIXED_TOLD:
        return ""
    said = (f"Officers’ records have no mixed group, while {count(view.mixed_residents)} residents "
            f"({words.percent(view.mixed_share, 1)}) gave one in the census.")  # fmt: skip
    black = words.find(view.groups, words.KEY_BLACK)
    effect = view.mixed_effect.get(words.KEY_BLACK)
    if black is None or black.ratio is None or effect is None:
        return said
    return (f"{said} If all of them were counted among Black residents, the ratio for Black people would be "
            f"{words.ratio(effect)} rather than {words.ratio(black.ratio)}; among White residents, it would be higher."
            )  # fmt: skip


def rates_twin(view: StopAndSearchView) -> Component:
    heads = [("Ethnic group", words.recorded(view)), ("Searches", ""), ("Share", "of all searches"),
             ("Residents", view.residents_basis or ""), ("Searches", "per 1,000 residents"), ("95% interval", ""),
             ("Ratio", "White people = 1"), ("95% interval", ""), ("If unknown ethnicity", "were White, or this group"),
             ]  # fmt: skip
    caption = f"{NAME}, {view.area_name}, {words.when(view)}"
    hidden = words.is_hidden_anywhere(group.tally for group in view.groups)
    places = rate_decimals(view.per_1000)
    built = tables.table(caption, heads, (_row(group, places) for group in view.groups))
    return tables.twin(built, NAME, tables.withheld_note(hidden))


def _row(group: Group, places: int) -> tuple[str, list[str], str]:
    both = group.ratio_lowest is not None and group.ratio_highest is not None
    return group.name, [
        words.number(group.tally.searches), words.percent(group.part, 1),
        "–" if group.residents is None else count(group.residents), words.rate(group.per_1000, places),
        words.rate_interval(group.per_1000_lower, group.per_1000_upper, places) or "–",
        words.ratio(group.ratio, group.ratio_lower, group.ratio_upper),
        words.interval(group.ratio_lower, group.ratio_upper) or "–",
        words.interval(*sorted((group.ratio_lowest or 0.0, group.ratio_highest or 0.0))) if both else "–",
    ], ""  # fmt: skip


