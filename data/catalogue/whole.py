"""The whole catalogue, and what must hold between its entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pydantic import ValidationInfo, field_validator, model_validator

from data.catalogue.entries import Dataset, Entry, Priority
from data.catalogue.kinds import CombinedMeasure, Measure, PublishedMeasure, SurveyMeasure

T = TypeVar("T", Measure, Dataset, SurveyMeasure, PublishedMeasure)
C = TypeVar("C", Measure, CombinedMeasure)


class Catalogue(Entry):
    """All priorities, datasets and measures, in the order in which pickers list them."""

    priorities: tuple[Priority, ...]
    datasets: tuple[Dataset, ...]
    measures: tuple[Measure, ...]
    combined: tuple[CombinedMeasure, ...] = ()
    surveys: tuple[SurveyMeasure, ...] = ()
    published: tuple[PublishedMeasure, ...] = ()
    default_measure: str

    @field_validator("combined")
    @classmethod
    def _with_breaks_of_parts(
        cls, combined: tuple[CombinedMeasure, ...], info: ValidationInfo
    ) -> tuple[CombinedMeasure, ...]:
        return tuple(with_parts(one, info.data.get("measures", ())) for one in combined)

    @model_validator(mode="after")
    def _hangs_together(self) -> Catalogue:
        asked = (*self.measures, *self.combined, *self.surveys, *self.published)
        for kind in (self.priorities, self.datasets, asked):
            _no_repeats([entry.id for entry in kind])
        for measure in self.measures:
            self._check_measure(measure)
            self._check_part(measure)
            _check_older_form(measure, self.measures)
        for combined in self.combined:
            _check_older_form(combined, self.combined)
        self.measure(self.default_measure)
        return self

    def _check_measure(self, measure: Measure) -> None:
        dataset = next((d for d in self.datasets if d.id == measure.dataset), None)
        if dataset is None:
            raise ValueError(f"measure '{measure.id}' names dataset '{measure.dataset}', which does not exist")
        unknown = {column for keys in measure.select for column in keys} - set(dataset.key_columns)
        if unknown:
            raise ValueError(f"measure '{measure.id}' selects by {sorted(unknown)}, not key columns of its dataset")

    def _check_part(self, measure: Measure) -> None:
        if measure.part_of is None:
            return
        whole = next((m for m in self.measures if m.id == measure.part_of), None)
        said = f"measure '{measure.id}' is part of '{measure.part_of}', which"
        if whole is None:
            raise ValueError(f"{said} does not exist")
        if whole.priority != measure.priority:
            raise ValueError(f"{said} stands in another area of the plan")
        if whole.part_of is not None:
            raise ValueError(f"{said} is itself a part")

    def measure(self, measure_id: str) -> Measure:
        """Raises KeyError that quotes the id."""
        return _by_id(self.measures, measure_id, "measure")

    def counted(self, measure_id: str) -> Measure | CombinedMeasure:
        """A count, whether of one dataset or put together. Raises KeyError that quotes the id."""
        found = next((m for m in self.combined if m.id == measure_id), None)
        return found or _by_id(self.measures, measure_id, "count")

    def survey(self, measure_id: str) -> SurveyMeasure:
        """Raises KeyError that quotes the id."""
        return _by_id(self.surveys, measure_id, "survey measure")

    def published_measure(self, measure_id: str) -> PublishedMeasure:
        """Raises KeyError that quotes the id."""
        return _by_id(self.published, measure_id, "published measure")

    def dataset(self, dataset_id: str) -> Dataset:
        """Raises KeyError that quotes the id."""
        return _by_id(self.datasets, dataset_id, "dataset")

    def has_measure(self, measure_id: str) -> bool:
        return any(m.id == measure_id for m in self.measures)

    def by_priority(self) -> tuple[tuple[Priority, tuple[Measure, ...]], ...]:
        """Priorities with the measures that can be counted, those without any left out."""
        groups = ((p, tuple(m for m in self.measures if m.priority == p.id)) for p in self.priorities)
        return tuple((priority, measures) for priority, measures in groups if measures)


def with_parts(combined: CombinedMeasure, measures: Sequence[Measure]) -> CombinedMeasure:
    """The same with the breaks of its parts beside its own, in order, a month once.

    Raises ValueError when a part does not exist or stands in it twice.
    """
    _no_repeats(list(combined.parts))
    known = {measure.id: measure for measure in measures}
    if missing := [part for part in combined.parts if part not in known]:
        raise ValueError(f"'{combined.id}' is made of '{missing[0]}', which does not exist")
    every = [*combined.breaks, *(b for part in combined.parts for b in known[part].breaks)]
    by_month = {each.month: each for each in reversed(every)}
    return combined.model_copy(update={"breaks": tuple(by_month[month] for month in sorted(by_month))})


def _check_older_form(measure: C, same_kind: Sequence[C]) -> None:
    if measure.older_form_of is None:
        return
    newer = next((m for m in same_kind if m.id == measure.older_form_of), None)
    said = f"measure '{measure.id}' is an older form of '{measure.older_form_of}', which"
    if newer is None:
        raise ValueError(f"{said} does not exist")
    if newer.older_form_of is not None:
        raise ValueError(f"{said} is itself an older form")


def _by_id(entries: Sequence[T], wanted: str, kind: str) -> T:
    for entry in entries:
        if entry.id == wanted:
            return entry
    raise KeyError(f"there is no {kind} '{wanted}'")


def _no_repeats(ids: list[str]) -> None:
    repeated = sorted({i for i in ids if ids.count(i) > 1})
    if repeated:
        raise ValueError(f"declared more than once: {', '.join(repeated)}")
