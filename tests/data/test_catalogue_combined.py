"""Measures that are made of others: what must hold of them, and how a mistake is named."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from data.catalogue import Break, Catalogue, CombinedMeasure, catalogue


def given(*combined: dict[str, Any]) -> Catalogue:
    """The project's own catalogue with these combined measures instead."""
    known = catalogue()
    base = known.combined[0].model_dump() | {"breaks": (), "older_form_of": None}
    return Catalogue.model_validate({
        "priorities": known.priorities, "datasets": known.datasets, "measures": known.measures,
        "combined": [base | each for each in combined], "default_measure": known.default_measure,
    })  # fmt: skip


def test_each_is_found_among_the_counts_and_in_no_picker() -> None:
    known = catalogue()
    assert len(known.combined) >= 5
    for one in known.combined:
        assert known.counted(one.id) is one
        assert not known.has_measure(one.id)
        assert all(known.has_measure(part) for part in one.parts)
        assert one.part_of is None
    assert known.counted("burglary") is known.measure("burglary")
    with pytest.raises(KeyError, match="nothing-such"):
        known.counted("nothing-such")


def test_parts_of_one_measure_are_counted_in_the_same_set_of_categories() -> None:
    """The two taxonomies are never added up. Flags belong to both."""
    known = catalogue()
    for one in known.combined:
        held = {keys.get("taxonomy") for part in one.parts for keys in known.measure(part).select} - {None}
        assert len(held) == 1, one.id
        assert one.id.endswith("-2018") == (held == {"mps_2018"})


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"add": ("burglary", "theft-of-umbrellas")}, "is made of 'theft-of-umbrellas', which does not exist"),
        ({"add": ("burglary",), "less": ("burglary",)}, "declared more than once: burglary"),
        ({"add": ()}, "add"),
        ({"id": "burglary"}, "declared more than once: burglary"),
        ({"older_form_of": "burglary"}, "is an older form of 'burglary', which does not exist"),
        ({"dataset": "recorded_crime"}, "dataset"),
    ],
)
def test_a_mistake_is_refused_in_words(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        given(wrong)


def test_an_older_form_names_a_newer_one_of_its_kind() -> None:
    found = given({"id": "new"}, {"id": "old", "older_form_of": "new"})
    assert found.counted("old").older_form_of == "new"
    with pytest.raises(ValueError, match="is itself an older form"):
        given({"id": "new", "older_form_of": "newest"}, {"id": "newest"}, {"id": "old", "older_form_of": "new"})


def test_breaks_are_its_own_and_those_of_its_parts_in_order_a_month_once() -> None:
    own = [Break(month=month, reason="Counted in another way.") for month in ("2024-03", "2012-01")]  # type: ignore[arg-type]
    (one,) = given({"breaks": own, "add": ("violence-with-injury",), "less": ("domestic-abuse",)}).combined
    assert isinstance(one, CombinedMeasure)
    assert [each.month for each in one.breaks] == [date(2012, 1, 1), date(2024, 3, 1)]
    assert one.breaks[1].reason == "Counted in another way."
    assert one.break_between(date(2023, 1, 1), date(2024, 3, 1)) == one.breaks[1]
