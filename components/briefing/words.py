"""What the briefing says beside the profile's own sentences."""

from __future__ import annotations

from components.borough.view import ProfileView
from components.borough.words import quarter_words
from components.shell import PRODUCT, day
from components.text.numbers import count, listed
from data.selection import month_name

NAME = "Briefing"
DEMONSTRATION = "Demonstration data: made up. Do not quote."


def title(view: ProfileView) -> str:
    """The document's title, which a browser offers as the file's name: borough, quarter and what it is."""
    mark = "Demonstration – " if view.edition.is_demonstration else ""
    return f"{mark}{view.name} briefing, {view.window.label} – {PRODUCT}"


def edition_words(view: ProfileView) -> str:
    """`Edition official-60b7, refreshed 12 July 2017`: for the foot of every sheet."""
    return f"Edition {view.edition.edition_id}, refreshed {day(view.edition.published_on)}"


def sheet_words(view: ProfileView) -> str:
    """`Camden briefing, Apr–Jun 2017`: for the foot of every sheet and the head of the second."""
    return f"{view.name} briefing, {view.window.label}"


def facts(view: ProfileView) -> tuple[tuple[str, str], ...]:
    """Labels and values of the line under the headline; what the edition lacks is left out."""
    known, found = view.facts, []
    if known.get("residents") is not None:
        found.append((f"Residents, mid-{known['residents_year']}", count(known["residents"])))
    found.append(("Quarter shown", quarter_words(view)))
    if known.get("unit"):
        found.append(("Basic Command Unit", f"{known['unit']} ({listed(known['unit_boroughs'])})"))
    return tuple(found)


def year_words(view: ProfileView) -> str:
    return f"12 months to {month_name(view.selection.month)}"

