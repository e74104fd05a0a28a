"""Write docs/coverage.md from data/coverage.toml: `python scripts/coverage.py`. A test checks that it is up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from data.catalogue import catalogue  # noqa: E402
from data.coverage import Answer, Asked, Kind, coverage, measure_names  # noqa: E402

DOCUMENT = ROOT / "docs" / "coverage.md"
HEAD = """# What the dashboard covers

Made from `data/coverage.toml` by `scripts/coverage.py`; tests/test_coverage.py checks that every page, measure and
published table exists and that nothing of the documents is missing. The plan page and the index of plan and finance
show the same lists.
"""
TITLES = {
    Kind.SECTION: ("Sections of the quarterly report", "MOPAC, Quarterly Performance Update Report, Quarter 1 2017/18"),
    Kind.INDICATOR: ("Indicators of the business plan", "Metropolitan Police Service, Business Plan 2017-18, 6.2"),
    Kind.FINDING: ("Findings of the inspectorate that ask for data", "HMICFRS, PEEL 2018/19, Metropolitan Police"),
}


def document(rows: Iterable[Asked]) -> str:
    """The whole document: a table for each kind, in the rows' order."""
    listed, parts = tuple(rows), [HEAD]
    for kind, (title, source) in TITLES.items():
        own = [row for row in listed if row.of is kind]
        shown = sum(bool(row.answers) for row in own)
        parts.append(f"\n## {title}\n\n{source}. {shown} of {len(own)} are shown, some in part.\n\n{_table(own)}")
    return "".join(parts)


def _table(rows: Iterable[Asked]) -> str:
    lines = ["| Part | Asked for | Page | Measures and published tables | What is not shown, and why |",
             "| --- | --- | --- | --- | --- |"]  # fmt: skip
    for row in rows:
        part = "" if row.part == row.name else row.part
        for place, answer in enumerate(row.answers or (None,)):
            first = place == 0
            page, shows = (f"`{answer.page}`", _shows(answer)) if answer else ("none", "")
            reason = (row.reason or "") if first else ""
            lines.append(f"| {part if first else ''} | {row.name if first else ''} | {page} | {shows} | {reason} |")
    return "\n".join(lines) + "\n"


def _shows(answer: Answer) -> str:
    """Measures by name and id, published tables by where they stand."""
    names = measure_names(catalogue())
    measures = [f"{names[measure]} (`{measure}`)" for measure in answer.measures]
    tables = [f"{' / '.join(key[1:])} (`{key[0]}`)" for key in answer.published]
    return "; ".join([*measures, *tables]) or "the page"


if __name__ == "__main__":
    DOCUMENT.write_text(document(coverage()), encoding="utf-8")
