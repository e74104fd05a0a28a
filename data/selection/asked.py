"""Reading one parameter of an address at a time. What cannot be met gives the nearest, and a sentence that says so.

Each function adds its sentence to `said`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from data.catalogue import Catalogue
from data.periods import Coverage, Span, Window, month_name, months_between, parse_month
from geo.areas import Area, find

LONGEST_VALUE_QUOTED = 60
PLAIN = re.compile(r"[\w.~-]*", re.ASCII)  # what stands in a query as it is


def quoted(value: str) -> str:
    """A value from an address as it may stand in a sentence."""
    short = value if len(value) <= LONGEST_VALUE_QUOTED else value[:LONGEST_VALUE_QUOTED] + "…"
    return f"‘{short}’"


def measure_asked(
    value: str | None, catalogue: Catalogue, coverage: Callable[[str], Coverage | None], said: list[str]
) -> str:
    """The id of a measure with figures; the catalogue's default where there is none such."""
    default = catalogue.default_measure
    if not value:
        return default
    shown = catalogue.measure(default).name
    if not catalogue.has_measure(value):
        said.append(f"There is no measure called {quoted(value)}; this page shows {shown}.")
        return default
    if coverage(value) is None:
        name = catalogue.measure(value).name
        said.append(f"These figures hold nothing for {name}; this page shows {shown}.")
        return default
    return value


Choice = TypeVar("Choice", bound=StrEnum)


def choice_asked(
    value: str | None, kind: type[Choice], default: Choice, word: str, usual: str, said: list[str]
) -> Choice:
    """One of the choices of `kind`; `word` and `usual` are for the sentence."""
    if not value:
        return default
    try:
        return kind(value)
    except ValueError:
        said.append(f"There is no {word} called {quoted(value)}; this page shows {usual}.")
        return default


def month_asked(
    value: str | None, covered: Coverage, span: Span, said: list[str], *, usual: date | None = None
) -> date:
    """The month that a period ends in: as asked, the nearest there is, or `usual` (the latest unless given)."""
    latest = usual or covered.ends(span)[0]
    if not value:
        return latest
    try:
        wanted = parse_month(value)
    except ValueError:
        said.append(f"{quoted(value)} is not a month written as 2017-06; this page shows {Window(latest, span).label}.")
        return latest
    nearest = covered.nearest_end(wanted, span)
    if nearest is None or nearest == wanted:
        return wanted if nearest else latest
    shown = Window(nearest, span).label
    if (
        span is Span.QUARTER
        and 0 < months_between(wanted, nearest) < 3
        or _in(wanted, covered)
        and span is Span.QUARTER
    ):
        said.append(f"{month_name(wanted)} does not end a quarter; this page shows {shown}.")
    else:
        said.append(f"There are no figures for {Window(wanted, span).label}; this page shows {shown}.")
    return nearest


def _in(month: date, covered: Coverage) -> bool:
    return covered.first <= month <= covered.last


def area_asked(value: str | None, said: list[str]) -> str | None:
    """A borough's slug; None for all of London."""
    if not value:
        return None
    area: Area | None = find(value)
    if area is None or area.area_type != "borough":
        if area is None or area.area_type != "london":
            said.append(f"There is no London borough called {quoted(value)}; this page shows all of London.")
        return None
    if not area.policed_by_met:
        said.append(f"{area.area_name} is not policed by the Met; this page shows all of London.")
        return None
    return area.slug


def query_of(params: Mapping[str, str]) -> str:
    """`?measure=burglary&…`, ready to stand behind a path. Most values need no escaping, and a page writes hundreds."""
    return "?" + "&".join(
        f"{name}={value}" if PLAIN.fullmatch(value) else urlencode({name: value}) for name, value in params.items()
    )
