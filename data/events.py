"""Events that a reader of London's figures would otherwise wonder about: `events.toml`, checked as it is read.

An event is context. Its sentence says what took place, never what it did to a figure.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from data.catalogue import Catalogue, Entry, Sentence, Slug, catalogue

HERE = Path(__file__).parent
LONGEST_NAME = 40  # characters: it is written beside a line in a chart


class Event(Entry):
    """What took place, on which day, and who says so.

    `measures` are the ids of the measures it may stand beside, of any kind; none named: all. Where only the month is
    known, `date` is its first day and `is_month` is set.
    """

    id: Slug
    date: date
    is_month: bool = False
    name: str = Field(min_length=3, max_length=LONGEST_NAME)
    sentence: Sentence
    source: str = Field(min_length=10)
    measures: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """'23 June 2016', or 'February 2016' where the day is not known."""
        return f"{self.date:%B %Y}" if self.is_month else f"{self.date.day} {self.date:%B %Y}"

    def may_stand_beside(self, measure_id: str) -> bool:
        return not self.measures or measure_id in self.measures


class _Events(BaseModel):
    groups: dict[str, tuple[str, ...]] = {}  # named lists of measures, so that the list stands once
    event: tuple[dict[str, object], ...]


def load_events(path: Path = HERE / "events.toml", known: Catalogue | None = None) -> tuple[Event, ...]:
    """Events by date. Raises ValueError, with the file's name, for a mistake or a measure that does not exist."""
    try:
        content = _Events.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
        found = [Event.model_validate(_with_groups(entry, content.groups)) for entry in content.event]
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    _check(found, known or catalogue(), path.name)
    return tuple(sorted(found, key=lambda event: (event.date, event.id)))


def _with_groups(entry: dict[str, object], groups: dict[str, tuple[str, ...]]) -> dict[str, object]:
    """The entry with the name of a group written out. A name that is no group is left for the check of ids."""
    named = entry.get("measures")
    return {**entry, "measures": groups.get(named, (named,))} if isinstance(named, str) else entry


def _check(events: list[Event], known: Catalogue, name: str) -> None:
    ids = [event.id for event in events]
    if repeated := sorted({each for each in ids if ids.count(each) > 1}):
        raise ValueError(f"{name}: declared more than once: {', '.join(repeated)}")
    measures = {each.id for each in (*known.measures, *known.surveys, *known.published)}
    for event in events:
        if unknown := sorted(set(event.measures) - measures):
            raise ValueError(f"{name}: event '{event.id}' names measure '{unknown[0]}', which does not exist")
        if event.is_month and event.date.day != 1:
            raise ValueError(f"{name}: event '{event.id}' has a day and says that only its month is known")


@cache
def events() -> tuple[Event, ...]:
    """The project's own list, in the order of dates, read once."""
    return load_events()
