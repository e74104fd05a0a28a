"""Small made-up searches: few areas, groups, objects and months, and many small numbers."""

from __future__ import annotations

from datetime import date

import numpy as np

from data.stop_and_search.declared import declared
from data.stop_and_search.periods import Year
from data.stop_and_search.records import COARSE, NO_BOROUGH, Codes, Records

MONTHS = (date(2017, 12, 1), date(2018, 1, 1), date(2018, 2, 1))
KEYS = {
    "area": ("E09000007", "E09000005", NO_BOROUGH),
    "self": ("white", "black", "not-recorded"),
    "officer": ("white", "not-recorded"),
    "object": ("drugs", "undivided", "weapons", "not-recorded"),
    "outcome": ("none", "arrest", "warning", "not-recorded"),
    "age": ("under-18", "not-recorded"),
    "gender": ("male", "not-recorded"),
}
UNDIVIDED, WEAPONS = 1, 2


def year_of(unplaced: tuple[date, ...] = ()) -> Year:
    return Year("2017-18", MONTHS, unplaced)


def records_of(codes: dict[str, Codes]) -> Records:
    """Searches from the categories of each; an outcome after the first is one in which something was found."""
    keys = {**KEYS, "month": tuple(f"{month:%Y-%m}" for month in MONTHS)}
    for name, coarse in COARSE.items():
        held = {declared().coarse_key(name, key) for key in keys[name]}
        keys[coarse] = tuple(each.key for each in declared().coarsely(name) if each.key in held)
        place = [keys[coarse].index(declared().coarse_key(name, key)) for key in keys[name]]
        codes[coarse] = np.array(place)[codes[name]]
    found = (codes["outcome"] > 0) & (codes["outcome"] < len(KEYS["outcome"]) - 1)
    size = len(found)
    return Records(keys, codes, found, np.zeros(size, dtype=bool), np.full(size, -1))


def made(seed: int, size: int, spread: float, year: Year) -> Records:
    """`spread`: how evenly categories share the searches; the smaller, the more small numbers. Ethnicity as the officer
    saw it follows the person's own, objects follow what the month's wording could say, and months that are withheld
    have no borough."""
    random = np.random.default_rng(seed)

    def drawn(name: str, number: int | None = None) -> Codes:
        number = number or len(KEYS[name])
        return random.choice(number, size=size, p=random.dirichlet(np.full(number, spread)))

    codes = {name: drawn(name) for name in ("area", "self", "object", "outcome", "age")}
    codes["outcome"] = np.minimum(codes["outcome"], 2)
    codes["gender"] = np.zeros(size, dtype=np.int64)  # as age, and the equations are half as many
    codes["month"] = random.choice(len(MONTHS), size=size)
    codes["officer"] = np.where(random.random(size) < 0.8, (codes["self"] == 2).astype(int), drawn("officer"))
    is_told_apart = codes["month"] > 0
    codes["object"][is_told_apart & (codes["object"] == UNDIVIDED)] = WEAPONS
    codes["object"][~is_told_apart & (codes["object"] == WEAPONS)] = UNDIVIDED
    for month in year.unplaced:
        codes["area"][codes["month"] == MONTHS.index(month)] = len(KEYS["area"]) - 1
    return records_of(codes)
