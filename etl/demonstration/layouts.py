"""Files as the Metropolitan Police publishes them: wide ones with a column a month, and the long one of flags."""
import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np

from etl.demonstration.draw import Counts
from etl.demonstration.months import LAST, MONTHS
from etl.demonstration.reference import Place
from geo.areas import boroughs

HOME_OFFICE_HEADER = ("MajorText", "MinorText", "BoroughName")
OLDER_HEADER = ("Borough", "Major Category", "Minor Category")
FLAGGED_HEADER = ("Borough", "MajorText", "MinorText")
AIRPORTS = "Aviation Security(SO18)"  # what the files of flags call them
DASHBOARD_HEADER = ("Month_Year", "Area Type", "Borough_SNT", "Area name", "Area code", "Crime Type", "Crime Subtype",
                    "Measure", "Financial Year", "FY_FYIndex", "Count", "Refresh Date")
REFRESHED = f"{LAST}-30"

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


def write_flagged(path: Path, *, flags: dict[tuple[str, str], Counts], places: Sequence[Place]) -> Path:
    """The layout of flags up to 2021, ordered by flag, then borough; zeros are listed, but not of no known place."""
    records = [((_flagged_name(place), *names), months[row])
               for names, months in sorted(flags.items()) for row, place in enumerate(places)
               if place.kind != "unknown" or months[row].any()]
    return _write(path, header=FLAGGED_HEADER, records=records, zeros=True)


def _flagged_name(place: Place) -> str:
    return AIRPORTS if place.kind == "airports" else place.name


def write_dashboard(path: Path, *, flags: dict[tuple[str, str], Counts], places: Sequence[Place]) -> Path:
    """The long layout from 2025 on, ordered by month, then borough; boroughs only, zeros left out."""
    codes = {borough.area_name: borough.area_code for borough in boroughs()}
    lines = [(f"{month}-01", "Borough", place.name, place.name, codes[place.name], *names, "Offences",
              *_financial_year(number), int(months[row, number]), REFRESHED)
             for number, month in enumerate(MONTHS) for row, place in enumerate(places) if place.name in codes
             for names, months in sorted(flags.items()) if months[row, number]]
    return write_lines(path, header=DASHBOARD_HEADER, lines=lines)


def _financial_year(month: int) -> tuple[str, str]:
    """The position of a month on the axis, which begins a financial year, as 'fy14-15' and '14-15_01'."""
    year = 14 + month // 12
    return f"fy{year}-{year + 1}", f"{year}-{year + 1}_{month // 12 + 1:02}"


def _write(path: Path, *, header: tuple[str, ...], records: list[tuple[Names, Counts]], zeros: bool = False) -> Path:
    """Leaves out what is zero in every month unless `zeros`, as the publisher does: there, absent is not zero."""
    return write_lines(path, header=[*header, *(str(month).replace("-", "") for month in MONTHS)],
                       lines=([*names, *months.tolist()] for names, months in records if zeros or months.any()))


def write_lines(path: Path, *, header: Sequence[str], lines: Iterable[Sequence[object]]) -> Path:
    """A CSV file with Windows line ends, in a folder made for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(header)
        writer.writerows(lines)
    return path
