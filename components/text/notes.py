"""What stands under the figures: notes to the table, and how this is measured."""

from __future__ import annotations

from collections.abc import Iterator

from components.map_view import MapView
from components.text.figures_of import Figures, boroughs, london, places
from components.text.lead import break_words
from components.text.numbers import NOT_CALCULATED, counted, listed
from components.text.periods import period, provisional_words
from data.catalogue import Dataset, Measure

DEMONSTRATION = ("Demonstration data. These figures are made up to show how the site works. "
                 "Do not quote them.")  # fmt: skip
RESIDENTS = "the Office for National Statistics’ mid-year estimates"
VISITOR_NOTE = (
    "Westminster, Camden, and Kensington and Chelsea have many visitors, whom rates per resident leave out."
)
RECORDED = "Recorded is not the same as committed"


def table_note(view: MapView) -> list[str]:
    """The sentences under the table, each with its reason to be there."""
    notes = [
        _elsewhere(view),
        VISITOR_NOTE,
        provisional_words(view),
        _not_calculated(view),
        _not_listed(view),
        _unplaced(view),
        _not_comparable(view),
        another_year(view),
        DEMONSTRATION if view.edition.is_demonstration else "",
    ]
    return [note for note in notes if note]


def _elsewhere(view: MapView) -> str:
    rows = places(view)
    if not rows:
        return ""
    parts = [f"{counted(row.offences or 0)} {_where(row)}" for row in rows]
    return f"London’s total includes {listed(parts)}. No borough’s figures include them."


def _where(row: Figures) -> str:
    if "not known" in row.area_name.lower():
        return "whose borough is not known"
    return f"at {row.area_name}"


def _not_calculated(view: MapView) -> str:
    if not any(row.change_status == "small_base" for row in boroughs(view)):
        return ""
    return f"{NOT_CALCULATED}: the percentage is not calculated, because the earlier figure is under 20."


def _not_listed(view: MapView) -> str:
    told = ("suppressed", "not_comparable")  # the publisher has a figure of these
    missing = sorted(row.area_name for row in boroughs(view) if row.offences is None and row.status not in told)
    if not missing:
        return ""
    names = listed(missing) if len(missing) <= 6 else f"{len(missing)} boroughs"
    return (f"The publisher’s files list no figure for {names} in {period(view.selection.window)}. "
            "Not listed is not the same as zero.")  # fmt: skip


def _unplaced(view: MapView) -> str:
    if not view.unplaced:
        return ""
    recorded = counted(view.unplaced, "recorded offence")
    return f"{recorded} in the publisher’s files could not be placed, and no figure here includes them."


def _not_comparable(view: MapView) -> str:
    return f"{break_words(view.broken)} {view.broken.reason}" if view.broken else ""


RATES = (
    f"Rates divide by residents, from {RESIDENTS}: those of the year in which the period ends, or of the nearest year "
    "there is. Boroughs with many visitors or workers, above all Westminster, Camden, and Kensington and Chelsea, have "
    "higher rates than the risk to any one person suggests."
)


def how_measured(measure: Measure, dataset: Dataset) -> list[tuple[str, str]]:
    """Headings and paragraphs of 'How this is measured', in order."""
    return list(_measured(measure, dataset))


def _measured(measure: Measure, dataset: Dataset) -> Iterator[tuple[str, str]]:
    taxonomy = f" Counted in the {measure.taxonomy_name}." if measure.taxonomy_name else ""
    yield "What is counted", f"{measure.definition}{taxonomy}"
    yield "Where", dataset.where_counted
    yield "Who is not covered", dataset.not_covered
    yield "Rates and visitors", RATES
    yield RECORDED, " ".join([*dataset.caveats, *measure.caveats])
    yield "Small differences", _small_differences()
    yield "Provisional months", dataset.provisional_reason
    if measure.breaks:
        yield "Breaks in the series", " ".join(f"{break_words(b)} {b.reason}" for b in measure.breaks)


def residents_words(view: MapView) -> str:
    """Whom the rates divide by: the source of the numbers of residents, and their year."""
    return f"Rates divide by residents, from {RESIDENTS}. {_residents_year(view)}"


def residents_year(view: MapView) -> int | None:
    """The year of the residents that the rates divide by."""
    rows = [london(view), *boroughs(view)]
    return next((row.residents_year for row in rows if row.residents_year is not None), None)


def another_year(view: MapView) -> str:
    """Where the rates divide by residents of another year than the period's, or by none."""
    used = residents_year(view)
    return "" if used == view.selection.window.end.year else f"Residents: {uncapital(_residents_year(view))}"


def uncapital(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _residents_year(view: MapView) -> str:
    used, wanted = residents_year(view), view.selection.window.end.year
    if used is None:
        return "There is no number of residents for this period, so no rate is shown."
    if used == wanted:
        return f"They are those for {used}."
    return f"Those for {used}, the nearest year, stand in for {wanted}."


def _small_differences() -> str:
    return ("Ranks of boroughs with similar figures can swap from one period to the next by chance. "
            "A percentage is not shown where the earlier figure is under 20.")  # fmt: skip
