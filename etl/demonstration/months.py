"""The months a demonstration edition covers, as positions on one axis."""
import numpy as np
from numpy.typing import NDArray

FIRST, LAST = "2014-04", "2018-06"
MONTHS: NDArray[np.datetime64] = np.arange(FIRST, np.datetime64(LAST) + 1, dtype="datetime64[M]")


def span(first: str, *, last: str) -> slice:
    """Positions on the month axis from `first` to `last`, both included, each as YYYY-MM."""
    start, stop = (int(np.flatnonzero(np.datetime64(month) == MONTHS)[0]) for month in (first, last))
    return slice(start, stop + 1)


def days_in_month() -> NDArray[np.float64]:
    """Days in each month of the axis: February is lower than January for no other reason."""
    starts = np.append(MONTHS, MONTHS[-1] + 1).astype("datetime64[D]")
    return np.diff(starts).astype(np.float64)


def month_of_year() -> NDArray[np.int64]:
    """1 for January to 12 for December, for each month of the axis."""
    return MONTHS.astype(np.int64) % 12 + 1


# The two years of the published 12-month table, and the two quarters of the priorities table.
YEARS = (span("2015-07", last="2016-06"), span("2016-07", last="2017-06"))
QUARTERS = (span("2016-04", last="2016-06"), span("2017-04", last="2017-06"))
