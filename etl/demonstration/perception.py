"""What ethnic groups think of their local police, in the layout of the file that pools several years.

London's answers, and how far each group's are from them, are the published matrix of June 2017. The layout has whole
financial years, so they stand under 2016-17, three months early; it has three groups, so the matrix's others are not
here. The publisher divides London into neighbourhoods; here each borough is one.
"""
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from etl.demonstration import reference
from etl.demonstration.draw import Counts
from etl.demonstration.expected import Floats
from etl.demonstration.layouts import write_lines
from etl.demonstration.published import figure

STREAM = 6  # see recorded_crime.STREAM
NAME = "2016-17 perception by ethnic group.csv"  # the layout says the years in the name of the file only
GROUPS = ("White British", "Asian", "Black")
BOROUGH, GROUP = 5.0, 4.0  # standard deviations in points: of a borough about London, of one group in it besides


@dataclass(frozen=True)
class Asked:
    """A question in full, what its percentage is of, and London's percentage in each of GROUPS."""
    question: str
    given: str
    groups_pct: tuple[float, ...]


def write(folder: Path, *, seed: int) -> list[Path]:
    """One file in `folder`/surveys: three header rows, then a line a borough."""
    rng = np.random.default_rng([seed, STREAM])
    boroughs = [place for place in reference.places() if place.kind == "borough"]
    weight = np.array([place.residents for place in boroughs], dtype=np.float64)
    asked = reference.read("perception_groups.csv", make=_asked)
    columns = [(each, group) for group in range(len(GROUPS)) for each in range(len(asked))]
    about = rng.normal(0, BOROUGH, len(boroughs))
    pcts = [_answers(rng, london=asked[each].groups_pct[group], about=about, weight=weight)
            for each, group in columns]
    heads: list[list[object]] = [["", *(GROUPS[group] for _, group in columns)],
                                 ["", *(asked[each].given for each, _ in columns)]]
    lines: list[list[object]] = [[place.name, *(int(pct[row]) for pct in pcts)] for row, place in enumerate(boroughs)]
    return [write_lines(folder / "surveys" / NAME, header=["neighbourhood", *(asked[e].question for e, _ in columns)],
                        lines=heads + lines)]


def _asked(line: dict[str, str]) -> Asked:
    return Asked(line["question"], given=line["given"], groups_pct=tuple(_group_pct(line, group=g) for g in GROUPS))


def _group_pct(line: dict[str, str], *, group: str) -> float:
    """London's percentage and the group's distance from it: published where the matrix has the question."""
    if not line["matrix_column"]:
        return float(line["london_pct"]) + float(line[group])
    london, apart = (figure("satisfaction_inequalities", row=row, column=line["matrix_column"])
                     for row in ("MPS Average", f"Ethnicity: {group}"))
    return london + apart


def _answers(rng: np.random.Generator, *, london: float, about: Floats, weight: Floats) -> Counts:
    """Whole per cents by borough, whose mean by residents is London's but for rounding."""
    apart = about + rng.normal(0, GROUP, len(about))
    return np.asarray(np.rint(london + apart - apart @ weight / weight.sum()), dtype=np.int64)
