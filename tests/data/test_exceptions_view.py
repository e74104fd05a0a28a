"""What is listed of a month, on judged months written by hand with the answers worked on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from data.catalogue import catalogue
from data.exceptions import CLEAR, gathered, top
from data.exceptions.rows import Series
from data.statistics import expected_by_chance
from data.warehouse import Warehouse
from geo.areas import boroughs
from tests.data.made_signals import BRENT, CAMDEN, JUNE, LONDON, house, revision, signal

# Seven series judged. Benjamini-Hochberg by hand, p(i) * 7 / i and the least of those from there on:
#   p  0.001   0.008   0.030   0.031   0.036   0.500   0.900
#      0.007   0.028   0.070   0.05425 0.0504  0.583   0.900
#   q  0.007   0.028   0.0504  0.0504  0.0504  0.583   0.900   -> two of them are clear at 5%
P = (0.001, 0.008, 0.030, 0.031, 0.036, 0.5, 0.9)
Q = (0.007, 0.028, 0.0504, 0.0504, 0.0504, 7 * 0.5 / 6, 0.9)
SIGNALS = [
    signal("burglary", LONDON, signal="higher", p_value=P[2], q_value=Q[2], change_pct=7.5),
    signal("burglary", CAMDEN, signal="higher", p_value=P[0], q_value=Q[0]),
    signal("burglary", BRENT, p_value=P[5], q_value=Q[5]),
    signal("residential-burglary", CAMDEN, signal="lower", p_value=P[1], q_value=Q[1]),
    signal("residential-burglary", LONDON, p_value=P[6], q_value=Q[6], change_pct=None, change_verdict="too_few"),
    signal("knife-crime", CAMDEN, signal="lower", p_value=P[3], q_value=Q[3], limits="trial", baseline_months=15),
    signal("rape", BRENT, signal="higher", p_value=P[4], q_value=Q[4]),
    signal("rape", CAMDEN, signal="too_few"),
    signal("knife-crime", BRENT, signal="not_comparable"),
    signal("homicide", CAMDEN, signal="not_available", offences=None),
    *(signal(measure, CAMDEN, date(2017, month, 1), signal="provisional", is_provisional=True)
      for measure in ("burglary", "residential-burglary") for month in (7, 8)),
    signal("racist-hate-crime", CAMDEN, date(2015, 1, 1), signal="higher"),
    # The older form of robbery: its p is in the q values of a real edition, but it is not looked at.
    signal("robbery-2018", CAMDEN, signal="higher", p_value=1e-9, q_value=1e-8),
    signal("robbery-2018", BRENT, date(2009, 1, 1), signal="higher"),
]  # fmt: skip
RESIDENTIAL = "home_office > Burglary > Residential burglary"
BUSINESS = "home_office > Burglary > Business and community burglary"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    revisions = [
        revision("recorded_crime", CAMDEN, RESIDENTIAL, 80, 90), revision("recorded_crime", CAMDEN, BUSINESS, 30, 25),
        revision("recorded_crime", BRENT, RESIDENTIAL, 50, 54),
        revision("flagged_crime", CAMDEN, "Knife crime", None, 12),
        revision("recorded_crime", CAMDEN, RESIDENTIAL, 1, 2, date(2017, 5, 1)),
    ]  # fmt: skip
    return house(tmp_path_factory.mktemp("made"), SIGNALS, revisions)


def shown(made: Warehouse, **params: str) -> dict[str, Any]:
    with made.edition() as edition:
        return gathered(edition, catalogue(), {"area": "all", **params})


def names(found: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["measure_id"], row["area_name"]) for row in found["rows"]]


def by_name(found: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    return dict(zip(names(found), found["rows"], strict=True))


def test_the_worked_q_values_are_those_of_an_independent_calculation() -> None:
    assert list(false_discovery_control(P)) == pytest.approx(Q)


def test_exceptions_stand_in_order_of_surprise_and_the_line_falls_after_the_second(made: Warehouse) -> None:
    found = shown(made)
    assert names(found) == [("burglary", "Camden"), ("residential-burglary", "Camden"), ("burglary", "London"),
                            ("knife-crime", "Camden"), ("rape", "Brent")]  # fmt: skip
    assert [row["rank"] for row in found["rows"]] == [1, 2, 3, 4, 5]
    assert [row["is_clear"] for row in found["rows"]] == [True, True, False, False, False]


def test_the_usual_month_is_the_last_settled_of_the_default_measure(made: Warehouse) -> None:
    found = shown(made)
    assert found["selection"].month == found["settled"] == JUNE
    assert (found["months"][0], found["months"][-1]) == (date(2017, 8, 1), date(2015, 1, 1))


def test_counts_are_of_area_and_plan_whatever_the_other_filters(made: Warehouse) -> None:
    found = shown(made)
    assert found["scope"] == found["whole"] == {
        "judged": 7, "higher": 3, "lower": 2, "clear": 2, "too_few": 1, "not_comparable": 1, "provisional": 0,
        "not_available": 1, "by_chance": expected_by_chance(7),
    }  # fmt: skip
    camden = shown(made, area="camden", direction="lower", only="clear")
    assert (camden["scope"]["judged"], camden["scope"]["higher"], camden["scope"]["lower"]) == (3, 1, 2)
    assert camden["whole"] == found["whole"]


@pytest.mark.parametrize(
    ("params", "ranks"),
    [({"area": "camden"}, [1, 2, 4]), ({"area": "london"}, [3]), ({"area": "sutton"}, []),
     ({"direction": "higher"}, [1, 3, 5]), ({"direction": "lower"}, [2, 4]), ({"only": "clear"}, [1, 2]),
     ({"area": "camden", "direction": "lower", "only": "clear"}, [2]), ({"to": "2017-08"}, [])],
)  # fmt: skip
def test_filters_keep_the_order_of_the_whole_month(made: Warehouse, params: dict[str, str], ranks: list[int]) -> None:
    found = shown(made, **params)
    assert [row["rank_in_month"] for row in found["rows"]] == ranks
    assert [row["rank"] for row in found["rows"]] == [*range(1, len(ranks) + 1)], "the place in what is listed"
    assert (found["listed"], found["above"]) == (len(ranks), sum(rank <= 2 for rank in ranks))


def test_the_boroughs_are_looked_at_unless_london_is_asked_for(made: Warehouse) -> None:
    with made.edition() as edition:
        found = gathered(edition, catalogue(), {})
    assert [row["rank_in_month"] for row in found["rows"]] == [1, 2, 4, 5], "the third is London's"
    assert [row["rank"] for row in found["rows"]] == [1, 2, 3, 4]
    # Of seven series judged two are London's, of which one is higher.
    assert (found["scope"]["judged"], found["scope"]["higher"], found["scope"]["lower"]) == (5, 2, 2)
    assert found["whole"]["judged"] == 7
    assert found["rows"][0]["london_signal"] == "higher", "London's row is told beside the borough's all the same"


def test_older_forms_of_a_measure_are_not_looked_at(made: Warehouse) -> None:
    for found in (shown(made), shown(made, only="clear"), shown(made, to="2009-01")):
        assert "robbery-2018" not in {row["measure_id"] for row in (*found["rows"], *found["unreached"])}
    with made.edition() as edition:
        assert [row["measure_id"] for row in top(edition, catalogue(), JUNE, 1)["rows"]] == ["burglary"]


def test_only_the_first_rows_are_read_whole_unless_all_are_asked_for(tmp_path: Path) -> None:
    # 30 boroughs, of which 27 stand out; the first 25 are shown.
    rows = [signal("burglary", area.area_code, signal="lower", p_value=n / 1000, q_value=0.04 if n < 27 else 0.06)
            for n, area in enumerate(boroughs()[:30])]  # fmt: skip
    with house(tmp_path, rows).edition() as edition:
        first, every = gathered(edition, catalogue(), {}), gathered(edition, catalogue(), {"rows": "all"})
        file = gathered(edition, catalogue(), {}, every_row=True)
    assert [row["rank"] for row in first["rows"]] == [*range(1, 26)]
    assert (first["listed"], first["above"]) == (every["listed"], every["above"]) == (30, 27)
    assert len(every["rows"]) == 30 and file["rows"] == every["rows"]
    assert first["rows"] == every["rows"][:25]


def test_a_part_of_the_plan_holds_its_own_measures(made: Warehouse) -> None:
    plans = {row["measure_id"]: row["priority"] for row in shown(made)["rows"]}
    for plan in catalogue().priorities:
        assert {name for name, _ in names(shown(made, plan=plan.id))} == {m for m, p in plans.items() if p == plan.id}


def test_a_borough_s_row_says_what_london_s_same_measure_does(made: Warehouse) -> None:
    rows = by_name(shown(made))
    said = ("london_signal", "london_change_pct", "london_change_verdict")
    assert [rows["burglary", "Camden"][name] for name in said] == ["higher", 7.5, "higher"]
    assert [rows["residential-burglary", "Camden"][name] for name in said] == ["within", None, "too_few"]
    assert [rows["burglary", "London"][name] for name in said] == [None, None, None]
    assert [rows["rape", "Brent"][name] for name in said] == [None, None, None], "London has no row"


def test_a_revised_figure_says_what_was_published_first(made: Warehouse) -> None:
    rows = {name: row["revised"] for name, row in by_name(shown(made)).items()}
    # burglary, Camden: 120 now; its parts moved by +10 and -5, so 115 at first. London adds Brent's +4: 120 - 9.
    assert rows["burglary", "Camden"] == {"dataset": "recorded_crime", "series": None, "first": 115}
    assert rows["residential-burglary", "Camden"] == {"dataset": "recorded_crime", "series": RESIDENTIAL, "first": 110}
    assert rows["burglary", "London"] == {"dataset": "recorded_crime", "series": None, "first": 111}
    assert rows["knife-crime", "Camden"] == {"dataset": "flagged_crime", "series": "Knife crime", "first": None}
    assert rows["rape", "Brent"] is None


def test_measures_without_a_judged_month_are_told_apart(made: Warehouse) -> None:
    found = {row["measure_id"]: row for row in shown(made)["unreached"]}
    assert set(found) == {"racist-hate-crime"}, "homicide has no figure at all, so there is nothing to say of it"
    assert found["racist-hate-crime"]["last"] == found["racist-hate-crime"]["last_judged"] == date(2015, 1, 1)
    august = {row["measure_id"] for row in shown(made, to="2017-08")["unreached"]}
    assert august == {"racist-hate-crime", "burglary", "residential-burglary", "knife-crime", "rape"}


def test_the_panel_counts_london_and_the_boroughs_apart(made: Warehouse) -> None:
    with made.edition() as edition:
        panel = top(edition, catalogue(), JUNE, 2)
        nothing = top(edition, catalogue(), date(1999, 1, 1))
    assert [row["rank"] for row in panel["rows"]] == [1, 2]
    assert (panel["judged"], panel["higher"], panel["lower"], panel["clear"]) == (7, 3, 2, 2)
    assert (panel["london"]["judged"], panel["london"]["higher"]) == (2, 1)
    assert (panel["boroughs"]["judged"], panel["boroughs"]["lower"]) == (5, 2)
    assert (nothing["judged"], nothing["rows"], nothing["by_chance"]) == (0, [], 0)


def test_an_edition_without_judged_months_has_an_empty_list(tmp_path: Path) -> None:
    found = shown(house(tmp_path, []))
    assert (found["rows"], found["scope"]["judged"], found["selection"].month) == ([], 0, date(2017, 8, 1))
    assert (found["listed"], found["above"]) == (0, 0)


@pytest.mark.parametrize(
    ("signal_", "q", "is_clear"),
    [("higher", CLEAR, True), ("lower", CLEAR + 1e-9, False), ("within", 0.001, False), ("higher", None, False)],
)  # fmt: skip
def test_an_exception_on_the_line_stands_above_it(signal_: str, q: float | None, is_clear: bool) -> None:
    assert Series(0, "burglary", CAMDEN, signal_, q, q).is_clear is is_clear


@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(series=st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=32))
def test_the_clear_ones_are_always_the_first(
    series: list[tuple[float, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    areas = [area.area_code for area in boroughs()]
    q_values = false_discovery_control([p for p, _ in series])
    rows = [
        signal("burglary", area, signal="higher" if breaks else "within", p_value=p, q_value=float(q))
        for area, (p, breaks), q in zip(areas, series, q_values, strict=False)
    ]
    found = shown(house(tmp_path_factory.mktemp("any"), rows), rows="all")["rows"]
    clear = [row["is_clear"] for row in found]
    assert clear == sorted(clear, reverse=True)
    assert sum(clear) == sum(breaks and q <= CLEAR for (_, breaks), q in zip(series, q_values, strict=True))
    assert [row["p_value"] for row in found] == sorted(p for p, breaks in series if breaks)
