"""Categories with few searches are taken together."""

from __future__ import annotations

import numpy as np

from data.stop_and_search.few import few, places


def test_none_where_every_total_is_five_or_more() -> None:
    assert not few(np.array([[5, 9], [5, 9]])).any()


def test_a_small_one_takes_the_smallest_other_with_it_and_more_until_five() -> None:
    assert few(np.array([[4, 90, 6], [80, 70, 60]])).tolist() == [True, False, True]
    assert few(np.array([[0, 1, 3, 90], [50, 50, 50, 50]])).tolist() == [True, True, True, True]
    assert few(np.array([[0, 1, 4, 90], [50, 50, 50, 50]])).tolist() == [True, True, True, False]


def test_all_of_them_where_all_together_are_fewer_than_five_in_a_layer() -> None:
    assert few(np.array([[1, 2], [90, 80]])).all()


def test_those_taken_together_have_one_place_and_absent_ones_none() -> None:
    together, absent = np.array([True, False, True, False]), np.array([False, False, False, True])
    assert places(together, absent).tolist() == [1, 0, 1, -1]
