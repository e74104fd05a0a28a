"""How many people each survey speaks to, as its publisher states it: `survey_bases.toml`, checked as it is read."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, PositiveInt

BASES_FILE = Path(__file__).with_name("survey_bases.toml")


class SurveyBase(BaseModel):
    """One survey. What its publisher does not state is None; `months` is the length of a figure's period."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    statement: str
    source: str
    months: PositiveInt | None = None
    interviews_a_year: PositiveInt | None = None
    borough_interviews_a_year: PositiveInt | None = None


@cache
def survey_bases() -> dict[str, SurveyBase]:
    """The surveys by id. Raises pydantic's ValidationError, a ValueError, when an entry is not as declared."""
    entries = tomllib.loads(BASES_FILE.read_text(encoding="utf-8"))["survey"]
    return {base.id: base for base in map(SurveyBase.model_validate, entries)}
