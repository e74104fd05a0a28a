"""The README says what is true."""

from __future__ import annotations

import re
from pathlib import Path

from data.catalogue import catalogue
from scripts.readme import README, with_tables

ROOT = Path(__file__).parents[1]


def test_its_tables_are_the_catalogues() -> None:
    text = README.read_text(encoding="utf-8")
    assert "<!-- measures -->" in text
    assert with_tables(text, catalogue()) == text, "run: python scripts/readme.py"


def test_every_file_it_points_to_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_it_gives_is_a_target_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+) ", README.read_text(encoding="utf-8"))) <= targets
