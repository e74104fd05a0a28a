"""A figure without its page: all that must go with it wherever it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from components.map_view import EditionNote
from components.shell import day

LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


@dataclass(frozen=True)
class Drawing:
    """One drawing of a figure as SVG: `wide`, and anew for a phone in one piece or more (`narrow`).

    `name`, `said`: what stands above it where a figure has several; without `wide` they stand alone. `card`: for a
    small picture, where not the first of `narrow`. `narrow_note`: what only the narrow ones need.
    """

    wide: str
    narrow: tuple[str, ...]
    name: str = ""
    said: str = ""
    card: str = ""
    narrow_note: str = ""

    @property
    def smallest(self) -> str:
        return self.card or self.narrow[0]


@dataclass(frozen=True, kw_only=True)
class Picture:
    """`drawings`: none where there is nothing to draw, which `said` explains. `said`: figures in sentences, the most
    important first; `notes`: what to know about them; `caution`: what must stand with them however small
    the picture is. `path` and the canonical `query`: the page that shows the same.
    `name`: of a download, without its ending. `label`: the whole in a sentence. `headline`: the page's own.
    """

    title: str
    subtitle: str
    label: str
    headline: str
    drawings: tuple[Drawing, ...]
    said: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    caution: str = ""
    edition: EditionNote
    licence: str = LICENCE
    path: str
    query: str
    name: str

    def source(self) -> str:
        """Whose figures, of which edition, and since when."""
        edition = self.edition
        return f"Source: {edition.source}. Edition {edition.edition_id}, refreshed {day(edition.published_on)}."

    @property
    def address(self) -> str:
        """The page that shows the same, without the site's own address."""
        return f"{self.path}{self.query}"


def file_address(path: str, query: str, ending: str, **more: str) -> str:
    """Where a picture of a page's view is."""
    joined = f"{query}{'&' if query else '?'}{urlencode(more)}" if more else query
    return f"{path}.{ending}{joined}"


def frame_address(path: str, query: str) -> str:
    """Where the same is served for the frames of other sites."""
    return f"/embed{path}{query}"
