"""What the reader of a borough's wards is looking at.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so. A
period is never added up over two sets of wards, nor compared with one on another set.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from data.catalogue import Catalogue, Measure
from data.periods import Coverage, Span, Window, parse_month
from data.selection.asked import choice_asked, measure_asked, query_of, quoted
from data.selection.crime_map import Show
from data.wards.months import Sets, WardMonths
from data.wards.refusals import why_no_change, why_not

SORTS = ("value", "ward", "offences", "before", "change", "percent", "year")
USUAL_SORT = "-value"
NO_RATES = "There are no numbers of residents by ward in these figures, so there are no rates; this page shows numbers."
Named = Callable[[Sets], Mapping[str, str]]


def path_of(slug: str) -> str:
    """Where the wards of a borough are shown."""
    return f"/boroughs/{slug}/wards"


@dataclass(frozen=True)
class WardsSelection:
    """Measure, period, the figure on the map, the order of the table, and a ward's code or None."""

    borough: str
    measure: str
    month: date
    span: Span = Span.YEAR
    show: Show = Show.NUMBER
    sort: str = USUAL_SORT
    ward: str | None = None

    @property
    def window(self) -> Window:
        return Window(self.month, self.span)

    def change(self, **values: object) -> WardsSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway. The period is always there: a link must not drift."""
        params = {
            "measure": self.measure, "span": self.span.value, "to": self.month.strftime("%Y-%m"),
            "show": self.show.value, "sort": "" if self.sort == USUAL_SORT else self.sort, "ward": self.ward or "",
        }  # fmt: skip
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?measure=…`, ready to stand behind a path."""
        return query_of(self.to_params())

    def address(self, **changes: object) -> str:
        """The page with some of the selection's fields changed."""
        return path_of(self.borough) + self.change(**changes).to_query()


def from_params(
    params: Mapping[str, str | None], catalogue: Catalogue, borough: str,
    months: Callable[[str], WardMonths | None], wards: Named,
) -> tuple[WardsSelection, tuple[str, ...]]:  # fmt: skip
    """Read an address's parameters: the selection, and a sentence for each that could not be met.

    `months`: those with ward figures of a measure, None where there are none; `wards`: the codes and names on a set.
    The catalogue's default measure must have some month, else LookupError.
    """
    said: list[str] = []
    measure = _measure(params.get("measure"), catalogue, months, said)
    listed = months(measure)
    if listed is None:
        raise LookupError(f"no ward of {borough} has figures for '{measure}'")
    span = _span(params.get("span"), listed, said)
    window = Window(_month(params.get("to"), listed, span, said), span)
    broken = catalogue.measure(measure).break_between(window.year_before.start, window.end)
    selection = WardsSelection(
        borough=borough, measure=measure, month=window.end, span=span,
        show=_show(params.get("show"), listed, window, broken is not None, said),
        sort=_sort(params.get("sort"), said), ward=_ward(params.get("ward"), wards, listed.on(window), said),
    )  # fmt: skip
    return selection, tuple(said)


def can_be_counted(measure: Measure) -> bool:
    """Whether ward files, which are in Home Office categories, could count a measure."""
    return measure.dataset == "recorded_crime" and all(keys.get("taxonomy") == "home_office" for keys in measure.select)


def _measure(
    value: str | None, catalogue: Catalogue, months: Callable[[str], WardMonths | None], said: list[str]
) -> str:
    def covered(measure: str) -> Coverage | None:
        found = months(measure)
        return Coverage(min(found.sets), max(found.sets)) if found else None

    if value and catalogue.has_measure(value) and not can_be_counted(catalogue.measure(value)):
        name, usual = catalogue.measure(value).name, catalogue.measure(catalogue.default_measure).name
        said.append(f"{name} is not published by ward; this page shows {usual}.")
        return catalogue.default_measure
    return measure_asked(value, catalogue, covered, said)


def _span(value: str | None, listed: WardMonths, said: list[str]) -> Span:
    span = choice_asked(value, Span, Span.YEAR, "period", "12 months", said)
    if listed.ends(span):
        return span
    if value:
        said.append(f"There are too few months of ward figures for {span.value}; this page shows single months.")
    return Span.MONTH


def _month(value: str | None, listed: WardMonths, span: Span, said: list[str]) -> date:
    """The end of a period that lies on one set of wards: as asked, the nearest there is, or the latest settled."""
    usual, ends = listed.usual(span), listed.ends(span)
    if usual is None:
        raise LookupError("no month has ward figures on one set of wards")
    if not value:
        return usual
    try:
        wanted = parse_month(value)
    except ValueError:
        said.append(f"{quoted(value)} is not a month written as 2017-06; this page shows {Window(usual, span).label}.")
        return usual
    if wanted in ends:
        return wanted
    nearest = listed.nearest(wanted, ends) or usual
    said.append(f"{why_not(Window(wanted, span), listed)} This page shows {Window(nearest, span).label}.")
    return nearest


def _show(value: str | None, listed: WardMonths, window: Window, is_broken: bool, said: list[str]) -> Show:
    show = choice_asked(value, Show, Show.NUMBER, "way to show figures", "numbers", said)
    if show is Show.RATE:
        said.append(NO_RATES)
        return Show.NUMBER
    if show is Show.CHANGE and (is_broken or not listed.shared(window)):
        said.append(f"{why_no_change(window, listed)} This page shows numbers.")
        return Show.NUMBER
    return show


def _sort(value: str | None, said: list[str]) -> str:
    if not value or value.removeprefix("-") in SORTS:
        return value or USUAL_SORT
    said.append(f"The table cannot be sorted by {quoted(value)}; it is sorted by the figure on the map.")
    return USUAL_SORT


def _ward(value: str | None, wards: Named, sets: Sets, said: list[str]) -> str | None:
    """The code of a ward on the period's set, by its code or its name."""
    if not value:
        return None
    asked, here = value.strip().casefold(), wards(sets)
    found = next((code for code, name in here.items() if asked in (code.casefold(), name.casefold())), None)
    if found:
        return found
    elsewhere = next((name for each in ("2018", "2022") for code, name in wards(frozenset({each})).items()
                      if asked == code.casefold()), None)  # fmt: skip
    if elsewhere:
        of = " and ".join(sorted(sets))
        said.append(f"{elsewhere} ({value.strip().upper()}) is not one of the wards of {of}, which these figures are "
                    "on; no ward is selected.")  # fmt: skip
    else:
        said.append(f"There is no ward here called {quoted(value)}; no ward is selected.")
    return None
