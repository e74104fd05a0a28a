"""Everything that one crime-map view shows, gathered by the page and handed to the components."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.catalogue import Break, Catalogue, Dataset, Measure
from data.comparison_rows import Comparison
from data.monthly import Monthly
from data.selection import Coverage, Selection


@dataclass(frozen=True)
class EditionNote:
    """What a page says about the edition it was made from."""

    edition_id: str
    is_demonstration: bool
    last_month: date  # of the measure's dataset
    published_on: date
    source: str  # e.g. 'Metropolitan Police Service, recorded crime by borough'


@dataclass(frozen=True, eq=False)
class MapView:
    """One view of the crime map.

    `boroughs`: a row for London, each borough, the City and each place that is no borough.
    `monthly`: the months of the selected borough (or London).
    `breaks`: the edges between map classes: four for a level (five classes), six for a change (seven classes).
    `broken`: the break in the series that lies between the two periods, when one does.
    `unplaced`: recorded offences in refused rows of the publisher's files, which no figure here can include.
    """

    catalogue: Catalogue
    measure: Measure
    dataset: Dataset
    selection: Selection
    coverage: Coverage
    edition: EditionNote
    boroughs: Comparison
    monthly: Monthly
    breaks: tuple[float, ...]
    broken: Break | None
    corrections: tuple[str, ...]
    measures_available: tuple[str, ...]
    unplaced: int
