"""Public Attitude Survey and User Satisfaction Survey: twelve months to each quarter's end, by borough.

London's line goes through every published proportion. The business plan dates its own no closer than 'currently';
they stand at March 2017, before it was published. The matrix of June 2017 calls the good job 'Good job', local
information 'Informed local' and understanding issues 'Dealing issues'. The report says that feeling informed rose
by 2 points and, a paragraph on, that it fell by 2: the rise is taken.
"""
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from etl.demonstration import reference
from etl.demonstration.expected import Floats
from etl.demonstration.layouts import write_lines
from etl.demonstration.months import FIRST, LAST
from etl.demonstration.published import figure

FOLDER = "surveys"
STREAM = 5  # see recorded_crime.STREAM
HEADER = ("Date", "Survey", "Borough", "Measure", "Proportion", "MPS")
QUARTERS = np.arange(FIRST, np.datetime64(LAST) + 3, 3, dtype="datetime64[M]")[:-1] + 2
OFFICIAL_NAMES = {"Westminster": "City of Westminster"}  # as these files write it
# Standard deviations in points: of a borough about London in a survey, of one question besides, of a quarter's chance.
BOROUGH, QUESTION = 3.5, 2.0
CHANCE = {"PAS": 2.5, "USS": 3.5}
UNSTEADY = 0.4  # of London, in the quarters of which nothing was published


@dataclass(frozen=True)
class Question:
    """A question, and what we made up of London's percentage in the first quarter and in the last."""
    survey: str
    measure: str
    first_pct: float
    last_pct: float


def write(folder: Path, *, seed: int) -> list[Path]:
    """One file in `folder`/surveys, by quarter, then question, then borough."""
    rng = np.random.default_rng([seed, STREAM])
    boroughs = [place for place in reference.places() if place.kind == "borough"]
    weight = np.array([place.residents for place in boroughs], dtype=np.float64)
    effect = {survey: rng.normal(0, BOROUGH, len(boroughs)) for survey in CHANCE}
    lines = []
    for question in questions():
        london = london_pct(rng, question=question)
        parts = _boroughs(rng, london=london, effect=effect[question.survey], weight=weight,
                          chance=CHANCE[question.survey])
        lines += [(quarter, (_date(quarter), question.survey, OFFICIAL_NAMES.get(place.name, place.name),
                             question.measure, f"{parts[row, column] / 100:.3f}", f"{london[column] / 100:.4g}"))
                  for column, quarter in enumerate(QUARTERS) for row, place in enumerate(boroughs)]
    lines.sort(key=lambda line: line[0])
    return [write_lines(folder / FOLDER / "pas-uss-borough.csv", header=HEADER, lines=[line for _, line in lines])]


def questions() -> tuple[Question, ...]:
    return reference.read("survey_questions.csv", make=lambda line: Question(
        survey=line["survey"], measure=line["measure"], first_pct=float(line["first_pct"]),
        last_pct=float(line["last_pct"])))


def london_pct(rng: np.random.Generator, *, question: Question) -> Floats:
    """London's percentage in each quarter: as published, and between that a path to and from what was made up."""
    ends = {str(QUARTERS[0]): question.first_pct, str(QUARTERS[-1]): question.last_pct}
    lines = reference.read("published_proportions.csv", make=lambda line: line)
    known = {line["quarter"]: _published(line) for line in lines
             if (line["survey"], line["measure"]) == (question.survey, question.measure)}
    at = sorted(ends | known)
    path = np.interp(QUARTERS.astype(np.int64), np.array(at, dtype="datetime64[M]").astype(np.int64),
                     [(ends | known)[month] for month in at])
    unsteady = np.round(path + rng.normal(0, UNSTEADY, len(path)), 1)
    return np.where([str(quarter) in known for quarter in QUARTERS], path, unsteady)


def _published(line: dict[str, str]) -> float:
    """A proportion in per cent; where a later change is named, the proportion before it."""
    value = figure(line["file"], row=line["row_label"], column=line["column_label"])
    if line["change_file"]:
        change = figure(line["change_file"], row=line["change_row"], column=line["change_column"])
        value -= float(line["change_sign"]) * change
    return value


def _boroughs(rng: np.random.Generator, *, london: Floats, effect: Floats, weight: Floats, chance: float) -> Floats:
    """Borough x quarter, in per cent; weighted by residents they give London's.

    Each figure is of twelve months, so chance is the mean of four quarters' and moves slowly.
    """
    quarterly = rng.normal(0, chance, (len(effect), len(london) + 3))
    rolling = sum(quarterly[:, start:start + len(london)] for start in range(4)) / 4
    apart = (effect + rng.normal(0, QUESTION, len(effect)))[:, None] + rolling
    apart -= (weight @ apart) / weight.sum()
    # The scale keeps a proportion near 0 or 100 from leaving it.
    return np.asarray(london + apart * (2 * np.sqrt(london * (100 - london)) / 100))


def _date(month: np.datetime64) -> str:
    """The month's last day in the American order, without leading zeros, as in the publisher's file."""
    year, number, day = str((month + 1).astype("datetime64[D]") - 1).split("-")
    return f"{int(number)}/{int(day)}/{year}"
