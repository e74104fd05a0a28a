"""Hate crime and other flags by borough and month, on the offences of the recorded-crime files.

A flag that is part of another is drawn from it, and one that holds recorded offences holds them in every borough
and month, so nothing exceeds its parent anywhere. Homicides are the recorded ones, each of them. The layout of
2021 has no young victims of knives; they stand in a file of the publisher's later layout, as they do there.

Not met: the disability hate crimes of the calendar years 2015 and 2016 (254 and 758), counted in another way than
the 12-month table's 502 and 596, to which no plausible series leads from them.
"""
from functools import cache
from pathlib import Path

import numpy as np

from etl.demonstration import domestic, expected, layouts, recorded_crime, reference, series
from etl.demonstration.draw import Counts
from etl.demonstration.expected import Floats
from etl.demonstration.flags import Flag, flags, totals

FOLDER = "flagged-crime"
STREAM = 2  # see recorded_crime.STREAM
HOMICIDE = ("Special", "Homicide")
DOMESTIC_HOMICIDE = ("Hate", "Domestic Abuse Homicide")
DOMESTIC_INJURY = ("Hate", "Domestic Abuse VWI")
SHARE_OF_HOMICIDES_DOMESTIC = 0.14
LATER_LAYOUT = "Knife Crime"  # the crime type under which that layout gives what the earlier one has not
DOMESTIC = "domestic abuse violence with injury"


@cache
def drawn_flags(*, seed: int) -> dict[tuple[str, str], Counts]:
    """(major, minor) as published to its offences (place x month), places in the order of the tables."""
    rng = np.random.default_rng([seed, STREAM])
    recorded = recorded_crime.drawn_offences(seed=seed)
    named = dict(zip((offence.name for offence in reference.offences()), recorded, strict=True))
    named[DOMESTIC] = domestic.violence_with_injury(rng, drawn=recorded)
    homicides = named["homicide"]
    found = {HOMICIDE: homicides, DOMESTIC_INJURY: named[DOMESTIC],
             DOMESTIC_HOMICIDE: rng.binomial(homicides, SHARE_OF_HOMICIDES_DOMESTIC)}
    for flag, share in zip(flags(), _shares(rng), strict=True):
        named[flag.name] = _drawn(rng, flag=flag, share=share, named=named)
        found[flag.major, flag.minor] = named[flag.name]
    return found


def _shares(rng: np.random.Generator) -> Floats:
    """Flag x place; nothing for offences whose place is not known, which these files do not list."""
    places = reference.places()
    known = np.array([place.kind != "unknown" for place in places])
    share = expected.shares(rng, offences=flags(), places=places) * known
    return np.asarray(share / share.sum(axis=1, keepdims=True))


def _drawn(rng: np.random.Generator, *, flag: Flag, share: Floats, named: dict[str, Counts]) -> Counts:
    if not flag.part_of:
        return _of_its_own(rng, flag=flag, share=share, held=named.get(flag.holds))
    parent = named[flag.part_of]
    if flag.share is not None:
        return np.asarray(rng.binomial(parent, flag.share))
    london = np.asarray(parent.sum(axis=0), dtype=np.float64)
    published = totals(flag, parent=london)
    months = series.drawn(rng, base=london * series.through(published, per=london), totals=published)
    return series.within(rng, parent=parent, months=months)


def _of_its_own(rng: np.random.Generator, *, flag: Flag, share: Floats, held: Counts | None) -> Counts:
    """London's months first, then the places; what is `held` (place x month) is among them."""
    published = totals(flag, parent=None)
    base = series.through(published) * expected.seasons((flag,))[0]
    months = series.drawn(rng, base=base, totals=published)
    if held is None:
        return series.spread(rng, months=months, share=share)
    held = held * (share > 0)[:, None]
    return held + series.spread(rng, months=months - held.sum(axis=0), share=share)


def write(folder: Path, *, seed: int) -> list[Path]:
    """The wide file of 2021's layout and the long one of 2025's, in `folder`/flagged-crime."""
    found = drawn_flags(seed=seed)
    wide = {names: months for names, months in found.items() if names[0] != LATER_LAYOUT}
    long = {names: months for names, months in found.items() if names[0] == LATER_LAYOUT}
    places = reference.places()
    return [layouts.write_flagged(folder / FOLDER / "mps-borough-flagged-crime.csv", flags=wide, places=places),
            layouts.write_dashboard(folder / FOLDER / "mps-borough-knife-victims.csv", flags=long, places=places)]
