"""Which entries a text means, the best first. Pure: nothing of what was asked is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from data.search.entries import Entry, Kind
from geo.areas import Area, boroughs
from geo.place_lists import name_key

LONGEST_TEXT = 80  # characters, as of a search for a place
EMPTY = frozenset({
    "a", "an", "and", "are", "at", "by", "do", "for", "from", "how", "i", "in", "is", "it", "many", "me", "much", "my",
    "near", "of", "on", "or", "the", "there", "to", "what", "where", "who",
})  # fmt: skip
SHORTEST = 2  # letters of a word that may be the beginning of another
SHORTEST_CLOSE, CLOSE = 5, 0.8  # letters of a word that may be misspelt, and how near it must come
EXACT, BEGUN, OF_NAME, OF_DETAIL, NO_MATCH = range(5)  # the lower, the better


@dataclass(frozen=True)
class Asked:
    """A text as it is looked up: its words without `area`, the borough that it names, if any."""

    words: tuple[str, ...]
    area: Area | None


def read(text: str) -> Asked:
    """The words of a text, and the borough named among them."""
    words = tuple(name_key(text[:LONGEST_TEXT]).split())
    area, used = _borough_in(words)
    left = words[: used[0]] + words[used[1] :]
    kept = tuple(word for word in left if word not in EMPTY)
    return Asked(tuple(word for word in kept if word != "london") or kept, area)  # all of this is about London


def _borough_in(words: Sequence[str]) -> tuple[Area | None, tuple[int, int]]:
    """The borough with the longest name among the words, and which of them it is."""
    named = sorted(((name_key(name).split(), area) for area in boroughs() for name in (area.area_name, area.map_label)),
                   key=lambda each: -len(each[0]))  # fmt: skip
    for name, area in named:
        for start in range(len(words) - len(name) + 1):
            if list(words[start : start + len(name)]) == name:
                return area, (start, start + len(name))
    return None, (0, 0)


def matches(words: Sequence[str], known: Iterable[Entry]) -> list[Entry]:
    """The entries that every word fits, those whose very name it is first."""
    ranked = [(rank, entry.after, entry) for entry in known if (rank := _rank(words, entry)) < NO_MATCH]
    return [entry for *_, entry in sorted(ranked, key=lambda each: each[:2])]


def _rank(words: Sequence[str], entry: Entry) -> int:
    if not words:
        return NO_MATCH
    asked = " ".join(words)
    names = [" ".join(word for word in name.split() if word not in EMPTY) for name in entry.names]
    if asked in names or _stem(asked) in map(_stem, names):
        return EXACT
    if any(name.startswith(asked) for name in names):
        return BEGUN
    if all(_is_in(word, entry.words) for word in words):
        return OF_NAME
    if entry.kind is Kind.TERM:
        return NO_MATCH  # what explains a word uses many others
    return OF_DETAIL if all(_is_in(word, entry.more_words) for word in words) else NO_MATCH


def _is_in(word: str, words: Iterable[str]) -> bool:
    """The word itself, in either number, or the beginning of another."""
    stem = _stem(word)
    return any(stem == _stem(each) or (len(word) > SHORTEST and each.startswith(word)) for each in words)


def _stem(word: str) -> str:
    """One form for one and many: robbery, robberies; theft, thefts."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def corrected(words: Sequence[str], known: Iterable[Entry]) -> tuple[str, ...]:
    """The same with each word that is nowhere in the names replaced by the one nearest to it; () where nothing is."""
    vocabulary = sorted({word for entry in known for word in entry.words if len(word) >= SHORTEST_CLOSE})
    found = tuple(word if _is_in(word, vocabulary) else _nearest(word, vocabulary) for word in words)
    return found if found != tuple(words) else ()


def _nearest(word: str, vocabulary: Sequence[str]) -> str:
    if len(word) < SHORTEST_CLOSE:
        return word
    return next(iter(get_close_matches(word, vocabulary, n=1, cutoff=CLOSE)), word)
