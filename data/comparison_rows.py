"""Two periods of one measure side by side, one row an area: what a view shows and a page is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

COLUMNS = (
    "area_code", "area_name", "slug", "area_type",
    "offences", "offences_before", "change", "change_pct", "change_status",
    "rate", "rate_lower", "rate_upper", "rate_before", "residents", "residents_year",
    "status", "value", "rank",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Comparison:
    """One row an area: `columns` has COLUMNS, as lists of the same length.

    Every change of the map makes one. A frame of it takes longer than its figures: it is made where it is asked for.
    """

    columns: Mapping[str, Sequence[Any]]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Comparison:
        return cls({name: frame[name].tolist() for name in COLUMNS})

    @cached_property
    def frame(self) -> pd.DataFrame:
        return pd.DataFrame(dict(self.columns))
