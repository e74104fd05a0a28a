"""All periods of a measure at once are what the map shows of each of them."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from data import views
from data.catalogue import catalogue
from data.every_period import every_period
from data.periods import Span, Window
from data.selection import Show
from data.warehouse import Warehouse
from geo.areas import LONDON_CODE

CASES = [("burglary", Span.YEAR, Show.RATE), ("homicide", Span.MONTH, Show.CHANGE),
         ("racist-and-religious-hate-crime", Span.QUARTER, Show.NUMBER), ("domestic-abuse", Span.YEAR, Show.CHANGE),
         ("drug-trafficking", Span.YEAR, Show.CHANGE)]  # fmt: skip


@pytest.mark.parametrize(("measure_id", "span", "show"), CASES)
def test_a_period_among_all_is_the_period_alone(
    demonstration_editions: Path, measure_id: str, span: Span, show: Show
) -> None:
    measure = catalogue().measure(measure_id)
    dataset = catalogue().dataset(measure.dataset)
    with Warehouse(demonstration_editions).edition() as edition:
        windows = [Window(end, span) for end in views.coverages(edition, catalogue())[measure_id].ends(span)]
        every = every_period(edition, measure, dataset, windows, show=show)
        assert len(every) == len(windows) * len(views.map_areas())
        for window in (*windows[:3], *windows[-14:-11], windows[-1]):
            asked = {"measure": measure_id, "span": span.value, "to": f"{window.end:%Y-%m}", "show": show.value}
            alone = views.crime_map(edition, catalogue(), asked)["boroughs"].frame
            among = every[every["period_end"] == pd.Timestamp(window.end)].drop(columns=["period_start", "period_end"])
            pd.testing.assert_frame_equal(alone, among.reset_index(drop=True), check_exact=True, check_dtype=False)


def test_london_is_the_sum_and_a_month_the_sum_of_nothing_else(demonstration_editions: Path) -> None:
    """By hand: a quarter's offences are those of its three months, in every area."""
    measure = catalogue().measure("robbery")
    dataset = catalogue().dataset(measure.dataset)
    with Warehouse(demonstration_editions).edition() as edition:
        end = views.coverages(edition, catalogue())["robbery"].ends(Span.QUARTER)[0]
        quarter = Window(end, Span.QUARTER)
        months = [Window(month, Span.MONTH) for month in pd.date_range(quarter.start, end, freq="MS").date]
        asked = {"show": Show.NUMBER}
        one = every_period(edition, measure, dataset, windows=[quarter], **asked).set_index("area_code")["offences"]
        three = every_period(edition, measure, dataset, windows=months, **asked).groupby("area_code")["offences"]
    assert one.dropna().to_dict() == three.sum(min_count=3).dropna().to_dict()
    assert one[LONDON_CODE] == one.drop(LONDON_CODE).sum()
