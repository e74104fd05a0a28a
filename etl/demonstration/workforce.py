"""Officers, staff and PCSOs at the end of each month: the published figures of June 2017, and a path to them.

Published besides: police staff had fallen by 28% since 2014/15, which is read as since the middle of that year. The
equalities table of April 2017 counts people, not full-time equivalents, and is not met.
"""
from pathlib import Path

import numpy as np

from etl.demonstration.draw import Counts
from etl.demonstration.layouts import write_lines
from etl.demonstration.months import FIRST, LAST, MONTHS, span
from etl.demonstration.published import figure

FOLDER = "workforce"
STREAM = 3  # see recorded_crime.STREAM
HEADER = ("Date", "Police Officer Strength", "Police Staff Strength", "PCSO Strength")
PUBLISHED = "2017-06"
YEAR_BEFORE_THE_FALL = "2014-10"  # the middle of 2014/15
# Made up: month to strength. The published points are added to them.
OFFICERS = {FIRST: 30_900.0, "2015-06": 31_800.0, "2016-09": 32_000.0, LAST: 30_200.0}
STAFF = {FIRST: 11_950.0, LAST: 8_350.0}
PCSOS = {FIRST: 1_950.0, "2016-03": 1_600.0, LAST: 1_300.0}
UNSTEADY = 0.002  # a month's departure from the path, of the strength


def write(folder: Path, *, seed: int) -> list[Path]:
    """One file in `folder`/workforce."""
    rng = np.random.default_rng([seed, STREAM])
    columns = [_path(rng, points=points) for points in _points()]
    dates = [month.item().strftime("%b-%y") for month in MONTHS]
    return [write_lines(folder / FOLDER / "met-workforce.csv", header=HEADER,
                        lines=zip(dates, *(column.tolist() for column in columns), strict=True))]


def _points() -> list[dict[str, float]]:
    officers, staff, pcsos = (figure("workforce", row=row, column="End of Q1 2017/18")
                              for row in ("Officers", "Staff", "PCSOs"))
    fallen = figure("workforce", row="Police staff, excluding PCSOs", column="Reduction since 2014/15") / 100
    return [OFFICERS | {PUBLISHED: officers}, STAFF | {YEAR_BEFORE_THE_FALL: staff / (1 - fallen), PUBLISHED: staff},
            PCSOS | {PUBLISHED: pcsos}]


def _path(rng: np.random.Generator, *, points: dict[str, float]) -> Counts:
    """Strength by month, straight between the points and unsteady about it except where something was published."""
    at = sorted(points)
    path = np.interp(np.arange(len(MONTHS)), [span(month, last=month).start for month in at],
                     [points[month] for month in at])
    noise = rng.normal(1, UNSTEADY, len(MONTHS))
    for month in (PUBLISHED, YEAR_BEFORE_THE_FALL):
        noise[span(month, last=month)] = 1
    return np.asarray(np.rint(path * noise), dtype=np.int64)
