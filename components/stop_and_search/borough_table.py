"""Every borough in figures, and by month."""

from __future__ import annotations

from dash.development.base_component import Component

from components.fields import sort_head
from components.render import to_html
from components.stop_and_search import tables, words
from components.stop_and_search.denominators import kind as kind_of_offence
from components.stop_and_search.denominators import offence_name
from components.stop_and_search.records import Borough
from components.stop_and_search.tables import Written
from components.stop_and_search.view import PATH, StopAndSearchView
from components.text.numbers import DOES_NOT_APPLY, plain, rate_decimals
from data.selection import month_name
from data.selection.stop_and_search import Sort

LINK = ' data-address=""'


def table(view: StopAndSearchView) -> Component:
    """London first, then boroughs in the order of the data, then what is in none; heads are links that sort."""
    name = offence_name(view)
    by_offence = [("Per 100 offences", kind_of_offence(view), Sort.OFFENCES), ("By offences", "London = 1", None)]
    heads: list[tuple[str, str, Sort | None]] = [
        ("Borough", "", Sort.NAME), ("Searches", "", Sort.SEARCHES), ("Per 1,000 residents", "95% interval", Sort.RATE),
        ("By residents", "London = 1", None),
        *(by_offence if name else []),
        ("Find rate", "95% interval", Sort.SHARE), ("Ratio, Black to White", "95% interval", Sort.RATIO),
    ]  # fmt: skip
    written = [_head(view, *each, is_text=place == 0) for place, each in enumerate(heads)]
    caption = f"Searches by borough, {words.months_words(view.period.placed if view.period else ())}"
    rows = [_row(view, view.london_placed, "total")] if view.london_placed is not None else []
    rows += [_row(view, row, "sel" if row.is_chosen else "") for row in view.boroughs]
    return tables.whole(caption, written, [f"<tbody>{''.join(rows)}</tbody>"], kind="stop-by-borough")


def _head(view: StopAndSearchView, label: str, unit: str, sort: Sort | None, *, is_text: bool) -> str:
    if sort is None:
        return tables.head(label, unit, is_text=is_text)
    order = "ascending" if sort is Sort.NAME else "descending"
    is_on = view.selection.sort is sort
    target = f"{PATH}{view.selection.change(sort=sort).to_query()}"
    inside, below = (Written(to_html(part)) for part in sort_head(label, unit))
    link = tables.link(inside, target, f'{LINK} class="sort"' + (f' data-on="{order}"' if is_on else ""))
    return tables.head(Written(link + below), is_text=is_text, attributes=f' aria-sort="{order}"' if is_on else "")


def _row(view: StopAndSearchView, row: Borough, kind: str) -> str:
    places = rate_decimals(view.london_placed.per_1000 if view.london_placed else None)
    interval = words.rate_interval(row.per_1000_lower, row.per_1000_upper, places)
    rate = tables.two(words.rate(row.per_1000, places), interval)
    cells = [words.number(row.tally.searches), rate, words.relative(row.relative)]
    if offence_name(view):
        other = next((each for each in row.offences if each.measure_id == view.offence), None)
        per = None if other is None else other.per_100
        cells += [DOES_NOT_APPLY if per is None else plain(per, 1), words.relative(other.relative if other else None)]
    share = DOES_NOT_APPLY if row.is_unplaced and row.tally.share is None else words.found_share(row.tally)
    cells += [tables.two(share, words.share_interval(row.tally)), _ratio(row)]
    return tables.row(_name(view, row), cells, kind)


def _name(view: StopAndSearchView, row: Borough) -> str:
    if row.slug is None or row.is_unplaced:
        return row.area_name
    link = tables.link(row.area_name, f"{PATH}{view.selection.change(area=row.slug).to_query()}", LINK)
    return Written(f'{link}<span class="vh">, chosen</span>') if row.is_chosen else link


def _ratio(row: Borough) -> str:
    if row.ratio is None:
        return DOES_NOT_APPLY if row.is_unplaced or row.ratio_status == "ok" else words.missing(row.ratio_status)
    interval = row.ratio_lower, row.ratio_upper
    return tables.two(words.ratio(row.ratio, *interval), words.interval(*interval))


def by_month(view: StopAndSearchView) -> Component:
    """Searches of each borough in each month; a month without borough figures says so."""
    period = view.period
    months = period.months if period else ()
    without = period.unplaced if period else ()
    named = [(month_name(month, short=True), "no figures" if month in without else "") for month in months]
    rows = []
    for row in view.boroughs:
        cells = ["–" if month in without and not row.is_unplaced else words.number(number)
                 for month, number in zip(months, row.by_month, strict=True)]  # fmt: skip
        rows.append((row.area_name, cells, "sel" if row.is_chosen else ""))
    return tables.table("Searches by borough and month", [("Borough", ""), *named], rows, kind="stop-by-month")
