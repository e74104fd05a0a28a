"""The words of the fund's map and table."""

from __future__ import annotations

from components.figures.classes import classify
from components.finance.view import FinanceView
from components.text.numbers import NOT_AVAILABLE, count, decimals_needed, ordinal, plain
from data.finance.records import Fund, FundRow
from data.selection.finance import Show


def pounds(value: float | None, places: int = 0) -> str:
    """`£1.91`, `£640,000`."""
    return NOT_AVAILABLE if value is None else f"£{plain(value, places)}"


def shown(view: FinanceView, value: float | None) -> str:
    """A figure of the map."""
    return pounds(value, 2 if view.selection.show is Show.PER_RESIDENT else 0)


def map_title(view: FinanceView, fund: Fund) -> str:
    what = "per resident" if view.selection.show is Show.PER_RESIDENT else "by borough"
    return f"London Crime Prevention Fund {what}, {fund.financial_year}"


def map_subtitle(view: FinanceView, fund: Fund) -> str:
    if view.selection.show is Show.AMOUNT:
        return "Pounds allocated to each borough, as published."
    if fund.year is None:
        return "This edition holds no resident numbers to divide by."
    return f"Pounds allocated to each borough divided by its residents in the middle of {fund.year}."


def map_label(view: FinanceView) -> str:
    """The map in one sentence."""
    if view.fund is None:
        return "Map without figures."
    known = sorted(
        (row for row in view.fund.rows if view.mapped(row) is not None), key=lambda row: view.mapped(row) or 0.0
    )
    title = f"Map: {map_title(view, view.fund)}"
    if not known:
        return f"{title}: no borough has a figure."
    low, high = known[0], known[-1]
    return (
        f"{title}: from {shown(view, view.mapped(low))} in {low.area_name} to {shown(view, view.mapped(high))} in "
        f"{high.area_name}."
    )


def tip(view: FinanceView, row: FundRow) -> str:
    """The lines of a borough's box on the map."""
    each = f"{pounds(row.per_resident, 2)} per resident" if row.per_resident is not None else "No resident numbers"
    return "\n".join([row.area_name, view.fund.financial_year if view.fund else "", each,
                      f"{pounds(row.amount)} allocated", f"{count(row.residents)} residents"])  # fmt: skip


def selected_sentence(view: FinanceView) -> tuple[str, str]:
    """The chosen borough's name and figures; without one, how to choose."""
    row = next((row for row in view.fund_rows if row.slug == view.selection.area), None)
    if row is None:
        return "Choose a borough", "on the map or in the table to read its figures."
    if row.per_resident is None:
        return row.area_name, f"{pounds(row.amount)} allocated."
    place = "the most" if row.rank == 1 else f"{ordinal(row.rank or 0)} most"
    return row.area_name, (f"{pounds(row.amount)} allocated, {pounds(row.per_resident, 2)} per resident: {place} of "
                           f"{len(view.fund_rows)} boroughs.")  # fmt: skip


def key_rows(view: FinanceView, fund: Fund) -> list[tuple[str, int]]:
    """Each class in words, lowest first, and how many boroughs stand in it."""
    breaks = fund.breaks[view.selection.show.value]
    places = 2 if view.selection.show is Show.PER_RESIDENT else max(decimals_needed(edge) for edge in breaks)
    step = 10.0**-places
    labels = [f"Under {pounds(breaks[0], places)}"]
    labels += [f"{pounds(a, places)} to {pounds(b - step, places)}" for a, b in zip(breaks, breaks[1:], strict=False)]
    labels.append(f"{pounds(breaks[-1], places)} or more")
    classes = classify((view.mapped(row) for row in fund.rows), breaks)
    return [(label, classes.count(number)) for number, label in enumerate(labels, 1)]


def total_note(fund: Fund) -> str:
    """Whether the boroughs add up to what is printed."""
    if fund.printed_total is None:
        return ""
    apart = abs(fund.printed_total - fund.total)
    if not apart:
        return f"The boroughs add up to the total printed, {pounds(fund.printed_total)}."
    boroughs, allowed = len(fund.rows), (len(fund.rows) + 1) / 2
    within = ", which rounding to whole pounds can explain" if apart <= allowed else ""
    return (
        f"The {boroughs} boroughs add up to {pounds(fund.total)}; the total printed is {pounds(fund.printed_total)}, "
        f"{pounds(apart)} apart{within}."
    )
