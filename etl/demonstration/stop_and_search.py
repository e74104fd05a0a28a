"""Searches by the Met in data.police.uk's layout, one file a month, April 2016 to June 2018: two years and a quarter.

They are as many as a city of this size may have (some 11,000 a month), since rates are worked out from them; the
months before are left out, so that the demonstration is still there in seconds. Points are made up and lie well
inside their borough. About one search in twelve has none, and in February and March 2018 nearly all have none: so
it was in the published files, and the pages must show those months as not available. Whether an outcome is linked
to the object is left empty, as the Met left it then.
"""
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from etl.demonstration import reference, searches
from etl.demonstration.expected import Floats
from etl.demonstration.months import LAST
from etl.demonstration.points import points

FOLDER = "stop-and-search"
STREAM = 7  # see recorded_crime.STREAM
HEADER = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
          "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
          "Outcome linked to object of search,Removal of more than just outer clothing")
MONTHS = np.arange("2016-04", np.datetime64(LAST) + 1, dtype="datetime64[M]")
LEVEL = {"2016-04": 11_000, "2017-03": 10_200, "2018-06": 12_000}  # searches a month, made up
MONTH_VARIATION = 0.06
CENTRE_PULL, PLACE_VARIATION = 0.2, 0.15
POINTS = 90  # in each borough; the first are searched most
NO_POINT = 0.085
NO_POINT_WHEN_LOST = 0.95
LOST = (np.datetime64("2018-02"), np.datetime64("2018-03"))
# By hour of the day in London, from midnight: few in the morning, most in the afternoon and evening.
HOURS = np.array([40, 32, 24, 16, 10, 6, 4, 6, 9, 14, 20, 28, 34, 40, 48, 58, 62, 56, 50, 48, 50, 46, 44, 42.0])


def write(folder: Path, *, seed: int) -> list[Path]:
    """A folder for each month in `folder`/stop-and-search, named as in the publisher's archive."""
    rng = np.random.default_rng([seed, STREAM])
    boroughs = [place for place in reference.places() if place.kind == "borough"]
    rate = [CENTRE_PULL * place.centrality + rng.normal(0, PLACE_VARIATION) for place in boroughs]
    share = np.exp(rate) * [place.residents for place in boroughs]
    where = [point for place in boroughs for point in points(rng, borough=place.name, number=POINTS)]
    groups = np.array([each.weight for each in searches.ethnicities()])
    groups = groups * rng.lognormal(0, searches.BOROUGH_VARIATION, (len(boroughs), len(groups)))
    return [_write(folder / FOLDER / str(month) / f"{month}-metropolitan-stop-and-search.csv",
                   lines=_lines(rng, month=month, number=number, share=share, where=where, groups=groups))
            for month, number in zip(MONTHS, _numbers(rng), strict=True)]


def _numbers(rng: np.random.Generator) -> list[int]:
    """Searches in each month."""
    known = np.array(sorted(LEVEL), dtype="datetime64[M]").astype(np.int64)
    level = np.interp(MONTHS.astype(np.int64), known, [LEVEL[month] for month in sorted(LEVEL)])
    return [round(count) for count in level * rng.lognormal(0, MONTH_VARIATION, len(MONTHS))]


def _write(path: Path, *, lines: list[str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8", newline="\n")
    return path


def _lines(rng: np.random.Generator, *, month: np.datetime64, number: int, share: Floats,
           where: list[tuple[str, str]], groups: Floats) -> list[str]:
    """A month's searches, by time. No value has a comma or a quotation mark, so none needs quoting."""
    borough = searches.chosen(rng, weights=share, number=number)
    who, what = searches.ethnicities(), searches.objects(month)
    group = searches.chosen_each(rng, weights=groups, row=borough)
    sought = searches.chosen(rng, weights=np.array([each.weight for each in what]), number=number)
    is_positive = rng.random(number) < searches.chances(who=who, what=what)[group, sought]
    is_newer = int(month >= searches.NEW_ETHNICITIES)
    columns = [
        _people(rng, column="Type", number=number), _times(rng, month=month, number=number), ["False,"] * number,
        _points(rng, month=month, borough=borough, where=where),
        *(_people(rng, column=column, number=number) for column in ("Gender", "Age range")),
        _taken([f"{each.worded[is_newer]},{each.officer_defined}" for each in who], at=group),
        _taken([f"{each.legislation},{each.name}" for each in what], at=sought),
        _outcomes(rng, month=month, kinds=[each.outcomes for each in what], sought=sought, is_positive=is_positive),
        [","] * number]
    return [",".join(line) for line in zip(*columns, strict=True)]


def _people(rng: np.random.Generator, *, column: str, number: int) -> list[str]:
    values, weights = searches.people(column)
    return _taken(values, at=searches.chosen(rng, weights=weights, number=number))


def _taken(values: Sequence[str], *, at: NDArray[np.intp]) -> list[str]:
    taken: list[str] = np.array(values, dtype=object)[at].tolist()
    return taken


def _times(rng: np.random.Generator, *, month: np.datetime64, number: int) -> list[str]:
    """Times of the month in London, in order, written in UTC: a summer month begins at 23:00 the day before."""
    days = int(((month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")).astype(np.int64))
    hours = 24 * rng.integers(0, days, number) + searches.chosen(rng, weights=HOURS, number=number)
    minutes = 60 * hours + rng.integers(0, 60, number)
    local = month.astype("datetime64[m]") + minutes.astype("timedelta64[m]")
    begins, ends = (_last_sunday(month.astype("datetime64[Y]").astype("datetime64[M]") + after) for after in (2, 9))
    summer = (local >= begins + np.timedelta64(1, "h")) & (local < ends + np.timedelta64(2, "h"))
    written: list[str] = np.datetime_as_string(
        np.sort(local - summer.astype("timedelta64[h]")), unit="s").tolist()
    return [f"{time}+00:00" for time in written]


def _last_sunday(month: np.datetime64) -> np.datetime64:
    """The day on which the clocks change, if they do in this month."""
    after = (month + 1).astype("datetime64[D]")
    return np.busday_offset(after, -1, roll="forward", weekmask="Sun")


def _points(rng: np.random.Generator, *, month: np.datetime64, borough: NDArray[np.intp],
            where: list[tuple[str, str]]) -> list[str]:
    """'latitude,longitude', or ',' without a point; before them stands the empty name of an operation."""
    at = POINTS * borough + searches.chosen(rng, weights=1 / np.arange(3, POINTS + 3), number=len(borough))
    lost = rng.random(len(borough)) < (NO_POINT_WHEN_LOST if month in LOST else NO_POINT)
    return _taken([*(f"{latitude},{longitude}" for latitude, longitude in where), ","],
                  at=np.where(lost, len(where), at))


def _outcomes(rng: np.random.Generator, *, month: np.datetime64, kinds: list[str], sought: NDArray[np.intp],
              is_positive: NDArray[np.bool_]) -> list[str]:
    is_newer, possible = int(month >= searches.NEW_OUTCOMES), searches.outcomes()
    weights = np.array([[each.weights[kind] for each in possible] for kind in kinds])
    which = searches.chosen_each(rng, weights=weights, row=sought)
    words = [*(each.worded[is_newer] for each in possible), searches.NOTHING[is_newer]]
    return _taken(words, at=np.where(is_positive, which, len(possible)))
