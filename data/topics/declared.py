"""What a page about one topic holds, read from `<topic>.toml` beside this file and checked as it is read."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from data.catalogue import Catalogue, Entry, Sentence, Slug, catalogue

HERE = Path(__file__).parent
Label = str
FigureKey = tuple[str, str, str, str, str]  # document, section, table_name, row_label, column_label


class Headline(StrEnum):
    """What the page's first sentence tells: the chosen measure, or how many measures rose and fell."""

    MEASURE = "measure"
    VERDICTS = "verdicts"


class Group(Entry):
    """Measures that stand in one table, and those of which only a printed figure is known."""

    id: Slug
    title: str = Field(min_length=3)
    others: str = ""  # the heading of the measures beside the one that is chosen
    measures: tuple[Slug, ...] = ()
    published: tuple[Slug, ...] = ()


class PrintedRow(Entry):
    """One row of a printed table; `measure` counts the same, where any does. `column`: its only column."""

    row_label: Label
    measure: Slug | None = None
    column: Label | None = None
    unrecorded: str = "No open monthly file"  # in place of a record, where no measure counts the same
    about: Sentence | None = None  # what must be known of it, such as that it is not of London


class Printed(Entry):
    """Rows and columns of one printed table; `columns` are those of every row that has no column of its own."""

    document: Label
    section: Label
    table_name: Label
    columns: tuple[Label, ...] = ()
    rows: tuple[PrintedRow, ...] = Field(min_length=1)

    def figures(self) -> tuple[tuple[PrintedRow, FigureKey], ...]:
        """Each row with the key of each of its figures."""
        place = (self.document, self.section, self.table_name)
        return tuple(
            (row, (*place, row.row_label, column))
            for row in self.rows for column in ((row.column,) if row.column else self.columns)
        )  # fmt: skip


class Indicator(Entry):
    """What the Met's plan set out to measure, in its transcribed words; and what there is of it here."""

    priority: Label
    words: Label
    answer: Sentence


class Topic(Entry):
    """A page: its address, its name, and what it holds. `one`, `many`: what a measure is called on it."""

    path: str = Field(pattern=r"^/[a-z-]+$")
    name: str
    file_name: Slug
    headline: Headline
    one: str
    many: str
    overlap: Sentence
    group: tuple[Group, ...] = Field(min_length=1)
    printed: tuple[Printed, ...] = ()
    indicator: tuple[Indicator, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        """Ids of every measure that can be chosen, in order."""
        return tuple(measure for group in self.group for measure in group.measures)

    def group_of(self, measure_id: str) -> Group:
        """Raises KeyError that quotes the id."""
        for group in self.group:
            if measure_id in group.measures:
                return group
        raise KeyError(f"{self.path} has no measure '{measure_id}'")


def load(path: Path, known: Catalogue) -> Topic:
    """Raises ValueError, with the file's name, for a mistake in it or a measure that does not exist."""
    try:
        found = Topic.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        _check(found, known)
    except (tomllib.TOMLDecodeError, ValidationError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    return found


def _check(found: Topic, known: Catalogue) -> None:
    counted, printed = {m.id for m in known.measures}, {m.id for m in known.published}
    named = [*found.measures, *(row.measure for table in found.printed for row in table.rows if row.measure)]
    if unknown := [each for each in named if each not in counted]:
        raise ValueError(f"there is no measure '{unknown[0]}'")
    if unknown := [each for group in found.group for each in group.published if each not in printed]:
        raise ValueError(f"there is no published measure '{unknown[0]}'")
    if repeated := sorted({each for each in found.measures if found.measures.count(each) > 1}):
        raise ValueError(f"stands in two groups: {', '.join(repeated)}")
    if bare := [row.row_label for table in found.printed for row in table.rows if not (row.column or table.columns)]:
        raise ValueError(f"'{bare[0]}' has no column")


@cache
def topic(name: str) -> Topic:
    """The topic of `data/topics/<name>.toml`, read once."""
    return load(HERE / f"{name}.toml", catalogue())
