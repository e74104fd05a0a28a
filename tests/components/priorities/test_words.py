"""The sentences of the local priorities, true of the figures; and the key's numbers."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from components.priorities import words
from components.priorities.key import counted, key_label, missing, phone_key, wide_key
from components.priorities.printed import summary
from components.priorities.view import MapRow
from data.classes import CHANGE_BREAKS
from data.selection.priorities import PrioritiesSelection
from geo.areas import boroughs

SETTLED = date(2017, 6, 1)


def row(place: int, pct: float | None, verdict: str = "no_clear_change", *, is_chosen: bool = True) -> MapRow:
    area = boroughs()[place]
    return MapRow(
        area_code=area.area_code, area_name=area.area_name, slug=area.slug, parts=("Common assault", "Burglary"),
        now=None if pct is None else 100 + pct, before=100, pct=pct, lower_pct=pct, upper_pct=pct, verdict=verdict,
        is_chosen=is_chosen,
    )  # fmt: skip


def view(*changes: float | None, kind: str = "", month: date = SETTLED, **verdicts: int) -> Any:
    """Boroughs in order with these changes; `higher=2` makes the first two higher, `not_chosen=1` the last one not."""
    names = [name for name in ("higher", "lower") for _ in range(verdicts.get(name, 0))]
    names += ["no_clear_change"] * (len(changes) - len(names))
    kept = len(changes) - verdicts.get("not_chosen", 0)
    mapped = tuple(row(place, pct, name, is_chosen=place < kept)
                   for place, (pct, name) in enumerate(zip(changes, names, strict=True)))  # fmt: skip
    return SimpleNamespace(mapped=mapped, kind_name=kind, selection=PrioritiesSelection(month, kind or None),
                           settled=SETTLED, breaks=CHANGE_BREAKS, stands_in="", year="2017/18")  # fmt: skip


OWN, YEAR = "Recorded offences in boroughs’ own priorities", "in the 12 months to June 2017."


@pytest.mark.parametrize(
    ("changes", "kind", "said"),
    [
        ((5.0, -3.0, 8.0), "", f"{OWN} rose in 2 of 3 boroughs {YEAR}"),
        ((-5.0, -3.0, 8.0), "", f"{OWN} fell in 2 of 3 boroughs {YEAR}"),
        ((-5.0, None, -1.0), "", f"{OWN} fell in all 2 boroughs with figures {YEAR}"),
        ((5.0, -3.0), "Burglary", "Burglary rose in 1 of the 2 boroughs that have it in the 12 months to June 2017."),
        ((5.0,), "Burglary", "Burglary rose in the one borough that has it in the 12 months to June 2017."),
        ((0.0, 0.0), "Burglary", "Burglary rose in none of the boroughs that have it in the 12 months to June 2017."),
        ((None, None), "Burglary", "Burglary cannot be compared with the year before in the 12 months to June 2017."),
    ],
)  # fmt: skip
def test_the_headline_counts_boroughs_by_direction(changes: tuple[float | None, ...], kind: str, said: str) -> None:
    assert words.headline(view(*changes, kind=kind)) == said


def test_the_lead_says_how_many_changes_chance_would_not_explain() -> None:
    assert words.lead(view(5.0, 9.0, -3.0, higher=2, lower=1))[0] == (
        "The rise is larger than chance alone would explain in 2, and the fall in 1."
    )
    assert words.lead(view(-5.0, lower=1))[0] == "The fall is larger than chance alone would explain in 1."
    assert words.lead(view(1.0))[0] == "The change is larger than chance alone would explain in none of them."
    late = words.lead(view(5.0, higher=1, month=date(2017, 9, 1)))[0]
    assert late == "The latest months may still be revised, so no verdict is given on them."
    assert "2 boroughs cannot be compared: the table says why." in words.lead(view(5.0, None, None))


def test_the_box_says_place_period_change_counts_parts_and_how_sure() -> None:
    shown = view(12.0, higher=1)
    assert words.tip(shown, shown.mapped[0]).split("\n") == [
        "Barking and Dagenham", "12 months to June 2017", "Up 12% on the 12 months before", "112, before 100",
        "Common assault and burglary", "Higher, 95% interval +12.0 to +12.0%",
    ]  # fmt: skip
    other = view(1.0, 2.0, kind="Burglary", not_chosen=1)
    assert words.tip(other, other.mapped[1]).endswith("Burglary is not its priority")


@pytest.mark.parametrize(
    ("number", "printed"), [(20.0, "20%"), (-8.0, "−8%"), (0.0, "0%"), (None, "")]
)  # fmt: skip
def test_a_printed_change_stands_as_it_was_printed(number: float | None, printed: str) -> None:
    assert words.printed_percent(number) == printed


def test_the_key_counts_every_borough_once_and_says_why_some_have_no_colour() -> None:
    """−30 or less, −15 to −29, −5 to −14, under 5 either way, and the same upwards."""
    shown = view(-31.0, -16.0, -6.0, 0.0, 4.9, 5.0, 15.0, 99.0, None, None, kind="Burglary", not_chosen=1)
    assert [number for _, number in counted(shown)] == [1, 1, 1, 2, 1, 1, 1]
    assert missing(shown) == [("No figure to compare", 1), ("Not their priority", 1)]
    assert "Rose 30% or more, 1 borough" in key_label(shown)
    for drawn in (wide_key(shown), phone_key(shown)):
        assert drawn.startswith("<svg") and "No figure to compare: 1 borough" in drawn


def test_the_summary_tells_chosen_from_additional_ones() -> None:
    rows: Any = [SimpleNamespace(is_additional=n == 3, comes_out=n != 1) for n in range(4)]
    assert summary(rows) == (
        "2 of the 3 changes printed in the quarterly report come out within 2.5 points. "
        "So do 1 of the 1 additional ones. The others are listed with both figures."
    )


def test_no_word_judges() -> None:
    shown = view(12.0, -9.0, None, higher=1)
    said = " ".join([words.headline(shown), *words.lead(shown), words.map_label(shown), *words.VERDICTS.values()])
    assert not any(word in said.lower() for word in ("good", "bad", "better", "worse", "improv", "surge", "spike"))
