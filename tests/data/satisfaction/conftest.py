"""Small editions of survey files, through the real loader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from data.catalogue import catalogue
from data.satisfaction import gathered
from data.warehouse import Warehouse
from etl.load import load

Gather = Callable[..., dict[str, Any]]


@pytest.fixture
def gather(tmp_path: Path) -> Iterator[Gather]:
    """`gather({"a.csv": [lines]}, measure=…)`: what the page gathers from an edition of these files."""
    with ExitStack() as stack:

        def _gather(files: dict[str, list[str]], **params: str) -> dict[str, Any]:
            raw = tmp_path / "raw"
            raw.mkdir(exist_ok=True)
            for name, lines in files.items():
                (raw / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            load([raw], editions=tmp_path / "editions")
            edition = stack.enter_context(Warehouse(tmp_path / "editions").edition())
            return gathered(edition, catalogue(), params)

        yield _gather
