"""Neighbourhoods and postcode districts with the boroughs each is known to reach: places.csv, postcode_districts.csv.

README.md says where the rows were read. The web side imports this module, so it reads with the csv module alone.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

PLACES_FILE = Path(__file__).with_name("places.csv")
DISTRICTS_FILE = Path(__file__).with_name("postcode_districts.csv")

OUTWARD = r"[A-Z]{1,2}[0-9](?:[0-9]|[A-Z])?"
POSTCODE = re.compile(rf"({OUTWARD})(?:[0-9][A-Z]{{2}})?", re.ASCII)
BEGUN_POSTCODE = re.compile(rf"({OUTWARD})\s+[0-9][A-Z]?", re.ASCII)


@dataclass(frozen=True)
class Place:
    """A neighbourhood, or a place outside London, which has no `boroughs` (slugs).

    `postcode_district` is '' where it is not clear. `source` is explained in README.md.
    """

    name: str
    boroughs: tuple[str, ...]
    postcode_district: str
    source: str


@dataclass(frozen=True)
class District:
    """A postcode district. `boroughs` are those it is known to reach; `elsewhere` is outside the 32 boroughs or ''."""

    outward_code: str
    boroughs: tuple[str, ...]
    elsewhere: str
    source: str


@cache
def load_places() -> tuple[Place, ...]:
    """Every row of places.csv. Two rows share a name where two places do."""
    return tuple(
        Place(row["name"], _slugs(row["boroughs"]), row["postcode_district"], row["source"])
        for row in _rows(PLACES_FILE)
    )


@cache
def load_districts() -> Mapping[str, District]:
    """Postcode districts by outward code: those of postcode_districts.csv, and those that places.csv names.

    A district in both reaches the boroughs of both. One in neither is not known here.
    """
    found = {
        row["outward_code"]: District(row["outward_code"], _slugs(row["boroughs"]), row["elsewhere"], row["source"])
        for row in _rows(DISTRICTS_FILE)
    }
    for place in load_places():
        code = place.postcode_district
        if code:
            before = found.get(code, District(code, (), "", "places.csv"))
            boroughs = tuple(sorted({*before.boroughs, *place.boroughs}))
            found[code] = District(code, boroughs, before.elsewhere, before.source)
    return found


def outward_code(text: str) -> str | None:
    """The outward code of a postcode, whole or begun, whatever its case and spaces; None when it is not one.

    Only the outward code leaves this function: what stands behind it points to a few houses.
    """
    upper = text.strip().upper()
    match = BEGUN_POSTCODE.fullmatch(upper) or POSTCODE.fullmatch("".join(upper.split()))
    return match.group(1) if match else None


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """A name as it is compared: lower case, no accents or punctuation, 'and' for '&', 'st' for 'Saint'."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ").replace("'", "").replace("’", ""))
    letters = "".join(c for c in plain.casefold() if not unicodedata.combining(c))
    words = re.sub(r"[^a-z0-9]+", " ", letters).split()
    return " ".join("st" if word == "saint" else word for word in words)


def _slugs(cell: str) -> tuple[str, ...]:
    return tuple(slug for slug in cell.split(";") if slug)


def _rows(file: Path) -> Iterator[Mapping[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
