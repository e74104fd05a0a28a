"""The page of results. What was asked stands in it and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.elements import marks
from components.map_view import EditionNote
from components.search import ways
from components.search_form import page_form
from components.shell import demonstration_banner, edition_strip

LEAD = "A measure, a place, a postcode, a page or a word of this site. Nothing that you type is kept."
TRY = ("knife crime", "burglary camden", "mugging", "stop and search", "NW5", "expected range")


def page(found: Any, *, edition: EditionNote) -> list[Component]:
    """`found`: what data.search answers; None where nothing was asked."""
    strip = html.Section([edition_strip(edition), demonstration_banner(edition)],
                         **marks(aria_label="About these figures"))  # fmt: skip
    opening = html.Div([html.H1("Search"), html.P(LEAD, className="lead")], className="opening")
    form = page_form(found.asked if found else "")
    answer = _nothing_asked() if found is None else _nothing(found.asked) if found.is_empty else _results(found)
    return [strip, html.Main([opening, form, *answer], id="main", className="wrap search")]


def _nothing_asked() -> list[Component]:
    return [html.Section([html.H2("For example"), _examples()], className="block")]


def _nothing(asked: str) -> list[Component]:
    advice = ("Try fewer or other words, the name of an offence as the police record it, or the first half of a "
              "postcode.")  # fmt: skip
    ways_on = html.P([html.A("All measures", href="/"), " · ", html.A("All boroughs", href="/boroughs"), " · ",
                      html.A("Every word explained", href="/data-and-methods")])  # fmt: skip
    inside = [html.H2(f"Nothing found for ‘{asked}’"), html.P(advice, className="sub"), _examples(), ways_on]
    return [html.Section(inside, className="block", role="status")]


def _examples() -> Component:
    links = [html.Li(html.A(words, href=ways.search_address(words))) for words in TRY]
    return html.Ul(links, className="examples")


def _results(found: Any) -> list[Component]:
    summary = html.P(_summary(found), className="sub", role="status")
    return [summary, *_groups(found)]


def _summary(found: Any) -> str:
    counted = [(len(found.measures) + found.more, "measure"), (len(found.places), "place"), (len(found.pages), "page"),
               (len(found.terms), "word explained")]  # fmt: skip
    told = [f"{number} {_many(name, number)}" for number, name in counted if number]
    before = f"Nothing is called ‘{found.asked}’. Results for ‘{found.meant}’: " if found.meant else ""
    return f"{before}{', '.join(told)}."


def _many(name: str, number: int) -> str:
    if number == 1:
        return name
    return "words explained" if name == "word explained" else f"{name}s"


def _groups(found: Any) -> Iterator[Component]:
    """A place alone is what was meant; otherwise measures come first."""
    area = found.area
    measures = _group("Measures", [_entry(each, ways.of_measure(each, area)) for each in found.measures], _more(found))
    places = _group("Boroughs and places", [_place(each) for each in found.places])
    pages = _group("Pages", [_entry(each, ()) for each in found.pages])
    terms = _group("Words explained", [_entry(each, ()) for each in found.terms])
    is_page = bool(found.pages) and ways.is_named(found.pages[0], found.meant or found.asked)
    order = [pages, measures, places, terms] if is_page else [measures, places, pages, terms]
    yield from (group for group in order if group is not None)


def _more(found: Any) -> str:
    return f"{found.more} more fit. Another word would tell them apart." if found.more else ""


def _group(heading: str, items: list[Component], below: str = "") -> Component | None:
    if not items:
        return None
    note = [html.P(below, className="note")] if below else []
    name = f"found-{heading.split()[0].lower()}"
    return html.Section([html.H2(heading, id=name), html.Ul(items, className="results"), *note], className="block",
                        **marks(aria_labelledby=name))  # fmt: skip


def _entry(each: Any, more: tuple[ways.Way, ...]) -> Component:
    """Its name leads to the first of its ways; the others stand under it."""
    (kind, href, title), *others = more or (("", ways.of_other(each), each.name),)
    name = html.H3([html.A(title, href=href), " ", html.Span(kind, className="kind")])
    parts: list[Any] = [name, html.P(each.detail, className="note")]
    if others:
        parts.append(html.P([html.A(words, href=to, **marks(aria_label=f"{words}: {named}"))
                             for words, to, named in others], className="other-ways"))  # fmt: skip
    return html.Li(parts)


def _place(each: Any) -> Component:
    kind = "" if each.kind == "not covered" else each.kind
    name = html.A(each.name, href=ways.profile(each.boroughs[0])) if len(each.boroughs) == 1 else each.name
    listed = [html.A(words, href=href) for words, href in ways.of_place(each)]
    return html.Li([
        html.H3([name, " ", html.Span(kind, className="kind")]), html.P(each.detail, className="note"),
        *([html.P(listed, className="other-ways")] if listed else []),
    ])  # fmt: skip

