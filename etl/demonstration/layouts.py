"""Wide files as the Metropolitan Police publishes them: a line for an area and category, a column a month."""
import csv
from pathlib import Path
from typing import TypeAlias

import numpy as np

from etl.demonstration.draw import Counts
from etl.demonstration.months import MONTHS

HOME_OFFICE_HEADER = ("MajorText", "MinorText", "BoroughName")
OLDER_HEADER = ("Borough", "Major Category", "Minor Category")

Names: TypeAlias = tuple[str, str, str]
Lines: TypeAlias = dict[Names, Counts]


def summed(drawn: Counts, *, categories: list[tuple[str, str]], places: list[str]) -> Lines:
    """(major, minor, place) to its months: the drawn offences of each category together, in sorted order."""
    named = sorted(set(categories))
    into = np.array([named.index(category) for category in categories])
    totals = np.zeros((len(named), *drawn.shape[1:]), dtype=np.int64)
    np.add.at(totals, into, drawn)
    return {(*category, place): totals[row, column]
            for row, category in enumerate(named) for column, place in enumerate(places)}


def write_home_office(path: Path, *, lines: Lines) -> Path:
    """The layout from 2023 on, ordered by category, then borough."""
    return _write(path, header=HOME_OFFICE_HEADER, records=list(lines.items()))


def write_older(path: Path, *, lines: Lines) -> Path:
    """The layout up to 2019, ordered by borough, then category."""
    records = [((place, major, minor), months) for (major, minor, place), months in lines.items()]
    return _write(path, header=OLDER_HEADER, records=sorted(records, key=lambda record: record[0]))


def _write(path: Path, *, header: tuple[str, ...], records: list[tuple[Names, Counts]]) -> Path:
    """Leaves out what is zero in every month, as the publisher does: there, absent does not mean zero."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([*header, *(str(month).replace("-", "") for month in MONTHS)])
        writer.writerows([*names, *months.tolist()] for names, months in records if months.any())
    return path
