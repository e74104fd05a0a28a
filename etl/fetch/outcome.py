"""What became of each file that was wanted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    WOULD_FETCH = "would fetch"
    LEFT = "left: before --since"
    FAILED = "NOT REACHED"


@dataclass(frozen=True)
class Outcome:
    """`release` as YYYY-MM, or a range of months for an archive. `why` is for the person, when there is more to say."""

    dataset: str
    name: str
    what: What
    release: str = ""
    size: int | None = None
    why: str = ""

    @classmethod
    def failed(cls, dataset: str, name: str, why: object) -> Outcome:
        return cls(dataset, name, What.FAILED, why=str(why))
