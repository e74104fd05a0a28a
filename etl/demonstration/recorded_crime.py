"""Recorded crime by borough and month, in both taxonomies, from one set of drawn offences.

One draw, summed twice, is why the two files agree wherever they describe the same thing and in every total.

The published priority 'Non domestic abuse violence with injury' is not given here: it needs domestic abuse
flags, and the flagged-crime files give it (see domestic.py). All violence with injury moves with it, by the share
that is not domestic (targets.SHARE_NOT_DOMESTIC), so that they can. Of fraud there is only forgery, which the
Home Office counts among the miscellaneous crimes against society. The older file has an 'Unknown' borough,
which the publisher's did not: without it the two could not have the same totals.
"""
from functools import cache
from pathlib import Path

import numpy as np

from etl.demonstration import draw, layouts, reference, targets
from etl.demonstration.expected import expected

FOLDER = "recorded-crime"
STREAM = 1  # this dataset's own random stream: a dataset added later must not change these files


@cache
def drawn_offences(*, seed: int) -> draw.Counts:
    """Offence x place x month, ordered as in the tables. Flags on these offences build on it.

    Drawn once for a seed, since several files need it; it cannot be written to.
    """
    rng = np.random.default_rng([seed, STREAM])
    offences, places = reference.offences(), reference.places()
    rows = targets.rows(offences, years=reference.twelve_months())
    changes = targets.changes(reference.priorities(), offences=offences, places=places)
    hoped = expected(rng, offences=offences, places=places, rows=rows, changes=changes)
    quarters = targets.quarters(offences, series="sexual_offences")
    drawn = draw.counts(rng, expected=hoped, rows=rows, changes=changes, quarters=quarters)
    drawn.flags.writeable = False
    return drawn


def write(folder: Path, *, seed: int) -> list[Path]:
    """Both files in `folder`/recorded-crime, replacing any there."""
    drawn, offences = drawn_offences(seed=seed), reference.offences()
    places = [place.name for place in reference.places()]
    home_office = layouts.summed(drawn, categories=[each.home_office for each in offences], places=places)
    older = layouts.summed(drawn, categories=[each.older for each in offences], places=places)
    return [layouts.write_home_office(folder / FOLDER / "mps-borough-home-office.csv", lines=home_office),
            layouts.write_older(folder / FOLDER / "mps-borough-2018-categories.csv", lines=older)]
