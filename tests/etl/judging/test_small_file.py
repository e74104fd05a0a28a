"""A file by hand through the whole stage, with answers worked out on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from etl.load import Progress, load
from geo.areas import LONDON_CODE
from tests.etl.conftest import Loaded
from tests.etl.judging.months import CAMDEN, ROBBERY, month, wide

Write = Callable[..., Path]
Load = Callable[[], Loaded]
SIGNALS = "SELECT * FROM monthly_signal WHERE measure_id = 'robbery' AND area_code = ? ORDER BY month"


def rows(edition: Loaded, area: str) -> list[dict[str, object]]:
    found = edition.con.execute(SIGNALS, [area])
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@pytest.fixture
def camden(write: Write, loaded: Load) -> list[dict[str, object]]:
    write("2017-07/a.csv", *wide((f"{ROBBERY},Camden", CAMDEN)))
    return rows(loaded(), "E09000007")


def test_a_month_far_above_its_baseline_is_higher_with_the_range_worked_out_on_paper(
    camden: list[dict[str, object]],
) -> None:
    # Month 35 stands against months 0 to 23: 10 and 12 in turn, so the mean is 11 and every moving range 2. There are
    # too few years for a season. Half width 2.66 x 2 = 5.32. Its neighbours lie on the mean, so the run is it alone.
    judged = camden[35]
    assert {name: judged[name] for name in ("offences", "signal", "rules", "limits", "baseline_months", "since")} == {
        "offences": 40.0, "signal": "higher", "rules": "beyond_limit", "limits": "limits", "baseline_months": 24,
        "since": month(35),
    }  # fmt: skip
    assert [judged[n] for n in ("season", "centre", "half_width", "expected_lower", "expected_upper")] == pytest.approx(
        [1.0, 11.0, 5.32, 5.68, 16.32]
    )


def test_twelve_months_on_the_twelve_before_are_sums(camden: list[dict[str, object]]) -> None:
    # 11 x 11 + 40 = 161 on 6 x 10 + 6 x 12 = 132: 29 / 132 = 21.97% more.
    judged = camden[35]
    assert (judged["offences_12m"], judged["offences_12m_before"]) == (161.0, 132.0)
    assert judged["change_pct"] == pytest.approx(100 * 29 / 132)
    assert camden[10]["offences_12m"] is None
    assert (camden[11]["offences_12m"], camden[11]["offences_12m_before"]) == (132.0, None)


def test_the_latest_two_months_are_provisional_and_are_not_judged(camden: list[dict[str, object]]) -> None:
    assert [row["signal"] for row in camden[35:]] == ["higher", "provisional", "provisional"]
    assert [row["is_provisional"] for row in camden[34:]] == [False, False, True, True]
    assert camden[36]["p_value"] is None and camden[36]["centre"] is not None


def test_a_series_too_young_for_a_baseline_is_too_few_to_say(camden: list[dict[str, object]]) -> None:
    # Month 23 has months 0 to 11 as a baseline, which are twelve; month 22 has eleven.
    assert [row["baseline_months"] for row in camden[22:25]] == [11, 12, 13]
    assert [row["limits"] for row in camden[22:24]] == ["none", "trial"]
    assert (camden[22]["signal"], camden[22]["centre"]) == ("too_few", None)
    assert camden[23]["signal"] == "within"


def test_absent_is_not_zero_and_a_refused_figure_leaves_london_unknown(write: Write, loaded: Load) -> None:
    newham = [*[3] * 20, "", *[3] * 16, "x"]
    heathrow = [1] * 38
    areas = {"Camden": CAMDEN, "Newham": newham, "Heathrow": heathrow}
    write("2017-07/a.csv", *wide(*((f"{ROBBERY},{area}", figures) for area, figures in areas.items())))
    edition = loaded()
    there = rows(edition, "E09000025")
    assert [row["offences"] for row in there[19:22]] == [3.0, None, 3.0]
    assert there[20]["signal"] == "not_available"
    assert there[37]["offences"] is None
    london = rows(edition, LONDON_CODE)
    # Month 20 is 10 in Camden and 1 at Heathrow, which is no borough; Newham is not listed in it.
    assert [row["offences"] for row in london[19:22]] == [16.0, 11.0, 16.0]
    assert [row["offences"] for row in london[36:]] == [15.0, None]
    assert [row["offences_12m"] for row in there[30:33]] == [None, None, 36.0]
    assert {row["offences"] for row in rows(edition, "E09000001")} == set()


def test_every_borough_and_london_have_every_month_and_other_measures_nothing(
    camden: list[dict[str, object]], loaded: Load
) -> None:
    con = loaded().con
    assert con.execute("SELECT count(*), count(DISTINCT area_code) FROM monthly_signal WHERE measure_id = 'robbery'"
                       ).fetchone() == (33 * 38, 33)  # fmt: skip
    assert con.execute("SELECT DISTINCT measure_id FROM monthly_signal ORDER BY ALL").fetchall() == [
        ("robbery",), ("robbery-of-personal-property",), ("total-notifiable-offences",)
    ]  # fmt: skip
    assert con.execute("SELECT count(*) FROM survey_change").fetchone() == (0,)


def test_files_without_counts_load(write: Write, loaded: Load) -> None:
    write("a.csv", "Date,Survey,Borough,Measure,Proportion,MPS", "12/31/2016,PAS,Camden,Trust MPS,0.56,0.67")
    assert loaded().rows("SELECT count(*) FROM monthly_signal") == [(0,)]


def test_the_same_files_give_the_same_rows_in_the_same_order(write: Write, raw: Path, tmp_path: Path) -> None:
    write("2017-07/a.csv", *wide((f"{ROBBERY},Camden", CAMDEN), (f"{ROBBERY},Newham", CAMDEN[::-1])))
    found = []
    for name in ("one", "two"):
        with duckdb.connect(str(load([raw], editions=tmp_path / name).path), read_only=True) as con:
            found.append(con.execute("SELECT * FROM monthly_signal").fetchall())
    assert found[0] == found[1]
    keys = [row[:3] for row in found[0]]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys)) == 3 * 33 * 38


def test_the_progress_bars_show_the_stage(write: Write, raw: Path, editions: Path) -> None:
    write("2017-07/a.csv", *wide((f"{ROBBERY},Camden", CAMDEN)))
    steps: list[str] = []
    load([raw], editions=editions, progress=Progress(step=steps.append))
    assert steps[-2:] == ["Expected ranges", "publishing"]


def test_months_end_with_the_last_figure(write: Write, loaded: Load) -> None:
    write("2017-07/a.csv", *wide((f"{ROBBERY},Camden", CAMDEN)))
    span = loaded().rows("SELECT min(month), max(month) FROM monthly_signal")
    assert span == [(date(2014, 1, 1), date(2017, 2, 1))]
