"""What the satisfaction page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from data import queries
from data.catalogue import Catalogue, Dataset, SurveyMeasure
from data.classes import round_breaks
from data.satisfaction import groups, neighbourhoods, printed_changes, published, rows
from data.satisfaction.shares import shares
from data.selection.satisfaction import SatisfactionSelection, from_params
from data.signal_queries import document_titles
from data.survey_bases import survey_bases
from data.warehouse import Edition
from geo.areas import LONDON_CODE, find, london

Row = dict[str, Any]

FIFTHS = (0.2, 0.4, 0.6, 0.8)
DATASET = "victim_satisfaction"


def gathered(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> Row:
    """The fields of components.satisfaction.SatisfactionView for these parameters.

    An edition without any answers to a survey still has the printed tables: `measure` and `selection.measure` are then
    those of the catalogue's first question, and there are no periods.
    """
    held = edition.once("periods of surveys", lambda: rows.periods(edition.cursor))
    asked = [measure for measure in catalogue.surveys if measure.id in held]
    ends = {measure.id: held[measure.id] for measure in asked}
    chosen, corrections = _chosen(edition, catalogue, params, ends)
    measure = next(each for each in catalogue.surveys if each.id == chosen.measure)
    return {
        "catalogue": catalogue, "selection": chosen, "corrections": corrections, "measure": measure,
        "edition": _note(edition, catalogue), "measures": tuple(asked),
        "periods": tuple(reversed(ends.get(measure.id, ()))), "surveys_missing": _missing(catalogue, asked),
        **_answers(edition, measure, chosen), **_printed(edition), **_groups(edition, catalogue, chosen),
    }  # fmt: skip


def _chosen(
    edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None], ends: Mapping[str, Sequence[date]]
) -> tuple[SatisfactionSelection, tuple[str, ...]]:
    if ends:
        return from_params(params, catalogue, ends)
    return SatisfactionSelection(catalogue.surveys[0].id, queries.last_month(edition.cursor, _usual(catalogue))), ()


def _answers(edition: Edition, measure: SurveyMeasure, chosen: SatisfactionSelection) -> Row:
    """Of the question: the area's series, London's and every borough's answer of the period, and the map's edges."""
    cursor = edition.cursor
    area = (find(chosen.area) if chosen.area else None) or london()
    series = rows.series(cursor, measure.id, area.area_code)
    whole = series if area.area_code == LONDON_CODE else rows.series(cursor, measure.id, LONDON_CODE)
    of_period = rows.of_period(cursor, measure.id, chosen.month)
    return {
        "area": area, "series": tuple(series), "latest": _at(series, chosen.month), "london": _at(whole, chosen.month),
        "boroughs": tuple(of_period), "funnel": rows.funnel(of_period),
        "breaks": edition.once(("edges of a survey", measure.id), lambda: _edges(edition, measure.id)),
        "design_effect_basis": survey_bases()[measure.survey].design_effect_basis,
        "survey_name": survey_bases()[measure.survey].name, "survey_source": survey_bases()[measure.survey].source,
    }  # fmt: skip


def _at(series: Sequence[Row], month: date) -> Row | None:
    return next((row for row in series if row["period_end"] == month and row["proportion"] is not None), None)


def _edges(edition: Edition, measure_id: str) -> tuple[float, ...]:
    """Round edges between five classes, in per cent, of every borough's answers in every period: maps compare."""
    found = edition.cursor.execute(
        "SELECT 100 * proportion FROM survey_change WHERE measure_id = ? AND area_code <> ? AND proportion IS NOT NULL",
        [measure_id, LONDON_CODE],
    ).fetchall()
    values = [value for (value,) in found]
    if not values:
        return (20.0, 40.0, 60.0, 80.0)
    fifths = [float(each) for each in np.quantile(values, FIFTHS)]
    return round_breaks(fifths, whole=True)


def _printed(edition: Edition) -> Row:
    """The two printed tables: the same whatever is asked."""
    return edition.once("printed fairness tables", lambda: {
        "gaps": tuple(published.gaps(edition.cursor)), "matrix": published.matrix(edition.cursor),
        "is_year": published.is_of_a_year(edition.cursor), "changes": tuple(printed_changes.changes(edition.cursor)),
        "shares": tuple({"group_name": each.group_name, "share": each.value, "of": each.of, "source": each.source,
                         "url": each.url} for each in shares().values()),
        "titles": document_titles(edition.cursor),
    })  # fmt: skip


def _groups(edition: Edition, catalogue: Catalogue, chosen: SatisfactionSelection) -> Row:
    """London by ethnic group to the period chosen, and neighbourhoods, where the edition has them."""
    over_time = edition.once("gaps over time", lambda: groups.gaps_over_time(edition.cursor))
    names = {(each.survey, each.question_key): each for each in catalogue.surveys}
    found = []
    for key, series in over_time.items():
        until = tuple(row for row in series if row["period_end"] <= chosen.month)
        shown = until or tuple(series)
        measure = names.get(key)
        found.append({**shown[-1], "name": measure.name if measure else key[1],
                      "measure_id": measure.id if measure else None, "over_time": shown})  # fmt: skip
    return {
        "grouped": tuple(found),
        "neighbourhoods": tuple(_named(row, names) for row in edition.once(
            "neighbourhoods by group", lambda: neighbourhoods.compared(edition.cursor))),
        "neighbourhoods_listed": edition.once(
            "neighbourhoods listed", lambda: neighbourhoods.listed(edition.cursor)),
    }  # fmt: skip


def _named(row: Row, names: Mapping[tuple[str, str], SurveyMeasure]) -> Row:
    measure = names.get((row["survey"], row["question"]))
    return {**row, "name": measure.name if measure else row["question"]}


def _missing(catalogue: Catalogue, asked: Sequence[SurveyMeasure]) -> tuple[str, ...]:
    """The surveys that questions of the catalogue come from and that the edition has no answers to."""
    held = {measure.survey for measure in asked}
    missing = dict.fromkeys(each.survey for each in catalogue.surveys if each.survey not in held)
    return tuple(survey_bases()[survey].name for survey in missing)


def _note(edition: Edition, catalogue: Catalogue) -> Row:
    """The fields of EditionNote: how far the surveys go."""
    dataset = catalogue.dataset(DATASET)
    last = edition.once("last survey month", lambda: _last(edition))
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": last or queries.last_month(edition.cursor, _usual(catalogue)),
        "published_on": edition.facts.published_on,
        "source": f"{dataset.publisher}, Public Attitude Survey and User Satisfaction Survey; published reports",
    }  # fmt: skip


def _usual(catalogue: Catalogue) -> Dataset:
    return catalogue.dataset(catalogue.measure(catalogue.default_measure).dataset)


def _last(edition: Edition) -> date | None:
    row = edition.cursor.execute("SELECT max(period_end) FROM survey_change WHERE proportion IS NOT NULL").fetchone()
    return row[0] if row else None
