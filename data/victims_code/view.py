"""What the Victims' Code page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from data.catalogue import Catalogue
from data.periods import Coverage
from data.published_texts import document, text_rows
from data.selection.victims_code import VictimsCodeSelection, from_params
from data.signal_queries import document_titles, published_figures
from data.victims_code.monthly import areas_held, coverage, monthly
from data.victims_code.others import others
from data.victims_code.printed import DOCUMENT, SECTION, printed
from data.warehouse import Edition
from geo.areas import LONDON_CODE, boroughs, find

Row = dict[str, Any]
DATASET = "victims_code"


def gathered(
    edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None], pages: Collection[str] = ()
) -> dict[str, Any]:
    """The fields of components.victims_code.VictimsCodeView for these parameters. `pages`: paths that can be linked to.

    `months`: the file's series of the chosen requirement and area, empty where no file is loaded; `latest`: its row of
    the chosen month, where there is one.
    """
    covered = edition.once("victims' code covered", lambda: coverage(edition.cursor))
    chosen, corrections = from_params(params, covered)
    figures = edition.once("published figures", lambda: published_figures(edition.cursor))
    months = [] if covered is None else _months(edition, chosen, covered)
    return {
        "selection": chosen, "corrections": corrections, "edition": _note(edition, covered), "covered": covered,
        "document": document(edition.cursor, DOCUMENT), "titles": document_titles(edition.cursor),
        "licences": {row["document"]: row["licence"] for row in text_rows(edition.cursor, "Documents")},
        "printed": edition.once("victims' code printed", lambda: printed(figures)),
        "others": edition.once("victims' code others", lambda: others(figures)),
        "indicators": [row["indicator"] for row in text_rows(edition.cursor, "Key performance and insight indicators")
                       if row["priority"] == SECTION],
        "months": months, "latest": next((row for row in months if row["month"] == chosen.month), None),
        "area_name": _area_name(chosen.area), "areas": _areas(edition, chosen, covered),
        "dataset": catalogue.dataset(DATASET), "pages": frozenset(pages),
    }  # fmt: skip


def _months(edition: Edition, chosen: VictimsCodeSelection, covered: Coverage) -> list[Row]:
    code = _code(chosen.area)
    key = ("victims' code", chosen.requirement, code)
    return edition.once(key, lambda: monthly(edition.cursor, chosen.requirement.value, code, covered))


def _code(slug: str | None) -> str:
    area = find(slug) if slug else None
    return area.area_code if area else LONDON_CODE


def _area_name(slug: str | None) -> str:
    area = find(slug) if slug else None
    return area.area_name if area else "London"


def _areas(edition: Edition, chosen: VictimsCodeSelection, covered: Coverage | None) -> tuple[tuple[str, str], ...]:
    """(slug, name) of the boroughs that have a month of the requirement."""
    if covered is None:
        return ()
    held = areas_held(edition.cursor, chosen.requirement.value)
    return tuple((area.slug, area.area_name) for area in boroughs() if area.area_code in held)


def _note(edition: Edition, covered: Coverage | None) -> dict[str, Any]:
    """The fields of EditionNote: how far the file goes, or else the report."""
    report = document(edition.cursor, DOCUMENT)
    end: date = report["period_end"]
    source = f"{report['publisher']}, quarterly performance report"
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": covered.last if covered else end.replace(day=1), "published_on": edition.facts.published_on,
        "source": f"a file of returns under the Victims’ Code, and {source}" if covered else source,
    }  # fmt: skip


