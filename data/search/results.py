"""A text and an edition in, what was found out, by kind. Nothing that was asked is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.boroughs.finder import places
from data.catalogue import Catalogue
from data.search.entries import Entry, Kind, entries
from data.search.match import LONGEST_TEXT, corrected, matches, read
from data.views import coverages
from data.warehouse import Edition
from geo.areas import Area
from geo.place_lists import outward_code
from geo.places import Found

MOST = 8  # of a kind
ALMOST = "Did you mean"  # as geo.places says of a name that is spelt almost so
MEASURES = (Kind.COUNT, Kind.SURVEY, Kind.PUBLISHED)


@dataclass(frozen=True)
class Results:
    """`asked`: the text, no longer than is looked at. `meant`: what was looked for instead, where a word was misspelt;
    '' otherwise. `area`: the borough that the text names beside something else. `more`: measures left out.
    """

    asked: str
    meant: str
    area: Area | None
    measures: tuple[Entry, ...]
    more: int
    places: tuple[Found, ...]
    pages: tuple[Entry, ...]
    terms: tuple[Entry, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.measures or self.places or self.pages or self.terms)


def search(edition: Edition, catalogue: Catalogue, text: str, named: Mapping[str, str]) -> Results:
    """`named`: the pages' names by path. Never fails, whatever the text."""
    known = edition.once("search", lambda: entries(catalogue, coverages(edition, catalogue), named))
    asked = read(text)
    found = [] if outward_code(text) else matches(asked.words, known)
    where = places(edition, text)
    meant: tuple[str, ...] = ()
    if not found and not where:
        meant = corrected(asked.words, known)
        found = matches(meant, known) if meant else []
    if found or not where:
        where = _beside(edition, where, asked.area)
    return _sorted(text, " ".join(meant) if found else "", asked.area, found, where)


def _beside(edition: Edition, where: tuple[Found, ...], area: Area | None) -> tuple[Found, ...]:
    """Places where something else was found too: none whose name is only almost the text's; the borough it names."""
    spelt_so = tuple(each for each in where if not each.detail.startswith(ALMOST))
    return spelt_so if spelt_so or area is None else places(edition, area.area_name)[:1]


def _sorted(text: str, meant: str, area: Area | None, found: Sequence[Entry], where: tuple[Found, ...]) -> Results:
    measures = [each for each in found if each.kind in MEASURES]
    return Results(
        text[:LONGEST_TEXT].strip(), meant, area if measures else None, tuple(measures[:MOST]),
        max(len(measures) - MOST, 0), where[:MOST], _of(found, Kind.PAGE), _of(found, Kind.TERM),
    )  # fmt: skip


def _of(found: Sequence[Entry], kind: Kind) -> tuple[Entry, ...]:
    return tuple(each for each in found if each.kind is kind)[:MOST]
