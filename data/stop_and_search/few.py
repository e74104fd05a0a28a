"""Categories with so few searches that their own totals are small: they are told apart nowhere."""

from __future__ import annotations

import numpy as np

from data.statistics import SMALLEST_SHOWN
from data.statistics.rules import Flags
from data.statistics.swaps import Counts


def few(totals: Counts) -> Flags:
    """Which categories (C,) are taken together, of totals by layer (L, C). All of them: nothing may be shown.

    Every category with a total under 5 in any layer, and then the smallest others until together they have 5 or more
    in every layer. No figure tells them apart, so a reader knows of each no more than what they have together; unless
    it is known without any figure in which months it can be, as of an object whose words were not always in use.
    """
    together: Flags = np.any(totals < SMALLEST_SHOWN, axis=0)
    while together.any() and not together.all() and totals[:, together].sum(axis=1).min() < SMALLEST_SHOWN:
        together[int(np.argmin(np.where(together, np.iinfo(np.int64).max, totals.min(axis=0))))] = True
    return together


def places(together: Flags, absent: Flags) -> Counts:
    """The row or column that each category (C,) has in a table: one for all that are taken together, -1 if absent."""
    own = ~together & ~absent
    found = np.where(own, np.cumsum(own) - 1, -1)
    found[together & ~absent] = own.sum()
    return found.astype(np.int64)
