"""What the page on people needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from data.catalogue import Catalogue
from data.periods import Coverage
from data.printed import printed_tables, sentences
from data.satisfaction.shares import share_of
from data.selection.workforce import NO_MONTH, By, WorkforceSelection, from_params
from data.warehouse import Edition
from data.workforce import printed, strength
from data.workforce.printed import PEEL, PLAN, QUARTERLY, UPDATE
from data.workforce.records import Month

NO_MONTHS = Coverage(NO_MONTH, NO_MONTH)
# Figures of the prose that the page lists, by document and the name that the transcription gives them.
DIVERSITY = (
    (PLAN, "Workforce and diversity (text)"), (QUARTERLY, "Workforce (text)"), (QUARTERLY, "Officer diversity (text)"),
    (UPDATE, "Recruitment (text)"), (PEEL, "Workforce ethnicity with local population"), (PEEL, "Female officers"),
    (PEEL, "Workforce diversity (text)"),
)  # fmt: skip
WARDS = tuple((document, "Dedicated Ward Officers (text)") for document in (PLAN, QUARTERLY, UPDATE))
COMPLAINTS = ((PLAN, "Public complaints (text)"), (QUARTERLY, "Public complaints (text)"),
              (PEEL, "Complaints about stop and search (text)"))  # fmt: skip
SPECIALS = ((PLAN, printed.EQUALITIES), (QUARTERLY, "The Met workforce as at end of Q1 2017/18"))
SPECIAL_ROWS = {("Special Constabulary", "Overall total: Total"), ("Special Constables", "End of Q1 2017/18")}


def gathered(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of components.workforce.WorkforceView for these parameters."""
    found = edition.once("workforce", lambda: _of_edition(edition))
    covered: Coverage = found["coverage"] or NO_MONTHS
    selection, corrections = from_params(params, covered)
    return {
        **found,
        "catalogue": catalogue,
        "selection": selection,
        "corrections": corrections if found["coverage"] else (),
        "rows": _rows(found["months"], selection),
        "edition": _note(edition, catalogue, covered),
    }


def _of_edition(edition: Edition) -> dict[str, Any]:
    """What does not depend on the parameters."""
    held = strength.strength(edition)
    covered = strength.coverage(held)
    specials = [each for each in sentences(edition, SPECIALS) if (each.row, each.column) in SPECIAL_ROWS]
    return {
        "coverage": covered, "months": strength.months(held, covered) if covered else (),
        "steps": strength.steps(held), "ambition": printed.ambition(edition, held),
        "counted": printed.counted(edition, held), "residents": printed.residents(edition),
        "women": share_of("Sex", "Female"),
        "tables": printed_tables(edition, "workforce"), "diversity": sentences(edition, DIVERSITY),
        "wards": sentences(edition, WARDS), "complaints": sentences(edition, COMPLAINTS), "specials": tuple(specials),
    }  # fmt: skip


def _rows(months: Sequence[Month], selection: WorkforceSelection) -> tuple[Month, ...]:
    """Newest first, up to the month chosen: every month, or the same month of every year."""
    until = [each for each in reversed(months) if each.month <= selection.month]
    same = selection.month.month
    return tuple(each for each in until if selection.by is By.MONTH or each.month.month == same)


def _note(edition: Edition, catalogue: Catalogue, covered: Coverage) -> dict[str, Any]:
    """The fields of EditionNote."""
    dataset = catalogue.dataset("workforce")
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": covered.last, "published_on": edition.facts.published_on,
        "source": f"{dataset.publisher}, {dataset.name[0].lower()}{dataset.name[1:]}; published reports",
    }  # fmt: skip
