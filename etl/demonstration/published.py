"""The figures the demonstration must give again, read from data/published, where they are transcribed once."""
import csv
from dataclasses import dataclass
from pathlib import Path

from etl.demonstration import reference
from etl.demonstration.months import span

FOLDER = Path(__file__).parents[2] / "data" / "published"


@dataclass(frozen=True)
class Total:
    """A count published for a run of months of all London."""
    months: slice
    count: int


def figure(file: str, *, row: str, column: str, unit: str = "") -> float:
    """The one figure of data/published/<file>.csv with these labels, in `unit` if two documents give it in two.

    ValueError if there is none or another.
    """
    with (FOLDER / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        found = [line["value"] for line in csv.DictReader(lines)
                 if (line["row_label"], line["column_label"]) == (row, column) and unit in ("", line["unit"])]
    if len(found) != 1:
        raise ValueError(f"data/published/{file}.csv has {len(found)} figures '{row}', '{column}', not one")
    return float(found[0])


def totals(series: str) -> list[Total]:
    """The totals of one series that tables/published_totals.csv points to, in its order."""
    lines = reference.read("published_totals.csv", make=lambda line: (line["series"], line))
    return [_total(line) for name, line in lines if name == series]


def _total(line: dict[str, str]) -> Total:
    """`less_column` names a difference to take off: reports give 'x, which is y more than a year before'."""
    count = figure(line["file"], row=line["row_label"], column=line["column_label"]) * float(line["times"])
    if line["less_column"]:
        count -= figure(line["file"], row=line["row_label"], column=line["less_column"])
    return Total(span(line["first_month"], last=line["last_month"]), count=round(count))
