"""What the money page is handed beside its tables. Frozen records only, so that components may take them as they
are.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class FundRow:
    """One borough's allocation in pounds, the residents it is divided among, and what each comes to.

    None: not published, or no resident numbers.
    """

    area_code: str
    area_name: str
    slug: str
    amount: float | None
    residents: int | None
    per_resident: float | None
    rank: int | None


@dataclass(frozen=True, kw_only=True)
class Fund:
    """The London Crime Prevention Fund of one financial year.

    `rows`: boroughs by name. `printed_total`: as published; `total`: the sum of the boroughs. `year`: of the resident
    numbers, None without any; `basis`: what they rest on. `breaks`: the map's edges by what it shows.
    """

    document_title: str
    section: str
    table_name: str
    financial_year: str
    rows: tuple[FundRow, ...]
    total: float
    printed_total: float | None
    residents: int | None
    per_resident: float | None
    year: int | None
    basis: str
    breaks: dict[str, tuple[float, ...]]


@dataclass(frozen=True, kw_only=True)
class SharedOut:
    """A chart of a report that names areas of spending; its shares could not be read, which `share` then says."""

    document_title: str
    section: str
    table_name: str
    areas: tuple[tuple[str, str], ...]
