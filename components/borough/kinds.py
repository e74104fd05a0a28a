"""The rows of a profile, one kind for each way in which something is known. Figures that are not there are None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.overview.kinds import CountRow, SurveyRow


@dataclass(frozen=True)
class BoroughRow(CountRow):
    """The overview's row with its quarter (beside the same one a year before), its rate per 1,000 residents with
    London's, London's change, and its place among the borough and those like it, 1 being the highest rate."""

    older_form_of: str | None
    quarter: float | None
    quarter_before: float | None
    quarter_change: float | None
    quarter_pct: float | None
    quarter_lower_pct: float | None
    quarter_upper_pct: float | None
    quarter_verdict: str
    rate: float | None
    rate_lower: float | None
    rate_upper: float | None
    residents: int | None
    residents_year: int | None
    london_12m: float | None
    london_rate: float | None
    london_change_pct: float | None
    london_change_lower_pct: float | None
    london_change_upper_pct: float | None
    london_change_verdict: str
    london_signal: str | None
    place: int | None
    of: int | None
    sharing: int | None


@dataclass(frozen=True)
class Priority:
    """What the borough chose, in the words printed, and the row of what counts it; `note` says where that differs."""

    priority: str
    name: str
    wording: str
    note: str
    is_additional: bool
    is_everywhere: bool
    published_pct: float | None
    row: BoroughRow | None


@dataclass(frozen=True)
class Strip:
    """A measure's rate here and in each similar borough: {slug, name, rate}."""

    measure_id: str
    name: str
    month: date
    is_own_period: bool
    is_reporting: bool
    rate: float
    rate_lower: float | None
    rate_upper: float | None
    london_rate: float | None
    place: int | None
    of: int | None
    sharing: int | None
    offences_12m: float | None
    points: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class FunnelFigures:
    """Rates per 1,000 of the 32 boroughs and the limits about their joint rate, over residents."""

    measure_id: str
    name: str
    month: date
    is_own_period: bool
    is_reporting: bool
    target: float
    dispersion: float
    points: tuple[Mapping[str, Any], ...]  # slug, name, persons, offences, rate, place
    lines: Mapping[str, tuple[float, ...]]


@dataclass(frozen=True)
class SearchFigures:
    """Searches in the months from `start` to `end`, but for `poor_months`, in which too many name no borough. Shares
    are 0 to 1. `unplaced`: of London's in all those months, the searches that name no borough."""

    start: date
    end: date
    months: int
    is_own_period: bool
    residents_year: int | None
    searches: int
    known: int
    with_outcome: int
    per_1000: float | None
    share: float | None
    share_lower: float | None
    share_upper: float | None
    london_searches: int
    london_known: int
    london_with_outcome: int
    london_per_1000: float | None
    london_share: float | None
    london_share_lower: float | None
    london_share_upper: float | None
    searches_before: int | None
    unplaced: int
    unplaced_share: float | None
    poor_months: tuple[date, ...]


@dataclass(frozen=True)
class BoroughSurvey(SurveyRow):
    """A survey measure beside London's answer for the same period, and the gap in percentage points."""

    london_proportion: float | None
    london_lower: float | None
    london_upper: float | None
    london_base: float | None
    gap_points: float | None
    gap_lower: float | None
    gap_upper: float | None
    gap_verdict: str


__all__ = ["BoroughRow", "BoroughSurvey", "FunnelFigures", "Priority", "SearchFigures", "Strip"]
