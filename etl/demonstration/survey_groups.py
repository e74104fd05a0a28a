"""London's answers by ethnic group in the twelve months to each June, in the layout with groups (docs/satisfaction.md).

June 2017 is the published matrix, figure for figure: its average with each group's distance from it. In other years the
distances are made up about those, and so is how many of each group were asked.
"""
from datetime import date
from pathlib import Path

import numpy as np

from data.satisfaction.bases import group_base
from data.satisfaction.shares import BAME_PARTS, ETHNICITY, WHITE_PARTS
from etl.demonstration import reference
from etl.demonstration.expected import Floats
from etl.demonstration.layouts import write_lines
from etl.demonstration.published import figure
from etl.demonstration.surveys import FOLDER, QUARTERS, Question, london_pct, questions

STREAM = 8  # see recorded_crime.STREAM
NAME = "pas-uss-groups.csv"
HEADER = ("Date", "Survey", "Borough", "Measure", "Group type", "Group", "Proportion", "Base")
GROUPS = (*WHITE_PARTS, *BAME_PARTS)
JUNES = slice(0, None, 4)  # of QUARTERS, which begin in June 2014
PUBLISHED = 3  # the June of the matrix: 2017
MOVED, ASKED = 1.0, 0.03  # standard deviations: of a distance, in points; of the number asked, as a share of it


def write(folder: Path, *, seed: int) -> list[Path]:
    """One file in `folder`/surveys, by question, then year, then group."""
    rng = np.random.default_rng([seed, STREAM])
    columns = dict(reference.read("survey_groups.csv", make=lambda line: ((line["survey"], line["measure"]),
                                                                         line["matrix_column"])))
    lines = [line for question in questions() if (question.survey, question.measure) in columns
             for line in _answers(rng, question, column=columns[question.survey, question.measure])]
    return [write_lines(folder / FOLDER / NAME, header=HEADER, lines=lines)]


def _answers(rng: np.random.Generator, question: Question, *, column: str) -> list[tuple[object, ...]]:
    london = london_pct(rng, question=question)[JUNES]
    apart = _apart(rng, column=column, years=len(london))
    asked = [group_base(question.survey, date(2016, 7, 1), ETHNICITY, group).interviews or 0.0 for group in GROUPS]
    bases = np.rint(np.array(asked)[:, None] * rng.normal(1, ASKED, apart.shape)).astype(np.int64)
    return [(f"6/30/{str(quarter)[:4]}", question.survey, "MPS", question.measure, ETHNICITY, group,
             f"{(london[year] + apart[place, year]) / 100:.3f}", bases[place, year])
            for year, quarter in enumerate(QUARTERS[JUNES]) for place, group in enumerate(GROUPS)]


def _apart(rng: np.random.Generator, *, column: str, years: int) -> Floats:
    """Group x year, in points from London: as published in the matrix's June, about it in the others."""
    printed = np.array([figure("satisfaction_inequalities", row=f"Ethnicity: {group}", column=column)
                        for group in GROUPS])[:, None]
    moved = rng.normal(0, MOVED, (len(GROUPS), years))
    moved[:, PUBLISHED] = 0.0
    return np.asarray(printed + moved)
