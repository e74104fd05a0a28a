"""What the reader of the trends page is looking at: up to four series of measure and area, on one axis of time.

`trends_asked` reads it from an address.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from urllib.parse import quote, urlencode

from data.periods import Span

PATH = "/trends"
LONDON = "london"
MOST_SERIES = 4


class Basis(StrEnum):
    """What is drawn. The values appear in addresses."""

    NUMBER = "number"
    RATE = "rate"


class Compare(StrEnum):
    """What is drawn beside each series."""

    NONE = "none"
    YEAR = "year"


class Length(StrEnum):
    """How many months are shown."""

    THREE_YEARS = "36"
    FIVE_YEARS = "60"
    TEN_YEARS = "120"
    ALL = "all"

    @property
    def months(self) -> int | None:
        """None: every month there is."""
        return None if self is Length.ALL else int(self.value)


@dataclass(frozen=True)
class SeriesKey:
    """A measure in an area: a borough's slug, or 'london'."""

    measure: str
    area: str = LONDON

    def __str__(self) -> str:
        return f"{self.measure}:{self.area}"


@dataclass(frozen=True)
class TrendsSelection:
    """The series and how they are shown; `month` is the last one shown."""

    series: tuple[SeriesKey, ...]
    month: date
    by: Span = Span.MONTH
    show: Basis = Basis.NUMBER
    months: Length = Length.THREE_YEARS
    compare: Compare = Compare.NONE

    def change(self, **values: object) -> TrendsSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The whole state, but for a comparison that is not asked for. The month is there: a link must not drift."""
        params = {"series": ",".join(map(str, self.series)), "by": self.by.value, "show": self.show.value,
                  "to": self.month.strftime("%Y-%m"), "months": self.months.value}  # fmt: skip
        if self.compare is not Compare.NONE:
            params["compare"] = self.compare.value
        return params

    def to_query(self) -> str:
        """`?series=…`, ready to stand behind the path."""
        return "?" + urlencode(self.to_params(), safe=":,")


def address(measure: str, area: str | None = None, *, to: date | None = None) -> str:
    """The link to one series: a measure's id and a borough's slug (None: London), up to a month."""
    end = f"&to={to:%Y-%m}" if to else ""
    return f"{PATH}?series={quote(str(SeriesKey(measure, area or LONDON)), safe=':')}{end}"
