"""Addresses of a borough's pages."""

from __future__ import annotations

from datetime import date

PATH = "/boroughs"


def profile_address(slug: str, month: date | None = None) -> str:
    """`/boroughs/camden?to=2017-06`."""
    return _at(f"{PATH}/{slug}", month)


def briefing_address(slug: str, month: date | None = None) -> str:
    return _at(f"{PATH}/{slug}/briefing", month)


def wards_address(slug: str, month: date | None = None) -> str:
    return _at(f"{PATH}/{slug}/wards", month)


def download_name(slug: str, month: date, *, is_demonstration: bool) -> str:
    """`borough-camden-2017-06`, with the word demonstration before it where that is what it holds."""
    name = f"borough-{slug}-{month:%Y-%m}"
    return f"demonstration-{name}" if is_demonstration else name


def _at(path: str, month: date | None) -> str:
    return f"{path}?to={month:%Y-%m}" if month else path
