"""Reading the address of the trends page.

`from_params` never fails: what cannot be met gives the nearest valid view and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.catalogue import Catalogue
from data.periods import Coverage, Span, add_months
from data.selection.asked import area_asked, choice_asked, month_asked, quoted
from data.selection.trends import LONDON, MOST_SERIES, Basis, Compare, Length, SeriesKey, TrendsSelection
from geo.areas import find

MOST_READ = 12  # of a list of series longer than any of ours; the rest is passed over
LOOK_BACK_MONTHS = 24  # how old a measure's latest figure may be for it to be shown unasked
# What a first reader is shown: the first four of these that have figures.
USUAL = ("total-notifiable-offences", "knife-crime", "burglary", "robbery", "violence-with-injury", "theft")
Coverages = Callable[[str], Coverage | None]
Settled = Callable[[str], date | None]


@dataclass(frozen=True)
class TrendsParsed:
    """A selection, and a sentence for each parameter that could not be met."""

    selection: TrendsSelection
    corrections: tuple[str, ...] = ()


def from_params(
    params: Mapping[str, str | None], catalogue: Catalogue, coverage: Coverages, settled: Settled
) -> TrendsParsed:
    """Read an address's parameters.

    `coverage` gives the months that the edition holds for a measure, or None when it holds none, and `settled` the
    latest of them that its publisher will hardly revise. Unless another month is asked for, that of the default measure
    is shown, or an earlier one where all series end before it. The default measure must have figures, else LookupError.
    """
    said: list[str] = []
    latest = settled(catalogue.default_measure)
    if latest is None:
        raise LookupError(f"the edition holds no figures for the default measure '{catalogue.default_measure}'")
    series = _series(params, catalogue, coverage, latest, said)
    last_settled = max((end for key in series if (end := settled(key.measure))), default=latest)
    covered = _joined([found for key in series if (found := coverage(key.measure))])
    by = choice_asked(params.get("by"), Span, Span.MONTH, "period", "single months", said)
    if not covered.ends(by):
        said.append("There are too few months of figures for this period; this page shows single months.")
        by = Span.MONTH
    selection = TrendsSelection(
        series=series,
        by=by,
        month=month_asked(params.get("to"), covered, by, said, usual=_usual(covered, by, min(latest, last_settled))),
        show=choice_asked(params.get("show"), Basis, Basis.NUMBER, "way to show figures", "numbers", said),
        months=choice_asked(params.get("months"), Length, Length.THREE_YEARS, "length", "36 months", said),
        compare=choice_asked(params.get("compare"), Compare, Compare.NONE, "comparison", "none", said),
    )
    return TrendsParsed(selection, tuple(said))


def _joined(found: Sequence[Coverage]) -> Coverage:
    return Coverage(min(c.first for c in found), max(c.last for c in found))


def _usual(covered: Coverage, by: Span, settled: date) -> date:
    """The latest possible end that is settled; where all are later, the first."""
    month = next((end for end in covered.ends(by) if end <= settled), None)
    return month or covered.ends(by)[-1]


def usual_series(catalogue: Catalogue, coverage: Coverages, settled: date) -> tuple[SeriesKey, ...]:
    """What is shown when nothing is asked for."""

    def has_figures(measure: str) -> bool:
        found = coverage(measure) if catalogue.has_measure(measure) else None
        return found is not None and found.first <= settled <= add_months(found.last, LOOK_BACK_MONTHS)

    chosen = [SeriesKey(measure) for measure in USUAL if has_figures(measure)][:MOST_SERIES]
    return tuple(chosen) or (SeriesKey(catalogue.default_measure),)


def _series(
    params: Mapping[str, str | None], catalogue: Catalogue, coverage: Coverages, settled: date, said: list[str]
) -> tuple[SeriesKey, ...]:  # fmt: skip
    """The series asked for; the one that the form adds (`add`, `area`) comes last."""
    asked = [part for part in (params.get("series") or "").split(",") if part.strip()]
    if params.get("add"):
        asked = [*asked[:MOST_READ], f"{params['add']}:{params.get('area') or LONDON}"]
    found: list[SeriesKey] = []
    for part in asked[: MOST_READ + 1]:
        key = _key(part.strip(), catalogue, coverage, said)
        if key in found and key is not None:
            said.append(f"{_name(key, catalogue)} was asked for twice; it is shown once.")
        elif key is not None:
            found.append(key)
    if len(found) > MOST_SERIES:
        left_out = "; ".join(_name(key, catalogue) for key in found[MOST_SERIES:])
        said.append(f"At most four series are shown together. Left out: {left_out}.")
    if found or not asked:
        return tuple(found[:MOST_SERIES]) or usual_series(catalogue, coverage, settled)
    said.append("This page shows the usual series instead.")
    return usual_series(catalogue, coverage, settled)


def _key(part: str, catalogue: Catalogue, coverage: Coverages, said: list[str]) -> SeriesKey | None:
    measure, _, area = part.partition(":")
    if not catalogue.has_measure(measure):
        said.append(f"There is no measure with figures by month called {quoted(measure)}; it is left out.")
        return None
    if coverage(measure) is None:
        said.append(f"These figures hold nothing for {catalogue.measure(measure).name}; it is left out.")
        return None
    wrong: list[str] = []
    slug = area_asked(area or None, wrong)
    name = catalogue.measure(measure).name
    said.extend(sentence.replace("this page shows", f"{name} is shown for") for sentence in wrong)
    return SeriesKey(measure, slug or LONDON)


def _name(key: SeriesKey, catalogue: Catalogue) -> str:
    area = None if key.area == LONDON else find(key.area)
    return f"{catalogue.measure(key.measure).name}, {area.area_name if area else 'London'}"
