"""The declared tables name what documents print, and say of their totals what the transcription's own tests say."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.printed.declared import Table, load_tables, tables
from tests.data.published_sums import ALL_COLUMNS, DIFFERENCES, TOTALS

FIRST = """
[[table]]
id = "a"
page = "finance"
name = "A"
title = "A table"
about = "What it holds, in a sentence."
document = "d"
section = "s"
table_name = "t"
unit = "£m"
step = 0.1
[[table.column]]
label = "Left"
head = "Left"
"""


def test_a_table_is_read_and_belongs_to_its_page(tmp_path: Path) -> None:
    path = tmp_path / "tables.toml"
    path.write_text(FIRST, encoding="utf-8")
    (table,) = load_tables(path)
    assert (table.id, table.step, table.column[0].of) == ("a", 0.1, None)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((FIRST, FIRST + FIRST), "tables.toml: stands twice: a"),
        (('label = "Left"', 'label = "Left"\nof = ["Left", "Right"]'), "tables.toml: a has no column 'Right'"),
        (('page = "finance"', 'page = "elsewhere"'), "tables.toml: "),
        (("step = 0.1", "step = 0"), "tables.toml: "),
        (('name = "A"', 'name = "A"\ncolour = "red"'), "tables.toml: "),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    path = tmp_path / "tables.toml"
    path.write_text(FIRST.replace(*change), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        load_tables(path)


def _shown() -> list[Table]:
    return [*tables("finance"), *tables("workforce")]


def test_every_total_of_the_transcription_is_checked_on_the_page() -> None:
    """The other list was written from the documents, and is held against every published figure."""
    here = {(table.table_name, total.row, frozenset(total.parts)) for table in _shown() for total in table.total}
    there = {(rule.table_name, rule.total, frozenset(rule.parts)) for rule in TOTALS
             if rule.table_name in {table.table_name for table in _shown()}}  # fmt: skip
    assert here == there and len(there) == 27
    some = [total for table in _shown() for total in table.total if total.columns]
    assert [total.columns for total in some] == [rule.columns for rule in TOTALS
            if rule.columns != ALL_COLUMNS]  # fmt: skip


def test_every_difference_of_the_transcription_is_checked_on_the_page() -> None:
    here = {(table.table_name, column.label, column.of) for table in _shown() for column in table.column if column.of}
    there = {(rule.table_name, rule.result, (rule.minuend, rule.subtrahend)) for rule in DIFFERENCES
             if rule.table_name in {table.table_name for table in _shown()}}  # fmt: skip
    assert here == there and len(there) == 9
