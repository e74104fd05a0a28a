"""Everything that can be found besides places: measures, pages, and words that are explained."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from data.catalogue import Catalogue
from data.glossary import glossary
from data.search.declared import pages, synonyms
from geo.place_lists import name_key


class Kind(StrEnum):
    COUNT = "count"
    SURVEY = "survey"
    PUBLISHED = "published"
    PAGE = "page"
    TERM = "term"


@dataclass(frozen=True)
class Entry:
    """`key`: a measure's id, a page's path or a term's anchor. `others`: words that mean it too. `after`: how far it
    stands behind its equals. `area`: of a measure, the area of the plan that it belongs to.
    """

    kind: Kind
    key: str
    name: str
    detail: str
    others: tuple[str, ...] = ()
    after: int = 0
    area: str = ""
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(name_key(each) for each in (self.name, *self.others)))

    @cached_property
    def words(self) -> frozenset[str]:
        """Of its names."""
        return frozenset(word for name in self.names for word in name.split())

    @cached_property
    def more_words(self) -> frozenset[str]:
        """Of what is said of it too."""
        return self.words | frozenset(name_key(self.detail).split())


def entries(catalogue: Catalogue, held: Collection[str], named: Mapping[str, str]) -> tuple[Entry, ...]:
    """`held`: ids of the counts that the edition has; `named`: the pages' names by path."""
    return (*_measures(catalogue, held), *_pages(named), *_terms())


def _measures(catalogue: Catalogue, held: Collection[str]) -> Iterator[Entry]:
    """In the catalogue's order; older forms of a measure and parts of one come after what they are of."""
    said = _said()
    for place, count in enumerate(catalogue.measures):
        if count.id in held:
            others, near = said.get(count.id, ((), 0))
            older = 500 if count.older_form_of else 0
            yield Entry(Kind.COUNT, count.id, count.name, count.definition, others, older + near * 100 + place)
    for place, survey in enumerate(catalogue.surveys):
        others, _ = said.get(survey.id, ((), 0))
        yield Entry(Kind.SURVEY, survey.id, survey.name, survey.definition, others, 200 + place)
    for place, each in enumerate(catalogue.published):
        others, _ = said.get(each.id, ((), 0))
        yield Entry(Kind.PUBLISHED, each.id, each.name, each.definition, others, 300 + place, each.priority)


def _said() -> dict[str, tuple[tuple[str, ...], int]]:
    """Other words for each measure, and how far it is from the nearest of those that they mean."""
    found: dict[str, tuple[tuple[str, ...], int]] = {}
    for word in synonyms():
        for near, measure in enumerate(word.means):
            before, nearest = found.get(measure, ((), near))
            found[measure] = ((*before, *word.says), min(near, nearest))
    return found


def _pages(named: Mapping[str, str]) -> Iterator[Entry]:
    for place, page in enumerate(pages()):
        if page.path in named:
            yield Entry(Kind.PAGE, page.path, named[page.path], page.about, page.says, place)


def _terms() -> Iterator[Entry]:
    for place, term in enumerate(glossary()):
        yield Entry(Kind.TERM, term.anchor, term.term, term.meaning, (), place)
