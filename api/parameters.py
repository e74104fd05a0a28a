"""What an address of the API may ask for. A parameter that is not named here is refused, so that no filter is passed
over in silence."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

MOST_ROWS, USUAL_ROWS = 5000, 500
FURTHEST = 10_000_000
MONTH = r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LIKE_BURGLARY: dict[str, JsonValue] = {"example": "burglary"}
LIKE_CAMDEN: dict[str, JsonValue] = {"example": ["E09000007"]}
LIKE_YEAR: dict[str, JsonValue] = {"example": "2017-18"}
LIKE_JUNE: dict[str, JsonValue] = {"example": "2017-06"}

Month = Annotated[str, Field(pattern=MONTH, json_schema_extra=LIKE_JUNE)]
Slug = Annotated[str, Field(pattern=SLUG, max_length=80)]
# A GSS code, or a code of ours such as other-heathrow; a borough's name as in addresses will do too.
AreaName = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
Words = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
Areas = Annotated[
    list[AreaName],
    Field(max_length=50, description="Codes or names of areas; repeat the parameter for several. All when left out.",
          json_schema_extra=LIKE_CAMDEN),
]  # fmt: skip


SearchTable = Literal["total", "month", "ethnicity", "age", "gender", "object", "outcome", "borough",
                      "borough by month", "published"]  # fmt: skip
GapTable = Literal["gap", "groups", "matrix", "neighbourhoods"]


class Asked(BaseModel):
    model_config = ConfigDict(extra="forbid")


class EditionPath(Asked):
    edition_id: str = Field(
        pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$", max_length=64, description="The id of an edition that is kept."
    )


class FilePath(EditionPath):
    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$", max_length=80, description="The name of a bulk file.")


class LatestFilePath(Asked):
    name: str = FilePath.model_fields["name"]  # type: ignore[assignment]


class Paged(Asked):
    limit: int = Field(USUAL_ROWS, ge=1, le=MOST_ROWS, description="How many rows to give at most.")
    offset: int = Field(0, ge=0, le=FURTHEST, description="How many rows to pass over first.")


class Nothing(Asked):
    pass


class MeasuresAsked(Paged):
    kind: Literal["count", "combined", "survey", "published"] | None = Field(None, description="Only this kind.")
    priority: Slug | None = Field(None, description="Only of this area of the Police and Crime Plan.")


class AreasAsked(Paged):
    area_type: Literal["borough", "bcu", "ward", "london", "other"] | None = Field(None, description="Only this type.")
    parent: AreaName | None = Field(None, description="Only the wards of this borough, or the boroughs of this unit.")


class ObservationsAsked(Paged):
    measure: Slug = Field(description="Id of a count, as /measures lists them.", json_schema_extra=LIKE_BURGLARY)
    area: Areas = Field(default_factory=list)
    span: Literal["month", "quarter", "12m"] = Field("month", description="How long a period is.")
    first: Month | None = Field(None, description="Only periods that end in this month or later.")
    last: Month | None = Field(None, description="Only periods that end in this month or earlier.")


class SeriesAsked(Paged):
    measure: Slug | None = Field(None, description="Only of this measure.", json_schema_extra=LIKE_BURGLARY)
    area: Areas = Field(default_factory=list)
    first: Month | None = Field(None, description="Only this month or later.")
    last: Month | None = Field(None, description="Only this month or earlier.")


class SignalsAsked(SeriesAsked):
    signal: Literal["higher", "within", "lower", "too_few", "not_comparable", "provisional", "not_available"] | None = (
        Field(None, description="Only months with this signal.")
    )


class SearchesAsked(Paged):
    year: Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}-[0-9]{2}$", json_schema_extra=LIKE_YEAR)] | None = Field(
        None, description="The financial year, April to March; the latest whole one when left out."
    )
    area: AreaName | None = Field(None, description="Code or name of a borough; London when left out.")
    by: Literal["self", "officer"] = Field(
        "self", description="Whose record of ethnicity: the person's own or the officer's."
    )
    offence: Slug | None = Field(
        None, description="Id of the recorded offences that the boroughs' rates are sorted by; one of those there are."
    )
    table: SearchTable | None = Field(None, description="Only figures of this table.")


class GapsAsked(Paged):
    table: GapTable | None = Field(None, description="Only figures of this table.")
    measure: Slug | None = Field(None, description="Only of this survey measure.")


class SourcesAsked(Paged):
    dataset: Annotated[str, Field(pattern=r"^[a-z0-9_]+$", max_length=80)] | None = Field(
        None, description="Only files of this dataset."
    )


class FiguresAsked(Paged):
    document: Words | None = Field(None, description="Only of this document.")
    section: Words | None = Field(None, description="Only of this section of it.")
    table: Words | None = Field(None, description="Only of this table.")


def first_day(month: str | None) -> date | None:
    """`2017-06` as a date."""
    return date.fromisoformat(f"{month}-01") if month else None
