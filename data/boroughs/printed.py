"""What is known of a borough only from a published document: one figure each, with its document and period."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data import signal_queries
from data.warehouse import Edition

Row = dict[str, Any]
Figures = Mapping[Any, Row]  # a key is five words

REPORT = "mopac-quarterly-2017-18-q1"
OFFICERS = (REPORT, "Workforce – Dedicated Ward Officers (DWO)", "Dedicated Ward Officers", "June 2017")
OFFICERS_NOW, OFFICERS_AIM = "Current DWOs at June 17", "Dec 17 Target DWOs"
FUND = (REPORT, "London Crime Prevention Fund", "2017/18 Fund Allocation across Boroughs")
FUND_COLUMN = "Total Allocation 17/18"
CALLS = (
    REPORT, "Anti-Social Behaviour (ASB)", "Anti-social behaviour calls (text)",
    "Calls related to anti-social behaviour", "Q1 2017/18",
)  # fmt: skip


def published_figures(edition: Edition) -> Figures:
    """Every printed figure by its key: document, section, table, row, column."""
    return edition.once("published figures", lambda: signal_queries.published_figures(edition.cursor))


def printed(edition: Edition, borough: str) -> dict[str, Row | None]:
    """`officers` and `calls` (anti-social behaviour) of London, which alone are published, and `fund` of the borough.

    None where the edition lacks the figure.
    """
    figures = published_figures(edition)
    titles = edition.once("document titles", lambda: signal_queries.document_titles(edition.cursor))
    officers = _figure(figures, titles, (*OFFICERS, OFFICERS_NOW), "June 2017")
    aim = figures.get((*OFFICERS, OFFICERS_AIM))
    return {
        "officers": {**officers, "target": aim["value"] if aim else None} if officers else None,
        "fund": _figure(figures, titles, (*FUND, borough, FUND_COLUMN), "2017/18"),
        "calls": _figure(figures, titles, CALLS, "Apr–Jun 2017"),
    }


def _figure(figures: Figures, titles: Mapping[str, str], key: tuple[str, ...], period_words: str) -> Row | None:
    found = figures.get(key)
    if found is None or found["value"] is None:
        return None
    return {"value": found["value"], "unit": found["unit"], "note": found["note"], "period_words": period_words,
            "document": key[0], "document_title": titles.get(key[0], key[0])}  # fmt: skip
