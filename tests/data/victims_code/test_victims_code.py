"""What the Victims' Code page gathers: printed shares on paper, and the months of a file through the real loader."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from data.catalogue import catalogue
from data.periods import Coverage, month_range
from data.selection.victims_code import Requirement, VictimsCodeSelection, from_params
from data.victims_code import gathered, victims_code_sheet
from data.victims_code.printed import CASES, DOCUMENT, SECTION, SHARES, printed
from data.warehouse import Edition, Warehouse
from etl.load import load
from geo.areas import boroughs

Z = 1.959963984540054
HEADER = "Area,Month,Requirement,Applicable offences,Met"
MONTHS = month_range(date(2014, 4, 1), date(2017, 6, 1))
GAP = date(2015, 2, 1)


def wilson(p: float, n: float, sign: int) -> float:
    return (p + Z * Z / (2 * n) + sign * Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))) / (1 + Z * Z / n)


def figures(**shares: tuple[float, float]) -> dict[Any, dict[str, Any]]:
    """Printed figures of two months; `cases` are those of the requirement 'updated'."""
    days = {"April 2014": date(2014, 4, 30), "June 2017": date(2017, 6, 30)}
    found = {}
    for name, values in shares.items():
        table, row = CASES if name == "cases" else SHARES[name]
        for (label, end), value in zip(days.items(), values, strict=True):
            key = (DOCUMENT, SECTION, table, row, label)
            found[key] = {"column_label": label, "value": value, "period_start": end.replace(day=1), "period_end": end,
                          "note": None}  # fmt: skip
    return found


def test_the_interval_of_a_printed_share_holds_chance_and_rounding() -> None:
    row = printed(figures(updated=(80, 65), cases=(39828, 54513)))[0]
    first, last = row["points"]
    assert (first["lower"], first["upper"]) == (
        pytest.approx(wilson(0.795, 39828, -1)), pytest.approx(wilson(0.805, 39828, 1)))  # fmt: skip
    assert (round(100 * last["lower"], 1), round(100 * last["upper"], 1)) == (64.1, 65.9)


def test_the_change_has_newcombes_interval_with_rounding_at_its_most_unkind() -> None:
    change = printed(figures(updated=(80, 65), cases=(39828, 54513)))[0]["change"]
    now, then = 0.645, 0.805  # as far apart as the print allows
    lower = (now - then) - math.hypot(now - wilson(now, 54513, -1), wilson(then, 39828, 1) - then)
    assert change["points"] == pytest.approx(-15) and change["verdict"] == "lower"
    assert change["lower"] == pytest.approx(100 * lower) and -13.5 < change["upper"] < -13.4


@pytest.mark.parametrize(
    ("shares", "cases", "verdict"),
    [((65, 66), (39828, 54513), "no_clear_change"), ((65, 67), (39828, 54513), "higher"),
     ((65, 80), (90, 54513), "too_few")],
)  # fmt: skip
def test_a_change_no_larger_than_rounding_is_none_that_is_clear(
    shares: tuple[float, float], cases: tuple[float, float], verdict: str
) -> None:
    assert printed(figures(updated=shares, cases=cases))[0]["change"]["verdict"] == verdict


def test_without_the_number_of_offences_there_is_no_interval_and_no_verdict() -> None:
    rows = printed(figures(updated=(80, 65), arrested=(80, 69)))
    for row, points in zip(rows[:2], (-15, -11), strict=True):
        assert all(point["lower"] is None for point in row["points"])
        assert row["change"]["verdict"] is None
        assert [row["change"][name] for name in ("points", "lower", "upper")] == pytest.approx(
            [points, points - 1, points + 1])  # fmt: skip
    assert rows[2]["points"] == [] and rows[2]["change"] is None


# --- the months of a file ----------------------------------------------------------------------------


def lines() -> Iterator[str]:
    """London kept updated: 700 or 720 of 1,000 in turn, 500 in the last month, nothing in February 2015. Camden has
    March to June 2017 only. Suspects arrested: the boroughs alone, ten offences each, in May 2017 only 31 of them."""
    for place, month in enumerate(MONTHS):
        met = 500 if month == MONTHS[-1] else 700 + 20 * (place % 2)
        if month != GAP:
            yield f"London,{month:%Y-%m},updated,1000,{met}"
    for month in MONTHS[-4:]:
        yield f"Camden,{month:%Y-%m},updated,50,30"
    for place, area in enumerate(boroughs()):
        yield f"{area.area_name},2017-06,arrested,10,7"
        if place:
            yield f"{area.area_name},2017-05,arrested,10,7"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    raw, folder = tmp_path_factory.mktemp("code-file"), tmp_path_factory.mktemp("code-editions")
    (raw / "code.csv").write_text("\n".join([HEADER, *lines()]) + "\n", encoding="utf-8")
    load([raw], editions=folder)
    with Warehouse(folder).edition() as opened:
        yield opened


def view(edition: Edition, **params: str) -> dict[str, Any]:
    return gathered(edition, catalogue(), params)


def test_each_month_of_the_file_has_share_interval_range_and_change(edition: Edition) -> None:
    found = view(edition)
    assert found["covered"] == Coverage(MONTHS[0], MONTHS[-1]) and len(found["months"]) == len(MONTHS) == 39
    last = found["latest"]
    assert (last["month"], last["share"], last["cases"]) == (date(2017, 6, 1), 0.5, 1000)
    assert last["lower"] == pytest.approx(wilson(0.5, 1000, -1))
    # Its baseline: July 2014 to June 2016 less February 2015, all 70 or 72%.
    assert last["baseline_months"] == 23 and last["limits"] == "trial" and last["signal"] == "lower"
    assert 0.70 < last["centre"] < 0.72 and 0.65 < last["expected_lower"] < 0.66
    # A year before: 700 of 1,000.
    assert last["change"] == pytest.approx(-20) and last["change_verdict"] == "lower"


def test_a_month_without_a_row_is_no_figure_and_nothing_is_compared_with_it(edition: Edition) -> None:
    months = {row["month"]: row for row in view(edition)["months"]}
    assert months[GAP]["share"] is None and months[GAP]["signal"] == "not_available"
    assert months[date(2016, 2, 1)]["change"] is None
    assert months[date(2016, 2, 1)]["change_verdict"] == "not_available"


def test_the_change_is_widened_by_how_much_the_series_varies(edition: Edition) -> None:
    """Newcombe's interval on 1,000 offences divided by sigma z squared, which is 1.53 here."""
    last = view(edition)["latest"]
    assert 1.2 < last["spread"] < 1.3
    n = 1000 / last["spread"] ** 2
    lower = (0.5 - 0.7) - math.hypot(0.5 - wilson(0.5, n, -1), wilson(0.7, n, 1) - 0.7)
    assert last["change_lower"] == pytest.approx(100 * lower)


