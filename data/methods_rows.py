"""The catalogue and the glossary as plain rows: measures, breaks in series, terms."""

from __future__ import annotations

from datetime import date

from data.catalogue import Catalogue, Dataset, Measure, Polarity
from data.events import Event
from data.glossary import Term
from data.sources_view import Row

LICENCE = "Open Government Licence v3.0"
DIRECTION = {
    Polarity.LOWER: "Fewer is what people hope for.",
    Polarity.HIGHER: "More is what people hope for.",
    Polarity.NEUTRAL: "Neither direction is hoped for: it says how much there was.",
    Polarity.REPORTING: "A rise can mean more people coming forward, more offences, or both.",
}


def measure_rows(catalogue: Catalogue) -> list[Row]:
    """One row a measure, in the order of the pickers."""
    return [_measure(measure, catalogue.dataset(measure.dataset)) for measure in catalogue.measures]


def _measure(measure: Measure, dataset: Dataset) -> Row:
    return {
        "measure_id": measure.id, "measure": measure.name, "priority": measure.priority,
        "question": measure.question, "definition": measure.definition, "categories_selected": selected(measure),
        "unit": measure.unit, "direction": DIRECTION[measure.polarity], "caveats": " ".join(measure.caveats),
        "breaks": " ".join(f"{b.month:%Y-%m}: {b.reason}" for b in measure.breaks),
        "dataset": dataset.id, "source": f"{dataset.publisher}, {dataset.name}", "landing_page": dataset.landing_page,
        "licence": dataset.licence,
    }  # fmt: skip


def selected(measure: Measure) -> str:
    """The categories that are added up, as the edition names them; a key left out stands for all its values."""
    chosen = [" > ".join(v for k, v in keys.items() if k != "taxonomy") or "All categories" for keys in measure.select]
    listed = "; ".join(chosen)
    return f"{listed} ({measure.taxonomy_name})" if measure.taxonomy_name else listed


def break_rows(catalogue: Catalogue) -> list[Row]:
    """One row a break, with the measures that it breaks; the latest first."""
    found: dict[tuple[str, str, str], list[Measure]] = {}
    for measure in catalogue.measures:
        for each in measure.breaks:
            found.setdefault((each.month.isoformat(), each.reason, measure.dataset), []).append(measure)
    return [_break(catalogue, key, found[key]) for key in sorted(found, reverse=True)]


def _break(catalogue: Catalogue, key: tuple[str, str, str], measures: list[Measure]) -> Row:
    dataset = catalogue.dataset(key[2])
    return {
        "month": date.fromisoformat(key[0]), "reason": key[1], "measures": "; ".join(m.name for m in measures),
        "measure_ids": "; ".join(m.id for m in measures), "dataset": dataset.id,
        "source": f"{dataset.publisher}, {dataset.name}", "licence": dataset.licence,
    }  # fmt: skip


def glossary_rows(terms: tuple[Term, ...]) -> list[Row]:
    return [{"term": t.term, "meaning": t.meaning, "source": t.source, "licence": LICENCE} for t in terms]


def event_rows(catalogue: Catalogue, events: tuple[Event, ...]) -> list[Row]:
    """One row an event, in the order of dates, with the measures that it may stand beside (none named: all)."""
    names = {each.id: each.name for each in (*catalogue.measures, *catalogue.surveys, *catalogue.published)}
    return [
        {"date": event.date, "when": event.when, "name": event.name, "sentence": event.sentence,
         "measures": "; ".join(names[each] for each in event.measures) or "All",
         "measure_ids": "; ".join(event.measures), "source": event.source, "licence": LICENCE}
        for event in events
    ]  # fmt: skip
