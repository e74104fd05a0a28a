"""Everything that one view of the exceptions shows, gathered by the page and handed to the components."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from components.map_view import EditionNote
from data.catalogue import Break, Catalogue
from data.selection.exceptions import ExceptionsSelection

PATH = "/exceptions"
METHODS = "/data-and-methods"


@dataclass(frozen=True, kw_only=True)
class ExceptionRow:
    """One series that broke a rule in `month`; what is not known is None.

    Counts are offences, `centre` and `half_width` are of the deseasonalised series, changes are per cent of the 12
    months to `month` on the 12 before. `rank`: in the list; `rank_in_month`: among all exceptions of the month.
    `is_clear`: above the Benjamini-Hochberg line. `broken`: a break in the 36 months. `revised`: dataset, series and
    the figure published `first`. What is said of London is None in London's own rows.
    """

    measure_id: str
    measure: str
    dataset: str
    priority: str
    part_of: str | None
    is_reporting: bool
    broken: Break | None
    area_code: str
    area_name: str
    slug: str
    is_london: bool
    month: date
    is_provisional: bool
    offences: float
    expected_lower: float
    expected_upper: float
    season: float
    centre: float
    half_width: float
    baseline_months: int
    limits: str
    signal: str
    rules: str
    since: date | None
    offences_12m: float | None
    offences_12m_before: float | None
    change_pct: float | None
    change_lower_pct: float | None
    change_upper_pct: float | None
    change_verdict: str
    dispersion: float | None
    london_signal: str | None
    london_change_pct: float | None
    london_change_verdict: str | None
    p_value: float | None
    q_value: float | None
    rank: int
    rank_in_month: int
    is_clear: bool
    revised: dict[str, Any] | None


@dataclass(frozen=True, kw_only=True)
class Scope:
    """How many series were judged, how many of them were exceptions, and why the others were not judged.

    `clear`: exceptions above the Benjamini-Hochberg line. `by_chance`: exceptions to expect among those judged if
    nothing had changed.
    """

    judged: int
    higher: int
    lower: int
    clear: int
    by_chance: float
    too_few: int
    not_comparable: int
    provisional: int
    not_available: int

    @property
    def exceptions(self) -> int:
        return self.higher + self.lower


@dataclass(frozen=True, kw_only=True)
class Reach:
    """The months that a measure has figures for, and those of them in which any of its series was judged."""

    measure_id: str
    first: date
    last: date
    first_judged: date | None
    last_judged: date | None
    last_settled: date | None


@dataclass(frozen=True, kw_only=True, eq=False)
class ExceptionsView:
    """One view of the exceptions.

    `rows`: those shown of the exceptions that the filters let through, the most surprising first; `listed`: how many
    they let through; `above`: how many of those stand above the line, which are the first ones. `scope`: of the chosen
    areas and part of the plan, whatever the other filters; `whole`: of the month. `months`: those that can be chosen,
    newest first. `settled`: the usual month. `unreached`: measures of which no series was judged in the month.
    """

    catalogue: Catalogue
    selection: ExceptionsSelection
    edition: EditionNote
    corrections: tuple[str, ...]
    months: tuple[date, ...]
    settled: date
    whole: Scope
    scope: Scope
    listed: int
    above: int
    rows: tuple[ExceptionRow, ...]
    unreached: tuple[Reach, ...]


def view_of(found: dict[str, Any]) -> ExceptionsView:
    """The view from what data.exceptions gathers."""
    return ExceptionsView(**{
        **found, "edition": EditionNote(**found["edition"]), "whole": Scope(**found["whole"]),
        "scope": Scope(**found["scope"]), "rows": tuple(ExceptionRow(**row) for row in found["rows"]),
        "unreached": tuple(Reach(**row) for row in found["unreached"]),
    })  # fmt: skip


def address(**params: str | None) -> str:
    """The page with these parameters, those that are None left out: `address(to="2017-06", area="camden")`."""
    given = {name: value for name, value in params.items() if value is not None}
    return f"{PATH}?{urlencode(given)}" if given else PATH
