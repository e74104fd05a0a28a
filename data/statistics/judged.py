"""What the control limits say of every month of every series, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.statistics.rates import Array
from data.statistics.rules import RULES, Sides

Words = npt.NDArray[np.object_]  # of str

LIMITS = np.array(["none", "trial", "limits"], dtype=object)
# In the order in which they are asked; the last three are the verdicts.
SIGNALS = np.array(
    ["not_available", "provisional", "not_comparable", "too_few", "lower", "within", "higher"], dtype=object
)
FIRST_VERDICT = 4
WITHIN = 5
# Every set of rules in words: bit i of the index is rule i.
RULE_WORDS = np.array(
    [",".join(name for i, name in enumerate(RULES) if bits >> i & 1) for bits in range(2 ** len(RULES))], dtype=object
)


@dataclass(frozen=True)
class Judged:
    """Each month of each series against its own expected range; every field is an array of series x months.

    `centre` and `half_width` are on the deseasonalised scale, `expected_lower` and `expected_upper` on that of counts.
    """

    season: Array  # factor of the month; 1 where nothing is adjusted
    centre: Array  # NaN where limits is 'none'
    half_width: Array
    expected_lower: Array  # never under 0
    expected_upper: Array
    baseline_months: npt.NDArray[np.int8]  # months that the baseline rests on, 0..24
    baseline_mean: Array  # offences a month over the baseline, not deseasonalised
    limits: Words  # limits, trial, none
    beyond_limit: Sides  # each rule: 1 met upwards, -1 downwards, 0 not met, whatever the signal
    run: Sides
    outer_third: Sides
    trend: Sides
    direction: Sides  # 1, -1 or 0: which way the rules point, whatever the signal
    signal: Words  # see SIGNALS
    rules: Words  # met in the signal's direction, comma-separated; '' unless higher or lower
    since_index: npt.NDArray[np.int16]  # column of the first month of the run on that side; -1 unless higher or lower
    p_value: Array  # NaN unless higher, within or lower
