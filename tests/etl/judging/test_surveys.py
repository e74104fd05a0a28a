"""Survey figures, their intervals and their changes; the answers are worked out by the formulas, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import nan, sqrt
from pathlib import Path

import pandas as pd
import pytest

from data.catalogue import Break, catalogue
from data.survey_bases import survey_bases
from etl.judging.surveys import judge_figures
from geo.areas import LONDON_CODE
from tests.etl.conftest import Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]

CAMDEN = "E09000007"
HEAD = "Date,Survey,Borough,Measure,Proportion,MPS"
ROWS = (
    "12/31/2016,PAS,Camden,Trust MPS,0.56,0.60",
    "3/31/2017,PAS,Camden,Trust MPS,0.56,0.60",
    "12/31/2017,PAS,Camden,Trust MPS,0.45,0.61",
    "12/31/2018,PAS,Camden,Trust MPS,0.47,0.61",
    "12/31/2021,PAS,Camden,Trust MPS,0.5,0.5",
)
MEASURE = next(m for m in catalogue().surveys if (m.survey, m.question_key) == ("PAS", "Trust MPS"))
EFFECT = survey_bases()["PAS"].design_effect
Z = 1.959964


def wilson(p: float, n: float) -> tuple[float, float]:
    middle, spread = 2 * n * p + Z**2, Z * sqrt(Z**2 + 4 * n * p * (1 - p))
    return (middle - spread) / (2 * (n + Z**2)), (middle + spread) / (2 * (n + Z**2))


def newcombe(p: float, n: float, q: float, m: float) -> tuple[float, float]:
    (low, high), (low_before, high_before) = wilson(p, n), wilson(q, m)
    down, up = sqrt((p - low) ** 2 + (high_before - q) ** 2), sqrt((high - p) ** 2 + (q - low_before) ** 2)
    return 100 * (p - q - down), 100 * (p - q + up)


def rounded(p: float, q: float, limits: tuple[float, float]) -> tuple[float, float]:
    """Limits in points, widened for two whole per cents: each is uniform over one point, so of variance 1/12."""
    chance, points = Z * sqrt(2 / 12), 100 * (p - q)
    return points - sqrt((points - limits[0]) ** 2 + chance**2), points + sqrt((limits[1] - points) ** 2 + chance**2)


@pytest.fixture
def edition(write: Write, loaded: Load) -> Loaded:
    write("2024-02/a.csv", HEAD, *ROWS)
    return loaded()


def row(edition: Loaded, columns: str, month: date, area: str = CAMDEN) -> tuple[object, ...]:
    (found,) = edition.con.execute(
        f"SELECT {columns} FROM survey_change WHERE measure_id = ? AND area_code = ? AND period_end = ?",
        [MEASURE.id, area, month],
    ).fetchall()
    return found


def test_a_figure_has_wilsons_interval_on_the_base_of_its_time(edition: Loaded) -> None:
    *interval, base, effect, basis = row(edition, "lower, upper, base, design_effect, base_basis", date(2017, 12, 1))
    assert (base, effect) == (400, EFFECT)
    assert "12,800 interviews a year, 400 in a borough" in str(basis)
    assert interval == pytest.approx(wilson(0.45, 400 / EFFECT))
    assert row(edition, "base", date(2017, 12, 1), LONDON_CODE) == (12_800,)


def test_a_period_all_of_whose_interviews_are_later_has_the_larger_base(edition: Loaded) -> None:
    base, basis = row(edition, "base, base_basis", date(2021, 12, 1))
    assert (base, basis) == (600, survey_bases()["PAS"].statement)
    assert row(edition, "base", date(2021, 12, 1), LONDON_CODE) == (19_200,)


def test_a_change_is_on_the_period_that_ended_a_year_before_with_newcombes_interval(edition: Loaded) -> None:
    # 56% to 45% of 267 effective interviews: -11 points, and the whole interval lies below 0.
    asked = "proportion_before, change_verdict, change_points, change_lower, change_upper"
    before, verdict, *points = row(edition, asked, date(2017, 12, 1))
    assert (before, verdict) == (0.56, "lower")
    assert points == pytest.approx([-11.0, *rounded(0.45, 0.56, newcombe(0.45, 400 / EFFECT, 0.56, 400 / EFFECT))])
    assert row(edition, "change_verdict", date(2018, 12, 1)) == ("no_clear_change",)


def test_one_point_more_in_whole_per_cents_is_no_clear_change_where_it_might_be_a_hundredth_of_a_point() -> None:
    # 87% to 88% of 19,200 interviews: the interval without rounding is +0.0 to +2.0.
    one = {"proportion": 0.88, "proportion_before": 0.87, "base": 19_200.0, "base_before": 19_200.0}
    assert newcombe(0.88, 19_200 / EFFECT, 0.87, 19_200 / EFFECT)[0] > 0
    assert judge_figures(figures(**one), [MEASURE]).iloc[0]["change_verdict"] == "no_clear_change"
    exact = {**one, "proportion": 0.8801, "proportion_before": 0.8699}
    assert judge_figures(figures(**exact), [MEASURE]).iloc[0]["change_verdict"] == "higher"


def test_without_a_figure_a_year_before_there_is_no_change_to_say(edition: Loaded) -> None:
    for month in (date(2016, 12, 1), date(2017, 3, 1), date(2021, 12, 1)):
        asked = "proportion_before, change_points, change_lower, change_verdict"
        assert row(edition, asked, month) == (None, None, None, "not_available")


def test_rows_are_one_a_measure_area_and_period_in_that_order(edition: Loaded) -> None:
    keys = edition.rows("SELECT measure_id, area_code, period_end FROM survey_change")
    assert keys == sorted(set(keys))
    assert len(keys) == 2 * len(ROWS)


def figures(**changed: object) -> pd.DataFrame:
    """One row: 50% of Camden in the year to December 2017, after 40% in the year before."""
    given = {
        "measure_id": MEASURE.id, "survey": "PAS", "area_code": CAMDEN, "period_start": pd.Timestamp(2017, 1, 1),
        "period_end": pd.Timestamp(2017, 12, 1), "proportion": 0.5, "base": 1000.0, "proportion_before": 0.4,
        "start_before": pd.Timestamp(2016, 1, 1), "base_before": 1000.0,
    }  # fmt: skip
    return pd.DataFrame([given | changed])


def test_a_published_base_is_used_and_called_so() -> None:
    judged = judge_figures(figures(), [MEASURE]).iloc[0]
    assert (judged["base"], judged["base_basis"], judged["change_verdict"]) == (1000, "published", "higher")


@pytest.mark.parametrize("column", ["base", "base_before"])
def test_under_a_hundred_interviews_are_too_few_for_a_change(column: str) -> None:
    judged = judge_figures(figures(**{column: 99.0}), [MEASURE]).iloc[0]
    assert judged["change_verdict"] == "too_few"
    assert pd.isna(judged["change_points"])
    assert judge_figures(figures(**{column: 100.0}), [MEASURE]).iloc[0]["change_verdict"] != "too_few"


@pytest.mark.parametrize(
    ("month", "verdict"),
    [("2016-01", "higher"), ("2016-02", "not_comparable"), ("2017-12", "not_comparable"), ("2018-01", "higher")],
)
def test_across_a_declared_break_nothing_is_compared(month: str, verdict: str) -> None:
    # The two periods run from January 2016 to December 2017: a break in their first month has both after it.
    declared = Break(month=month, reason="The question was put in other words.")  # type: ignore[arg-type]
    broken = MEASURE.model_copy(update={"breaks": (declared,)})
    judged = judge_figures(figures(), [broken]).iloc[0]
    assert judged["change_verdict"] == verdict
    assert pd.isna(judged["change_points"]) == (verdict == "not_comparable")
    other = broken.model_copy(update={"id": "another"})
    assert judge_figures(figures(), [other]).iloc[0]["change_verdict"] == "higher"


def test_a_survey_that_states_no_interviews_has_figures_without_an_interval() -> None:
    judged = judge_figures(figures(survey="TDIU", base=nan, base_before=nan), [MEASURE]).iloc[0]
    assert pd.isna(judged["base"]) and pd.isna(judged["lower"])
    assert judged["base_basis"] == survey_bases()["TDIU"].statement
    assert (judged["proportion"], judged["change_verdict"]) == (0.5, "not_available")
