"""What was published of how the Met uses and supervises searches, and where this page answers the inspectors."""

from __future__ import annotations

from html import escape
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.overview.words import figure
from components.stop_and_search import tables
from components.stop_and_search.records import PublishedFact, PublishedFinding
from components.stop_and_search.sections import heading, nothing
from components.stop_and_search.view import StopAndSearchView
from data.selection import month_name

ON_DASHBOARD = "What inspectors looked for on the Met’s own dashboard"
TITLE = "What has been published about stop and search"
SUB = (
    "Figures as printed, each of its own period and by its own definition, so not to be set against those above. "
    "HMICFRS is the inspectorate of police forces."
)
OF_THE_MET = "What the inspectorate then found of the Met’s own dashboard. It says nothing of this page."
# Where the page answers each thing that the inspectors looked for: by a word of its subject, the first that fits.
ANSWERS = (
    ("type of search", "#stop-at-found", "Find rates by reason and ethnic group"),
    ("find rates by ethnicity", "#stop-at-found", "Find rates by ethnic group, with intervals"),
    ("possession and drug supply", "#stop-at-found", "Cannot be told apart in the published files; this page says so"),
    ("frequency of possession", "#stop-at-outcomes", "Not in the published files; outcomes given for possession are "
     "marked"),
    ("and priorities", "", "Not in the published files"),
    ("disparities", "#stop-at-rates", "The differences and how sure they are; not why, nor what was done"),
)  # fmt: skip
FINDINGS = {"present": "Present", "missing": "Missing", "not clear": "Not clear"}
FACTS = (("What was published", ""), ("Figure", ""), ("Of what, and how printed", ""), ("Period", ""))
LOOKED = (("What they looked for", ""), ("Finding", ""), ("In words", ""), ("On this page", ""))


def context(view: StopAndSearchView) -> list[Component]:
    parts = heading("published", TITLE, SUB)
    if not view.published and not view.findings:
        return [*parts, nothing("This edition has no published figures on stop and search.")]
    if view.published:
        parts += [tables.boxed(facts_table(view.published), "Published figures on stop and search")]
    if view.findings:
        title = html.H3(ON_DASHBOARD, className="fig-title", id="stop-at-findings")
        table = tables.boxed(findings_table(view.findings), "What inspectors looked for")
        parts += [title, html.P(OF_THE_MET, className="fig-sub"), table]
    return parts


def facts_table(facts: tuple[PublishedFact, ...]) -> Component:
    """A body for each document and section."""
    heads = [tables.head(*each, is_text=True) for each in FACTS]
    documents = list(dict.fromkeys(fact.document for fact in facts))
    in_order = sorted(facts, key=lambda fact: documents.index(fact.document))
    bodies = [_body(name, [_fact(each) for each in of]) for name, of in groupby(in_order, key=source)]
    return tables.whole("Published figures on stop and search", heads, bodies, kind="stop-facts", stacks=True)


def _body(name: str, rows: list[str]) -> str:
    top = f'<tr class="reason"><th scope="rowgroup" colspan="4">{escape(name)}</th></tr>'
    return f"<tbody>{top}{''.join(rows)}</tbody>"


def _fact(fact: PublishedFact) -> str:
    said = [fact.column_label if fact.column_label != "Number" else "", fact.note]
    beside = "; ".join(filter(None, said))
    cells = [tables.strong(figure(fact.value, fact.unit)), f"{beside[:1].upper()}{beside[1:]}", period(fact)]
    return tables.row(fact.row_label, cells, text_columns=3)


def period(fact: PublishedFact) -> str:
    if fact.period_start is None or fact.period_end is None:
        return "Period not stated"
    first, last = month_name(fact.period_start), month_name(fact.period_end)
    return first if first == last else f"{first} to {last}"


def source(each: PublishedFact | PublishedFinding) -> str:
    """`HMICFRS, PEEL …: Treating the public fairly`."""
    return f"{each.publisher}, {each.title}. Section: {each.section}"


def findings_table(findings: tuple[PublishedFinding, ...]) -> Component:
    heads = [tables.head(*each, is_text=True) for each in LOOKED]
    bodies = [_body(name, [_finding(each) for each in of]) for name, of in groupby(findings, key=source)]
    caption = "What inspectors looked for, and where this page answers it"
    return tables.whole(caption, heads, bodies, kind="stop-facts", stacks=True)


def _finding(each: PublishedFinding) -> str:
    cells = [tables.strong(FINDINGS.get(each.finding, each.finding)), each.description, answer(each)]
    return tables.row(each.subject, cells, text_columns=3)


def answer(each: PublishedFinding) -> str:
    """A link to the part of this page that answers it, or that none does."""
    subject = each.subject.casefold()
    for part, target, said in ANSWERS:
        if part in subject:
            return tables.link(said, target) if target else said
    return "Not on this page"
