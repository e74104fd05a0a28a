"""The rows of the overview, one kind for each way in which a measure is known, and the sections that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.catalogue import Break, Priority

Numbers = tuple[float | None, ...]


@dataclass(frozen=True)
class CountRow:
    """A counted measure at its month: the 12 months with their change, and the month with its signal.

    `month` is the selection's unless `is_own_period`; `values`, `range_lower` and `range_upper` are the 36 months to
    it. `broken`: a break in the series in its 24 months. Figures that are not there are None.
    """

    measure_id: str
    name: str
    definition: str
    priority: str
    part_of: str | None
    part_of_name: str | None
    is_reporting: bool
    dataset: str
    month: date
    is_own_period: bool
    is_provisional: bool
    offences: float | None
    offences_12m: float | None
    offences_12m_before: float | None
    change: float | None
    change_pct: float | None
    change_lower_pct: float | None
    change_upper_pct: float | None
    change_verdict: str
    dispersion: float | None
    season: float | None
    centre: float | None
    half_width: float | None
    expected_lower: float | None
    expected_upper: float | None
    baseline_months: int | None
    limits: str
    signal: str
    rules: str
    since: date | None
    p_value: float | None
    q_value: float | None
    broken: Break | None
    values: Numbers
    range_lower: Numbers
    range_upper: Numbers
    judged_from: int


@dataclass(frozen=True)
class SurveyRow:
    """A survey measure at its latest period: proportions (0 to 1) and their change in percentage points."""

    measure_id: str
    name: str
    question: str
    survey: str
    priority: str
    period_end: date
    is_own_period: bool
    proportion: float
    lower: float | None
    upper: float | None
    base: float | None
    base_basis: str
    design_effect: float
    proportion_before: float | None
    change_points: float | None
    change_lower: float | None
    change_upper: float | None
    change_verdict: str
    broken: Break | None
    values: Numbers


@dataclass(frozen=True)
class PublishedRow:
    """A measure of which one printed figure is known, and no series."""

    measure_id: str
    name: str
    definition: str
    priority: str
    value: float | None
    unit: str
    note: str | None
    period_words: str
    period_start: date | None
    period_end: date | None
    document: str
    document_title: str
    why_no_series: str
    is_reporting: bool


@dataclass(frozen=True)
class Section:
    """An area of the Police and Crime Plan with its measures."""

    priority: Priority
    counts: tuple[CountRow, ...]
    surveys: tuple[SurveyRow, ...]
    published: tuple[PublishedRow, ...]
