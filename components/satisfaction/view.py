"""Everything that one view of the satisfaction page shows, gathered by the page and handed to the components."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from components.map_view import EditionNote
from data.catalogue import Catalogue, SurveyMeasure
from data.selection.satisfaction import PATH, SatisfactionSelection
from geo.areas import Area

METHODS = "/data-and-methods"
ALL = "London"


class Base(Protocol):
    """Interviews, None where they cannot be said; how they are known, or why not; the declared design effect; and the
    group's share of residents, where interviews are made of it."""

    @property
    def interviews(self) -> float | None: ...
    @property
    def basis(self) -> str: ...
    @property
    def design_effect(self) -> float: ...
    @property
    def is_published(self) -> bool: ...
    @property
    def share(self) -> float | None: ...


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One area's answers to the question in the twelve months to `period_end`; proportions 0 to 1, changes in points.

    What is not known is None. `before` is the figure of twelve months earlier.
    """

    area_code: str
    period_end: date
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
    name: str = ALL
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Funnel:
    """Limits about `target`, by number of interviews; `places` by area code, 'too_few' for one that is not judged."""

    target: float
    places: dict[str, str]
    dispersion: float
    design_effect: float
    is_approximate: bool
    lines: dict[str, tuple[float, ...]]


@dataclass(frozen=True, kw_only=True)
class PrintedGap:
    """A row of the plan's table: `overall` in per cent and `gap` in points as printed, the gap without a sign.

    `verdict`: clear, no_clear_gap, too_few or not_available.
    """

    question: str
    survey: str
    measure_id: str
    overall: float
    gap: float
    note: str | None
    lower: float | None
    upper: float | None
    verdict: str
    white: Base
    bame: Base


@dataclass(frozen=True, kw_only=True)
class PrintedChange:
    """A change over a year that a report gives in its text, in points, and the share that it ended at, in per cent.

    `share` is None where the report does not print it: there is then no interval.
    """

    label: str
    survey: str
    change: float
    share: float | None
    lower: float | None
    upper: float | None
    verdict: str
    base: Base
    period_end: date | None
    note: str | None


@dataclass(frozen=True, kw_only=True)
class MatrixQuestion:
    """A column of the matrix, as printed, with its printed average in per cent."""

    question: str
    survey: str
    measure_id: str
    average: float


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A printed difference from the average, in points, with its interval. `beyond_rule`: by the report's own rule."""

    group_type: str
    group_name: str
    question: str
    survey: str
    measure_id: str
    difference: float
    lower: float | None
    upper: float | None
    verdict: str
    beyond_rule: bool
    base: Base
    note: str | None

    @property
    def is_clear(self) -> bool:
        return self.verdict in ("higher", "lower")


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """The printed matrix; `rule`: the points beyond which the report calls a difference significant."""

    questions: tuple[MatrixQuestion, ...]
    cells: tuple[Cell, ...]
    rule: float
    period_end: date | None


@dataclass(frozen=True, kw_only=True)
class Group:
    """One group's answers; proportions 0 to 1."""

    group_name: str
    proportion: float
    base: Base
    lower: float | None
    upper: float | None


@dataclass(frozen=True, kw_only=True)
class GapRow:
    """London's White and BAME answers in one period, and the gap between them: White less BAME, in points.

    `groups`: the separate ethnic groups as the file has them. `why_none`: why there is no gap, where there is none.
    """

    survey: str
    question: str
    period_start: date
    period_end: date
    overall: float | None
    white: Group | None
    bame: Group | None
    gap: float | None
    lower: float | None
    upper: float | None
    verdict: str
    groups: tuple[Group, ...]
    why_none: str | None


@dataclass(frozen=True, kw_only=True)
class Grouped:
    """One question by ethnic group: the latest period up to the one chosen, and all of them, oldest first."""

    name: str
    measure_id: str | None
    now: GapRow
    over_time: tuple[GapRow, ...]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A group beside White British within neighbourhoods: in how many it is lower, and the middle difference."""

    name: str
    survey: str
    question: str
    period_start: date
    period_end: date
    group_name: str
    neighbourhoods: int
    below: int
    above: int
    equal: int
    middle: float
    lower: float | None
    upper: float | None
    verdict: str


@dataclass(frozen=True, kw_only=True, eq=False)
class SatisfactionView:
    """One view of the page.

    `series`: the area's periods, oldest first; `latest`, `london`: the area's and London's answers of the period, None
    where there are none. `breaks`: the edges between the map's classes, in per cent. `measures`: the questions with
    figures; `surveys_missing`: the surveys that this edition has no answers to. `is_year`: how many of the matrix's
    averages could be compared with the edition's own twelve-month figures, and were the same. `shares`: group_name,
    share (0 to 1) of residents, whom it is `of`, source and url.
    """

    catalogue: Catalogue
    selection: SatisfactionSelection
    corrections: tuple[str, ...]
    measure: SurveyMeasure
    edition: EditionNote
    measures: tuple[SurveyMeasure, ...]
    periods: tuple[date, ...]
    surveys_missing: tuple[str, ...]
    area: Area
    series: tuple[Answer, ...]
    latest: Answer | None
    london: Answer | None
    boroughs: tuple[Answer, ...]
    funnel: Funnel | None
    breaks: tuple[float, ...]
    design_effect_basis: str
    survey_name: str
    survey_source: str
    gaps: tuple[PrintedGap, ...]
    matrix: Matrix
    is_year: dict[str, int]
    changes: tuple[PrintedChange, ...]
    shares: tuple[dict[str, Any], ...]
    titles: dict[str, str]
    grouped: tuple[Grouped, ...]
    neighbourhoods: tuple[Compared, ...]
    neighbourhoods_listed: int

    @property
    def is_london(self) -> bool:
        return self.selection.area is None


def view_of(found: dict[str, Any]) -> SatisfactionView:
    """The view from what data.satisfaction gathers."""
    matrix = found["matrix"]
    return SatisfactionView(**{
        **found, "edition": EditionNote(**found["edition"]),
        **{name: tuple(Answer(**row) for row in found[name]) for name in ("series", "boroughs")},
        **{name: Answer(**found[name]) if found[name] else None for name in ("latest", "london")},
        "funnel": Funnel(**found["funnel"]) if found["funnel"] else None,
        "changes": tuple(PrintedChange(**row) for row in found["changes"]),
        "gaps": tuple(PrintedGap(**row) for row in found["gaps"]),
        "matrix": Matrix(**{**matrix, "questions": tuple(MatrixQuestion(**row) for row in matrix["questions"]),
                            "cells": tuple(Cell(**row) for row in matrix["cells"])}),
        "grouped": tuple(_grouped(row) for row in found["grouped"]),
        "neighbourhoods": tuple(Compared(**row) for row in found["neighbourhoods"]),
    })  # fmt: skip


def _grouped(row: dict[str, Any]) -> Grouped:
    over_time = tuple(_gap(each) for each in row["over_time"])
    return Grouped(name=row["name"], measure_id=row["measure_id"], now=over_time[-1], over_time=over_time)


def _gap(row: dict[str, Any]) -> GapRow:
    white, bame = (Group(**row[name]) if row[name] else None for name in ("white", "bame"))
    return GapRow(**{**row, "white": white, "bame": bame, "groups": tuple(Group(**each) for each in row["groups"])})


def address(chosen: SatisfactionSelection, *, area: str | None = None) -> str:
    """The page with the same question and period for another area."""
    return PATH + SatisfactionSelection(chosen.measure, chosen.month, area).to_query()
