"""Every measure and dataset, read from text files that an analyst can edit and checked as they are read.

This module imports nothing of ours. `load()` raises ValueError with the file and the entry's id in it.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

HERE = Path(__file__).parent
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


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Break(_Entry):
    """From `month` on, figures are not comparable with those before it."""

    month: Month
    reason: Sentence


class Bounds(_Entry):
    """By how much the months that two editions share may differ before someone must say that it is right."""

    fall_pct: float = Field(default=5.0, gt=0)
    rise_pct: float = Field(default=25.0, gt=0)


class Dataset(_Entry):
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


class Measure(_Entry):
    """One question that the figures answer. `select` lists the keys whose counts are added up."""

    id: Slug
    name: str
    noun: str  # as it stands in a sentence: 'recorded {noun} rose'
    question: Sentence
    definition: Sentence
    dataset: str
    select: tuple[dict[str, str], ...] = Field(min_length=1)
    unit: str
    polarity: Polarity
    taxonomy_name: str | None = None
    caveats: tuple[Sentence, ...] = ()
    breaks: tuple[Break, ...] = ()
    priority: str
    is_sensitive: bool = False

    def break_between(self, first: date, last: date) -> Break | None:
        """The latest break after `first` and not after `last`, if any."""
        return max((b for b in self.breaks if first < b.month <= last), key=lambda b: b.month, default=None)


class Priority(_Entry):
    """An area of the Police and Crime Plan; its measures stand in the file of its name."""

    id: Slug
    title: str
    order: int


T = TypeVar("T", Measure, Dataset)


class Catalogue(_Entry):
    """All priorities, datasets and measures, in the order in which pickers list them."""

    priorities: tuple[Priority, ...]
    datasets: tuple[Dataset, ...]
    measures: tuple[Measure, ...]
    default_measure: str

    @model_validator(mode="after")
    def _hangs_together(self) -> Catalogue:
        for kind in (self.priorities, self.datasets, self.measures):
            _no_repeats([entry.id for entry in kind])
        for measure in self.measures:
            self._check_measure(measure)
        self.measure(self.default_measure)
        return self

    def _check_measure(self, measure: Measure) -> None:
        dataset = next((d for d in self.datasets if d.id == measure.dataset), None)
        if dataset is None:
            raise ValueError(f"measure '{measure.id}' names dataset '{measure.dataset}', which does not exist")
        unknown = {column for keys in measure.select for column in keys} - set(dataset.key_columns)
        if unknown:
            raise ValueError(f"measure '{measure.id}' selects by {sorted(unknown)}, not key columns of its dataset")

    def measure(self, measure_id: str) -> Measure:
        """Raises KeyError that quotes the id."""
        return _by_id(self.measures, measure_id, "measure")

    def dataset(self, dataset_id: str) -> Dataset:
        """Raises KeyError that quotes the id."""
        return _by_id(self.datasets, dataset_id, "dataset")

    def has_measure(self, measure_id: str) -> bool:
        return any(m.id == measure_id for m in self.measures)

    def by_priority(self) -> tuple[tuple[Priority, tuple[Measure, ...]], ...]:
        """Priorities with their measures, those without any left out."""
        groups = ((p, tuple(m for m in self.measures if m.priority == p.id)) for p in self.priorities)
        return tuple((priority, measures) for priority, measures in groups if measures)


def _by_id(entries: tuple[T, ...], wanted: str, kind: str) -> T:
    for entry in entries:
        if entry.id == wanted:
            return entry
    raise KeyError(f"there is no {kind} '{wanted}'")


def _no_repeats(ids: list[str]) -> None:
    repeated = sorted({i for i in ids if ids.count(i) > 1})
    if repeated:
        raise ValueError(f"declared more than once: {', '.join(repeated)}")


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error


def load(folder: Path = HERE) -> Catalogue:
    """Read `datasets.toml` and `measures/*.toml` under `folder`."""
    datasets = _read(folder / "datasets.toml")
    files = [(path, _read(path)) for path in sorted((folder / "measures").glob("*.toml"))]
    priorities = sorted(({"id": path.stem, **content["priority"]} for path, content in files), key=lambda p: p["order"])
    measures = [{"priority": path.stem, **entry} for path, content in files for entry in content.get("measure", [])]
    order = [p["id"] for p in priorities]
    measures.sort(key=lambda m: order.index(m["priority"]))
    try:
        return Catalogue.model_validate({
            "priorities": priorities, "datasets": datasets["dataset"], "measures": measures,
            "default_measure": datasets["default_measure"],
        })  # fmt: skip
    except ValidationError as error:
        raise ValueError(_explain(error, measures)) from error


def _explain(error: ValidationError, measures: list[dict[str, Any]]) -> str:
    lines = []
    for problem in error.errors():
        place = list(problem["loc"])
        if len(place) > 1 and place[0] == "measures" and isinstance(place[1], int):
            entry = measures[place[1]]
            place[:2] = [f"{entry['priority']}.toml", str(entry.get("id", f"entry {place[1] + 1}"))]
        lines.append(
            f"{' / '.join(map(str, place)) or 'catalogue'}: {problem['msg']} (given: {problem['input']!r:.120})"
        )
    return "the catalogue has mistakes:\n" + "\n".join(lines)


@cache
def catalogue() -> Catalogue:
    """The project's own catalogue, read once."""
    return load()
