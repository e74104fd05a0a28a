"""What the reader of the satisfaction page is looking at: one question, London or a borough, and a period.

`from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.catalogue import Catalogue
from data.periods import Span, Window, months_between, parse_month
from data.selection.asked import area_asked, query_of, quoted

PATH = "/satisfaction"


@dataclass(frozen=True)
class SatisfactionSelection:
    """`measure`: id of a survey measure; `area`: a borough's slug, None for London; `month`: the last of the period."""

    measure: str
    month: date
    area: str | None = None

    def to_params(self) -> dict[str, str]:
        """The address's parameters, defaults left out. Question and month are always there: a link must not drift."""
        params = {"measure": self.measure, "to": f"{self.month:%Y-%m}", "area": self.area or ""}
        return {name: value for name, value in params.items() if value}

    def to_query(self) -> str:
        """`?measure=…`, ready to stand behind a path."""
        return query_of(self.to_params())

    @property
    def window(self) -> Window:
        """The twelve months that the figure covers."""
        return Window(self.month, Span.YEAR)


def from_params(
    params: Mapping[str, str | None], catalogue: Catalogue, periods: Mapping[str, Sequence[date]]
) -> tuple[SatisfactionSelection, tuple[str, ...]]:
    """Read an address's parameters: the selection, and a sentence for each that could not be met.

    `periods`: the months in which a period of each question ends, oldest first; of those with figures only, at least
    one. The first is the usual question.
    """
    said: list[str] = []
    measure = _measure(params.get("measure"), catalogue, periods, said)
    month = _month(params.get("to"), periods[measure], said)
    return SatisfactionSelection(measure, month, area_asked(params.get("area"), said)), tuple(said)


def _measure(value: str | None, catalogue: Catalogue, periods: Mapping[str, Sequence[date]], said: list[str]) -> str:
    usual = next(iter(periods))
    if not value or value in periods:
        return value or usual
    names = {measure.id: measure.name for measure in catalogue.surveys}
    what = f"These figures hold no answers for {quoted(names[value])}" if value in names else (
        f"There is no question called {quoted(value)}")  # fmt: skip
    said.append(f"{what}; this page shows {quoted(names[usual])}.")
    return usual


def _month(value: str | None, ends: Sequence[date], said: list[str]) -> date:
    latest = ends[-1]
    if not value:
        return latest
    try:
        wanted = parse_month(value)
    except ValueError:
        said.append(f"{quoted(value)} is not a month written as 2017-06; this page shows {_label(latest)}.")
        return latest
    nearest = min(ends, key=lambda end: (abs(months_between(wanted, end)), -end.toordinal()))
    if nearest != wanted:
        said.append(f"There are no answers for {_label(wanted)}; this page shows {_label(nearest)}.")
    return nearest


def _label(month: date) -> str:
    return f"the {Window(month, Span.YEAR).label}"
