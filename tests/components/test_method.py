"""How a measure is measured: what the script holds of it is what the catalogue says."""

from __future__ import annotations

import pytest

from components.crime_map.data import method
from components.patterns import fill
from data.catalogue import Break, catalogue
from tests.components.factories import make_view


@pytest.mark.parametrize("measure", [measure.id for measure in catalogue().measures])
def test_every_measure_is_told_by_its_name_alone(measure: str) -> None:
    said = catalogue().measure(measure)
    made = method(make_view(measure=measure))
    assert [piece[0] for piece in made] == [f"method-{'with' if said.breaks else 'without'}-breaks"]
    for words in (said.definition, *said.caveats, *(broken.reason for broken in said.breaks)):
        assert words in fill(made).replace("&#x27;", "'").replace("&amp;", "&").replace("&quot;", '"')


def test_what_the_script_does_not_know_is_written_out() -> None:
    from datetime import date

    other = catalogue().measure("burglary").model_copy(
        update={"breaks": (Break(month=date(2017, 1, 1), reason="Counted in another way."),)}
    )
    made = method(make_view(measure=other))
    assert all(isinstance(piece, str) for piece in made) and "Counted in another way." in fill(made)
