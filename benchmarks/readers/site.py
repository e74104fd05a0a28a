"""What there is to look at, read off the site itself: its choices, its files, and what its pages post."""

from __future__ import annotations

import json
import re
import urllib.request
from dataclasses import dataclass

STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True)
class Site:
    """`static`: what a browser loads once. `changes`: id of a page's address -> what its callback is asked for."""

    measures: tuple[str, ...]
    months: tuple[str, ...]
    boroughs: tuple[str, ...]
    static: tuple[str, ...]
    changes: dict[str, dict[str, object]]


def look_at(base: str) -> Site:
    """Ask the site at `base` for its map page and its list of callbacks."""
    page = _text(f"{base}/crime-map")
    return Site(
        measures=_choices(page, "measure"), months=_choices(page, "to"),
        boroughs=tuple(dict.fromkeys(re.findall(r'href="/boroughs/([a-z-]+)"', _text(f"{base}/boroughs")))),
        static=tuple(dict.fromkeys(STATIC.findall(page))),
        changes=changes_at(base),
    )  # fmt: skip


def changes_at(base: str) -> dict[str, dict[str, object]]:
    """Id of each page's address -> what its callback is asked for."""
    return {i: c for c in json.loads(_text(f"{base}/_dash-dependencies")) if (i := address_of(c))}


def change(asked: dict[str, object], address: str, *, search: str, shown: str, edition: str) -> bytes:
    """What the browser posts when a control has been changed."""
    output = str(asked["output"])
    places = [place.rpartition(".") for place in output.strip(".").split("...")]
    return json.dumps({
        "output": output, "outputs": [{"id": place, "property": name} for place, _, name in places],
        "inputs": [{"id": address, "property": "search", "value": search}],
        "changedPropIds": [f"{address}.search"], "parsedChangedPropsIds": [f"{address}.search"],
        "state": [{"id": address, "property": "shown", "value": shown},
                  {"id": address, "property": "edition", "value": edition}],
    }, separators=(",", ":")).encode()  # fmt: skip


def address_of(callback: dict[str, object]) -> str | None:
    """The id of the page's address, where a callback is what answers a change of it."""
    inputs = callback["inputs"]
    assert isinstance(inputs, list)
    if [i["property"] for i in inputs] == ["search"] and str(callback["output"]).startswith(".."):
        return str(inputs[0]["id"])
    return None


def _choices(page: str, name: str) -> tuple[str, ...]:
    found = re.search(rf'<select[^>]* name="{name}".*?</select>', page, re.DOTALL)
    if found is None:
        raise LookupError(f"the map page has no control {name}")
    return tuple(re.findall(r'<option[^>]* value="([^"]+)"', found[0]))


def _text(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return str(answer.read().decode())
