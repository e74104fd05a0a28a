"""Modelled surveys and workforce: London's published figures on their dates, in the publishers' layouts."""
import csv
from pathlib import Path

import numpy as np
import pytest

from etl.demonstration import perception, reference, survey_groups, surveys, workforce

PUBLISHED = {  # (survey, measure, date) -> per cent
    ("USS", "Overall satisfaction", "6/30/2017"): 75.3, ("USS", "Overall satisfaction", "6/30/2016"): 75.3 + 3.75,
    ("USS", "Overall satisfaction", "3/31/2017"): 78, ("PAS", '"Good Job" local', "6/30/2017"): 68.6,
    ("PAS", '"Good Job" local', "3/31/2017"): 69, ("PAS", "Informed local", "6/30/2017"): 43.7,
    ("PAS", "Informed local", "6/30/2016"): 41.7, ("PAS", "Listen to concerns", "6/30/2017"): 76.0,
    ("PAS", "Treat everyone fairly", "6/30/2017"): 78.3, ("PAS", "Treat everyone fairly", "6/30/2016"): 75.3,
    ("PAS", "Understand issues", "6/30/2017"): 73.6, ("PAS", "Understand issues", "6/30/2016"): 70.6,
    ("PAS", "Relied on to be there", "3/31/2017"): 78, ("PAS", "Contact ward officer", "6/30/2017"): 32,
    ("PAS", "Contact ward officer", "6/30/2016"): 35,
}
MATRIX = {  # question begins -> published per cent of White British, Asian, Black
    "The police in your area treat": (78.3 - 0.3, 78.3 + 2.2, 78.3 - 11.1),
    "The police in your area listen": (76.0 - 0.8, 76.0 + 0.7, 76.0 - 5.9),
    "Taking everything into account": (68.6 - 0.1, 68.6 - 0.9, 68.6 - 6.3),
}
RESIDENTS = {place.name: place.residents for place in reference.places() if place.kind == "borough"}


def rows(path: Path) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8") as lines:
        return list(csv.reader(lines))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("surveys")


@pytest.fixture(scope="module")
def answers(folder: Path) -> list[list[str]]:
    (path,) = surveys.write(folder, seed=20170712)
    header, *lines = rows(path)
    assert header == ["Date", "Survey", "Borough", "Measure", "Proportion", "MPS"]
    return lines


def test_london_has_the_published_proportions_on_their_dates(answers: list[list[str]]) -> None:
    for (survey, measure, date), pct in PUBLISHED.items():
        london = {float(line[5]) for line in answers if (line[1], line[3], line[0]) == (survey, measure, date)}
        assert london == {round(pct / 100, 4)}, (measure, date)


def test_boroughs_weighted_by_residents_give_london(answers: list[list[str]]) -> None:
    series: dict[tuple[str, ...], list[tuple[int, float, float]]] = {}
    for date, survey, borough, measure, part, london in answers:
        residents = RESIDENTS["Westminster" if borough == "City of Westminster" else borough]
        series.setdefault((date, survey, measure), []).append((residents, float(part), float(london)))
    assert len(series) == 17 * 13
    for each in series.values():
        residents, parts, london = (np.array(column) for column in zip(*each, strict=True))
        assert len(each) == 32 and (parts > 0).all() and (parts < 1).all()
        assert abs(residents @ parts / residents.sum() - london[0]) < 0.001


def test_quarters_end_on_their_last_day_in_the_american_order(answers: list[list[str]]) -> None:
    dates = list(dict.fromkeys(line[0] for line in answers))
    assert dates[:4] == ["6/30/2014", "9/30/2014", "12/31/2014", "3/31/2015"] and dates[-1] == "6/30/2018"


def test_ethnic_groups_are_as_far_from_london_as_in_the_published_matrix(folder: Path) -> None:
    (path,) = perception.write(folder, seed=20170712)
    questions, groups, given, *lines = rows(path)
    assert questions[0] == "neighbourhood" and groups[0] == given[0] == "" and len(lines) == 32
    residents = np.array([RESIDENTS[line[0]] for line in lines])
    for column in range(1, len(questions)):
        pcts = np.array([int(line[column]) for line in lines])
        assert given[column].startswith("%") and (pcts > 0).all() and (pcts <= 100).all()
        for begins, published in MATRIX.items():
            if questions[column].startswith(begins):
                expected = published[perception.GROUPS.index(groups[column])]
                assert residents @ pcts / residents.sum() == pytest.approx(expected, abs=0.25)


def test_groups_of_london_are_the_published_matrix_in_june_2017_and_move_little_about_it(folder: Path) -> None:
    (path,) = survey_groups.write(folder, seed=20170712)
    header, *lines = rows(path)
    assert tuple(header) == survey_groups.HEADER and len(lines) == 6 * 5 * 6
    held = {(line[3], line[5], line[0]): float(line[6]) for line in lines}
    assert held["Treat everyone fairly", "Black", "6/30/2017"] == pytest.approx(0.783 - 0.111)
    assert held["Overall satisfaction", "White Other", "6/30/2017"] == pytest.approx(0.753 + 0.036)
    assert held['"Good Job" local', "Mixed", "6/30/2017"] == pytest.approx(0.686 - 0.135)
    assert all(0 < part < 1 for part in held.values()) and all(int(line[7]) > 100 for line in lines)


def test_workforce_of_june_2017_is_the_published_one_and_staff_fell_by_28_per_cent(folder: Path) -> None:
    (path,) = workforce.write(folder, seed=20170712)
    header, *lines = rows(path)
    assert header == ["Date", "Police Officer Strength", "Police Staff Strength", "PCSO Strength"]
    strengths = {line[0]: [int(each) for each in line[1:]] for line in lines}
    assert len(lines) == 51 and lines[0][0] == "Apr-14" and lines[-1][0] == "Jun-18"
    assert strengths["Jun-17"] == [30_719, 8_500, 1_383]
    assert strengths["Jun-17"][1] / strengths["Oct-14"][1] == pytest.approx(0.72, abs=0.0001)
    assert all(each[0] > 30_000 for month, each in strengths.items() if not month.endswith("18"))


@pytest.mark.parametrize("dataset", [surveys, perception, survey_groups, workforce])
@pytest.mark.parametrize("seed", [1, 99, 2**40])
def test_every_seed_gives_other_bytes_and_the_same_seed_the_same(dataset, seed: int, tmp_path: Path) -> None:
    first, again, other = (dataset.write(tmp_path / str(i), seed=each)[0].read_bytes()
                           for i, each in enumerate((seed, seed, seed + 1)))
    assert first == again != other
