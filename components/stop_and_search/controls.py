"""The row of controls: area, financial year, and whose record of ethnicity."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.fields import hidden, labelled, option, radios, select
from components.stop_and_search import words
from components.stop_and_search.records import Period
from components.stop_and_search.view import PATH, StopAndSearchView
from data.selection.stop_and_search import By, SearchSelection, Sort
from geo.areas import boroughs

LONDON = "London"
RECORDS = ((By.SELF.value, "Described by the person"), (By.OFFICER.value, "Seen by the officer"))


def fields(chosen: SearchSelection) -> dict[str, str]:
    """The value of every field of the form, those that carry the rest of the state included."""
    return {
        "area": chosen.area or "", "year": chosen.year, "by": chosen.by.value,
        "offence": chosen.offence or "", "sort": "" if chosen.sort is Sort.RATE else chosen.sort.value,
    }  # fmt: skip


def form(view: StopAndSearchView) -> Component:
    chosen, values = view.selection, fields(view.selection)
    return html.Form(
        [
            labelled("Area", select("area", _areas(chosen.area), id="stop-area")),
            labelled("Financial year", select("year", year_options(view), id="stop-year")),
            radios("Ethnic group as", "by", RECORDS, chosen=values["by"]),
            *(hidden(name, values[name]) for name in ("offence", "sort")),
            html.Noscript(html.Button("Show", type="submit", className="btn", disable_n_clicks=True)),
        ],
        id="controls", className="controls", action=PATH, method="get",
        **marks(data_address="", aria_label="Choose which searches are shown"),
    )  # fmt: skip


def choice(view: StopAndSearchView) -> tuple[str, str]:
    """The folded controls of a phone, in two lines."""
    label = view.period.label if view.period else "no searches"
    return f"{LONDON if view.is_london else view.area_name} · {label}", f"Ethnic group {words.recorded(view)}"


def explained(view: StopAndSearchView) -> list[Component]:
    """Under the controls: what the two records of ethnicity are, and what the year has and has not."""
    told = [
        "A search’s record has the person’s ethnic group twice: as the person described it, and as the officer saw it. "
        "The census asks residents themselves, so the person’s own answer is the closer match. The officer’s record "
        "has fewer blanks, and shows whom the officer took the person to be.",
        period_words(view.period),
    ]
    return [html.P(each, className="note") for each in told if each]


def period_words(period: Period | None) -> str:
    """That a year is not whole, or without borough figures in some months; '' for a whole year with all of them."""
    if period is None:
        return ""
    told = []
    if not period.is_whole:
        number = len(period.months)
        months = words.months_words(period.months)
        one, those = ("", "that month") if number == 1 else ("s", "those months")
        told.append(f"Of this year the edition has {number} month{one}: {months}. Its rates are for {those}, not for "
                    "a year, and do not compare with a whole year’s.")  # fmt: skip
    if period.unplaced and not period.placed:
        told.append("No month of it has borough figures: most searches were published without a place.")
    elif period.unplaced:
        told.append(f"Borough figures leave out {words.months_words(period.unplaced)}, in which most searches were "
                    "published without a place.")  # fmt: skip
    return " ".join(told)


def year_options(view: StopAndSearchView) -> list[Component]:
    return [option(period.key, period.label, is_chosen=period.key == view.selection.year) for period in view.periods]


def _areas(chosen: str | None) -> list[Component]:
    each = [option(area.slug, area.area_name, is_chosen=area.slug == chosen) for area in boroughs()]
    return [option("", LONDON, is_chosen=chosen is None), html.Optgroup(each, label="Boroughs")]
