"""Anti-social behaviour calls in the documented layout, through the real loader."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from etl.faults import LoadError
from geo.areas import boroughs
from tests.etl.conftest import Loaded

Write, Load = Callable[..., Path], Callable[[], Loaded]
HEADER = "Borough,Month,Kind,Calls"
DOCUMENTED = Path(__file__).parents[2] / "docs" / "anti-social-behaviour.md"


def whole(month: str, kind: str = "all", calls: int = 10) -> list[str]:
    """A row for each of the 32 boroughs; Camden has seven more."""
    return [f"{area.area_name},{month},{kind},{calls + 7 * (area.slug == 'camden')}" for area in boroughs()]


def refused(edition: Loaded) -> list[tuple[object, ...]]:
    return edition.rows("SELECT line, column_name, rule FROM rejected_row ORDER BY line")


def test_every_row_of_a_whole_month_is_loaded(write: Write, loaded: Load) -> None:
    write("asb.csv", HEADER, *whole("2017-04"), *whole("2017-05", calls=20), *whole("2017-04", "Nuisance", 9))
    edition = loaded()
    asked = "SELECT kind, month, count(*), sum(calls) FROM anti_social_behaviour GROUP BY ALL ORDER BY ALL"
    assert edition.rows(asked) == [
        ("All", date(2017, 4, 1), 32, 327), ("All", date(2017, 5, 1), 32, 647), ("Nuisance", date(2017, 4, 1), 32, 295),
    ]  # fmt: skip
    assert refused(edition) == []
    assert edition.source("edition") == ["2017-06"]
    assert edition.source("rows_loaded") == [96] and edition.source("offences_loaded") == [1269]


def test_the_measure_counts_all_calls_and_london_is_their_sum(write: Write, loaded: Load) -> None:
    write("asb.csv", HEADER, *whole("2017-04"), *whole("2017-04", "nuisance", 9))
    found = loaded().rows(
        "SELECT area_code, offences FROM monthly_signal WHERE measure_id = 'anti-social-behaviour' "
        "AND area_code IN ('E09000007', 'E23000001') ORDER BY area_code"
    )
    assert found == [("E09000007", 17), ("E23000001", 327)]


def test_a_borough_may_be_given_by_its_code_in_any_case(write: Write, loaded: Load) -> None:
    rows = [row.replace("Camden,", "e09000007,") for row in whole("2017-04", "ALL")]
    write("asb.csv", HEADER.upper(), *rows)
    assert loaded().rows("SELECT calls FROM anti_social_behaviour WHERE area_code = 'E09000007'") == [(17,)]


def test_a_month_without_every_borough_is_refused_for_london_would_be_short(write: Write, loaded: Load) -> None:
    write("asb.csv", HEADER, *whole("2017-04"), *whole("2017-05")[:-1])
    edition = loaded()
    assert edition.rows("SELECT DISTINCT month FROM anti_social_behaviour") == [(date(2017, 4, 1),)]
    assert len(refused(edition)) == 31
    assert {row[2] for row in refused(edition)} == {
        "left out: not every one of the 32 boroughs has this month and kind"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "column", "rule"),
    [
        ("Atlantis,2017-04,all,3", "Borough", "unknown"),
        ("Camden,Apr-17,all,3", "Month", "not a month written as 2017-06"),
        ("Camden,2017-13,all,3", "Month", "not a month written as 2017-06"),
        ("Camden,2017-04,noise,3", "Kind", "not one of the kinds all, nuisance"),
        ("Camden,2017-04,all,-3", "Calls", "not a whole number of calls"),
        ("Camden,2017-04,all,", "Calls", "not a whole number of calls"),
        ("Camden,2017-04,all,99", None, "second row for this borough, month and kind"),
    ],
)
def test_a_row_that_is_not_right_is_refused_by_line_and_the_others_stand(
    write: Write, loaded: Load, row: str, column: str | None, rule: str
) -> None:
    write("asb.csv", HEADER, *whole("2017-04"), row)
    edition = loaded()
    assert edition.rows("SELECT count(*), sum(calls) FROM anti_social_behaviour") == [(32, 327)]
    ((line, named, said),) = refused(edition)
    assert (line, named) == (34, column)
    assert str(said).startswith(rule)


def test_the_newer_release_counts_and_what_it_changed_is_kept(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", HEADER, *whole("2017-04"))
    write("2017-09/a.csv", HEADER, *whole("2017-04", calls=11))
    edition = loaded()
    assert edition.rows("SELECT sum(calls) FROM anti_social_behaviour") == [(359,)]
    assert edition.rows("SELECT count(*), min(old_value), min(new_value) FROM revision") == [(32, 10, 11)]


def test_a_file_whose_kinds_do_not_add_up_is_not_published(write: Write, loaded: Load) -> None:
    kinds = [("nuisance", 6), ("environmental", 1), ("personal", 2)]
    rows = [row for kind, calls in kinds for row in whole("2017-04", kind, calls)]
    write("asb.csv", HEADER, *whole("2017-04"), *rows)
    # Barnet: 9 by kind, 10 in all; Camden has 7 more in each: 30 by kind, 17 in all.
    with pytest.raises(LoadError) as error:
        loaded()
    said = str(error.value)
    assert said.count("calls by kind and") == 32
    assert "anti-social behaviour: Barnet April 2017 has 9 calls by kind and 10 in all" in said
    assert "anti-social behaviour: Camden April 2017 has 30 calls by kind and 17 in all" in said


def test_kinds_that_add_up_are_loaded(write: Write, loaded: Load) -> None:
    """7 + 1 + 2 = 10; Camden has 7 more of nuisance and of all."""
    parts = [("nuisance", 7), ("environmental", 1), ("personal", 2)]
    rows = [row for kind, calls in parts for row in whole("2017-04", kind, calls)]
    even = [row.replace(",8", ",1").replace(",9", ",2") if "nuisance" not in row else row for row in rows]
    write("asb.csv", HEADER, *whole("2017-04"), *even)
    assert loaded().rows("SELECT count(*) FROM anti_social_behaviour") == [(128,)]


def test_the_documented_example_is_recognised(write: Write, loaded: Load) -> None:
    """Its rows are of two boroughs, so they are refused; but every one of them is understood."""
    (example,) = re.findall(r"```\n(Borough,.*?)```", DOCUMENTED.read_text(encoding="utf-8"), re.DOTALL)
    write("asb.csv", *example.strip().splitlines())
    edition = loaded()
    assert {row[1] for row in refused(edition)} == {None} and len(refused(edition)) == 5
