"""The catalogue hangs together, and says where it does not."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from data.catalogue import HERE, Polarity, catalogue, load


def spoilt(folder: Path, old: str, new: str) -> Path:
    """A copy of the catalogue with one text replaced in whatever file holds it."""
    shutil.copytree(HERE / "measures", folder / "measures")
    shutil.copy(HERE / "datasets.toml", folder)
    for path in [folder / "datasets.toml", *(folder / "measures").glob("*.toml")]:
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return folder


def test_there_are_the_measures_the_public_asks_for() -> None:
    ids = {m.id for m in catalogue().measures}
    assert len(ids) >= 20
    assert ids >= {
        "total-notifiable-offences", "robbery", "burglary", "theft-from-the-person", "theft-from-motor-vehicles",
        "theft-of-motor-vehicles", "violence-with-injury", "violence-against-the-person-2018", "sexual-offences",
    }  # fmt: skip


def test_every_home_office_group_has_a_measure_of_its_own() -> None:
    groups = {
        "Arson and criminal damage", "Burglary", "Drug offences", "Fraud and forgery",
        "Miscellaneous crimes against society", "Possession of weapons", "Public order offences", "Robbery",
        "Sexual offences", "Theft", "Vehicle offences", "Violence against the person",
    }  # fmt: skip
    whole = {
        keys["major"]
        for m in catalogue().measures
        for keys in m.select
        if keys.get("taxonomy") == "home_office" and "major" in keys and "minor" not in keys
    }
    assert groups <= whole


def test_no_measure_adds_the_two_taxonomies_together() -> None:
    for measure in catalogue().measures:
        assert len({keys.get("taxonomy") for keys in measure.select}) == 1, measure.id


def test_the_areas_of_the_plan_are_the_six_in_its_order() -> None:
    assert [(p.id, p.title) for p in catalogue().priorities] == [
        ("safer-london", "A safer London"),
        ("better-police-service", "A better police service"),
        ("better-criminal-justice-service", "A better criminal justice service"),
        ("keeping-children-and-young-people-safe", "Keeping children and young people safe"),
        ("violence-against-women-and-girls", "Tackling violence against women and girls"),
        ("hatred-and-intolerance", "Standing together against hatred and intolerance"),
    ]


def test_pickers_list_only_areas_with_counts_and_every_area_has_something() -> None:
    known = catalogue()
    listed = known.by_priority()
    assert [m for _, measures in listed for m in measures] == list(known.measures)
    assert all(measures for _, measures in listed)
    entries = (*known.measures, *known.surveys, *known.published)
    assert {p.id for p in known.priorities} == {entry.priority for entry in entries}


def test_parts_follow_their_whole_and_the_categories_that_ended_stand_last() -> None:
    for _, measures in catalogue().by_priority():
        for before, measure in pairwise(measures):
            assert measure.part_of in (None, before.id, before.part_of), measure.id
        assert measures[0].part_of is None
        ended = [m.id.endswith("-2018") for m in measures]
        assert ended == sorted(ended)
        assert all(m.id.endswith("-2018") == (m.taxonomy_name == "Met categories used until 2018") for m in measures)


def test_no_measure_that_was_in_an_address_has_gone() -> None:
    """Ids stand in addresses that people keep, so this list only ever grows: the ids of the first two releases."""
    first = [
        "total-notifiable-offences", "violence-against-the-person", "violence-with-injury",
        "violence-without-injury", "homicide", "robbery", "robbery-of-personal-property",
        "robbery-of-business-property", "burglary", "residential-burglary", "business-and-community-burglary",
        "theft", "theft-from-the-person", "shoplifting", "bicycle-theft", "other-theft", "vehicle-offences",
        "theft-of-motor-vehicles", "theft-from-motor-vehicles", "vehicle-interference", "arson-and-criminal-damage",
        "drug-offences", "drug-trafficking", "public-order-offences", "miscellaneous-crimes-against-society",
        "fraud-and-forgery", "violence-against-the-person-2018", "violence-with-injury-2018", "common-assault-2018",
        "possession-of-weapons", "knife-crime", "knife-crime-with-injury", "knife-injury-victims-under-25",
        "gun-crime", "lethal-barrelled-discharges", "sexual-offences", "rape", "other-sexual-offences",
        "stalking-and-harassment", "domestic-abuse", "domestic-abuse-violence-with-injury",
        "aggravated-public-fear", "hate-crime", "racist-and-religious-hate-crime", "racist-hate-crime",
        "faith-hate-crime", "antisemitic-hate-crime", "islamophobic-hate-crime", "homophobic-hate-crime",
        "transgender-hate-crime", "disability-hate-crime",
    ]  # fmt: skip
    assert len(first) == 51
    assert set(first) <= {m.id for m in catalogue().measures}


def test_more_recorded_sexual_offences_are_never_a_target_to_lower() -> None:
    for measure in catalogue().measures:
        if measure.priority == "violence-against-women-and-girls":
            assert measure.polarity is Polarity.REPORTING, measure.id
            assert any("go unreported" in caveat for caveat in measure.caveats), measure.id


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'polarity = "lower"',
            'polarity = "bad"',
            r"safer-london.toml / violence-with-injury / polarity.*'bad'",
        ),
        ('dataset = "recorded_crime"', 'dataset = "nowhere"', r"names dataset 'nowhere'"),
        ('major = "Robbery"', 'colour = "Robbery"', r"selects by \['colour'\]"),
        ('id = "robbery"\n', 'id = "burglary"\n', r"declared more than once: burglary"),
        ('id = "police-officers"', 'id = "burglary"', r"declared more than once: burglary"),
        ('id = "trust-in-the-met"', 'id = "police-officers"', r"declared more than once: police-officers"),
        (
            'part_of = "theft"',
            'part_of = "thefts"',
            r"'theft-from-the-person' is part of 'thefts', which does not exist",
        ),
        ('part_of = "theft"', 'part_of = "knife-crime"', r"'knife-crime', which stands in another area of the plan"),
        ('part_of = "theft"', 'older_form_of = "thefts"', r"an older form of 'thefts', which does not exist"),
        ('part_of = "theft"', 'older_form_of = "robbery-2018"', r"'robbery-2018', which is itself an older form"),
        ('part_of = "theft"', 'part_of = "homicide"', r"part of 'homicide', which is itself a part"),
        ('part_of = "theft"', 'part_of = "theft-from-the-person"', r"'theft-from-the-person', which is itself a part"),
        ("[[published]]", "[[publishd]]", r"\.toml: there is no kind of entry called publishd"),
        ('survey = "PAS"', 'survey = ""', r"better-police-service.toml / police-do-a-good-job-locally / survey"),
        ("why_no_series", "why_not", r"\.toml / [a-z-]+ / why_no_series"),
        ('table = "recorded_crime"', 'table = "a; DROP TABLE b"', r"'a; DROP TABLE b' is not a plain"),
        ('default_measure = "burglary"', 'default_measure = "x"', r"there is no measure 'x'"),
        ('unit = "recorded offences"', 'unit = "recorded offences"\nmood = 3', r"mood"),
        ('polarity = "lower"', "polarity = ", r"\.toml: "),
    ],
)
def test_a_mistake_is_said_with_its_file_entry_and_value(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises((ValueError, KeyError), match=message):
        load(spoilt(tmp_path, old, new))
