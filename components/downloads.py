"""Links to the files of a view: what stands in a page's row of downloads."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from components.elements import marks


def file_links(path: str, query: str, *, name: str, words: str = "Download CSV", whole: str = "",
               of: str = "this view") -> list[Component]:  # fmt: skip
    """CSV, JSON and metadata of the view at `query`; `whole`: the words for all that ?download=all gives, if anything.

    `path`: that of the files, without their endings; `name`: of the download, likewise; `of`: what they are of, aloud.
    """
    links: list[Component] = [
        html.A(words, href=f"{path}.csv{query}", download=f"{name}.csv"),
        html.A("JSON", href=f"{path}.json{query}", **marks(aria_label=f"JSON of {of}")),
        html.A("Metadata", href=f"{path}.metadata.json{query}", **marks(aria_label=f"Metadata of {of}")),
    ]
    if whole:
        everything = f"{query}{'&' if query else '?'}download=all"
        links.append(html.A(whole, href=f"{path}.csv{everything}", download=f"{name}-all.csv"))
    return links
