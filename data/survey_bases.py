"""How many people each survey speaks to, as its publisher states it: `survey_bases.toml`, checked as it is read."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, PositiveInt

from data.catalogue import Month, Sentence
from geo.areas import LONDON_CODE

BASES_FILE = Path(__file__).with_name("survey_bases.toml")


class Interviews(BaseModel):
    """Approximate numbers of interviews, with the words and the source they are stated in. Not stated: None."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    statement: str
    source: str
    interviews_a_year: PositiveInt | None = None
    borough_interviews_a_year: PositiveInt | None = None

    def in_area(self, area_code: str) -> int | None:
        """Interviews of twelve months in London, or in any one borough."""
        return self.interviews_a_year if area_code == LONDON_CODE else self.borough_interviews_a_year


class EarlierInterviews(Interviews):
    """What held up to and with the month `until`."""

    until: Month


class SurveyBase(Interviews):
    """One survey. What its publisher does not state is None; `months` is the length of a figure's period."""

    id: str
    name: str
    months: PositiveInt | None = None
    design_effect: float = Field(ge=1)
    design_effect_basis: Sentence
    earlier: tuple[EarlierInterviews, ...] = ()

    def of_period(self, start: date) -> Interviews:
        """The numbers for a period that begins in the month `start`: the earliest that hold for any of its months."""
        held = [numbers for numbers in self.earlier if start <= numbers.until]
        return min(held, key=lambda numbers: numbers.until, default=self)


@cache
def survey_bases() -> dict[str, SurveyBase]:
    """The surveys by id. Raises pydantic's ValidationError, a ValueError, when an entry is not as declared."""
    entries = tomllib.loads(BASES_FILE.read_text(encoding="utf-8"))["survey"]
    return {base.id: base for base in map(SurveyBase.model_validate, entries)}
