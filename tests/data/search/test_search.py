"""Typical questions find what they mean first, and no text whatever fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.catalogue import catalogue
from data.search import Entry, Kind, Results, entries, matches, pages, read, search, synonyms
from data.search.match import corrected
from data.warehouse import Edition, Warehouse

NAMED = {page.path: page.path.strip("/").replace("-", " ") or "Overview" for page in pages()}
EVERYTHING = entries(catalogue(), {measure.id for measure in catalogue().measures}, NAMED)


@pytest.fixture(scope="module")
def edition(demonstration_editions: Path) -> Iterator[Edition]:
    with Warehouse(demonstration_editions).edition() as opened:
        yield opened


def ask(edition: Edition, text: str) -> Results:
    return search(edition, catalogue(), text, NAMED)


@pytest.mark.parametrize(("text", "measure"), [
    ("mugging", "robbery-of-personal-property"), ("stabbings", "knife-crime"), ("knife crime", "knife-crime"),
    ("car theft", "theft-of-motor-vehicles"), ("ASB", "anti-social-behaviour"), ("robberies", "robbery"),
    ("Burglary", "burglary"), ("theft", "theft"), ("hate crime", "hate-crime"), ("murder", "homicide"),
    ("anti-social behaviour", "anti-social-behaviour"), ("crime", "total-notifiable-offences"),
    ("trust in the met", "trust-in-the-met"), ("shop lifting", "shoplifting"), ("how many rapes in london", "rape"),
])  # fmt: skip
def test_what_people_call_a_measure_finds_it_first(text: str, measure: str) -> None:
    found = [entry.key for entry in matches(read(text).words, EVERYTHING) if entry.kind is not Kind.PAGE]
    assert found[0] == measure


@pytest.mark.parametrize(("text", "path"), [
    ("stop & search", "/stop-and-search"), ("police numbers", "/workforce"), ("budget", "/finance"),
    ("peel", "/inspection"), ("safeguarding", "/safeguarding"), ("download", "/open-data"),
    ("hate crime", "/hate-crime"), ("London", "/"),
])  # fmt: skip
def test_what_people_call_a_page_finds_it_first(text: str, path: str) -> None:
    found = [entry.key for entry in matches(read(text).words, EVERYTHING) if entry.kind is Kind.PAGE]
    assert found[0] == path


@pytest.mark.parametrize(("text", "name", "boroughs"), [
    ("NW5 2AB", "NW5", ("camden", "islington")), ("Kentish Town", "Kentish Town", ("camden",)),
    ("H&F", "Hammersmith and Fulham", ("hammersmith-and-fulham",)),
    ("tower hamlets", "Tower Hamlets", ("tower-hamlets",)), ("greenwhich", "Greenwich", ("greenwich",)),
])  # fmt: skip
def test_places_are_found_as_the_finder_finds_them(
    edition: Edition, text: str, name: str, boroughs: tuple[str, ...]
) -> None:
    found = ask(edition, text)
    assert (found.places[0].name, set(boroughs) - set(found.places[0].boroughs)) == (name, set())
    assert not found.measures and found.area is None


def test_a_measure_in_a_borough_is_read_as_both(edition: Edition) -> None:
    for text in ("burglary camden", "Camden burglary", "burglary in Camden"):
        found = ask(edition, text)
        assert found.measures[0].key == "burglary" and found.area is not None and found.area.slug == "camden"
        assert [place.boroughs for place in found.places] == [("camden",)]
    both = read("domestic abuse in tower hamlets")
    assert both.words == ("domestic", "abuse") and both.area is not None and both.area.slug == "tower-hamlets"
    assert [p.name for p in ask(edition, "zzzz camden").places] == ["Camden"]


def test_a_misspelt_word_is_said_to_be_corrected_and_only_where_nothing_fits(edition: Edition) -> None:
    found = ask(edition, "burglery")
    assert found.meant == "burglary" and found.measures[0].key == "burglary"
    assert ask(edition, "burglary").meant == ""
    held = [entry.key for entry in ask(edition, "theft from").measures]
    assert held.index("theft-from-the-person") < held.index("theft-from-the-person-2018"), "an older form comes after"
    assert ask(edition, "zzzzzzz").is_empty and ask(edition, "zzzzzzz").meant == ""


def test_a_word_is_explained(edition: Edition) -> None:
    assert [term.name for term in ask(edition, "expected range").terms] == ["Expected range"]


def test_ranks_by_name_then_beginning_then_words_then_what_is_said() -> None:
    known = [
        Entry(Kind.COUNT, "detail", "Other", "Counts apples too."),
        Entry(Kind.COUNT, "word", "Green apple", "Of a tree."),
        Entry(Kind.COUNT, "begun", "Apple trees", "Of a wood."), Entry(Kind.COUNT, "exact", "Apples", "Of all."),
        Entry(Kind.COUNT, "said", "Fruit", "Of all.", ("apple",), 1), Entry(Kind.TERM, "term", "Pear", "No apple."),
    ]  # fmt: skip
    assert [entry.key for entry in matches(("apple",), known)] == ["exact", "said", "begun", "word", "detail"]
    assert matches((), known) == [] and matches(("plum",), known) == []
    assert corrected(("aples", "tree"), known) == ("apples", "tree") and corrected(("apple",), known) == ()


def test_every_synonym_means_something_that_there_is() -> None:
    known = catalogue()
    ids = {each.id for each in (*known.measures, *known.surveys, *known.published)}
    assert {measure for word in synonyms() for measure in word.means} <= ids
    said = [each for word in synonyms() for each in word.says]
    assert len(said) == len(set(said)), "a word that stands twice would mean both"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_no_text_fails(edition: Edition, text: str) -> None:
    found = ask(edition, text)
    assert len(found.asked) <= 80 and len(found.measures) <= 8 and len(found.places) <= 8
