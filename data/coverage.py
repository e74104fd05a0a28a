"""Where the dashboard answers what the reports ask for: `coverage.toml`, checked. No number stands there.

The document docs/coverage.md, the indicator list of the plan page and the index of plan and finance are all made from
it, so that they cannot disagree.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError, model_validator

from data.catalogue import Catalogue, Entry, Sentence, catalogue

HERE = Path(__file__).parent
# A published table, or one of its rows: document, section, table_name, and a row_label where one row is meant.
PublishedKey = tuple[str, str, str] | tuple[str, str, str, str]


class Kind(StrEnum):
    """What asks for the figures."""

    SECTION = "section"
    INDICATOR = "indicator"
    FINDING = "finding"


class Answer(Entry):
    """One page, by its address, and what of it answers: measures of the catalogue, published tables, or the page."""

    page: str = Field(pattern=r"^/[^ ]*$")
    measures: tuple[str, ...] = ()
    published: tuple[PublishedKey, ...] = ()

    @property
    def path(self) -> str:
        """The address without what it asks of the page."""
        return self.page.partition("?")[0].partition("#")[0]


class Asked(Entry):
    """One section, indicator or finding. `reason`: why nothing is shown, or what of it is not."""

    of: Kind
    part: str = Field(min_length=1)
    name: str = Field(min_length=1)
    answers: tuple[Answer, ...] = ()
    reason: Sentence | None = None

    @model_validator(mode="after")
    def _is_answered_or_explained(self) -> Asked:
        if not self.answers and not self.reason:
            raise ValueError(f"'{self.name}' has neither an answer nor a reason")
        return self

    @property
    def key(self) -> tuple[Kind, str, str]:
        return self.of, self.part, self.name


class _Coverage(BaseModel):
    row: tuple[Asked, ...]


def load_coverage(path: Path = HERE / "coverage.toml", known: Catalogue | None = None) -> tuple[Asked, ...]:
    """The rows in their order. Raises ValueError, with the file's name, for a mistake, a row that stands twice or a
    measure that does not exist."""
    try:
        found = _Coverage.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))).row
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    if twice := [key for key, times in Counter(row.key for row in found).items() if times > 1]:
        raise ValueError(f"{path.name}: '{twice[0][2]}' of '{twice[0][1]}' stands twice")
    names = measure_names(known or catalogue())
    named = {measure for row in found for answer in row.answers for measure in answer.measures}
    if unknown := sorted(named - set(names)):
        raise ValueError(f"{path.name}: there is no measure '{unknown[0]}'")
    return found


@cache
def coverage() -> tuple[Asked, ...]:
    """The project's own list, read once."""
    return load_coverage()


def asked_for(kind: Kind, part: str, name: str) -> Asked | None:
    """The row of this key, or None where nothing of the kind is listed."""
    return next((row for row in coverage() if row.key == (kind, part, name)), None)


def measure_names(known: Catalogue) -> dict[str, str]:
    """The name of every measure of every kind by its id."""
    return {each.id: each.name for kind in (known.measures, known.combined, known.surveys, known.published)
            for each in kind}  # fmt: skip
