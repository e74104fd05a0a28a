"""Find your borough: one, several, none, and the City."""

from __future__ import annotations

from datetime import date

from components.borough.finder import finder, not_covered
from components.map_view import EditionNote
from components.render import to_html
from geo.places import find_places

NOTE = EditionNote("e-1", False, date(2017, 8, 1), date(2017, 9, 12), "Metropolitan Police Service")
WARDS = [("Kentish Town North", "E09000007"), ("Abbey", "E09000002"), ("Abbey", "E09000024")]


def made(asked: str) -> str:
    return to_html(finder(asked, find_places(asked, WARDS) if asked else (), edition=NOTE))


def answer(asked: str) -> str:
    text = made(asked)
    return text[text.index('id="found"') : text.index('id="all-boroughs"')]


def test_unasked_there_is_the_form_the_map_and_the_list_with_briefings() -> None:
    text = made("")
    assert 'id="found"' not in text
    assert 'method="get"' in text and 'name="q"' in text and 'action="/boroughs"' in text
    assert text.count('aria-label="Briefing for ') == 32
    assert text.count('tabindex="-1"') == 32, "the map's links: the list has them for the keyboard"
    assert "Of a full postcode only the first half is used" in text


def test_a_neighbourhood_leads_to_its_borough_and_the_briefing() -> None:
    text = answer("Kentish Town")
    assert ">Camden</h2>" in text
    assert 'href="/boroughs/camden"' in text and 'href="/boroughs/camden/briefing"' in text
    assert "Kentish Town North" in text
    assert text.count("/boroughs/camden") == 2, "once each, however many places lie in it"


def test_several_boroughs_are_a_choice() -> None:
    text = answer("Abbey")
    assert ">2 boroughs to choose from</h2>" in text
    assert 'href="/boroughs/merton"' in text and 'href="/boroughs/barking-and-dagenham"' in text


def test_the_very_name_that_was_typed_comes_before_what_begins_with_it() -> None:
    text = answer("NW1")
    assert ">2 boroughs to choose from</h2>" in text
    assert text.index("Camden") < text.index("NW10")


def test_a_full_postcode_is_answered_by_its_first_half() -> None:
    text = answer("NW1 8NH")
    assert "NW1" in text and "Camden" in text
    assert "8NH" not in text.split("</h2>")[1]


def test_a_misspelling_is_asked_back_and_nothing_found_says_what_to_try() -> None:
    assert "Did you mean" in answer("Cambden")
    nothing = answer("qqqqzzzz")
    assert "Nothing found for ‘qqqqzzzz’" in nothing and "Try another spelling" in nothing


def test_the_city_has_a_plain_answer() -> None:
    text = answer("City of London")
    assert "has its own police force" in text and "/boroughs/city-of-london" not in text
    assert "its own police force" in to_html(not_covered())


def test_what_was_typed_is_escaped() -> None:
    text = made('<b>"x')
    assert '<b>"x' not in text and "&lt;b&gt;" in text
