"""The words of the site in plain English, and why figures were revised: text that an analyst can edit.

Both are read once from TOML beside this file and checked; a mistake raises ValueError with the file's name in it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

HERE = Path(__file__).parent
LONGEST_SENTENCE = 25  # words
Sentence = Annotated[str, Field(min_length=10, pattern=r"[.?]$")]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Term(_Entry):
    """One word of the site. `source` says whose definition it rests on, where it is not ours."""

    term: str = Field(min_length=2)
    meaning: Sentence
    source: str = ""

    @property
    def anchor(self) -> str:
        return "term-" + re.sub(r"[^a-z0-9]+", "-", self.term.lower()).strip("-")

    @field_validator("meaning")
    @classmethod
    def _sentences_are_short(cls, meaning: str) -> str:
        for sentence in re.split(r"(?<=[.?]) ", meaning):
            if len(sentence.split()) >= LONGEST_SENTENCE:
                raise ValueError(f"a sentence of {LONGEST_SENTENCE} words or more: '{sentence}'")
        return meaning


class RevisionReason(_Entry):
    """Why a release changed some series: `because` ends a sentence, `source` says where it can be seen."""

    dataset: str
    new_release: str = Field(pattern=r"^\d{4}-\d{2}$")
    series: tuple[str, ...] = Field(min_length=1)
    because: str = Field(min_length=10, pattern=r"[^.]$")
    source: Sentence


class _Glossary(_Entry):
    term: tuple[Term, ...] = Field(min_length=1)


class _Reasons(_Entry):
    reason: tuple[RevisionReason, ...]


def load_glossary(path: Path = HERE / "glossary.toml") -> tuple[Term, ...]:
    """Terms in alphabetical order; a term that stands twice is a mistake."""
    try:
        terms = _Glossary.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).term
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    names = [term.term.lower() for term in terms]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{path.name}: explained more than once: {', '.join(repeated)}")
    return tuple(sorted(terms, key=lambda term: term.term.lower()))


def load_reasons(path: Path = HERE / "revision_reasons.toml") -> tuple[RevisionReason, ...]:
    try:
        return _Reasons.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).reason
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error


@cache
def glossary() -> tuple[Term, ...]:
    return load_glossary()


@cache
def revision_reasons() -> tuple[RevisionReason, ...]:
    return load_reasons()


def reason_for(dataset: str, series: str, new_release: str) -> RevisionReason | None:
    """The curated reason for what this release changed in this series, if there is one."""
    wanted = (dataset, new_release)
    possible = (reason for reason in revision_reasons() if (reason.dataset, reason.new_release) == wanted)
    return next((reason for reason in possible if any(_covers(each, series) for each in reason.series)), None)


def _covers(pattern: str, series: str) -> bool:
    return series.startswith(pattern[:-1]) if pattern.endswith("*") else series == pattern
