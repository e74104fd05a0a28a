"""What every entry of a catalogue is made of, and those that are no measures. Each is checked on its own; what must
hold between entries is checked in `whole`."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

_IDENTIFIER = re.compile(r"^[a-z][a-z0-9_]*$")


class Polarity(StrEnum):
    """Which direction people hope for. `reporting`: a rise can mean that more people come forward."""

    LOWER = "lower"
    HIGHER = "higher"
    NEUTRAL = "neutral"
    REPORTING = "reporting"


def _first_of_month(value: object) -> object:
    return date.fromisoformat(f"{value}-01") if isinstance(value, str) else value


Month = Annotated[date, BeforeValidator(_first_of_month)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, Field(min_length=10, pattern=r"[.?]$")]
Words = Annotated[str, Field(min_length=1)]


class Entry(BaseModel):
    """An entry of a text file: cannot be changed, and has no keys but those that are named."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Break(Entry):
    """From `month` on, figures are not comparable with those before it."""

    month: Month
    reason: Sentence


class Bounds(Entry):
    """By how much the months that two editions share may differ before someone must say that it is right."""

    fall_pct: float = Field(default=5.0, gt=0)
    rise_pct: float = Field(default=25.0, gt=0)


class Dataset(Entry):
    """A published dataset, and the table of the edition that holds it."""

    id: str
    name: str
    publisher: str
    licence: str
    landing_page: str
    table: str
    key_columns: tuple[str, ...]
    count_column: str | None = None  # what is added up; none for a table of searches, answers or people
    provisional_months: int = Field(ge=0)
    provisional_reason: Sentence
    where_counted: Sentence
    not_covered: Sentence
    caveats: tuple[Sentence, ...] = ()
    zeros_are_left_out: bool = False  # the publisher lists no row where there is nothing to count
    month_column: str = "month"  # empty for a table without months
    bounds: Bounds = Bounds()

    @model_validator(mode="after")
    def _names_are_identifiers(self) -> Dataset:
        # They are written into SQL, so nothing but plain names may pass.
        for name in (self.table, *filter(None, [self.count_column, self.month_column]), *self.key_columns):
            if not _IDENTIFIER.match(name):
                raise ValueError(f"'{name}' is not a plain column or table name")
        return self


class Priority(Entry):
    """An area of the Police and Crime Plan; its measures stand in the file of its name."""

    id: Slug
    title: str
    order: int
