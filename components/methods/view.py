"""Everything that the Data and methods page shows, gathered by the page and handed to the components."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from components.map_view import EditionNote
from data.catalogue import Catalogue
from data.glossary import Term

PATH = "/data-and-methods"
Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class MethodsView:
    """Rows are those of data.sources_view, data.revisions_view and data.methods_rows.

    `releases`: what each release changed, whole (`series` None) and by series. `changes`: the largest, for the choice.
    `judging`: the numbers that verdicts are made with. `reports`: published tables that the overview gives again.
    `differing`: cells of published tables that the records do not give again.
    `mapped`: ids of the measures that have figures, and so a map.
    """

    catalogue: Catalogue
    edition: EditionNote
    loader_version: str
    sources: list[Row]
    files: list[Row]
    refused: list[Row]
    unknown_names: list[Row]
    acceptances: list[Row]
    releases: list[Row]
    changes: list[Row]
    chosen_dataset: str | None
    chosen_series: str | None
    measures: list[Row]
    breaks: list[Row]
    events: list[Row]
    judging: Mapping[str, float]
    survey_bases: list[Row]
    reports: list[Row]
    differing: list[Row]
    glossary: tuple[Term, ...]
    mapped: tuple[str, ...]

    def dataset_name(self, dataset_id: str) -> str:
        """The dataset's name; of one that the catalogue no longer knows, its id."""
        return next((d.name for d in self.catalogue.datasets if d.id == dataset_id), dataset_id)
