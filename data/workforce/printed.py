"""What documents print of the workforce that is set beside the file: the ambition, and other counts of the same."""

from __future__ import annotations

from collections.abc import Iterator

from data.printed import Sentence, sentences
from data.warehouse import Edition
from data.workforce.records import Ambition, Counted, Residents
from data.workforce.strength import Strength, runs
from geo.areas import LONDON_CODE

QUARTERLY, PLAN = "mopac-quarterly-2017-18-q1", "met-business-plan-2017-18"
UPDATE, PEEL = "met-business-plan-update-2017-18-q2", "peel-2018-19"
AMBITION = ("Police officers", "Strategic ambition")
ACHIEVED = ("Police officers", "Strategic ambition last achieved")
WORKFORCE = (QUARTERLY, "Workforce (text)")
EQUALITIES = "Equalities make-up of the workforce, April 2017"
# Counts of the same groups at a date: where they are printed, and which group of the file each row is.
SAME_GROUPS = (
    ((QUARTERLY, "The Met workforce as at end of Q1 2017/18"), "people",
     {"Officers": "officers", "Staff": "staff", "PCSOs": "pcsos"}, ("End of Q1 2017/18",)),
    ((PLAN, EQUALITIES), "people",
     {"Police": "officers", "Staff": "staff", "Police Community Support Officer": "pcsos"}, ("Overall total: Total",)),
    ((PEEL, "Metropolitan Police workforce"), "FTE",
     {"Police Officer": "officers", "Police Staff": "staff", "Police Community Support Officer": "pcsos"},
     ("FTE in post on 31 March 2014", "FTE in post on 31 March 2019")),
)  # fmt: skip
CENSUS = """SELECT year, ethnic_group, persons, basis FROM population
            WHERE area_code = ? AND ethnic_group <> 'All' AND year = (
                SELECT max(year) FROM population WHERE area_code = ? AND ethnic_group <> 'All')"""


def ambition(edition: Edition, held: Strength) -> Ambition | None:
    """None where no document states one."""
    found = {(each.row, each.column): each for each in sentences(edition, [WORKFORCE])}
    stated = found.get(AMBITION)
    if stated is None:
        return None
    achieved = found.get(ACHIEVED)
    return Ambition(
        officers=stated.cell.value, document_title=stated.document_title, section=stated.section,
        stated_on=stated.cell.period_end, achieved=achieved.cell.value if achieved else None,
        runs=runs(held["officers"], stated.cell.value),
    )  # fmt: skip


def counted(edition: Edition, held: Strength) -> tuple[Counted, ...]:
    """Every other count of a group of the file, by date."""
    places = list(held)
    return tuple(sorted(_counted(edition, held), key=lambda each: (each.month, places.index(each.group))))


def _counted(edition: Edition, held: Strength) -> Iterator[Counted]:
    for place, unit, groups, columns in SAME_GROUPS:
        for each in sentences(edition, [place]):
            group = groups.get(each.row)
            if group and each.column in columns and each.cell.period_end:
                yield _beside(each, group, unit, held)


def _beside(each: Sentence, group: str, unit: str, held: Strength) -> Counted:
    assert each.cell.period_end is not None
    month = each.cell.period_end.replace(day=1)
    return Counted(
        document_title=each.document_title, section=each.section, unit=unit, group=group, month=month,
        published=each.cell.value, strength=held[group].get(month),
    )  # fmt: skip


def residents(edition: Edition) -> Residents | None:
    """London's by ethnic group, of the latest census that the edition holds; None without any."""
    rows = edition.cursor.execute(CENSUS, [LONDON_CODE, LONDON_CODE]).fetchall()
    if not rows:
        return None
    year, _, _, basis = rows[0]
    return Residents(year=year, basis=basis, groups={group: persons for _, group, persons, _ in sorted(rows)})
