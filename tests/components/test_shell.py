"""Head, navigation and the pages of last resort."""

from __future__ import annotations

import re
from datetime import date

from dash import html

from components import shell
from components.head import About
from components.map_view import EditionNote
from components.render import to_html

PAGES = [shell.Link("Trends", "/trends"), shell.Link("Crime map", "/crime-map"), shell.Link("Lab", "/lab")]


def note(*, is_demonstration: bool) -> EditionNote:
    return EditionNote(
        "e-1", is_demonstration, date(2017, 6, 1), date(2017, 7, 12), "Metropolitan Police Service"
    )


def test_the_navigation_lists_known_pages_in_the_design_s_order() -> None:
    assert [link.name for link in shell.in_order(PAGES)] == ["Crime map", "Trends"]


def test_the_current_page_is_marked_and_no_other() -> None:
    made = to_html(shell.header(shell.in_order(PAGES), here="/trends", home="/crime-map"))
    assert made.count("aria-current") == 1
    assert '<a href="/trends" aria-current="page">' in made


def test_the_strip_names_month_day_and_source() -> None:
    made = to_html(shell.edition_strip(note(is_demonstration=False)))
    assert all(words in made for words in ("June 2017", "12 July 2017", "Metropolitan Police Service"))


def test_only_the_demonstration_has_the_banner() -> None:
    assert shell.demonstration_banner(note(is_demonstration=False)) is None
    assert "Demonstration data." in to_html(shell.demonstration_banner(note(is_demonstration=True)))


def test_the_document_escapes_its_title_and_holds_the_content_before_the_app() -> None:
    tags = shell.Scripts(style="", config="", content="", script="")
    about = About("a < b", "https://x.org/?a=1&b=2", "https://x.org/card.png", is_demonstration=False, is_listed=True)
    around = {"header": html.Header(), "foot": html.Footer()}
    made = shell.document(about=about, content=html.Main("words"), scripts=tags, **around)
    assert "<title>a &lt; b</title>" in made
    assert '<link rel="canonical" href="https://x.org/?a=1&amp;b=2">' in made and shell.DESCRIPTION in made
    assert made.index("<main>words</main>") < made.index('id="react-entry-point"')


def test_a_lost_reader_gets_a_way_on() -> None:
    made = to_html(shell.not_found(shell.in_order(PAGES)))
    assert 'href="/crime-map"' in made
    assert "<h1>" in made


def test_a_page_within_another_marks_the_item_it_belongs_to() -> None:
    made = to_html(shell.header(shell.in_order(PAGES), here="/exceptions", home="/crime-map"))
    assert made.count("aria-current") == 1
    assert '<a href="/trends" aria-current="true">' in made


def test_all_that_lies_under_an_item_marks_it() -> None:
    pages = [*PAGES, shell.Link("Boroughs", "/boroughs")]
    for here in ("/boroughs/camden", "/boroughs/camden/wards"):
        made = to_html(shell.header(shell.in_order(pages), here=here, home="/crime-map"))
        assert '<a href="/boroughs" aria-current="true">' in made
        assert made.count("aria-current") == 1
    assert "aria-current" not in to_html(shell.header(shell.in_order(pages), here="/boroughsome", home="/crime-map"))
    itself = to_html(shell.header(shell.in_order(pages), here="/boroughs", home="/crime-map"))
    assert '<a href="/boroughs" aria-current="page">' in itself


def test_the_footer_leads_to_the_pages_about_the_site_that_exist_and_to_a_contact_only_where_there_is_one() -> None:
    pages = [shell.Link("Accessibility", "/accessibility"), *PAGES, shell.Link("Data and methods", "/data-and-methods")]
    made = to_html(shell.footer(shell.in_footer(pages)))
    names = ["Data and methods", "Accessibility", "Corrections and revisions"]
    assert [name for name in re.findall("<a [^>]*>([^<]*)</a>", made) if "Licence" not in name] == names
    with_contact = to_html(shell.footer((), contact="mailto:figures@example.org"))
    assert '<a href="mailto:figures@example.org">Contact</a>' in with_contact
