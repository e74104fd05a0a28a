"""What may happen in a search, and how often, in the words of the time.

The words, and that they changed, are the publisher's; every weight in the tables is made up. Ethnic groups differ in
how often they are searched as tables/search_ethnicities.csv has it, a little more in one borough than in the next,
and hardly in how often something comes of it.
"""
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from etl.demonstration import reference
from etl.demonstration.expected import Floats
from etl.demonstration.published import figure

NEW_OUTCOMES = np.datetime64("2018-01")  # from here objects and outcomes are worded anew
NEW_ETHNICITIES = np.datetime64("2017-04")  # some month between June 2016 and this one
NOTHING = ("Nothing found - no further action", "A no further action disposal")
BOROUGH_VARIATION = 0.25  # of the logarithm of a group's weight in one borough
OVER = 0.004  # the business plan says 'over 31%'


@dataclass(frozen=True)
class Ethnicity:
    """How a person and an officer describe them; `found` is how often something comes of it, about the mean."""
    worded: tuple[str, str]
    officer_defined: str
    weight: float
    found: float


@dataclass(frozen=True)
class Sought:
    """An object of search with its legislation; `found` is the chance that something comes of it."""
    wording: str
    name: str
    legislation: str
    weight: float
    found: float
    outcomes: str


@dataclass(frozen=True)
class Outcome:
    """Something that comes of a search, as worded before and after, and its weight by what was sought."""
    worded: tuple[str, str]
    weights: dict[str, float]


def ethnicities() -> tuple[Ethnicity, ...]:
    return reference.read("search_ethnicities.csv", make=lambda line: Ethnicity(
        worded=(line["until_2017_03"], line["since_2017_04"]), officer_defined=line["officer_defined"],
        weight=float(line["weight"]), found=float(line["found"])))


def objects(month: np.datetime64) -> tuple[Sought, ...]:
    """Those of the month's wording."""
    wording = "since 2018" if month >= NEW_OUTCOMES else "until 2017"
    lines = reference.read("search_objects.csv", make=lambda line: Sought(
        wording=line["wording"], name=line["object"], legislation=line["legislation"],
        weight=float(line["weight"]), found=float(line["found"]), outcomes=line["outcomes"]))
    return tuple(each for each in lines if each.wording == wording)


def outcomes() -> tuple[Outcome, ...]:
    return reference.read("search_outcomes.csv", make=lambda line: Outcome(
        worded=(line["until_2017"], line["since_2018"]),
        weights={kind: float(line[kind]) for kind in ("drugs", "other")}))


def people(column: str) -> tuple[list[str], Floats]:
    """The values of a column that depends on no other, and their weights."""
    lines = reference.read("search_people.csv", make=lambda line: (line["column"], line["value"], line["weight"]))
    chosen = [(value, float(weight)) for name, value, weight in lines if name == column]
    return [value for value, _ in chosen], np.array([weight for _, weight in chosen])


def chances(*, who: Sequence[Ethnicity], what: Sequence[Sought]) -> Floats:
    """Ethnicity x object: the chance of a positive outcome, the published share of all searches together."""
    share = figure("stop_and_search", row="Searches with a positive outcome", column="Share", unit="%") / 100 + OVER
    chance = np.outer([each.found for each in who], [each.found for each in what])
    weight = np.outer([each.weight for each in who], [each.weight for each in what])
    return np.asarray(chance * share / ((chance * weight).sum() / weight.sum()))


def chosen(rng: np.random.Generator, *, weights: Floats, number: int) -> NDArray[np.intp]:
    """`number` positions drawn with these weights."""
    edges = np.cumsum(weights / weights.sum())
    return np.minimum(np.searchsorted(edges, rng.random(number), side="right"), len(weights) - 1)


def chosen_each(rng: np.random.Generator, *, weights: Floats, row: NDArray[np.intp]) -> NDArray[np.intp]:
    """For each of `row` a position in that row of `weights` (row x position)."""
    edges = np.cumsum(weights / weights.sum(axis=1, keepdims=True), axis=1)
    return np.asarray(np.minimum((edges[row] <= rng.random((len(row), 1))).sum(axis=1), weights.shape[1] - 1))
