"""What the plan page needs, gathered from an edition: parameters in, everything the view shows out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from data.catalogue import Catalogue
from data.plan import rows
from data.plan.chosen import options_of, passing, quarters
from data.plan.indicators import indicators
from data.published_texts import documents, text_rows
from data.selection.plan import from_params
from data.sources_view import Row
from data.warehouse import Edition


def gathered(edition: Edition, catalogue: Catalogue, params: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of components.plan.PlanView for these parameters, but for the pages that exist.

    `plan_period`: first and last day of the plan. `milestones`: all that pass the filters. `counts`, `moves`: of those.
    `statuses`: how many entries of all reports have each status.
    """
    plan = whole(edition)
    chosen, corrections = from_params(params, plan["options"])
    found = passing(plan["milestones"], chosen)
    shown = edition.once("indicators of the plan", lambda: indicators(edition.cursor, catalogue))
    return {
        "selection": chosen, "corrections": corrections, "edition": note(edition), "options": plan["options"],
        "reports": plan["reports"], "plan_title": plan["plan_title"], "plan_licence": plan["plan_licence"],
        "plan_period": plan["plan_period"],
        "statuses": plan["statuses"], "quarters": plan["quarters"],
        "milestones": found, "counts": rows.counts(found), "moves": rows.moves(found), "indicators": shown,
        "lead_names": plan["lead_names"],
    }  # fmt: skip


def whole(edition: Edition) -> Row:
    """Everything that no parameter changes, once for the edition."""
    return edition.once("business plan", lambda: _whole(edition))


def _whole(edition: Edition) -> Row:
    every, leads = rows.milestones(edition.cursor), rows.lead_names(edition.cursor)
    said = Counter(each["status"] for row in every for each in row["said"])
    document = documents(edition.cursor)[next(row["plan"] for row in every if row["plan"])]
    programmes = text_rows(edition.cursor, rows.PROGRAMMES)
    return {
        "milestones": every, "reports": rows.reports(edition.cursor), "lead_names": leads,
        "plan_title": document["title"], "plan_licence": document["licence"],
        "plan_period": {day: document[day] for day in ("period_start", "period_end")}, "statuses": dict(said),
        "quarters": tuple(quarters(every)), "options": options_of(every, leads, programmes),
        "publisher": document["publisher"],
    }  # fmt: skip


def note(edition: Edition) -> dict[str, Any]:
    """The fields of EditionNote: how far the reports go, and whose they are."""
    plan = whole(edition)
    return {
        "edition_id": edition.facts.edition_id, "is_demonstration": edition.facts.is_demonstration,
        "last_month": plan["reports"][-1]["period_end"].replace(day=1), "published_on": edition.facts.published_on,
        "source": f"{plan['publisher']}, {plan['plan_title']} and the reports on it",
    }  # fmt: skip
