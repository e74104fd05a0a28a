"""The rows that the API answers with. `null` where there is no figure."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from data.columns import declared
from data.dictionary import dictionary

MARKS_SAY = "Why a figure is null; one that is not named here does not apply."
STATUS = "ok, provisional (may still be revised), not_available or withheld."


class Row(BaseModel):
    """Fields without a description have that of the column: of the edition's table `described_by`, or of the files."""

    model_config = ConfigDict(extra="forbid")
    described_by: ClassVar[str | None] = None

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        for name, field in cls.model_fields.items():
            field.description = field.description or _says(cls.described_by, name)
        cls.model_rebuild(force=True)


def _says(table: str | None, name: str) -> str | None:
    if table is not None:
        return dictionary()[table].column(name) or None
    return declared()[name].says if name in declared() else None


class BreakRow(Row):
    month: date = Field(description="From this month on, figures are not comparable with those before.")
    reason: str = Field(description="Why.")


class MeasureRow(Row):
    id: str = Field(description="As in addresses.")
    name: str = Field(description="As pages show it.")
    kind: Literal["count", "combined", "survey", "published"] = Field(description="What its figures are.")
    figures: Literal["observations", "signals", "surveys", "figures"] = Field(
        description="Which part of this interface holds its figures."
    )
    priority: str = Field(description="Id of its area of the Police and Crime Plan.")
    priority_title: str = Field(description="Its name.")
    question: str | None = Field(description="What the figures answer.")
    definition: str = Field(description="What is counted or asked.")
    unit: str | None
    polarity: str = Field(description="Which direction people hope for: lower, higher, neutral, or reporting.")
    caveats: list[str] = Field(description="What a reader must know.")
    breaks: list[BreakRow] = Field(description="Months from which figures are not comparable with those before.")
    dataset: str | None = Field(description="Id of the dataset that a count is from.")
    source: str | None
    licence: str | None
    part_of: str | None
    older_form_of: str | None = Field(description="Id of the measure that counts the same in the categories used now.")
    is_sensitive: bool = Field(description="Whether many such offences go unreported.")
    first_month: date | None = Field(description="First month with a figure in this edition.")
    last_month: date | None = Field(description="Last month with a figure in this edition.")


class AreaRow(Row):
    described_by = "area"
    area_code: str
    area_name: str
    area_type: Literal["borough", "bcu", "ward", "london", "other"]
    parent_code: str | None
    generation: str | None = Field(description="Of a ward: the sets of boundaries that it is in.")


class ObservationRow(Row):
    """A count in an area and period, with its rate, and the same period a year before."""

    measure_id: str
    area_code: str
    area_name: str
    period_start: date
    period_end: date
    offences: int | None
    offences_previous_period: int | None
    change: float | None
    change_pct: float | None
    rate_per_1000: float | None
    rate_lower_95: float | None
    rate_upper_95: float | None
    residents: int | None
    residents_year: int | None
    status: str | None = Field(description=STATUS)
    change_status: str | None
    marks: dict[str, str] = Field(description=MARKS_SAY)


class SignalRow(Row):
    """A month of a series against its expected range; the 12 months to it against the 12 before."""

    described_by = "monthly_signal"
    measure_id: str
    area_code: str
    month: date
    offences: float | None
    is_provisional: bool
    offences_12m: float | None
    offences_12m_before: float | None
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


class SurveyRow(Row):
    """A share of those asked, 0 to 1, with its interval; changes are in percentage points."""

    described_by = "survey_change"
    measure_id: str
    area_code: str
    period_end: date = Field(description="First day of the period's last month.")
    proportion: float | None
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


class SearchRow(Row):
    """One figure of stop and search as its page and file have it; what could tell of a person is withheld."""

    table: str
    area_code: str
    area_name: str
    row_key: str | None
    row: str
    group_key: str | None
    group: str | None
    ethnicity_by: Literal["self", "officer"] | None
    figure: str
    unit: str | None
    period_start: date | None
    period_end: date | None
    months: str | None
    value: float | None
    lower_95: float | None
    upper_95: float | None
    base: float | None
    base_unit: str | None
    status: str
    note: str | None
    source: str
    data_kind: str
    licence: str
    marks: dict[str, str] = Field(description=MARKS_SAY)


class GapRow(Row):
    """One figure of a group of those asked, or a difference between groups, as the satisfaction page has it."""

    table: str
    figure: str
    measure_id: str | None
    question: str
    survey: str
    area_code: str | None
    area_name: str
    group_type: str
    group_name: str
    compared_with: str | None
    period_start: date | None
    period_end: date | None
    value: float | None
    unit: str
    lower_95: float | None
    upper_95: float | None
    verdict: str | None
    beyond_report_rule: bool | None
    neighbourhoods_lower: int | None
    neighbourhoods_higher: int | None
    base: float | None
    base_basis: str | None
    design_effect: float | None
    status: str
    note: str | None
    source: str
    data_kind: str
    licence: str
    marks: dict[str, str] = Field(description=MARKS_SAY)


class SourceRow(Row):
    """A file that the edition was made from."""

    described_by = "source"
    source_id: int
    publisher: str
    dataset: str
    layout: str
    name: str
    sha256: str
    edition: str = Field(description="Month of the publisher's release; 0000-00 where nothing dates it.")
    licence: str
    first_month: date | None
    last_month: date | None
    rows_read: int
    rows_loaded: int
    rows_rejected: int
    note: str | None


class FigureRow(Row):
    """A figure as a published document prints it."""

    described_by = "published_figure"
    document: str
    section: str
    table_name: str
    row_label: str
    column_label: str
    value: float | None
    unit: str
    period_start: date | None
    period_end: date | None
    note: str | None


class FileRow(Row):
    """A file of the whole edition."""

    name: str = Field(description="Of the file.")
    bytes: int = Field(description="Its size.")
    sha256: str = Field(description="Of its bytes.")
    media_type: str = Field(description="Its kind.")
    url: str = Field(description="Where it is, for as long as the edition is kept.")
    says: str = Field(description="What is in it.")


class EditionRow(Row):
    edition_id: str = Field(description="As in addresses.")
    kind: Literal["official", "demonstration"] = Field(description="Demonstration figures are made up.")
    published_on: date = Field(description="When it was put in use.")
    is_latest: bool = Field(description="Whether it is the edition in use.")
    url: str = Field(description="A list of the edition, to begin with.")


class Problem(BaseModel):
    """An error, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[dict[str, str]] = Field(description="Each parameter that is wrong (where) and why (detail).")


def columns_of(row: type[Row]) -> tuple[str, ...]:
    return tuple(row.model_fields)
