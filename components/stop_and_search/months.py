"""Searches by month, and the share of each month's searches that was published without a borough."""

from __future__ import annotations

from collections.abc import Iterator

from dash.development.base_component import Component

from components.stop_and_search import months_plot as plot
from components.stop_and_search import tables, words
from components.stop_and_search.headline import unplaced_words
from components.stop_and_search.records import SUPPRESSED, UNPLACED, Month
from components.stop_and_search.sections import drawn, heading, nothing
from components.stop_and_search.view import StopAndSearchView
from data.selection import month_name


def months(view: StopAndSearchView) -> list[Component]:
    title = f"Searches by month, {view.area_name}"
    if not view.months:
        return [*heading("months", title), nothing("This edition holds no stops and searches.")]
    return [
        *heading("months", title, subtitle(view)),
        *drawn(plot.wide(view), plot.narrow_counts(view), plot.narrow_shares(view)),
        *(tables.note(each) for each in notes(view)),
        twin(view),
    ]


def subtitle(view: StopAndSearchView) -> str:
    first = "Searches by the Met" if view.is_london else f"Searches in {view.area_name}"
    blank = " Blank: a month that this edition does not have." if view.period and not view.period.is_whole else ""
    hatched = "" if view.is_london else " Hatched: such a month."
    return (f"{first}; then the share of London’s searches published without a borough. Above the dashed line no "
            f"borough has figures for the month.{hatched}{blank}")  # fmt: skip


def notes(view: StopAndSearchView) -> Iterator[str]:
    yield unplaced_words(view) or "Every month of this period has borough figures."
    few = [month for month in view.months if month.london is not None and month.london < plot.FEW]
    if few:
        named = words.months_words(tuple(month.month for month in few))
        yield f"{named}: so few searches that the published file may not be whole."


def twin(view: StopAndSearchView) -> Component:
    heads = [("Month", ""), ("Searches", "London"), ("Per 1,000 residents", "London"), ("Find rate", "London"),
             ("Without a borough", "searches"), ("Without a borough", "share")]  # fmt: skip
    if not view.is_london:
        heads += [("Searches", view.area_name), ("Per 1,000 residents", view.area_name)]
    caption = f"Searches by month, {view.area_name}, {view.period.label if view.period else ''}"
    built = tables.table(caption, heads, ((month_name(month.month), _cells(view, month), "") for month in view.months))
    hidden = any(month.status == SUPPRESSED for month in view.months)
    return tables.twin(built, "Searches by month", tables.withheld_note(hidden))


def _cells(view: StopAndSearchView, month: Month) -> list[str]:
    cells = [words.number(month.london), words.rate(month.london_per_1000), words.percent(month.london_share, 1),
             words.number(month.no_borough), words.percent(month.no_borough_share, 1)]  # fmt: skip
    if view.is_london:
        return cells
    if month.status == UNPLACED:
        return [*cells, words.missing(UNPLACED), "–"]
    return [*cells, words.number(month.searches), words.rate(month.per_1000)]
