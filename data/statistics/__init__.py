"""What the figures may say: pure functions on counts, vectorised over arrays. See the methods page for the words.

SciPy and statsmodels hold the distributions and models; none is written here.
"""

from data.statistics.rates import (
    BYAR_FROM,
    CONFIDENCE,
    SMALLEST_BASE_FOR_PERCENTAGE,
    Array,
    count_interval,
    percentage_change,
    rate_per_1000,
)

__all__ = ["BYAR_FROM", "CONFIDENCE", "SMALLEST_BASE_FOR_PERCENTAGE", "Array", "count_interval", "percentage_change",
           "rate_per_1000"]  # fmt: skip
