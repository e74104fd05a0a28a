"""What a borough's profile shows, gathered from an edition: slug and parameters in, plain rows out.

The signature and every field are for the page and for the briefing alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from data import signal_queries
from data.boroughs import gathered, lists, queries
from data.boroughs.chosen import chosen
from data.boroughs.facts import facts
from data.boroughs.printed import printed, published_figures
from data.boroughs.rows import Held, rows
from data.boroughs.searches import searches
from data.boroughs.surveys import surveys
from data.catalogue import Catalogue
from data.overview.view import headline_measure
from data.periods import Coverage, Span, add_months
from data.selection.borough import borough_from_params
from data.similar import SimilarBoroughs, similar_boroughs
from data.similar_values import characteristic_values
from data.warehouse import Edition
from geo.areas import LONDON_CODE, Area, boroughs, find

Row = dict[str, Any]


def profile(edition: Edition, catalogue: Catalogue, slug: str, params: Mapping[str, str | None]) -> Row:
    """The fields of components.borough.ProfileView. Raises LookupError when `slug` is none of the 32 boroughs'."""
    area = find(slug)
    if area is None or area not in boroughs():
        raise LookupError(f"there is no borough '{slug}'")
    covered, settled, last_settled = edition.once("borough months", lambda: _months(edition, catalogue))
    named = {m.id: m.name for m in lists.in_order(catalogue, lists.COMPARED)}
    parsed = borough_from_params(area.slug, params, covered, usual=settled, measures=named)
    selection = parsed.selection
    own = chosen(area, selection.month, published_figures(edition))
    like = edition.once(("similar", area.area_code), lambda: _similar(edition, area))
    held = _held(edition, area, selection.month, like)
    measures = lists.known(catalogue)
    made = rows(measures, catalogue, held)
    return {
        "catalogue": catalogue, "area": area, "selection": selection, "corrections": parsed.corrections,
        "coverage": covered, "settled": settled, "settled_month": last_settled,
        "edition": _note(edition, catalogue, covered),
        "facts": facts(area, selection.month.year, held.residents), "priorities": gathered.priorities(own, made),
        "harm": gathered.listed(made, lists.HIGH_HARM), "hate": gathered.listed(made, lists.STRANDS),
        "crimes": gathered.listed(made, tuple(m.id for m in lists.recorded(catalogue))),
        "without": gathered.without(catalogue, made), "similar": like,
        "similar_names": tuple(_name(code) for code in held.alike),
        "compared": tuple(gathered.compared(own, made, held)), "funnel_measures": tuple(named.items()),
        "funnel": gathered.funnel(selection.measure or next(iter(named), ""), made, held),
        "searches": searches(edition, area.area_code, selection.month, held.residents),
        "surveys": surveys(edition, catalogue, area.area_code, selection.month),
        "published": printed(edition, area.area_name),
    }  # fmt: skip


def _months(edition: Edition, catalogue: Catalogue) -> tuple[Coverage, date, date]:
    """The months to choose quarters from (each ends a year of figures), the latest settled quarter and month.

    Raises LookupError when the edition holds no year of all recorded offences.
    """
    total = headline_measure(catalogue).id
    held = signal_queries.signal_coverage(edition.cursor, total, LONDON_CODE)
    if held is None or add_months(held.first, 11) > held.last:
        raise LookupError(f"the edition holds no 12 months of '{total}'")
    covered = Coverage(add_months(held.first, 9), held.last)  # the first quarter is the last of the first year
    settled = signal_queries.last_settled_month(edition.cursor, total, LONDON_CODE) or held.last
    ends = [end for end in covered.ends(Span.QUARTER) if end <= settled] or list(covered.ends(Span.QUARTER))
    if not ends:
        raise LookupError(f"the edition holds no whole quarter of '{total}'")
    return covered, ends[0], settled


def _held(edition: Edition, area: Area, month: date, like: SimilarBoroughs) -> Held:
    cursor, code = edition.cursor, area.area_code
    ends = edition.once(("quarters", month), lambda: queries.quarters_of_measures(cursor, month))
    return Held(
        month, code, ends, queries.signals_at(cursor, code, ends),
        edition.once(("London at", month), lambda: queries.signals_at(cursor, LONDON_CODE, ends)),
        signal_queries.series_of_area(cursor, code, month),
        edition.once(("year counts", month), lambda: queries.year_counts(cursor, ends)),
        edition.once("residents", lambda: queries.residents(cursor)),
        tuple(one.area_code for one in like.neighbours),
    )  # fmt: skip


def _similar(edition: Edition, area: Area) -> SimilarBoroughs:
    values = edition.once("characteristics", lambda: characteristic_values(*queries.profile_frames(edition.cursor)))
    return similar_boroughs(values, area.area_code)


def _name(code: str) -> str:
    area = find(code)
    return area.area_name if area else code


def note(edition: Edition, catalogue: Catalogue) -> Row:
    """The fields of EditionNote, for a page without a profile."""
    covered, *_ = edition.once("borough months", lambda: _months(edition, catalogue))
    return _note(edition, catalogue, covered)


def _note(edition: Edition, catalogue: Catalogue, covered: Coverage) -> Row:
    """The fields of EditionNote."""
    publishers = dict.fromkeys(catalogue.dataset(m.dataset).publisher for m in catalogue.measures)
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": covered.last, "published_on": edition.facts.published_on,
        "source": ", ".join([*publishers, *(["MOPAC surveys"] if catalogue.surveys else [])]),
    }  # fmt: skip
