"""The package's own small tables, read into values: published figures, offences and places.

`twelve_months.csv` and `local_volume_priorities.csv` are transcribed from the document that each of their
lines names; `published_totals.csv` and `published_proportions.csv` say which figures of data/published the other
files meet. The rest, such as `offences.csv` and `places.csv`, is ours: names and wordings are the publishers',
residents are the ONS mid-2016 estimates to the nearest ten thousand, every other number is made up and only
plausible.
"""
import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

T = TypeVar("T")

TABLES = Path(__file__).parent / "tables"


class Shaped(Protocol):
    """What has a place in London and in the year: an offence, or a flag on some."""
    @property
    def centre_pull(self) -> float: ...
    @property
    def airports(self) -> float: ...
    @property
    def peak_month(self) -> int: ...
    @property
    def swing(self) -> float: ...


@dataclass(frozen=True)
class Offence:
    """One kind of offence, the finest grain; each belongs to one category of each taxonomy.

    `row` is the row of the published 12-month table that counts it ('elsewhere': only the total does),
    `weight` its relative size within that row, `centre_pull` how the logarithm of its rate rises with a
    place's centrality, `airports` its rate there relative to a borough's, `swing` the share by which
    `peak_month` exceeds the year's mean.
    """
    name: str
    row: str
    priorities: frozenset[str]
    weight: float
    centre_pull: float
    airports: float
    peak_month: int
    swing: float
    home_office: tuple[str, str]
    older: tuple[str, str]


@dataclass(frozen=True)
class Place:
    """A borough, the airports or 'Unknown'. The last two have no residents: theirs is a size we made up."""
    name: str
    kind: str
    residents: int
    centrality: float


@dataclass(frozen=True)
class Priority:
    """A published change of one borough's priority, April-June 2017 on April-June 2016, in whole per cent."""
    borough: str
    priority: str
    change_pct: int


def read(name: str, *, make: Callable[[dict[str, str]], T]) -> tuple[T, ...]:
    """Every line of tables/<name> as a value. ValueError names the file, the line and what is wrong in it."""
    with (TABLES / name).open(encoding="utf-8", newline="") as lines:
        return tuple(_made(record, make=make, where=f"{name} line {number}")
                     for number, record in enumerate(csv.DictReader(lines), start=2))


def _made(record: dict[str, str], *, make: Callable[[dict[str, str]], T], where: str) -> T:
    try:
        return make(record)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{where}: {error} in {record}") from error


def offences() -> tuple[Offence, ...]:
    return read("offences.csv", make=lambda line: Offence(
        name=line["offence"], row=line["row"], priorities=frozenset(line["priorities"].split()),
        weight=float(line["weight"]), centre_pull=float(line["centre_pull"]),
        airports=float(line["airports"]),
        peak_month=int(line["peak_month"]), swing=float(line["swing"]),
        home_office=(line["home_office_major"], line["home_office_minor"]),
        older=(line["older_major"], line["older_minor"])))


def places() -> tuple[Place, ...]:
    return read("places.csv", make=lambda line: Place(
        name=line["place"], kind=line["kind"], residents=int(line["residents"]),
        centrality=float(line["centrality"])))


def priorities() -> tuple[Priority, ...]:
    return read("local_volume_priorities.csv", make=lambda line: Priority(
        borough=line["borough"], priority=line["priority"], change_pct=int(line["change_pct"])))


def twelve_months() -> dict[str, tuple[int, int]]:
    """Row code to its two published totals (years to June 2016 and June 2017), for rows of recorded crime."""
    return dict(read("twelve_months.csv", make=lambda line: (
        line["row"], (int(line["july_2015_june_2016"]), int(line["july_2016_june_2017"])))))
