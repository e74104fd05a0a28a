"""What each series says, worked out once when an edition is built: expected ranges, signals and changes.

The counts come by the rules of `data.queries`, the judgements from `data.statistics`; here they meet and are written.
"""

from __future__ import annotations

import duckdb

from data.catalogue import catalogue
from etl.judging.signals import fill_signals
from etl.judging.surveys import fill_survey_changes

__all__ = ["judge_edition"]


def judge_edition(con: duckdb.DuckDBPyConnection) -> None:
    """Fill monthly_signal and survey_change from the figures that stand in the edition."""
    with con.cursor() as own:  # with names of its own, whatever temporary tables the loaders have left
        fill_signals(own, catalogue())
        fill_survey_changes(own, catalogue())
