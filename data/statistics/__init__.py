"""What the figures may say: pure functions on counts, vectorised over arrays. See the methods page for the words.

SciPy and statsmodels hold the distributions and models; none is written here.
"""

from data.statistics.change import CHANGE_VERDICTS, YearChange, change_verdict, ratio_interval, year_change
from data.statistics.control_limits import MEAN_FOR_LIMITS, judge
from data.statistics.dispersion import over_dispersion
from data.statistics.funnel import Funnel, proportion_funnel, rate_funnel
from data.statistics.judged import SIGNALS, Judged
from data.statistics.proportions import SMALLEST_BASE_TO_SAY, gap_interval, gap_verdict, wilson_interval
from data.statistics.rates import (
    BYAR_FROM,
    CONFIDENCE,
    SMALLEST_BASE_FOR_PERCENTAGE,
    Array,
    count_interval,
    percentage_change,
    rate_alone,
    rate_per_1000,
)
from data.statistics.ratios import rate_ratio
from data.statistics.seasons import seasonal_factors
from data.statistics.share_limits import ShareLimits, share_limits
from data.statistics.suppression import SMALLEST_SHOWN, Suppressed, suppress
from data.statistics.surprise import (
    ANY_RULE_BY_CHANCE,
    benjamini_hochberg,
    expected_by_chance,
    false_alarm_rate,
    p_values,
)
from data.statistics.xmr import Limits, xmr_limits

__all__ = [
    "ANY_RULE_BY_CHANCE", "BYAR_FROM", "CHANGE_VERDICTS", "CONFIDENCE", "MEAN_FOR_LIMITS", "SIGNALS",
    "SMALLEST_BASE_FOR_PERCENTAGE", "SMALLEST_BASE_TO_SAY", "SMALLEST_SHOWN", "Array", "Funnel", "Judged", "Limits",
    "ShareLimits", "Suppressed", "YearChange", "benjamini_hochberg", "change_verdict", "count_interval",
    "expected_by_chance", "false_alarm_rate", "gap_interval", "gap_verdict", "judge", "over_dispersion", "p_values",
    "percentage_change", "proportion_funnel", "rate_funnel", "rate_alone", "rate_per_1000", "rate_ratio",
    "ratio_interval", "seasonal_factors", "share_limits", "suppress", "wilson_interval", "xmr_limits", "year_change",
]  # fmt: skip
