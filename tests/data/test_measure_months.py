"""The months held as arrays against the database, and against a loop over every row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import queries
from data.catalogue import catalogue
from data.measure_months import counts_with_residents, measure_months
from data.periods import Span, Window
from data.selection import Selection, Show
from data.views import coverages, map_areas, map_codes, of_selection, split
from data.warehouse import Edition, Warehouse
from geo.areas import LONDON_CODE, boroughs, city
from tests.data.comparing import compare
from tests.data.oracles import counts_of_periods, monthly


@pytest.fixture(scope="module", params=["demonstration", "official"])
def edition(request: pytest.FixtureRequest) -> Iterator[Edition]:
    folder: Path = request.getfixturevalue(f"{request.param}_editions")
    with Warehouse(folder).edition() as opened:
        yield opened


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_view_is_what_the_database_says_of_the_two_periods(data: st.DataObject, edition: Edition) -> None:
    """To the last column, for any measure, span and end, those that the measure has no figure for included."""
    covered = coverages(edition, catalogue())
    measure = catalogue().measure(data.draw(st.sampled_from(sorted(covered))))
    dataset = catalogue().dataset(measure.dataset)
    window = data.draw(
        st.builds(Window, st.dates(date(2008, 1, 1), date(2027, 12, 1)).map(_first), st.sampled_from(Span))
    )
    show = data.draw(st.sampled_from(Show))
    broken = measure.break_between(window.year_before.start, window.end)
    now, before = (
        counts_of_periods(edition.cursor, measure, dataset, [each]) for each in (window, window.year_before)
    )
    year = queries.population_year(edition.cursor, window.end.year)
    wanted = compare(
        now, before, map_areas(), residents_year=year, broken=broken, show=show, is_split=split(measure, window)
    )
    chosen = Selection(measure=measure.id, span=window.span, month=window.end, show=show)
    found = of_selection(edition, catalogue(), chosen)["boroughs"]
    pd.testing.assert_frame_equal(found.frame, wanted.frame, check_dtype=False)


def _first(day: date) -> date:
    return day.replace(day=1)


def test_every_month_is_what_a_loop_over_the_rows_says(edition: Edition) -> None:
    covered = coverages(edition, catalogue())
    for dataset in {m.dataset: m for m in map(catalogue().measure, covered)}.values():
        for area in (LONDON_CODE, boroughs()[5].area_code, city().area_code):
            months = measure_months(edition, dataset, catalogue().dataset(dataset.dataset))
            found = months.monthly(area, covered[dataset.id]).values
            told = monthly(edition.cursor, dataset, catalogue().dataset(dataset.dataset), area, covered[dataset.id])
            assert list(found) == told


def test_a_period_outside_the_figures_has_none_anywhere(edition: Edition) -> None:
    measure = catalogue().measure("burglary")
    months = measure_months(edition, measure, catalogue().dataset(measure.dataset))
    counts, status = counts_with_residents(edition, months, Window(date(1999, 1, 1), Span.YEAR), map_codes())
    assert np.isnan(counts.offences).all()
    assert set(status) == {"not_available"}
