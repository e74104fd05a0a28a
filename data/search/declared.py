"""What people look for, in their words: `pages.toml` and `synonyms.toml`, checked as they are read."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from data.catalogue import Entry, Sentence, Slug

HERE = Path(__file__).parent


class PageWords(Entry):
    """A page that stands by itself, and what else it is called."""

    path: str = Field(pattern=r"^/[a-z-]*$")
    about: Sentence
    says: tuple[str, ...] = ()


class Synonym(Entry):
    """Words for what the measures of these ids count, the nearest first."""

    says: tuple[str, ...] = Field(min_length=1)
    means: tuple[Slug, ...] = Field(min_length=1)


class _Pages(Entry):
    page: tuple[PageWords, ...]


class _Words(Entry):
    word: tuple[Synonym, ...]


@cache
def pages() -> tuple[PageWords, ...]:
    """Raises ValueError with the file's name for a mistake in it."""
    return _Pages.model_validate(_read("pages.toml")).page


@cache
def synonyms() -> tuple[Synonym, ...]:
    """Raises ValueError with the file's name for a mistake in it."""
    return _Words.model_validate(_read("synonyms.toml")).word


def _read(name: str) -> dict[str, object]:
    try:
        return tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{name}: {error}") from error
