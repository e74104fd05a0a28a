"""What the overview shows, gathered from an edition: parameters in, plain rows out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from data import signal_queries
from data.catalogue import Catalogue, Dataset, Measure, SurveyMeasure
from data.overview import rows as overview_rows
from data.overview.report import report_at, report_months
from data.periods import Coverage, add_months
from data.selection.overview import OverviewSelection, overview_from_params
from data.statistics import expected_by_chance
from data.warehouse import Edition
from geo.areas import Area, find, london

Row = dict[str, Any]
Asked = Measure | SurveyMeasure
TOTAL = "total-notifiable-offences"  # what the headline tells
JUDGED = ("higher", "within", "lower")


def gathered(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> Row:
    """The fields of components.overview.OverviewView for these parameters."""
    total = headline_measure(catalogue)
    covered, settled = edition.once("overview months", lambda: _months(edition, total))
    parsed = overview_from_params(params, covered, usual=settled)
    selection = parsed.selection
    area = _area(selection)
    sections, without, older = _sections(edition, catalogue, selection, area)
    counts = [row for section in sections for row in section["counts"]]
    judged = sum(row["signal"] in JUDGED for row in counts)
    return {
        "catalogue": catalogue, "selection": selection, "corrections": parsed.corrections, "coverage": covered,
        "settled": settled, "area_name": area.area_name, "area_code": area.area_code, "sections": sections,
        "without": without, "older": older,
        "headline": next((row for row in counts if row["measure_id"] == total.id), None),
        "judged": judged, "by_chance": float(expected_by_chance(judged)),
        "report": report_at(edition, catalogue, selection), "report_months": report_months(),
        "edition": _note(edition, catalogue, total, covered),
    }  # fmt: skip


def headline_measure(catalogue: Catalogue) -> Measure:
    """Total notifiable offences; the default measure in a catalogue that lacks it."""
    return catalogue.measure(TOTAL if catalogue.has_measure(TOTAL) else catalogue.default_measure)


def _months(edition: Edition, total: Measure) -> tuple[Coverage, date]:
    """The months to choose from, and the one shown unless another is asked for: the latest settled one.

    Raises LookupError when the edition holds no year of the headline's measure.
    """
    code = london().area_code
    covered = signal_queries.signal_coverage(edition.cursor, total.id, code)
    if covered is None or add_months(covered.first, 11) > covered.last:
        raise LookupError(f"the edition holds no 12 months of '{total.id}'")
    settled = signal_queries.last_settled_month(edition.cursor, total.id, code) or covered.last
    return covered, max(settled, add_months(covered.first, 11))


def _area(selection: OverviewSelection) -> Area:
    area = find(selection.area) if selection.area else london()
    if area is None:
        raise LookupError(f"there is no area '{selection.area}'")
    return area


def _sections(
    edition: Edition, catalogue: Catalogue, selection: OverviewSelection, area: Area
) -> tuple[tuple[Row, ...], tuple[Row, ...], tuple[Row, ...]]:
    """The areas of the plan in order with their rows; the measures that have no figure for the period; and those whose
    figures are not listed, because another row counts the same offences in the categories used now.
    """
    cursor, month = edition.cursor, selection.month
    signals = signal_queries.signals_of_area(cursor, area.area_code, month)
    series = signal_queries.series_of_area(cursor, area.area_code, month)
    surveys = signal_queries.survey_rows(cursor, area.area_code, month)
    spans = edition.once(("spans", area.area_code), lambda: signal_queries.spans_of_area(cursor, area.area_code))
    counts = [
        overview_rows.count_row(measure, catalogue, signals[measure.id], series[measure.id], month)
        for measure in catalogue.measures if measure.id in signals and measure.older_form_of not in signals
    ]  # fmt: skip
    older = tuple(_named(m) for m in catalogue.measures if m.id in signals and m.older_form_of in signals)
    answers = [overview_rows.survey_row(s, surveys[s.id], month) for s in catalogue.surveys if s.id in surveys]
    printed = list(_published(edition, catalogue)) if selection.area is None else []
    sections = tuple(
        {"priority": p, **{
            kind: tuple(row for row in rows if row["priority"] == p.id)
            for kind, rows in (("counts", counts), ("surveys", answers), ("published", printed))
        }}
        for p in catalogue.priorities
    )  # fmt: skip
    shown = {row["measure_id"] for row in [*counts, *answers, *older]}
    return sections, tuple(_without(catalogue, shown, spans)), older


def _without(catalogue: Catalogue, shown: set[str], spans: Mapping[str, Coverage]) -> Iterator[Row]:
    """Measures whose figures are of other times (or, without any, of none)."""
    asked: tuple[Asked, ...] = (*catalogue.measures, *catalogue.surveys)
    for measure in asked:
        if measure.id not in shown:
            yield {**_named(measure), "span": spans.get(measure.id)}


def _named(measure: Asked) -> Row:
    return {"measure_id": measure.id, "name": measure.name, "priority": measure.priority}


def _published(edition: Edition, catalogue: Catalogue) -> Iterator[Row]:
    figures = edition.once("published figures", lambda: signal_queries.published_figures(edition.cursor))
    titles = edition.once("document titles", lambda: signal_queries.document_titles(edition.cursor))
    for measure in catalogue.published:
        figure = figures.get(measure.key)
        if figure is not None:
            yield overview_rows.published_row(measure, figure, titles.get(measure.document, measure.document))


def _note(edition: Edition, catalogue: Catalogue, total: Measure, covered: Coverage) -> Row:
    """The fields of EditionNote."""
    dataset: Dataset = catalogue.dataset(total.dataset)
    publishers = list(dict.fromkeys(
        catalogue.dataset(measure.dataset).publisher for measure in catalogue.measures
    ))  # fmt: skip
    if catalogue.surveys:
        publishers.append("MOPAC surveys")
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": covered.last, "published_on": edition.facts.published_on,
        "source": ", ".join(publishers) or dataset.publisher,
    }  # fmt: skip
