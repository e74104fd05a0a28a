"""The examples of how the bulk files are read, from the document that gives them: docs/reading-the-file.md."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).parents[1] / "docs" / "reading-the-file.md"
SITE = "https://SITE"  # what the document writes for the site's own address
EXAMPLE = re.compile(
    r"(?P<heading>[^\n]+)\n\n(?P<says>.+?)\n\n```(?P<language>\w+)\n(?P<code>.+?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Example:
    """`language`: python, r or sql, the last for the DuckDB shell. `says` may hold `code`."""

    heading: str
    says: str
    language: str
    code: str


def examples(site: str = SITE) -> tuple[Example, ...]:
    """Those of the document, in its order, with the site's address in place of SITE."""
    text = DOCUMENT.read_text(encoding="utf-8").replace(SITE, site)
    return tuple(
        Example(found["heading"], " ".join(found["says"].split()), found["language"], found["code"])
        for part in text.split("\n## ")
        if (found := EXAMPLE.match(part))
    )
