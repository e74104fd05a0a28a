"""What the flags are: their names in the publisher's files, and what of each was published."""
from dataclasses import dataclass

from etl.demonstration import published, reference
from etl.demonstration.expected import Floats
from etl.demonstration.months import QUARTERS
from etl.demonstration.published import Total

UNDER_25 = "knife_victims_under_25"


@dataclass(frozen=True)
class Flag:
    """One flag or strand. See reference.Offence for the numbers of the model that both have.

    `part_of` is the flag whose offences these are some of ('' for none), `share` how many of them where nothing of
    this flag was published; `holds` names offences that all carry the flag.
    """
    name: str
    major: str
    minor: str
    part_of: str
    share: float | None
    holds: str
    centre_pull: float
    airports: float
    peak_month: int
    swing: float


def flags() -> tuple[Flag, ...]:
    """Every flag that is modelled here, each after the flag it is part of."""
    return reference.read("flags.csv", make=lambda line: Flag(
        name=line["flag"], major=line["major"], minor=line["minor"], part_of=line["part_of"],
        share=float(line["share"]) if line["share"] else None, holds=line["holds"],
        centre_pull=float(line["centre_pull"]), airports=float(line["airports"]),
        peak_month=int(line["peak_month"]), swing=float(line["swing"])))


def totals(flag: Flag, *, parent: Floats | None) -> list[Total]:
    """What was published of `flag`. Of the knife's young victims also how many more there were in a quarter.

    A difference fixes no total, so the first quarter is what `parent`'s months suggest.
    """
    found = published.totals(flag.name)
    if flag.name == UNDER_25 and parent is not None:
        before, after = QUARTERS
        year = found[0]
        first = round(year.count * parent[before].sum() / parent[year.months].sum())
        more = published.figure("knife_and_gun_crime", row="Victims under 25 of knife crime with injury",
                                column="More than Q1 2016/17")
        found += [Total(before, count=first), Total(after, count=first + round(more))]
    return found
