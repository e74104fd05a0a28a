"""The catalogue hangs together, and says where it does not."""

from __future__ import annotations

import shutil
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
            r"better-police-service.toml / violence-with-injury / polarity.*'bad'",
        ),
        ('dataset = "recorded_crime"', 'dataset = "nowhere"', r"names dataset 'nowhere'"),
        ('major = "Robbery"', 'colour = "Robbery"', r"selects by \['colour'\]"),
        ('id = "robbery"', 'id = "burglary"', r"declared more than once: burglary"),
        ('table = "recorded_crime"', 'table = "a; DROP TABLE b"', r"'a; DROP TABLE b' is not a plain"),
        ('default_measure = "burglary"', 'default_measure = "x"', r"there is no measure 'x'"),
        ('unit = "recorded offences"', 'unit = "recorded offences"\nmood = 3', r"mood"),
        ('polarity = "lower"', "polarity = ", r"\.toml: "),
    ],
)
def test_a_mistake_is_said_with_its_file_entry_and_value(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises((ValueError, KeyError), match=message):
        load(spoilt(tmp_path, old, new))
