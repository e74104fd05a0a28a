"""Which page an address belongs to: by its path, or by a template such as `/boroughs/<slug>`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

Page = Mapping[str, Any]


class NoPage(LookupError):
    """A page's template fits the address, but there is nothing by that name."""


def find_page(pages: Iterable[Page], path: str) -> tuple[Page | None, dict[str, str]]:
    """The registered page at `path` and the variables that its template reads from it.

    A page whose path is written out comes before one whose template fits. (Dash gives a page with a template a path
    of its own, which is no address.)
    """
    asked, listed = plain(path), tuple(pages)
    for page in listed:
        if not page.get("path_template") and page["path"] == asked:
            return page, {}
    for page in listed:
        found = _pattern(page["path_template"]).fullmatch(asked) if page.get("path_template") else None
        if found:
            return page, found.groupdict()
    return None, {}


def plain(path: str) -> str:
    """A path without the slash at its end."""
    return path.rstrip("/") or "/"


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """`/boroughs/<slug>/wards`: each variable is one step of the path, and is not empty."""
    parts = re.split(r"<(\w+)>", template)
    return re.compile("".join(f"(?P<{part}>[^/]+)" if odd % 2 else re.escape(part) for odd, part in enumerate(parts)))
