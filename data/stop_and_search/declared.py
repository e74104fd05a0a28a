"""How searches are grouped: `data/stop_and_search.toml`, checked as it is read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FILE = Path(__file__).parents[1] / "stop_and_search.toml"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Category(_Strict):
    """One group, band, object or outcome. `published`: the edition's words for it; a blank is the last of the list."""

    key: str = Field(pattern=r"^[a-z0-9-]+$")
    name: str = Field(min_length=3)
    published: tuple[str, ...]
    note: str = ""
    is_known: bool = True
    is_possession: bool = False


class Coarser(_Strict):
    """Several categories taken as one."""

    name: str = Field(min_length=3)
    parts: tuple[str, ...] = Field(min_length=2)
    is_known: bool = True


class Declared(_Strict):
    """The whole file. The last entry of each list is what is not recorded."""

    unplaced_limit: float = Field(gt=0, lt=1)
    unplaced_reason: str
    objects_told_apart_from: date
    offences: tuple[str, ...]
    coarse: Mapping[str, Mapping[str, Coarser]]
    ethnicity: tuple[Category, ...]
    age: tuple[Category, ...]
    gender: tuple[Category, ...]
    object: tuple[Category, ...]
    outcome: tuple[Category, ...]

    def of(self, variable: str) -> tuple[Category, ...]:
        """The categories of 'self', 'officer', 'age', 'gender', 'object' or 'outcome'."""
        found: tuple[Category, ...] = getattr(self, _list(variable))
        return found

    def coarsely(self, variable: str) -> tuple[Category, ...]:
        """The same in fewer groups, each in the place of the first of its parts."""
        taken = {part: key for key, each in self.coarse[_list(variable)].items() for part in each.parts}
        found = {taken.get(each.key, each.key): each for each in reversed(self.of(variable))}
        return tuple(self._one(variable, key, each) for key, each in reversed(found.items()))

    def coarse_key(self, variable: str, key: str) -> str:
        """The key, in the fewer groups, of a category."""
        groups = self.coarse[_list(variable)].items()
        return next((coarse for coarse, each in groups if key in each.parts), key)

    def _one(self, variable: str, key: str, each: Category) -> Category:
        group = self.coarse[_list(variable)].get(key)
        if group is None:
            return each
        return Category(key=key, name=group.name, published=(), is_known=group.is_known)


def _list(variable: str) -> str:
    return "ethnicity" if variable in ("self", "officer") else variable


@cache
def declared() -> Declared:
    """The file's content. Raises ValueError, with the file's name, for a mistake."""
    try:
        found = Declared.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{FILE.name}: {error}") from error
    for variable in ("self", "age", "gender", "object", "outcome"):
        categories = found.of(variable)
        words = [word for each in categories for word in each.published]
        keys = [each.key for each in categories]
        if len({*words}) < len(words) or len({*keys}) < len(keys) or keys[-1] != "not-recorded":
            raise ValueError(f"{FILE.name}: {variable} names something twice, or does not end with 'not-recorded'")
    return found
