"""What the reader is looking at. A Selection and an address are two spellings of the same thing.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that
says so. Parameters it does not know are passed over, so that a link with a campaign tag still opens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from data.catalogue import Catalogue
from data.periods import Coverage, Span, Window, add_months, month_name, month_range, months_between, parse_month
from geo.areas import Area, find

# The words of a selection, for components, which import nothing else of data.
__all__ = ["SORTS", "Coverage", "Form", "Parsed", "Selection", "Show", "Span", "Window", "add_months", "from_params",
           "month_name", "month_range", "parse_month"]  # fmt: skip

LONGEST_VALUE_QUOTED = 60


class Show(StrEnum):
    """What the map colours. The values appear in addresses."""

    RATE = "rate"
    NUMBER = "number"
    CHANGE = "change"


class Form(StrEnum):
    """How the map is drawn. AUTO: boundaries where there is room, tiles on a phone."""

    AUTO = "auto"
    MAP = "map"
    TILES = "tiles"


SORTS = ("value", "borough", "offences", "before", "change", "percent", "rate", "residents")


@dataclass(frozen=True)
class Selection:
    """Measure, period, area and how they are shown. `area` is a borough's slug, or None for London."""

    measure: str
    month: date
    span: Span = Span.YEAR
    show: Show = Show.RATE
    area: str | None = None
    form: Form = Form.AUTO
    sort: str = "-value"  # a name from SORTS, with '-' before it for largest first
    all_rows: bool = False

    @property
    def window(self) -> Window:
        return Window(self.month, self.span)

    def change(self, **values: object) -> Selection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state except what is as it would be anyway. The period is always there: a link must not drift."""
        params = {"measure": self.measure, "span": self.span.value, "to": self.month.strftime("%Y-%m"),
                  "show": self.show.value}  # fmt: skip
        if self.area:
            params["area"] = self.area
        if self.form is not Form.AUTO:
            params["form"] = self.form.value
        if self.sort != "-value":
            params["sort"] = self.sort
        if self.all_rows:
            params["rows"] = "all"
        return params

    def to_query(self) -> str:
        """`?measure=…`, ready to stand behind a path."""
        return "?" + urlencode(self.to_params())


@dataclass(frozen=True)
class Parsed:
    """A selection, and a sentence for each parameter that could not be met."""

    selection: Selection
    corrections: tuple[str, ...] = ()


def from_params(
    params: Mapping[str, str | None], catalogue: Catalogue, coverage: Callable[[str], Coverage | None]
) -> Parsed:
    """Read an address's parameters.

    `coverage` gives the months that the edition holds for a measure, or None when it holds none; the catalogue's
    default measure must have some, else LookupError.
    """
    said: list[str] = []
    measure = _measure(params.get("measure"), catalogue, coverage, said)
    covered = coverage(measure)
    if covered is None:
        raise LookupError(f"the edition holds no figures for the default measure '{measure}'")
    span = _choice(params.get("span"), Span, Span.YEAR, "period", "12 months", said)
    if not covered.ends(span):
        said.append(f"There are too few months of figures for {span.value}; this page shows single months.")
        span = Span.MONTH
    selection = Selection(
        measure=measure,
        span=span,
        month=_month(params.get("to"), covered, span, said),
        show=_choice(params.get("show"), Show, Show.RATE, "way to show figures", "rates per 1,000 residents", said),
        area=_area(params.get("area"), said),
        form=_choice(params.get("form"), Form, Form.AUTO, "map form", "the map", said),
        sort=_sort(params.get("sort"), said),
        all_rows=params.get("rows") == "all",
    )
    return Parsed(selection, tuple(said))


def _quoted(value: str) -> str:
    short = value if len(value) <= LONGEST_VALUE_QUOTED else value[:LONGEST_VALUE_QUOTED] + "…"
    return f"‘{short}’"


def _measure(
    value: str | None, catalogue: Catalogue, coverage: Callable[[str], Coverage | None], said: list[str]
) -> str:
    default = catalogue.default_measure
    if not value:
        return default
    shown = catalogue.measure(default).name
    if not catalogue.has_measure(value):
        said.append(f"There is no measure called {_quoted(value)}; this page shows {shown}.")
        return default
    if coverage(value) is None:
        name = catalogue.measure(value).name
        said.append(f"These figures hold nothing for {name}; this page shows {shown}.")
        return default
    return value


Choice = TypeVar("Choice", bound=StrEnum)


def _choice(value: str | None, kind: type[Choice], default: Choice, word: str, usual: str, said: list[str]) -> Choice:
    if not value:
        return default
    try:
        return kind(value)
    except ValueError:
        said.append(f"There is no {word} called {_quoted(value)}; this page shows {usual}.")
        return default


def _month(value: str | None, covered: Coverage, span: Span, said: list[str]) -> date:
    latest = covered.ends(span)[0]
    if not value:
        return latest
    try:
        wanted = parse_month(value)
    except ValueError:
        said.append(
            f"{_quoted(value)} is not a month written as 2017-06; this page shows {Window(latest, span).label}."
        )
        return latest
    nearest = covered.nearest_end(wanted, span)
    if nearest is None or nearest == wanted:
        return wanted if nearest else latest
    shown = Window(nearest, span).label
    if (
        span is Span.QUARTER
        and 0 < months_between(wanted, nearest) < 3
        or _in(wanted, covered)
        and span is Span.QUARTER
    ):
        said.append(f"{month_name(wanted)} does not end a quarter; this page shows {shown}.")
    else:
        said.append(f"There are no figures for {Window(wanted, span).label}; this page shows {shown}.")
    return nearest


def _in(month: date, covered: Coverage) -> bool:
    return covered.first <= month <= covered.last


def _area(value: str | None, said: list[str]) -> str | None:
    if not value:
        return None
    area: Area | None = find(value)
    if area is None or area.area_type != "borough":
        if area is None or area.area_type != "london":
            said.append(f"There is no London borough called {_quoted(value)}; this page shows all of London.")
        return None
    if not area.policed_by_met:
        said.append(f"{area.area_name} is not policed by the Met; this page shows all of London.")
        return None
    return area.slug


def _sort(value: str | None, said: list[str]) -> str:
    if not value:
        return "-value"
    if value.removeprefix("-") in SORTS:
        return value
    said.append(f"The table cannot be sorted by {_quoted(value)}; it is sorted by the figure on the map.")
    return "-value"
