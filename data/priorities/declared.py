"""What each borough chose, read from `local_priorities.toml` and checked as it is read.

A declared year stands for later ones until another is declared, and `Choice.stands_in` then says so in a sentence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from data.catalogue import Catalogue, catalogue
from data.periods import add_months
from data.priorities.entries import Declaration, Declared, Kind, Published
from geo.areas import boroughs

FILE = Path(__file__).parents[1] / "local_priorities.toml"
ANTI_SOCIAL_BEHAVIOUR = "anti-social-behaviour"


@dataclass(frozen=True)
class Priority:
    """One priority of one borough. `number` is its place among the chosen ones; None for every borough's own kind."""

    kind: Kind
    printed: str
    number: int | None
    is_additional: bool = False

    @property
    def id(self) -> str:
        return self.kind.id

    @property
    def name(self) -> str:
        return self.kind.name

    def measure_at(self, month: date) -> str:
        """The id of the measure that counts it in the periods that end in this month."""
        return self.kind.measure_at(month, older_until=_declared().older_until)


@dataclass(frozen=True)
class Choice:
    """Every borough's priorities in a month, by slug, and the declaration that they are from."""

    declaration: Declaration
    boroughs: Mapping[str, tuple[Priority, ...]]
    stands_in: str  # a sentence where they were declared for an earlier year, else ''


def load(path: Path = FILE, known: Catalogue | None = None) -> Declared:
    """Raises ValueError, with the file's name, for a mistake in it."""
    try:
        declared = Declared.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    _check(declared, known or catalogue(), path.name)
    return declared


def _check(declared: Declared, known: Catalogue, name: str) -> None:
    counted = {measure.id for measure in (*known.measures, *known.combined)}
    for kind in declared.kind:
        if unknown := {kind.measure, kind.older or kind.measure} - counted:
            raise ValueError(f"{name}: '{kind.id}' is counted by '{min(unknown)}', which does not exist")
    slugs = {area.slug for area in boroughs()}
    for declaration in declared.year:
        if wrong := slugs ^ set(declaration.boroughs):
            raise ValueError(f"{name}: {declaration.year} has no priorities, or no such borough, '{min(wrong)}'")


@cache
def _declared() -> Declared:
    return load()


def years() -> tuple[str, ...]:
    """The declared financial years, earliest first: ('2017/18',)."""
    return tuple(declaration.year for declaration in _declared().year)


def kinds() -> tuple[Kind, ...]:
    """Every crime that a borough may have chosen, in the order of filters."""
    return _declared().kind


def first_month() -> date:
    """The first month of the first declared year."""
    return _declared().year[0].first_month


def declared(year: str) -> Declaration:
    """The declaration of this financial year. Raises KeyError for one that is not declared."""
    for declaration in _declared().year:
        if declaration.year == year:
            return declaration
    raise KeyError(f"no local priorities are declared for {year}")


def published_for(month: date) -> Published | None:
    """Where the table of the quarter that ends in this month was printed, if one was."""
    return next((each for each in _declared().published if each.quarter == month), None)


def financial_year(month: date) -> str:
    """'2017/18' for the months from April 2017 to March 2018."""
    begun = add_months(month, -3).year
    return f"{begun}/{(begun + 1) % 100:02d}"


def chosen(month: date) -> Choice:
    """What every borough had chosen in a month: of its financial year, or of the latest declared before it.

    Raises LookupError for a month before the first declared year.
    """
    earlier = [each for each in _declared().year if each.first_month <= month]
    if not earlier:
        raise LookupError(f"no local priorities are declared for {financial_year(month)}")
    return _choice(earlier[-1], financial_year(month))


@cache
def _choice(declaration: Declaration, year: str) -> Choice:
    of = {kind.id: kind for kind in kinds()}
    everywhere = [Priority(of[each.kind], each.printed, None) for each in declaration.everywhere]
    named = {
        slug: (*(Priority(of[each.kind], each.printed, number, each.additional)
                 for number, each in enumerate(chosen, 1)), *everywhere)
        for slug, chosen in declaration.boroughs.items()
    }  # fmt: skip
    said = "" if declaration.year == year else (
        f"The latest declared priorities are those of {declaration.year}. They stand in for {year}, "
        "for which none are declared here."
    )  # fmt: skip
    return Choice(declaration, named, said)


def of_borough(slug: str, month: date) -> tuple[Priority, ...]:
    """A borough's priorities in a month, in order, every borough's own last. KeyError: no borough has that slug."""
    return chosen(month).boroughs[slug]
