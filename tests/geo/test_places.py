"""Finding a borough: the lists are sound, the best answer comes first, and no text can do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.areas import boroughs, find
from geo.place_lists import Place, load_districts, load_places, name_key, outward_code
from geo.places import MOST_FOUND, Found, find_places

SLUGS = {area.slug for area in boroughs()}
WARDS = (
    ("Kentish Town North", "E09000007"),
    ("Kilburn", "E09000005"),
    ("Kilburn", "E09000007"),
    ("Hoxton East & Shoreditch", "E09000012"),
    ("St Pancras & Somers Town", "E09000007"),
    ("Farringdon Within", "E09000001"),  # of the City
    ("Nowhere", "E05999999"),
    ("Highgate", "E09000007"),
)


def asked(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(found.kind, found.name, found.boroughs) for found in find_places(text, WARDS)]


def first(text: str) -> Found:
    return find_places(text, WARDS)[0]


# The lists


def test_every_place_is_in_boroughs_or_outside_london_and_stands_once() -> None:
    rows = [(place.name, place.boroughs) for place in load_places()]
    assert len(rows) == len(set(rows)) > 600
    for place in load_places():
        assert set(place.boroughs) <= SLUGS | {"city-of-london"}
        assert (place.source == "outside") == (not place.boroughs)
        assert place.source in {"list", "names", "list+names", "article", "outside"}
        assert place.name == place.name.strip() and outward_code(place.postcode_district or "N1") is not None


def test_every_borough_has_neighbourhoods_and_postcode_districts() -> None:
    assert {slug for place in load_places() for slug in place.boroughs} >= SLUGS
    assert {slug for district in load_districts().values() for slug in district.boroughs} >= SLUGS


@pytest.mark.parametrize(("code", "slug"), [
    # Where the London Fire Brigade was called to animals, as the statistics office prints it: a source of its own.
    ("SE19", "croydon"), ("SE25", "croydon"), ("SM5", "sutton"), ("UB9", "hillingdon"), ("RM3", "havering"),
    ("E11", "waltham-forest"), ("CR0", "croydon"), ("E5", "hackney"),
])  # fmt: skip
def test_districts_hold_the_borough_a_second_source_names(code: str, slug: str) -> None:
    assert slug in load_districts()[code].boroughs


# Answers


def test_a_neighbourhood_comes_before_the_wards_named_after_it() -> None:
    assert asked("Kentish Town") == [
        ("neighbourhood", "Kentish Town", ("camden",)),
        ("ward", "Kentish Town North", ("camden",)),
    ]


@pytest.mark.parametrize(("text", "name", "slugs"), [
    ("Hoxton", "Hoxton", ["hackney"]),
    ("crystal palace", "Crystal Palace", ["bromley", "croydon", "lambeth", "lewisham", "southwark"]),
    ("KILBURN", "Kilburn", ["brent", "camden", "westminster"]),
    ("  kings   cross ", "King's Cross", ["camden"]),
    ("King’s Cross", "King's Cross", ["camden"]),
    ("Saint Pancras", "St Pancras", ["camden"]),
    ("St. Pancras", "St Pancras", ["camden"]),
    ("Shepherds Bush", "Shepherd's Bush", ["hammersmith-and-fulham"]),
    ("Hóxton", "Hoxton", ["hackney"]),
    ("havering atte bower", "Havering-atte-Bower", ["havering"]),
])  # fmt: skip
def test_case_spaces_accents_apostrophes_and_saints_are_forgiven(text: str, name: str, slugs: list[str]) -> None:
    assert (first(text).name, list(first(text).boroughs)) == (name, slugs)
    assert not first(text).detail.startswith("Did you mean")


@pytest.mark.parametrize("text", ["Camden", "camden", "E09000007", "LB Camden", "London Borough of Camden"])
def test_a_borough_is_found_by_its_name_with_or_without_its_style(text: str) -> None:
    assert asked(text)[0] == ("borough", "Camden", ("camden",))


@pytest.mark.parametrize(("text", "slug"), [
    ("H&F", "hammersmith-and-fulham"), ("K & C", "kensington-and-chelsea"), ("City of Westminster", "westminster"),
    ("hammersmith & fulham", "hammersmith-and-fulham"), ("Kingston", "kingston-upon-thames"),
    ("Royal Borough of Greenwich", "greenwich"), ("Richmond", "richmond-upon-thames"),
])  # fmt: skip
def test_a_borough_is_found_by_its_short_name(text: str, slug: str) -> None:
    assert (first(text).kind, first(text).boroughs) == ("borough", (slug,))


def test_two_places_of_one_name_are_two_answers_and_wards_of_one_name_are_one() -> None:
    assert asked("Belmont") == [("neighbourhood", "Belmont", ("harrow",)), ("neighbourhood", "Belmont", ("sutton",))]
    assert [found.boroughs for found in find_places("Oddname", [("Oddname", "E09000005"), ("Oddname", "E09000007")])] \
        == [("brent", "camden")]  # fmt: skip


def test_a_ward_that_says_no_more_than_its_namesake_is_not_repeated() -> None:
    assert ("ward", "Kilburn", ("brent", "camden")) not in asked("Kilburn")
    assert ("ward", "Highgate", ("camden",)) not in asked("Highgate")


def test_exact_names_come_before_beginnings_and_those_before_later_words() -> None:
    names = [name for _, name, _ in asked("hackney")]
    assert names[0] == "Hackney"
    assert names.index("Hackney Central") < names.index("South Hackney")


def test_wards_of_the_city_and_with_unknown_codes_are_not_answered() -> None:
    assert asked("Farringdon Within") == []
    assert asked("Nowhere") == []


# Postcodes


@pytest.mark.parametrize("text", ["NW5", "nw5", " n w 5 ", "NW5 1TL", "nw51tl", "NW5 1", "Nw5 1t"])
def test_only_the_outward_code_of_a_postcode_is_used(text: str) -> None:
    found = first(text)
    assert (found.kind, found.name, found.boroughs) == ("postcode district", "NW5", ("camden", "islington"))
    assert "1T" not in repr(find_places(text)).upper()


def test_a_begun_postcode_finds_the_districts_in_their_order() -> None:
    assert [name for _, name, _ in asked("NW")][:3] == ["NW1", "NW2", "NW3"]
    assert [name for _, name, _ in asked("SE1")][:3] == ["SE1", "SE10", "SE12"]
    assert [name for _, name, _ in asked("SE1 9RT")] == ["SE1"]
    assert [name for _, name, _ in asked("W1F 0AA")] == ["W1"]


def test_a_district_that_leaves_london_says_so() -> None:
    assert first("CR6").detail == "Reaches Croydon; also Tandridge. It may reach other boroughs too."


def test_a_district_in_no_table_is_not_guessed() -> None:
    assert asked("GU1 1AA") == [("not covered", "GU1", ())]
    assert first("EC2A 4PH").detail == "The table here does not have EC2A. Try a neighbourhood or a ward."


# Not covered, misspelt, hostile


@pytest.mark.parametrize(("text", "says"), [
    ("City of London", "own police force"), ("Barbican", "own police force"), ("EC4", "own police force"),
    ("Dartford", "Outside London"), ("Watford", "Outside London"),
])  # fmt: skip
def test_places_outside_the_32_boroughs_get_a_plain_answer(text: str, says: str) -> None:
    assert (first(text).kind, first(text).boroughs) == ("not covered", ())
    assert says in first(text).detail


@pytest.mark.parametrize(("text", "name"), [
    ("Kentsh Town", "Kentish Town"), ("Hackny", "Hackney"), ("Brixtn", "Brixton"), ("Lewishm", "Lewisham"),
])  # fmt: skip
def test_a_typing_error_is_asked_about(text: str, name: str) -> None:
    assert first(text).name == name
    assert first(text).detail.startswith(f"Did you mean {name}? ")


@pytest.mark.parametrize("text", ["", " ", "''", "🦆", "zzzzzz", "\ud800", "\x00", "<xq>", "'; DROP TABLE", "Hxt"])
def test_nothing_is_found_for_what_means_nothing(text: str) -> None:
    assert asked(text) == []


def test_a_long_text_costs_no_more_than_its_beginning() -> None:
    assert find_places("Hoxton" + " " * 100_000 + "x", WARDS) == find_places("Hoxton", WARDS)
    assert find_places("x" * 1_000_000, WARDS) == ()


@given(st.text(), st.lists(st.tuples(st.text(), st.sampled_from(["E09000007", "E09000001", "", "x"])), max_size=4))
def test_no_text_and_no_ward_name_raises(text: str, wards: list[tuple[str, str]]) -> None:
    answers = find_places(text, wards)
    assert len(answers) <= MOST_FOUND
    for found in answers:
        assert set(found.boroughs) <= SLUGS
        assert (found.kind == "not covered") == (not found.boroughs)
        assert found.detail


@given(st.sampled_from(load_places()), st.sampled_from(["upper", "lower", "title"]))
def test_every_place_is_found_by_its_own_name(place: Place, case: str) -> None:
    answers = find_places(getattr(place.name, case)())
    behind = {slug for found in answers if name_key(found.name) == name_key(place.name) for slug in found.boroughs}
    assert set(place.boroughs) - {"city-of-london"} <= behind


@given(st.sampled_from(sorted(load_districts())), st.from_regex(r"[0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True))
def test_a_full_postcode_finds_just_its_district(code: str, inward: str) -> None:
    assert outward_code(f"{code} {inward}") == outward_code(f"{code}{inward}".lower()) == code
    assert [found.name for found in find_places(code + inward)] == [code]


def test_every_borough_answers_to_name_slug_and_short_name() -> None:
    for area in boroughs():
        for text in (area.area_name, area.slug, area.map_label):
            assert area.slug in first(text).boroughs
        assert find(area.slug) is area
