"""Editions put in use while readers read: what is published, what goes, and what counts as a mixed page."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from benchmarks.editions import file_of
from benchmarks.readers.publications import Publications, copy_of, under_load
from benchmarks.readers.reader import writes_all
from data.warehouse import Warehouse

ASKED: dict[str, object] = {"output": "..address.shown...map.areas...map.label.."}


def test_each_publication_is_in_use_under_its_own_name_and_the_one_before_is_gone(demonstration_editions: Path) -> None:
    source = file_of(demonstration_editions)
    with copy_of(demonstration_editions) as folder:
        work = Publications(folder, 2)
        for number in (1, 2):
            work.publish(number)
            assert work.ids[-1] == f"demonstration-{number:016x}" == file_of(folder).stem
            assert [path.name for path in folder.glob("*.duckdb")] == [f"{work.ids[-1]}.duckdb"]
        with Warehouse(folder).edition() as edition:
            assert (edition.facts.edition_id, edition.facts.is_demonstration) == (work.ids[-1], True)
    assert source.exists() and not folder.exists()


@pytest.mark.parametrize(("written", "is_whole"), [
    ({"address": {"shown": "?"}, "map": {"areas": {}, "label": None}}, True),
    ({"address": {"shown": "?"}, "map": {"areas": {}}}, False),
    ({"map": {"areas": {}, "label": ""}}, False),
])  # fmt: skip
def test_an_answer_that_leaves_a_part_makes_a_mixed_page(written: dict[str, dict[str, object]], is_whole: bool) -> None:
    assert writes_all(ASKED, {"response": written}) is is_whole  # type: ignore[dict-item]


def test_too_few_publications_cannot_say_whether_memory_grows() -> None:
    with pytest.raises(ValueError, match="5 publications are too few"):
        under_load(Console(), publications=5)
