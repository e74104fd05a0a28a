"""What stands in a document's head for whoever does not open the page: search engines, messages, social networks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from textwrap import shorten

LONGEST = 300  # characters of a description; most who show one cut it at about half
TAG = re.compile(r"<[^>]+>")
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
# The sentence under the heading, by the classes that pages give it.
UNDER = re.compile(r'<p[^>]* class="(?:lead|headline)"[^>]*>(.*?)</p>', re.DOTALL)


@dataclass(frozen=True)
class About:
    """`canonical`: the absolute address of this very view; `picture`: that of its card. '' for both where the page is
    none that anybody should come to. `is_listed`: whether search engines may show it.
    """

    title: str
    canonical: str
    picture: str
    is_demonstration: bool
    is_listed: bool


def told(first: str) -> tuple[str, str]:
    """The heading of a page's markup, and the sentence under it; '' where there is none."""
    heading = HEADING.search(first)
    below = UNDER.search(first, heading.end()) if heading else None
    return _plain(heading[1]) if heading else "", _plain(below[1]) if below else ""


def _plain(markup: str) -> str:
    """Its text alone."""
    return " ".join(unescape(TAG.sub("", markup)).split())


def description(first: str, *, is_demonstration: bool, otherwise: str) -> str:
    """What the page says first, which is true of the view; whole sentences as far as there is room."""
    heading, below = told(first)
    if not heading:
        return otherwise
    said = f"{heading}{'' if heading.endswith(('.', '?', '!')) else ':' if below else '.'} {below}".strip()
    before = "Demonstration data, made up. " if is_demonstration else ""
    return f"{before}{_cut(said, LONGEST - len(before))}"


def _cut(words: str, most: int) -> str:
    if len(words) <= most:
        return words
    end = words.rfind(". ", 60, most)
    return words[: end + 1] if end > 0 else shorten(words, most, placeholder="…")


def tags(about: About, said: str) -> str:
    """The head's lines. `said`: the description."""
    lines = [f'<meta name="description" content="{_quoted(said)}">']
    if not about.is_listed:
        lines.append('<meta name="robots" content="noindex">')
    if not about.canonical:
        return "\n".join(lines)
    lines.append(f'<link rel="canonical" href="{_quoted(about.canonical)}">')
    properties = {
        "og:type": "website", "og:locale": "en_GB", "og:title": about.title, "og:description": said,
        "og:url": about.canonical, "og:image": about.picture, "og:image:width": "1200", "og:image:height": "630",
        "og:image:alt": said,
    }  # fmt: skip
    lines += [f'<meta property="{name}" content="{_quoted(value)}">' for name, value in properties.items()]
    return "\n".join([*lines, '<meta name="twitter:card" content="summary_large_image">'])


def _quoted(value: str) -> str:
    return escape(value, quote=True)
