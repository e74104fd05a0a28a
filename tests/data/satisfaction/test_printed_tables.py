"""The printed gap table and matrix on the page are the documents' own, figure for figure, each with an interval."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from scipy.stats import norm

from data.catalogue import catalogue
from data.satisfaction import gathered
from data.warehouse import Warehouse
from tests.data.satisfaction import printed

Z = norm.ppf(0.975)


@pytest.fixture(scope="module")
def found(demonstration_editions: Path) -> Iterator[dict[str, Any]]:
    with Warehouse(demonstration_editions).edition() as edition:
        yield gathered(edition, catalogue(), {})


def test_the_gap_table_is_the_plans_figure_for_figure(found: dict[str, Any]) -> None:
    rows = {row["question"]: (row["overall"], row["gap"]) for row in found["gaps"]}
    assert list(rows.items()) == list(printed.gap_table().items())
    assert len(rows) == 8


def test_the_matrix_is_the_reports_figure_for_figure(found: dict[str, Any]) -> None:
    averages, differences = printed.matrix()
    matrix = found["matrix"]
    assert [question["average"] for question in matrix["questions"]] == averages
    held: dict[tuple[str, str], list[float]] = {}
    for cell in matrix["cells"]:
        held.setdefault((cell["group_type"], cell["group_name"]), []).append(cell["difference"])
    assert list(held.items()) == list(differences.items())
    assert len(matrix["cells"]) == 18 * 6 and matrix["rule"] == 5.0


def test_every_printed_figure_has_an_interval_that_holds_it(found: dict[str, Any]) -> None:
    for row in found["gaps"]:
        assert 0 <= row["lower"] <= row["gap"] <= row["upper"]
        assert (row["verdict"] == "clear") == (row["lower"] > 0)
    for cell in found["matrix"]["cells"]:
        assert cell["lower"] <= cell["difference"] <= cell["upper"], cell
        assert (cell["verdict"] == "higher") == (cell["lower"] > 0)
        assert (cell["verdict"] == "lower") == (cell["upper"] < 0)
        assert cell["beyond_rule"] == (abs(cell["difference"]) > 5)


def test_the_widest_gap_by_hand(found: dict[str, Any]) -> None:
    """Victims: 78 per cent, 5.7 points; 9,600 interviews, 59.8 per cent White, design effect 1.5. The simple interval
    of a difference is 5.7 -+ 1.96 sqrt(p (1 - p) (1/n1 + 1/n2)), to which Newcombe's comes within a tenth."""
    row = found["gaps"][0]
    n1, n2 = (9_600 * share / 1.5 for share in (4_887_435 / 8_173_941, 3_286_506 / 8_173_941))
    half = 100 * Z * (0.78 * 0.22 * (1 / n1 + 1 / n2)) ** 0.5
    assert row["lower"] == pytest.approx(5.7 - half, abs=0.1) and row["upper"] == pytest.approx(5.7 + half, abs=0.1)
    assert row["verdict"] == "clear" and row["note"].startswith("gap between BAME and white")
    assert [each["question"] for each in found["gaps"] if each["verdict"] == "clear"] == [
        "Victim Satisfaction", "Treat everyone fairly", "Police do a good job"]  # fmt: skip


def test_a_cell_by_hand(found: dict[str, Any]) -> None:
    """Black residents, fair treatment: 78.3 - 11.1 = 67.2 per cent of 12,800 x 13.3% / 1.5 effective interviews."""
    (cell,) = (c for c in found["matrix"]["cells"] if (c["group_name"], c["question"]) == ("Black", "Fair treatment"))
    n, p = 12_800 * 1_088_640 / 8_173_941 / 1.5, 0.672
    centre, half = (p + Z**2 / 2 / n) / (1 + Z**2 / n), Z * (p * (1 - p) / n + Z**2 / 4 / n**2) ** 0.5 / (1 + Z**2 / n)
    assert cell["lower"] == pytest.approx(100 * (centre - half) - 78.3)
    assert cell["upper"] == pytest.approx(100 * (centre + half) - 78.3)


def test_both_disability_groups_above_the_average_carry_the_note(found: dict[str, Any]) -> None:
    noted = [(c["group_name"], c["question"]) for c in found["matrix"]["cells"] if c["note"]]
    assert noted == [("Disability", "Listen to concerns"), ("No disability", "Listen to concerns")]


def test_every_printed_change_has_an_interval_or_the_reason(found: dict[str, Any]) -> None:
    changes = {row["label"]: row for row in found["changes"]}
    assert {label: row["change"] for label, row in changes.items()} == {
        "Victim satisfaction": -3.75, "Police treat everyone fairly": 3, "Deal with the things that matter": 3,
        "Feeling informed about local policing": 2, "Feeling informed": -2,
        "Know how to contact local SNT or Ward Officer": -3, "Local information": 2,
    }  # fmt: skip
    for label, row in changes.items():
        if label == "Local information":
            assert (row["share"], row["lower"], row["verdict"]) == (None, None, "not_available")
        else:
            assert row["lower"] < row["change"] < row["upper"]
    victims = changes["Victim satisfaction"]
    half = 100 * Z * (0.7 * 0.3 * 0 + (0.753 * 0.247 + 0.7905 * 0.2095) / 6_400) ** 0.5
    assert victims["lower"] == pytest.approx(-3.75 - half, abs=0.05)
