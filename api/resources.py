"""What the interface holds: for each part its path, its parameters, its rows, and how they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from api import parameters as asked
from api import rows as given
from api.observations import observations
from api.problems import NotFound
from api.sheets import gaps, searches
from data import table_pages, views
from data.catalogue import Catalogue, CombinedMeasure, Measure, PublishedMeasure, SurveyMeasure
from data.warehouse import Edition
from geo.areas import find

Found = tuple[int, Sequence[dict[str, Any]]]  # how many rows there are, and those asked for
Finder = Callable[[Edition, Catalogue, Any], Found]
KINDS = {Measure: ("count", "observations"), CombinedMeasure: ("combined", "signals"),
         SurveyMeasure: ("survey", "surveys"), PublishedMeasure: ("published", "figures")}  # fmt: skip


@dataclass(frozen=True)
class Resource:
    """`path`: after that of the edition. `says`: the summary, then the rest of the description."""

    path: str
    says: tuple[str, str]
    asked: type[asked.Paged]
    row: type[given.Row]
    find: Finder


def measures(edition: Edition, catalogue: Catalogue, query: asked.MeasuresAsked) -> Found:
    rows = [row for row in _measures(edition, catalogue)
            if query.kind in (None, row["kind"]) and query.priority in (None, row["priority"])]  # fmt: skip
    return len(rows), rows[query.offset : query.offset + query.limit]


def _measures(edition: Edition, catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    covered = views.coverages(edition, catalogue)
    titles = {priority.id: priority.title for priority in catalogue.priorities}
    every = (*catalogue.measures, *catalogue.combined, *catalogue.surveys, *catalogue.published)
    for measure in every:
        kind, figures = KINDS[type(measure)]
        dataset = catalogue.dataset(measure.dataset) if isinstance(measure, Measure) else None
        months = covered.get(measure.id)
        yield {
            **{name: getattr(measure, name, None) for name in ("id", "name", "priority", "question", "definition",
                                                               "unit", "part_of", "older_form_of")},
            "kind": kind, "figures": figures, "priority_title": titles[measure.priority],
            "polarity": measure.polarity.value, "caveats": list(measure.caveats),
            "breaks": [{"month": each.month, "reason": each.reason} for each in getattr(measure, "breaks", ())],
            "dataset": dataset.id if dataset else None,
            "source": f"{dataset.publisher}, {dataset.name}" if dataset else None,
            "licence": dataset.licence if dataset else None, "is_sensitive": getattr(measure, "is_sensitive", False),
            "first_month": months.first if months else None, "last_month": months.last if months else None,
        }  # fmt: skip


def _codes(names: Sequence[str]) -> list[str] | None:
    """The codes of areas by code or name; None for all."""
    return [found.area_code if (found := find(name)) else name for name in names] or None


def _table(table: str, row: type[given.Row], order: Sequence[str], filters: Callable[[Any], dict[str, Any]]) -> Finder:
    columns = given.columns_of(row)

    def found(edition: Edition, _: Catalogue, query: Any) -> Found:
        page = {"limit": query.limit, "offset": query.offset}
        return table_pages.page_of(edition.cursor, table, columns, filters(query), order=order, **page)

    return found


def _series(month: str) -> Callable[[Any], dict[str, Any]]:
    return lambda query: {
        "measure_id = ?": query.measure, "area_code IN (SELECT unnest(CAST(? AS VARCHAR[])))": _codes(query.area),
        f"{month} >= ?": asked.first_day(query.first), f"{month} <= ?": asked.first_day(query.last),
    }  # fmt: skip


def _signals(query: asked.SignalsAsked) -> dict[str, Any]:
    return {**_series("month")(query), "signal = ?": query.signal}


def _areas(query: asked.AreasAsked) -> dict[str, Any]:
    parent = _codes([query.parent]) if query.parent else None
    return {"area_type = ?": query.area_type, "parent_code = ?": parent[0] if parent else None}


FIGURE_KEY = ("document", "section", "table_name", "row_label", "column_label")
RESOURCES = (
    Resource("/measures", ("Measures", "What is measured: definitions, caveats, breaks, and the months with figures."),
             asked.MeasuresAsked, given.MeasureRow, measures),
    Resource("/areas", ("Areas", "London, boroughs, wards, Basic Command Units and places that are no borough."),
             asked.AreasAsked, given.AreaRow, _table("area", given.AreaRow, ("area_code",), _areas)),
    Resource("/observations", ("Observations", "Recorded offences by area and period, with rates, intervals and "
                               "status: what the crime map and its files show."),
             asked.ObservationsAsked, given.ObservationRow, observations),
    Resource("/signals", ("Signals", "Every month of every series against its expected range; 12 months on the 12 "
                          "before, with 95% intervals."),
             asked.SignalsAsked, given.SignalRow,
             _table("monthly_signal", given.SignalRow, ("measure_id", "area_code", "month"), _signals)),
    Resource("/surveys", ("Surveys", "Shares of those asked, with their 95% intervals and changes."),
             asked.SeriesAsked, given.SurveyRow,
             _table("survey_change", given.SurveyRow, ("measure_id", "area_code", "period_end"),
                                                              _series("period_end"))),
    Resource("/searches", ("Stop and search", "Searches of a financial year by ethnic group, object, outcome, month "
                           "and borough: rates, find rates and ratios with 95% intervals. Small numbers are withheld."),
             asked.SearchesAsked, given.SearchRow, searches),
    Resource("/gaps", ("Gaps between groups", "Answers of groups in the surveys, and the differences between them, as "
                       "published and from the survey files, with 95% intervals."),
             asked.GapsAsked, given.GapRow, gaps),
    Resource("/sources", ("Sources", "Every file that the edition was made from."),
             asked.SourcesAsked, given.SourceRow,
             _table("source", given.SourceRow, ("source_id",), lambda query: {"dataset = ?": query.dataset})),
    Resource("/figures", ("Published figures", "Figures as published documents print them."),
             asked.FiguresAsked, given.FigureRow,
             _table("published_figure", given.FigureRow, (*FIGURE_KEY, "unit", "value"), lambda query: {
                 "document = ?": query.document, "section = ?": query.section, "table_name = ?": query.table})),
)  # fmt: skip
__all__ = ["RESOURCES", "NotFound", "Resource"]
