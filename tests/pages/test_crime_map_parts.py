"""Parts of the crime map that are given again, against the same parts made anew."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.crime_map.answers import DRAWN_FROM, LINKS, MAY_FAIL, PARTS
from components.map_view import EditionNote, MapView
from components.parts import rewritten
from data import views
from data.catalogue import catalogue
from data.warehouse import Edition, Warehouse

# Few choices of each, so that what one reader asks for differs from what another did in one thing.
CHOICES = {
    "measure": ("burglary", "robbery"), "span": ("12m", "month"), "to": ("2017-06", "2016-03"),
    "show": ("rate", "number", "change"), "area": ("", "camden", "newham"), "form": ("auto", "tiles"),
    "sort": ("-value", "borough"), "rows": ("", "all"),
}  # fmt: skip


@pytest.fixture(scope="module")
def edition(demonstration_editions: Path) -> Iterator[Edition]:
    with Warehouse(demonstration_editions).edition() as opened:
        yield opened


def test_a_part_that_is_given_again_is_what_it_would_be_made_anew(edition: Edition) -> None:
    chance = random.Random(7)
    for _ in range(80):
        asked = {name: chance.choice(values) for name, values in CHOICES.items()}
        found = views.crime_map(edition, catalogue(), asked)
        view = MapView(**{**found, "edition": EditionNote(**found["edition"])})
        again, anew = (
            rewritten(PARTS, view, LINKS, always=("corrections",), may_fail=MAY_FAIL, drawn_from=known)
            for known in (DRAWN_FROM, None)
        )
        for place, given, made in zip(PARTS, again, anew, strict=True):
            assert given == made, (place, asked)
