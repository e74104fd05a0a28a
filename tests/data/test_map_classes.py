"""The edges of the map's classes against a query over windows of rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.catalogue import catalogue
from data.classes import CHANGE_BREAKS, round_breaks
from data.map_classes import class_breaks
from data.measure_months import measure_months, residents
from data.periods import Span
from data.selection import Show
from data.views import coverages
from data.warehouse import Edition, Warehouse
from tests.data.oracles import fifths


@pytest.fixture(scope="module", params=["demonstration", "official"])
def edition(request: pytest.FixtureRequest) -> Iterator[Edition]:
    folder: Path = request.getfixturevalue(f"{request.param}_editions")
    with Warehouse(folder).edition() as opened:
        yield opened


@pytest.mark.parametrize("show", [Show.RATE, Show.NUMBER])
def test_edges_stand_near_the_fifths_of_all_borough_figures(edition: Edition, show: Show) -> None:
    for number, name in enumerate(sorted(coverages(edition, catalogue()))):
        measure, span = catalogue().measure(name), list(Span)[number % 3]
        dataset = catalogue().dataset(measure.dataset)
        wanted = fifths(edition.cursor, measure, dataset, span=span, is_rate=show is Show.RATE) or [1, 2, 3, 4]
        found = class_breaks(measure_months(edition, measure, dataset), residents(edition), span=span, show=show)
        assert found == round_breaks(wanted, whole=show is Show.NUMBER), name


def test_changes_have_the_same_edges_everywhere(edition: Edition) -> None:
    measure = catalogue().measure("burglary")
    months = measure_months(edition, measure, catalogue().dataset(measure.dataset))
    assert class_breaks(months, residents(edition), span=Span.YEAR, show=Show.CHANGE) == CHANGE_BREAKS
