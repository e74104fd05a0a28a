"""Write the README's tables from the catalogue: `python scripts/readme.py`. A test checks that they are up to date."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from data.catalogue import Catalogue, catalogue  # noqa: E402

README = ROOT / "README.md"
MARKED = re.compile(r"(<!-- measures -->\n).*?(<!-- /measures -->)", re.DOTALL)


def measures_table(entries: Catalogue) -> str:
    """A Markdown table of every measure of every kind, by area of the Police and Crime Plan."""
    lines = ["| Area of the plan | Measure | What is counted | Figures |", "| --- | --- | --- | --- |"]
    kinds = ((entries.measures, "monthly"), (entries.surveys, "survey"), (entries.published, "one, as published"))
    for priority in entries.priorities:
        for measures, figures in kinds:
            own = [each for each in measures if each.priority == priority.id]
            lines += [f"| {priority.title} | {each.name} | {each.definition} | {figures} |" for each in own]
    return "\n".join(lines) + "\n"


def with_tables(text: str, entries: Catalogue) -> str:
    """The README's text with its marked tables made anew."""
    return MARKED.sub(lambda match: match[1] + measures_table(entries) + match[2], text)


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8"), catalogue()), encoding="utf-8")
