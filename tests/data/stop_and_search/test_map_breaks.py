"""The edges of the map's classes: round parts of London's own rate."""

from __future__ import annotations

import pytest

from data.stop_and_search.boroughs import map_breaks


@pytest.mark.parametrize(
    ("london", "edges"), [(11.07, (5.0, 7.5, 15.0, 22.5)), (1.0, (0.5, 0.75, 1.25, 2.0)), (None, ()), (0.0, ())]
)
def test_the_edges_are_about_half_three_quarters_five_quarters_and_twice_london(
    london: float | None, edges: tuple[float, ...]
) -> None:
    assert map_breaks(london) == pytest.approx(edges)