def test_london_is_the_sum_of_all_its_boroughs_and_never_of_fewer(edition: Edition) -> None:
    months = {row["month"]: row for row in view(edition, requirement="arrested")["months"]}
    assert (months[date(2017, 6, 1)]["cases"], months[date(2017, 6, 1)]["met"]) == (320, 224)
    assert months[date(2017, 5, 1)]["share"] is None


def test_a_borough_has_its_own_months_and_only_those_with_some_can_be_chosen(edition: Edition) -> None:
    found = view(edition, area="camden")
    assert [row["cases"] for row in found["months"][-5:]] == [None, 50, 50, 50, 50]
    assert found["latest"]["signal"] == "too_few" and found["areas"] == (("camden", "Camden"),)
    assert found["area_name"] == "Camden" and view(edition)["area_name"] == "London"


def test_the_file_has_what_was_published_the_months_and_the_other_figures(edition: Edition) -> None:
    sheet = victims_code_sheet(view(edition, area="camden"), edition=edition.facts)
    kinds = [row["kind"] for row in sheet.rows]
    assert [kinds.count(kind) for kind in ("published", "month of the file", "other published figure")] == [5, 39, 10]
    june = next(row for row in sheet.rows if row["kind"] == "published" and row["base"] == "54513")
    assert [june[name] for name in ("value", "change_points", "change_verdict", "period_end", "area_name")] == [
        "65", "-15", "lower", "2017-06-30", "London"]  # fmt: skip
    months = [row for row in sheet.rows if row["kind"] == "month of the file"]
    assert months[-1]["count"] == "30" and months[-1]["area_code"] == "E09000007" and months[0]["value"] == "[x]"
    assert months[0]["licence"] == "As stated by whoever supplied the file" and june["licence"] == "not stated"
    care = next(row for row in sheet.rows if row["measure"].startswith("Good victim care"))
    assert (care["count"], care["base"]) == ("78", "90")


# --- the selection -----------------------------------------------------------------------------------


def test_the_selection_is_its_address_with_a_file_and_without() -> None:
    covered = Coverage(MONTHS[0], MONTHS[-1])
    for requirement in Requirement:
        chosen = VictimsCodeSelection(requirement, "camden", date(2016, 5, 1))
        assert from_params(chosen.to_params(), covered) == (chosen, ())
        alone = VictimsCodeSelection(requirement)
        assert from_params(alone.to_params(), None) == (alone, ())
    assert VictimsCodeSelection().to_query() == "?requirement=updated"


def test_what_cannot_be_met_is_said() -> None:
    chosen, said = from_params({"requirement": "charged", "to": "2016-05", "area": "camden"}, None)
    assert chosen == VictimsCodeSelection()
    assert [line.split(";")[0] for line in said] == [
        "There is no requirement called ‘charged’", "No file of monthly returns is loaded, so a month cannot be chosen",
        "No file of monthly returns is loaded, so an area cannot be chosen"]  # fmt: skip
    chosen, said = from_params({"to": "2020-01", "area": "atlantis"}, Coverage(MONTHS[0], MONTHS[-1]))
    assert chosen == VictimsCodeSelection(month=date(2017, 6, 1)) and len(said) == 2
