"""Everything that the index shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components.map_view import EditionNote
from components.plan.view import Wanted, wanted_of

PATH = "/plan-and-finance"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page that the index leads to, by its own name. `answers`: sections of the report; `figure`: of the index."""

    path: str
    name: str
    says: str
    answers: tuple[str, ...]
    figure: Mapping[str, Any] | None


@dataclass(frozen=True, kw_only=True, eq=False)
class IndexView:
    """`entries`: of the pages that exist. `pages`: the names of all pages that exist, by path."""

    edition: EditionNote
    entries: tuple[Entry, ...]
    sections: tuple[Wanted, ...]
    pages: Mapping[str, str]

    @property
    def shown(self) -> int:
        """How many sections are shown on a page that exists."""
        return sum(any(each.path in self.pages for each in row.answers) for row in self.sections)

    @property
    def shown_here(self) -> int:
        """How many of them are shown on one of the index's own pages."""
        paths = {entry.path for entry in self.entries}
        return sum(any(each.path in paths for each in row.answers) for row in self.sections)


def view_of(found: Mapping[str, Any], *, pages: Mapping[str, str]) -> IndexView:
    """The view from what data.plan.index gathers; entries whose page does not exist are left out."""
    return IndexView(
        edition=EditionNote(**found["edition"]), sections=wanted_of(found["sections"]), pages=pages,
        entries=tuple(Entry(**{**row, "name": pages[row["path"]], "answers": tuple(row["answers"])})
                      for row in found["entries"] if row["path"] in pages),
    )  # fmt: skip
