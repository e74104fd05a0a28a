"""The file holds the rows of the view, number for number, and says what it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from data.catalogue import catalogue
from data.exceptions import exceptions_sheet, gathered
from data.exceptions.export import CHANGES, COLUMNS, NUMBERS, WORDS
from data.warehouse import EditionFacts
from tests.data.made_signals import CAMDEN, LONDON, house, revision, signal

FACTS = EditionFacts("official-1", False, date(2017, 7, 12))
SIGNALS = [
    signal("burglary", LONDON, signal="higher", p_value=1.25e-9, q_value=0.001, season=1.07),
    signal("rape", CAMDEN, signal="lower", p_value=0.01, q_value=0.2, since=date(2016, 12, 1), rules="run,outer_third",
           offences_12m=13, offences_12m_before=19, change_pct=None, change_lower_pct=None, change_upper_pct=None,
           limits="trial", baseline_months=14, dispersion=None),
    signal("homicide", CAMDEN, signal="higher", p_value=0.02, q_value=0.3, offences_12m=None, offences_12m_before=None,
           change_pct=None, change_lower_pct=None, change_upper_pct=None, change_verdict="not_available"),
]  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    revised = [revision("recorded_crime", CAMDEN, "home_office > Burglary > Residential burglary", 7, 9)]
    with house(tmp_path_factory.mktemp("made"), SIGNALS, revised).edition() as edition:
        return gathered(edition, catalogue(), {"area": "all"})


def written(found: Mapping[str, Any], facts: EditionFacts = FACTS) -> str:
    whole = {"judged": found["whole"]["judged"], "by_chance": found["whole"]["by_chance"]}
    return exceptions_sheet(found["rows"], catalogue=catalogue(), edition=facts, **whole).csv()


def rows(found: Mapping[str, Any]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(found).removeprefix("\ufeff"), newline="")))


def test_every_row_of_the_view_is_there_with_its_figures(found: dict[str, Any]) -> None:
    lines = rows(found)
    assert len(lines) == len(found["rows"]) == 3
    for line, row in zip(lines, found["rows"], strict=True):
        assert {name: line[name] for name in WORDS} == {name: row[name] for name in WORDS}
        for name in (*NUMBERS, *CHANGES):
            assert line[name] in ("[x]", "[u]") if row[name] is None else float(line[name]) == row[name], name
        assert float(line["season_factor"]) == row["season"]
        assert line["is_above_line"] == ("yes" if row["is_clear"] else "no")


def test_it_opens_in_a_spreadsheet(found: dict[str, Any]) -> None:
    content = written(found)
    assert content.startswith("\ufeffrank,rank_in_month,measure_id,")
    assert content.count("\n") == content.count("\r\n") == 4
    assert tuple(rows(found)[0]) == COLUMNS


def test_what_is_missing_says_why(found: dict[str, Any]) -> None:
    london, rape, homicide = rows(found)
    assert (rape["change_pct"], rape["dispersion"]) == ("[u]", "[x]"), "from a base of 19 no percentage is given"
    assert (homicide["change_pct"], homicide["offences_12m"]) == ("[x]", "[x]")
    assert (london["london_signal"], london["london_change_pct"]) == ("[z]", "[z]")
    assert (rape["london_signal"], rape["london_change_pct"]) == ("[x]", "[x]")
    assert (london["first_published"], rape["first_published"]) == ("118", "[z]")


def test_the_months_of_figure_and_baseline_are_given_to_the_day(found: dict[str, Any]) -> None:
    line = rows(found)[1]
    assert (line["period_start"], line["period_end"], line["since"]) == ("2017-06-01", "2017-06-30", "2016-12-01")
    # The 24 months that end 12 months before: July 2014 to June 2016.
    assert (line["baseline_start"], line["baseline_end"]) == ("2014-07-01", "2016-06-30")


def test_source_edition_and_kind_stand_in_every_row(found: dict[str, Any]) -> None:
    assert {line["edition"] for line in rows(found)} == {"official-1, refreshed 2017-07-12"}
    assert {line["data_kind"] for line in rows(found)} == {"official"}
    assert all(line["source"].startswith("Metropolitan Police Service") and line["licence"] for line in rows(found))
    made_up = written(found, EditionFacts("d", True, date(2017, 7, 12)))
    assert made_up.count("DEMONSTRATION - modelled figures, not real") == 3


def test_an_empty_view_gives_the_heads_alone(tmp_path: Path) -> None:
    with house(tmp_path, []).edition() as edition:
        nothing = gathered(edition, catalogue(), {})
    assert written(nothing) == "\ufeff" + ",".join(COLUMNS) + "\r\n"
