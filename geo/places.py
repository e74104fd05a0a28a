"""Finding one's borough: by its name, a neighbourhood, a ward or a postcode district.

Pure: the text and the edition's wards in, what was found out. Nothing that was asked is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache

from geo.areas import boroughs
from geo.place_answers import KINDS, Found, answers, district_answer, unknown_district
from geo.place_lists import load_districts, name_key, outward_code

__all__ = ["MOST_FOUND", "Found", "find_places"]

MOST_FOUND = 12
LONGEST_TEXT = 80
SHORTEST_CLOSE = 5
CLOSE_ENOUGH = 0.82  # below it, Dartford is taken for Catford

# The lower, the better. A name spelt almost so comes after every other, the nearer the sooner.
EXACT, BEGUN_DISTRICT, PREFIX, WORD, CLOSE, NO_MATCH = range(6)
Ranked = tuple[float, Found]

STYLES = ("london borough of ", "royal borough of ", "city of ", "lb ", "rb ", "the ")


def find_places(text: str, wards: Iterable[tuple[str, str]] = ()) -> tuple[Found, ...]:
    """What `text` may mean, the best first, at most 12; nothing for text without a letter or digit.

    `wards` are (name, borough code). Exact names come first, then names that begin with the text, then names with a
    word that does; only where there are none, names spelt almost so. Never raises, whatever the text.
    """
    text = text[:LONGEST_TEXT]
    asked = name_key(text)
    if not asked:
        return ()
    code = outward_code(text)
    if code:
        ranked = list(_of_code(code, alone=_squeezed(text) == code))
    else:
        named = answers(wards)
        ranked = [*_of_names(asked, named), *_of_area(_squeezed(text))] or list(_close(asked, named))
    return tuple(found for _, found in sorted(ranked, key=_order)[:MOST_FOUND])


def _order(item: Ranked) -> tuple[float, int, tuple[str | int, ...], tuple[str, ...]]:
    """By rank, kind and name; NW2 stands before NW10."""
    rank, found = item
    parts = re.fullmatch(r"([A-Z]+)(\d+)(.*)", found.name)
    name = (parts[1], int(parts[2]), parts[3]) if parts else (found.name,)
    return rank, KINDS.index(found.kind), name, found.boroughs


def _squeezed(text: str) -> str:
    return "".join(text.upper().split())


def _of_names(asked: str, named: Iterable[Found]) -> Iterator[Ranked]:
    plain = next((asked.removeprefix(style) for style in STYLES if asked.startswith(style)), asked)
    for found in named:
        rank = min(_rank(asked, name_key(found.name)), _borough_rank(plain, found))
        if rank < NO_MATCH:
            yield rank, found


def _rank(asked: str, key: str) -> int:
    if key == asked:
        return EXACT
    if key.startswith(asked):
        return PREFIX
    return WORD if f" {asked}" in key else NO_MATCH


def _borough_rank(plain: str, found: Found) -> int:
    """Of a borough without its style, by its short name, such as H&F, or by its code."""
    if found.kind != "borough":
        return NO_MATCH
    return min(_rank(plain, key) for key in (name_key(found.name), *_other_names()[found.boroughs[0]]))


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    return {area.slug: (name_key(area.map_label), name_key(area.area_code)) for area in boroughs()}


def _of_code(code: str, *, alone: bool) -> Iterator[Ranked]:
    """The district itself. Where no more than its code was typed, also those that begin with it."""
    known = load_districts()
    if code not in known and code[-1].isalpha() and code[:-1] in known:
        code = code[:-1]  # the list of places says W1 where addresses say W1F
    yield EXACT, district_answer(known[code]) if code in known else unknown_district(code)
    if alone:
        yield from _begins_with(code)


def _of_area(letters: str) -> Iterator[Ranked]:
    """Districts of a postcode area, such as NW."""
    if len(letters) <= 2 and letters.isalpha():
        for rank, found in _begins_with(letters):
            if re.match(rf"{letters}\d", found.name):
                yield rank, found


def _begins_with(start: str) -> Iterator[Ranked]:
    for code, district in load_districts().items():
        if code.startswith(start) and code != start:
            yield BEGUN_DISTRICT, district_answer(district)


def _close(asked: str, named: Iterable[Found]) -> Iterator[Ranked]:
    if len(asked) < SHORTEST_CLOSE:
        return
    matcher = SequenceMatcher(b=asked, autojunk=False)
    for found in named:
        key = name_key(found.name)
        matcher.set_seq1(key)
        if len(key) >= SHORTEST_CLOSE and matcher.quick_ratio() >= CLOSE_ENOUGH:
            near = matcher.ratio()
            if near >= CLOSE_ENOUGH:
                yield CLOSE + 1 - near, replace(found, detail=f"Did you mean {found.name}? {found.detail}")
