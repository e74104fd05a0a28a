"""Views made by hand, through the project's own comparison: counts in, a MapView out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import pandas as pd

from components.map_view import EditionNote, MapView
from data.catalogue import Break, Catalogue, Dataset, Measure, catalogue
from data.comparison import NO_FIGURE
from data.monthly import Monthly
from data.selection import Coverage, Selection, Show, Span, add_months
from geo.areas import all_areas
from tests.data.comparing import compare

LEVEL_BREAKS = (0.75, 1.0, 1.5, 2.0)
CHANGE_BREAKS = (-30.0, -15.0, -5.0, 5.0, 15.0, 30.0)
RESIDENTS = 250_000
LONDON = "E23000001"
AIRPORTS = "other-airports"
UNKNOWN = "other-unknown"
AREAS = [area for area in all_areas() if area.area_type != "bcu"]
BOROUGHS = [area for area in AREAS if area.area_type == "borough" and area.policed_by_met]
Counts = Mapping[str, float | None]


def by_slug(slug: str) -> str:
    return next(area.area_code for area in AREAS if area.slug == slug)


def every(count: float, **by_slugs: float | None) -> dict[str, float | None]:
    """`count` in each borough, with some set by slug (underscores for hyphens); None is not available."""
    counts: dict[str, float | None] = {area.area_code: count for area in BOROUGHS}
    counts.update({by_slug(slug.replace("_", "-")): value for slug, value in by_slugs.items()})
    return counts


def counts_frame(counts: Counts, residents: Mapping[str, float], status: str) -> pd.DataFrame:
    rows = []
    for area in AREAS:
        number = _london(counts) if area.area_code == LONDON else counts.get(area.area_code)
        rows.append({
            "area_code": area.area_code, "numerator": np.nan if number is None else float(number),
            "denominator": _residents(area.area_code, residents),
            "status": NO_FIGURE[0] if number is None else status,
        })  # fmt: skip
    return pd.DataFrame(rows)


def _london(counts: Counts) -> float | None:
    known = [number for number in counts.values() if number is not None]
    return sum(known) if known else None


def _residents(code: str, residents: Mapping[str, float]) -> float:
    if code == LONDON:
        return sum(_residents(area.area_code, residents) for area in BOROUGHS)
    return residents.get(code, RESIDENTS) if any(area.area_code == code for area in BOROUGHS) else np.nan


def monthly_of(counts: Sequence[float | None], last: date, *, provisional: int = 2) -> Monthly:
    """The months up to `last`; None is a month that is not available."""
    settled = len(counts) - provisional
    status = ["not_available" if number is None else "provisional" if place >= settled else "ok"
              for place, number in enumerate(counts)]  # fmt: skip
    return Monthly(add_months(last, 1 - len(counts)), tuple(counts), tuple(status))


def make_view(
    now: Counts | None = None,
    before: Counts | None = None,
    *,
    show: Show = Show.RATE,
    span: Span = Span.YEAR,
    month: date = date(2017, 6, 1),
    area: str | None = None,
    measure: str | Measure = "burglary",
    broken: Break | None = None,
    breaks: tuple[float, ...] | None = None,
    residents: Mapping[str, float] | None = None,
    residents_year: int = 2017,
    last_month: date = date(2017, 6, 1),
    first_month: date = date(2014, 4, 1),
    monthly: Monthly | None = None,
    demonstration: bool = False,
    unplaced: int = 0,
    status: str = "ok",
    **selection: object,
) -> MapView:
    """A view of the crime map. Every borough has 250,000 residents unless said otherwise."""
    whole: Catalogue = catalogue()
    chosen: Measure = whole.measure(measure) if isinstance(measure, str) else measure
    dataset: Dataset = whole.dataset(chosen.dataset)
    now = every(100) if now is None else now
    before = every(100) if before is None else before
    table = pd.DataFrame([
        {"area_code": a.area_code, "area_name": a.area_name, "slug": a.slug,
         "area_type": a.area_type if a.policed_by_met else "city"} for a in AREAS
    ])  # fmt: skip
    frame = compare(
        counts_frame(now, residents or {}, status),
        counts_frame(before, residents or {}, "ok"),
        table,
        residents_year=residents_year,
        broken=broken,
        show=show,
    )
    return MapView(
        catalogue=whole,
        measure=chosen,
        dataset=dataset,
        selection=Selection(measure=chosen.id, month=month, span=span, show=show, area=area).change(**selection),
        coverage=Coverage(first_month, last_month),
        edition=EditionNote(
            "demo-1" if demonstration else "official-1",
            demonstration,
            last_month,
            date(2017, 7, 12),
            "Metropolitan Police Service, recorded crime by borough",
        ),
        boroughs=frame,
        monthly=monthly_of([100.0] * 39, last_month) if monthly is None else monthly,
        breaks=breaks or (CHANGE_BREAKS if show is Show.CHANGE else LEVEL_BREAKS),
        broken=broken,
        corrections=(),
        measures_available=(chosen.id,),
        unplaced=unplaced,
    )
