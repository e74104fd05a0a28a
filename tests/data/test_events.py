"""The events are dated, sourced, and say nothing of what came of them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from data.events import HERE, Event, events, load_events

# Each day by a second road: the weekday, from reports of the day. 1 for Monday. Wrong by one day, wrong weekday.
WEEKDAYS = {
    "disorder-august-2011": 6, "olympic-games-2012": 5, "murder-of-lee-rigby": 3, "crime-data-inspection-2014": 2,
    "paris-attacks-2015": 5, "eu-referendum": 4, "westminster-attack": 3, "manchester-arena-attack": 1,
    "london-bridge-attack": 6, "grenfell-tower-fire": 3, "finsbury-park-attack": 1, "parsons-green-attack": 5,
    "first-lockdown": 1, "second-lockdown": 4, "third-lockdown": 3, "murder-of-sarah-everard": 3,
    "end-of-restrictions": 1, "casey-review": 2, "attack-of-7-october-2023": 6, "connect-crime-recording": 3,
    "disorder-summer-2024": 2,
}  # fmt: skip
CAUSE = r"\b(caused|cause|led to|rise|rose|fell|fall|increase|increased|spike|surge|offences|figures)\b"
EVENT = """
[groups]
hate = ["hate-crime"]
[[event]]
id = "one"
date = 2016-06-23
name = "One"
sentence = "Something took place."
source = "A document of ours"
measures = "hate"
[[event]]
id = "two"
date = 2015-02-01
is_month = true
name = "Two"
sentence = "Something else took place."
source = "A document of ours"
"""


def test_they_are_in_the_order_of_their_dates_within_the_years_of_the_figures() -> None:
    dates = [event.date for event in events()]
    assert dates == sorted(dates)
    assert date(2010, 4, 1) <= dates[0]
    assert dates[-1] <= date(2026, 12, 31)


def test_every_day_falls_on_the_weekday_it_is_remembered_by() -> None:
    found = {event.id: event.date.isoweekday() for event in events() if not event.is_month}
    assert found == WEEKDAYS


def test_a_sentence_is_short_and_names_no_effect() -> None:
    for event in events():
        for sentence in re.split(r"(?<=[.?]) ", event.sentence):
            assert len(sentence.split()) < 25, event.id
        assert not re.search(CAUSE, event.sentence), event.id


def test_the_break_of_march_2024_has_its_event_just_before_it() -> None:
    found = next(event for event in events() if event.id == "connect-crime-recording")
    assert date(2024, 2, 1) <= found.date < date(2024, 3, 1)
    assert found.may_stand_beside("burglary")


def test_an_event_stands_beside_the_measures_it_names_or_beside_all(tmp_path: Path) -> None:
    two, one = load_events(written(tmp_path, EVENT))
    assert (one.id, one.measures, one.when) == ("one", ("hate-crime",), "23 June 2016")
    assert one.may_stand_beside("hate-crime") and not one.may_stand_beside("burglary")
    assert (two.id, two.measures, two.when) == ("two", (), "February 2015")
    assert two.may_stand_beside("hate-crime") and two.may_stand_beside("burglary")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "two"', 'id = "one"', "declared more than once: one"),
        ('["hate-crime"]', '["hat-crime"]', "event 'one' names measure 'hat-crime', which does not exist"),
        ('measures = "hate"', 'measures = "hats"', "event 'one' names measure 'hats', which does not exist"),
        ("2016-06-23", "2016-06-31", "events.toml"),
        ("2015-02-01", "2015-02-02", "event 'two' has a day"),
        ("Something took place.", "Something took place", "sentence"),
        ('source = "A document of ours"', 'source = ""', "source"),
        ('name = "One"', f'name = "{"One " * 20}"', "name"),
        ('name = "One"', 'name = "One"\nmood = 1', "mood"),
    ],
)
def test_a_mistake_is_said(old: str, new: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=message):
        load_events(written(tmp_path, EVENT.replace(old, new, 1)))


def test_every_group_of_measures_is_used() -> None:
    text = (HERE / "events.toml").read_text(encoding="utf-8")
    groups = re.findall(r"^(\w+) = \[$", text.split("[[event]]")[0], re.MULTILINE)
    assert len(groups) == 3
    assert all(f'measures = "{group}"' in text for group in groups)


def test_an_event_cannot_be_changed() -> None:
    event: Event = events()[0]
    with pytest.raises(ValueError, match="frozen"):
        event.name = "Another"  # type: ignore[misc]


def written(folder: Path, text: str) -> Path:
    path = folder / "events.toml"
    path.write_text(text, encoding="utf-8")
    return path
