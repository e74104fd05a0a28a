"""The words of stop-and-search files: two wordings of outcomes, two codings of ethnicity, and words never seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.etl.conftest import Loaded
from tests.etl.searches import COUNTS, FAULTS, HEADER, search

Write = Callable[..., Path]
Load = Callable[[], Loaded]


WORDS = """SELECT outcome, outcome_published, is_positive, object, object_published, self_defined, self_defined_group
           FROM stop_and_search ORDER BY line"""


def test_outcomes_of_both_wordings_meet_and_the_original_is_kept(write: Write, loaded: Load) -> None:
    old = ("Suspect arrested", "Nothing found - no further action", "Offender given drugs possession warning")
    new = ("Arrest", "A no further action disposal", "Khat or Cannabis warning")
    write("a.csv", HEADER, *(search(outcome=outcome) for outcome in (*old, *new, "")))
    got = [row[:3] for row in loaded().rows(WORDS)]
    ours = [("Arrest", True), ("No further action", False), ("Cannabis or khat warning", True)]
    assert got == [(name, published, positive)
                   for (name, positive), published in zip(ours * 2, (*old, *new), strict=True)
                   ] + [(None, None, None)]  # fmt: skip


def test_until_2017_criminal_damage_was_said_of_every_search_for_goods_and_weapons(write: Write, loaded: Load) -> None:
    damage = "Articles for use in criminal damage"
    untold = "Stolen goods, weapons and articles for crime (not told apart)"
    write("a.csv", HEADER, search(object=damage), search(object=damage, outcome="Arrest"),
          search(object=damage, outcome=""))  # fmt: skip
    assert [row[3:5] for row in loaded().rows(WORDS)] == [(untold, damage), (damage, damage), (untold, damage)]


@pytest.mark.parametrize(
    ("published", "group"),
    [
        ("White - White British (W1)", "White"),
        ("Black/African/Caribbean/Black British - African", "Black"),
        ("Chinese or other ethnic group - Chinese (O1)", "Asian"),
        ("Asian/Asian British - Chinese", "Asian"),
        ("Other ethnic group - Not stated", "Not stated"),
        ("Not Stated (NS)", "Not stated"),
        ("Other ethnic group - Arab", "Other"),
        ("Mixed - White and Asian (M3)", "Mixed"),
        ("", None),
    ],
)
def test_both_codings_of_ethnicity_meet_in_a_group(
    published: str, group: str | None, write: Write, loaded: Load
) -> None:
    write("a.csv", HEADER, search(self_defined=published))
    assert [row[5:] for row in loaded().rows(WORDS)] == [(published or None, group)]


def test_letters_and_spaces_do_not_make_another_word(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, search(outcome=" ARREST", self_defined="white -  irish", gender="MALE"))
    edition = loaded()
    assert edition.rows(FAULTS) == []
    assert edition.rows("SELECT outcome, self_defined, gender FROM stop_and_search") == [
        ("Arrest", "White - Irish", "Male")
    ]


@pytest.mark.parametrize(
    ("column", "published", "kept"),
    [
        ("outcome", "Outcome", "outcome_published"),
        ("object", "Object of search", "object_published"),
        ("self_defined", "Self-defined ethnicity", "self_defined"),
        ("legislation", "Legislation", "legislation"),
        ("gender", "Gender", None),
        ("age_range", "Age range", None),
        ("officer_defined", "Officer-defined ethnicity", None),
    ],
)
def test_a_word_never_seen_is_listed_and_the_search_goes_without_it(
    column: str, published: str, kept: str | None, write: Write, loaded: Load
) -> None:
    write("a.csv", HEADER, search(), search(**{column: "Turned into a newt"}))
    edition = loaded()
    (line, listed, value, rule), *more = edition.rows(FAULTS)
    assert (line, listed, value, more) == (3, published, "Turned into a newt", [])
    assert rule.startswith(f"unknown {published.lower()}; ") and rule.endswith("the search counts, without it")
    assert edition.rows(COUNTS) == [(2, 2, 0)]
    ours = {"self_defined": "self_defined_group"}.get(column, column)
    shown = ours if column != "legislation" else "NULL"
    row = edition.rows(f"SELECT {shown}, {kept or 'NULL'} FROM stop_and_search WHERE line = 3")
    assert row == [(None, "Turned into a newt" if kept else None)]


def test_linked_and_removal_are_unknown_when_blank_and_listed_when_neither(write: Write, loaded: Load) -> None:
    rows = [("True", "False"), ("", ""), ("false", "Maybe")]
    write("a.csv", HEADER, *(search(is_linked=a, is_more_than_outer=b) for a, b in rows))
    edition = loaded()
    flags = "SELECT is_linked, is_more_than_outer FROM stop_and_search ORDER BY line"
    assert edition.rows(flags) == [(True, False), (None, None), (False, None)]
    assert [row[:3] for row in edition.rows(FAULTS)] == [(4, "Removal of more than just outer clothing", "Maybe")]


@pytest.mark.parametrize(("kind", "rule"), [("Balloon search", "unknown type of search"), ("", "no type of search")])
def test_an_unknown_type_is_refused(kind: str, rule: str, write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, search(search_type=kind), search())
    edition = loaded()
    assert [(r[0], r[1], r[2], r[3].split(";")[0]) for r in edition.rows(FAULTS)] == [(2, "Type", kind, rule)]
    assert edition.rows(COUNTS) == [(2, 1, 1)]
