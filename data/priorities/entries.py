"""What the entries of `local_priorities.toml` are made of, each checked on its own."""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from data.catalogue import Entry, Month, Sentence, Slug

FIRST_MONTH_OF_YEAR = 4  # April


class Kind(Entry):
    """A crime that boroughs choose, and the measure that counts it: since a month, and in older categories until it."""

    id: Slug
    name: str = Field(min_length=3)
    measure: Slug
    older: Slug | None = None
    note: Sentence | None = None
    note_now: Sentence | None = None  # where `measure` counts it, and not `older`

    def measure_at(self, month: date, *, older_until: date) -> str:
        return self.older if self.older and month <= older_until else self.measure

    def note_of(self, measure_id: str) -> str:
        """What must be said of it where this measure counts it, '' for nothing."""
        return " ".join(filter(None, [self.note, self.note_now if measure_id == self.measure else None]))


class Chosen(Entry):
    """A borough's priority, in the words of the source."""

    kind: Slug
    printed: str = Field(min_length=3)
    additional: bool = False


class Declaration(Entry):
    """The priorities of one financial year and where they are printed."""

    year: str = Field(pattern=r"^20\d\d/\d\d$")
    document: str
    source: str = Field(min_length=10)
    everywhere: tuple[Chosen, ...] = ()
    boroughs: dict[Slug, tuple[Chosen, ...]]

    @property
    def first_month(self) -> date:
        return date(int(self.year[:4]), FIRST_MONTH_OF_YEAR, 1)

    def __hash__(self) -> int:
        return hash(self.year)


class Published(Entry):
    """A report's table of the change in each priority: the key of its figures, whose row label is the borough.

    `columns` are those of the first, the second … chosen priority.
    """

    quarter: Month
    document: str
    section: str
    table_name: str
    columns: tuple[str, ...] = Field(min_length=1)
    additional: str | None = None

    def key(self, borough: str, number: int, *, is_additional: bool) -> tuple[str, str, str, str, str] | None:
        """As the published figures order it; None where the table has no column for it."""
        column = self.additional if is_additional else next(iter(self.columns[number - 1 : number]), None)
        return None if column is None else (self.document, self.section, self.table_name, borough, column)


class Declared(Entry):
    """The whole file."""

    older_until: Month
    kind: tuple[Kind, ...]
    published: tuple[Published, ...] = ()
    year: tuple[Declaration, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _hangs_together(self) -> Declared:
        known = [kind.id for kind in self.kind]
        if len(known) != len(set(known)):
            raise ValueError(f"a kind is declared more than once among {', '.join(known)}")
        years = [declaration.year for declaration in self.year]
        if years != sorted(set(years)):
            raise ValueError(f"the years {', '.join(years)} do not each stand once, in order")
        for declaration in self.year:
            for chosen in (declaration.everywhere, *declaration.boroughs.values()):
                for each in chosen:
                    if each.kind not in known:
                        raise ValueError(f"{declaration.year} names '{each.kind}', which is no declared kind")
        return self
