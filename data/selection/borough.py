"""What the reader of a borough's profile is looking at: the borough, the quarter, and the measure of the funnel.

`borough_from_params` never fails: a parameter that cannot be met gives the nearest valid view and a sentence that says
so. Parameters it does not know are passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from data.periods import Coverage, Span, Window
from data.selection.asked import month_asked, query_of, quoted


@dataclass(frozen=True)
class BoroughSelection:
    """`slug` stands in the path; `month`: the last of the quarter; `measure`: of the funnel, '' for the first."""

    slug: str
    month: date
    measure: str = ""

    @property
    def window(self) -> Window:
        return Window(self.month, Span.QUARTER)

    @property
    def year(self) -> Window:
        return Window(self.month, Span.YEAR)

    def change(self, **values: object) -> BoroughSelection:
        """A copy with some fields replaced."""
        return replace(self, **values)  # type: ignore[arg-type]

    def to_params(self) -> dict[str, str]:
        """The query's part of the state. The period is always there: a link must not drift."""
        params = {"to": f"{self.month:%Y-%m}"}
        if self.measure:
            params["measure"] = self.measure
        return params

    def to_query(self) -> str:
        """`?to=…`, ready to stand behind the borough's path."""
        return query_of(self.to_params())


@dataclass(frozen=True)
class ParsedBorough:
    """A selection, and a sentence for each parameter that could not be met."""

    selection: BoroughSelection
    corrections: tuple[str, ...] = ()


def borough_from_params(
    slug: str, params: Mapping[str, str | None], covered: Coverage, *, usual: date, measures: Mapping[str, str]
) -> ParsedBorough:
    """Read an address's parameters.

    `covered`: months with a figure, a quarter or more; `usual`: the quarter's end shown unasked; `measures`: name by
    id of those that the funnel can show, the first being shown unasked.
    """
    said: list[str] = []
    month = month_asked(params.get("to"), covered, Span.QUARTER, said, usual=usual)
    asked = params.get("measure") or ""
    usual_measure = next(iter(measures), "")
    if asked and asked not in measures:
        shown = measures.get(usual_measure, "")
        said.append(
            f"There is no measure called {quoted(asked)} to compare{f'; this page shows {shown}' if shown else ''}."
        )
        asked = ""
    measure = "" if asked == usual_measure else asked
    return ParsedBorough(BoroughSelection(slug, month, measure), tuple(said))
