"""What stands in a file where there is no figure, so that absent is never zero: the government's symbols for tables
(Government Analysis Function, Symbols in tables), which [p] for provisional is one of too."""

from __future__ import annotations

NOT_APPLICABLE, NOT_AVAILABLE, UNCERTAIN, WITHHELD, PROVISIONAL = "[z]", "[x]", "[u]", "[c]", "[p]"

# The mark, the word that a JSON file says instead, and what it means.
MARKS: dict[str, tuple[str, str]] = {
    NOT_APPLICABLE: ("does_not_apply", "Does not apply to this row."),
    NOT_AVAILABLE: ("not_available", "Not available: the publisher lists no figure, or it could not be read."),
    UNCERTAIN: ("not_calculated", "Not calculated, because it would rest on too few."),
    WITHHELD: ("withheld", "Withheld, so that nobody can be told from it."),
    PROVISIONAL: ("provisional", "Provisional: the publisher may still revise it."),
}


def is_mark(cell: str) -> bool:
    return cell in MARKS


def word_of(mark: str) -> str:
    """`not_available` for `[x]`. Raises KeyError for what is no mark."""
    return MARKS[mark][0]
