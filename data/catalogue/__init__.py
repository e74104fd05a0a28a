"""Every measure and dataset, read from text files that an analyst can edit and checked as they are read.

This package imports nothing of ours. `load()` raises ValueError with the file and the entry's id in it.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from data.catalogue.entries import Bounds, Break, Dataset, Entry, Month, Polarity, Priority, Sentence, Slug
from data.catalogue.kinds import CombinedMeasure, Measure, PublishedMeasure, SurveyMeasure
from data.catalogue.whole import Catalogue

__all__ = [
    "HERE", "Bounds", "Break", "Catalogue", "CombinedMeasure", "Dataset", "Entry", "Measure", "Month", "Polarity",
    "Priority", "PublishedMeasure", "Sentence", "Slug", "SurveyMeasure", "catalogue", "load",
]  # fmt: skip

HERE = Path(__file__).parents[1]

# The kinds of measure: the name of their tables in a file, and of their field in the catalogue.
KINDS = {"measure": "measures", "combined": "combined", "survey": "surveys", "published": "published"}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error


def load(folder: Path = HERE) -> Catalogue:
    """Read `datasets.toml` and `measures/*.toml` under `folder`."""
    datasets = _read(folder / "datasets.toml")
    files = [(path.stem, _read(path)) for path in (folder / "measures").glob("*.toml")]
    files.sort(key=lambda file: (file[1]["priority"]["order"], file[0]))
    _no_other_tables(files)
    kinds = {
        field: [{"priority": stem, **entry} for stem, content in files for entry in content.get(table, [])]
        for table, field in KINDS.items()
    }
    try:
        return Catalogue.model_validate({
            "priorities": [{"id": stem, **content["priority"]} for stem, content in files],
            "datasets": datasets["dataset"], "default_measure": datasets["default_measure"], **kinds,
        })  # fmt: skip
    except ValidationError as error:
        raise ValueError(_explain(error, kinds)) from error


def _no_other_tables(files: list[tuple[str, dict[str, Any]]]) -> None:
    """A misspelt table would be left out without a word."""
    for stem, content in files:
        if unknown := set(content) - {"priority", *KINDS}:
            raise ValueError(f"{stem}.toml: there is no kind of entry called {', '.join(sorted(unknown))}")


def _explain(error: ValidationError, kinds: dict[str, list[dict[str, Any]]]) -> str:
    lines = []
    for problem in error.errors():
        place = list(problem["loc"])
        if len(place) > 1 and place[0] in kinds and isinstance(place[1], int):
            entry = kinds[str(place[0])][place[1]]
            place[:2] = [f"{entry['priority']}.toml", str(entry.get("id", f"entry {place[1] + 1}"))]
        lines.append(
            f"{' / '.join(map(str, place)) or 'catalogue'}: {problem['msg']} (given: {problem['input']!r:.120})"
        )
    return "the catalogue has mistakes:\n" + "\n".join(lines)


@cache
def catalogue() -> Catalogue:
    """The project's own catalogue, read once."""
    return load()
