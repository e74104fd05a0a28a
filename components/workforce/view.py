"""Everything that one view of the page on people shows, gathered by the page and handed to the components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.map_view import EditionNote
from data.catalogue import Catalogue
from data.printed.records import PrintedTable, Sentence
from data.satisfaction.shares import Share
from data.selection import Coverage
from data.selection.workforce import WorkforceSelection
from data.workforce.records import Ambition, Counted, Month, Residents, Step

NAMES = {"officers": "Police officers", "staff": "Police staff", "pcsos": "PCSOs"}


@dataclass(frozen=True, kw_only=True, eq=False)
class WorkforceView:
    """One view of the page on people.

    `months`: every month of the file, oldest first; `rows`: those of the table, newest first. `steps`: large changes
    from one month to the next. `counted`: other counts of the same groups. `women`: their share of London's residents,
    as declared with its source. What an edition lacks is None or empty.
    """

    catalogue: Catalogue
    selection: WorkforceSelection
    edition: EditionNote
    corrections: tuple[str, ...]
    coverage: Coverage | None
    months: tuple[Month, ...]
    rows: tuple[Month, ...]
    steps: tuple[Step, ...]
    ambition: Ambition | None
    counted: tuple[Counted, ...]
    residents: Residents | None
    women: Share | None
    tables: tuple[PrintedTable, ...]
    specials: tuple[Sentence, ...]
    diversity: tuple[Sentence, ...]
    wards: tuple[Sentence, ...]
    complaints: tuple[Sentence, ...]

    @property
    def group(self) -> str:
        return self.selection.group.value

    @property
    def now(self) -> Month | None:
        """The month that is looked at; None where the edition holds none."""
        return next((each for each in self.months if each.month == self.selection.month), None)

    def table(self, name: str) -> PrintedTable | None:
        return next((table for table in self.tables if table.id == name), None)


def view_of(found: dict[str, Any]) -> WorkforceView:
    """The view from what data.workforce gathers."""
    return WorkforceView(**{**found, "edition": EditionNote(**found["edition"])})
