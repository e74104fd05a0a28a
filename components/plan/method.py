"""How this is measured: where milestones and statuses come from, how they are counted, what they cannot tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.plan import words
from components.plan.view import NOT_READABLE, PlanView
from components.text.numbers import count


def method(view: PlanView) -> list[Component]:
    """Headings and paragraphs in two columns of about equal length."""
    entries = [html.Div([html.H3(heading), html.P(said)]) for heading, said in told(view)]
    half = (len(entries) + 1) // 2
    return [html.Div(entries[:half]), html.Div(entries[half:])]


def told(view: PlanView) -> Iterator[tuple[str, Any]]:
    yield "What is counted", (
        "The key milestones of the business plan, and those that a later report names and the plan does not. A "
        "milestone counts once, however many reports name it.")  # fmt: skip
    yield "Which status counts", (
        "That of the latest report that names the milestone. ‘In no report’: none of the reports held here names it. "
        f"They are those for {words.reports_named(view)}.")  # fmt: skip
    yield "Not readable in source", f"{words.unread_words(view)}{_lost(view)}"
    yield "Ahead of its quarter", (
        "Each report covers the milestones of its own quarter and, in the first two reports, those of the quarter to "
        "come. What is said of the latter is marked ‘ahead of its quarter’.")  # fmt: skip
    yield "Areas and programmes", (
        "The area is the section of the plan; for milestones that only a report names, that report’s section. The "
        "programme is the One Met Model programme that a report prints beside the milestone, with the number of the "
        "plan’s own list. Most milestones have none printed.")  # fmt: skip
    yield "Lead and partners", (
        f"As the plan prints them, by their letters. {_letters(view)}The milestones that only a report names have no "
        "lead stated.")  # fmt: skip
    yield "What it cannot tell you", (
        "Whether a milestone had the effect that was hoped for, and what became of those in no report. A status is "
        "the Met’s own; it has not been checked against anything else.")  # fmt: skip
    yield "Sources", f"{view.plan_title}; {'; '.join(report.title for report in view.reports)}."


def _letters(view: PlanView) -> str:
    """What the letters of the leads stand for, as far as the documents say."""
    named = [f"{code}: {name.replace(chr(39), '’')}" for code, name in sorted(view.lead_names.items())]
    return f"{'; '.join(named)}. " if named else ""


def _lost(view: PlanView) -> str:
    """How many milestones had a readable status in one report and none in the next."""
    lost = sum(move.after == NOT_READABLE != move.before for move in view.moves)
    if not lost:
        return ""
    return (f" {count(lost)} milestones here had a status that can be read in one report and none in the next; they "
            "count as not readable.")  # fmt: skip
