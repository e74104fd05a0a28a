"""What the benchmarks compare is what they say: no time is tested, for that is what `make bench` prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.overview import ISSUE_MS, PAGES, timed
from data.warehouse import Warehouse


@pytest.mark.parametrize("page", PAGES)
def test_the_bare_query_reads_the_rows_of_the_page(demonstration_editions: Path, page: str) -> None:
    with Warehouse(demonstration_editions).edition() as edition:
        rows = edition.cursor.execute(PAGES[page].bare).fetchall()
    assert len(rows) >= 12, "a year of one series is the least that a page reads"


@pytest.mark.parametrize("page", PAGES)
def test_both_are_timed_cold_and_warm(demonstration_editions: Path, page: str) -> None:
    found = timed(page, demonstration_editions)
    assert found.keys() == ISSUE_MS.keys() == PAGES[page].bars.keys()
    assert all(0 < seconds < 60 for pair in found.values() for seconds in pair)
