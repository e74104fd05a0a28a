"""The changes that are asked for: new ones each time, or as readers choose; and the site answers what they ask."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path

from app import create_app
from benchmarks.editions import Editions, file_of
from benchmarks.readers.reader import CALLBACKS
from benchmarks.readers.site import address_of
from benchmarks.server.changes import ADDRESS, Choices, choices_of, never_asked, poster, visits
from data.periods import add_months

ENDS = tuple(add_months(date(2026, 6, 1), -n) for n in range(40))
CHOICES = Choices({"burglary": ENDS, "robbery": ENDS[5:], "homicide": ENDS}, ("camden", "barnet", "bexley"), "robbery")


def test_what_was_never_asked_is_never_asked_twice() -> None:
    steps = list(islice(never_asked(CHOICES, 1), 700))  # of (40 + 35 + 40) months x 4 areas x 2 ways = 920
    asked = [now for _, now in steps]
    assert len(set(asked)) == 700 and CHOICES.first() not in asked
    assert [before for before, _ in steps] == [CHOICES.first(), *asked[:-1]]
    assert all(now.month in CHOICES.ends[now.measure] for now in asked)
    assert steps == list(islice(never_asked(CHOICES, 1), 700)) != list(islice(never_asked(CHOICES, 2), 700))


def test_visits_change_one_control_and_what_is_popular_comes_again() -> None:
    steps = list(islice(visits(CHOICES, 1), 4000))
    for before, now in steps:
        fields = {name for name in ("measure", "area", "month", "show") if getattr(before, name) != getattr(now, name)}
        assert len(fields) == 1 or fields == {"measure", "month"} and before.month not in CHOICES.ends[now.measure]
        assert now.month in CHOICES.ends[now.measure]
    boroughs = Counter(now.area for before, now in steps if before.area != now.area)
    assert boroughs["camden"] > boroughs["barnet"] > boroughs["bexley"] > 0
    assert len({now for _, now in steps}) < 1500


def test_the_site_answers_what_was_asked(demonstration_editions: Path) -> None:
    editions = Editions(demonstration_editions, file_of(demonstration_editions).stem, "demonstration")
    choices, client = choices_of(editions), create_app(demonstration_editions).server.test_client()
    asked = next(c for c in client.get("/_dash-dependencies").get_json() if address_of(c) == ADDRESS)
    body = poster(asked, editions.name)
    assert len(choices.measures) > 10 and choices.first().measure == choices.default
    for step in [*islice(never_asked(choices, 1), 5), *islice(visits(choices, 1), 5)]:
        answer = client.post(CALLBACKS, data=body(step), content_type="application/json")
        found = json.loads(answer.data)["response"][ADDRESS]
        assert (found["shown"], found["answered"], found["edition"]) == (*[step[1].to_query()] * 2, editions.name)
