"""What the reader of the crime map is looking at.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that
says so. Parameters it does not know are passed over, so that a link with a campaign tag still opens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from data.catalogue import Catalogue
from data.periods import Coverage, Span, Window
from data.selection.asked import area_asked, choice_asked, measure_asked, month_asked, query_of, quoted

PATH = "/crime-map"


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
    def path(self) -> str:
        """Of the page that shows it: other pages with a map have selections of their own kind."""
        return PATH

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
        return query_of(self.to_params())


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
    measure = measure_asked(params.get("measure"), catalogue, coverage, said)
    covered = coverage(measure)
    if covered is None:
        raise LookupError(f"the edition holds no figures for the default measure '{measure}'")
    span = choice_asked(params.get("span"), Span, Span.YEAR, "period", "12 months", said)
    if not covered.ends(span):
        said.append(f"There are too few months of figures for {span.value}; this page shows single months.")
        span = Span.MONTH
    selection = Selection(
        measure=measure,
        span=span,
        month=month_asked(params.get("to"), covered, span, said),
        show=choice_asked(
            params.get("show"), Show, Show.RATE, "way to show figures", "rates per 1,000 residents", said
        ),
        area=area_asked(params.get("area"), said),
        form=choice_asked(params.get("form"), Form, Form.AUTO, "map form", "the map", said),
        sort=sort_asked(params.get("sort"), said),
        all_rows=params.get("rows") == "all",
    )
    return Parsed(selection, tuple(said))


def sort_asked(value: str | None, said: list[str]) -> str:
    """The order of the boroughs' table; that of the figure on the map where there is no such."""
    if not value:
        return "-value"
    if value.removeprefix("-") in SORTS:
        return value
    said.append(f"The table cannot be sorted by {quoted(value)}; it is sorted by the figure on the map.")
    return "-value"
