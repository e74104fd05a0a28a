"""Which edition is measured: the one that LPP_EDITIONS names, or the publishers' files, or the demonstration."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from data.warehouse import FOLDER_VARIABLE, POINTER, Warehouse
from etl.demonstration import write_files
from etl.load import load

OFFICIAL = Path(__file__).parents[1].parent / "shared" / "official"


@dataclass(frozen=True)
class Editions:
    """`kind`: official or demonstration, for what is printed."""

    folder: Path
    name: str
    kind: str


@contextmanager
def editions_to_measure(console: Console) -> Iterator[Editions]:
    """A folder with an edition in use. Which is said. Raises NoEdition where LPP_EDITIONS names a folder without."""
    named = os.environ.get(FOLDER_VARIABLE)
    with tempfile.TemporaryDirectory() as made:
        found = _looked_at(Path(named)) if named else _built(Path(made))
        console.print(f"Measured on the {found.kind} edition {found.name}.")
        yield found


def file_of(folder: Path) -> Path:
    """The file of the edition in use."""
    return folder / f"{(folder / POINTER).read_text(encoding='utf-8').strip()}.duckdb"


def _built(made: Path) -> Editions:
    files = OFFICIAL
    if not OFFICIAL.is_dir():
        files = made / "demonstration"
        write_files(files)
    load([files], editions=made / "editions")
    return _looked_at(made / "editions")


def _looked_at(folder: Path) -> Editions:
    with Warehouse(folder).edition() as edition:
        facts = edition.facts
    return Editions(folder.resolve(), facts.edition_id, "demonstration" if facts.is_demonstration else "official")
