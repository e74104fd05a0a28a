"""A picture carries title, source, edition, licence, address and the demonstration's mark, in each of its forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from components.figures import svg
from components.map_view import EditionNote
from components.pictures import Drawing, Picture, document, figure_card, sheet, words_card
from components.pictures.links import embedding, frame_code, picture_links
from components.pictures.picture import file_address, frame_address
from components.pictures.writing import shortened
from components.render import to_html
from components.text.notes import DEMONSTRATION

SVG = "{http://www.w3.org/2000/svg}"
CAUTION = "A ratio does not show a cause."


def note(*, made_up: bool = False) -> EditionNote:
    return EditionNote("e-7", made_up, date(2017, 6, 1), date(2017, 7, 12), "the Met, recorded crime")


def drawn(width: float = 800, label: str = "wide") -> str:
    return svg.drawing(width, 200, svg.circle(5, 5, 4, fill="#123456"), label=label)


def picture(*, made_up: bool = False, **changes: Any) -> Picture:
    narrow = (drawn(358, "narrow one"), drawn(358, "narrow two"))
    drawing = Drawing(drawn(), narrow, "Burglary", "Lower.", narrow_note="1 Event.")
    whole = Picture(
        title="Offences <each> month", subtitle="Thin line: a month.", label="Offences & more", headline="They fell.",
        drawings=(drawing,), said=("London: 5.", "London: 5."), notes=("A note.",), caution=CAUTION,
        edition=note(made_up=made_up), path="/trends", query="?a=1&b=2", name="trends",
    )  # fmt: skip
    return replace(whole, **changes)


def words(markup: str) -> str:
    return " ".join("".join(part.itertext()) for part in ElementTree.fromstring(markup).iter(f"{SVG}text"))


def test_the_sheet_holds_all_that_it_takes() -> None:
    said = words(sheet(picture(), site="https://example.org"))
    for part in ("Offences <each> month", "Thin line", "Burglary", "Lower.", "A note.", CAUTION,
                 "the Met, recorded crime", "Edition e-7, refreshed 12 July 2017", "Open Government Licence",
                 "https://example.org/trends?a=1&b=2"):  # fmt: skip
        assert part in said, part
    assert said.count("London: 5.") == 1, "a sentence that is said twice stands once"


def test_only_the_demonstration_is_marked_and_its_mark_is_in_every_form() -> None:
    made = picture(made_up=True)
    assert DEMONSTRATION in words(sheet(made)) and words(sheet(made)).count("Demonstration data") > 2
    assert words(figure_card(made)).count("Demonstration data") > 2
    assert words(words_card("a", "b", note(made_up=True))).count("Demonstration data") > 2
    assert DEMONSTRATION in document(made, style="/s.css", site="")
    for form in (sheet(picture()), figure_card(picture()), words_card("a", "b", note()),
                 document(picture(), style="/s.css", site="")):  # fmt: skip
        assert "emonstration" not in form


def inside(root: Element) -> bool:
    return all(float(part.get("y") or 0) <= float(root.get("height") or 0) for part in root.findall(f"{SVG}text"))


@pytest.mark.parametrize("width", [358, 800, 1184])
def test_a_drawing_is_enlarged_within_limits_and_never_shrunk(width: int) -> None:
    root = ElementTree.fromstring(sheet(picture(drawings=(Drawing(drawn(width), (drawn(358),)),))))
    (group,) = [g for g in root.findall(f"{SVG}g") if "scale" in (g.get("transform") or "")]
    scale = float((group.get("transform") or "").split("scale(")[1].rstrip(")"))
    assert 1 <= scale <= 1.4 and scale * width <= float(root.get("width") or 0) - 120 + 1
    assert inside(root)


@pytest.mark.parametrize("long", [False, True])
def test_a_card_is_1200_by_630_and_holds_caution_and_source_whatever_the_length(long: bool) -> None:
    more = {"title": "A long title of words " * 9, "headline": "They fell and rose and fell. " * 40} if long else {}
    root = ElementTree.fromstring(figure_card(picture(**more)))
    assert (root.get("width"), root.get("height")) == ("1200", "630")
    lines = [(float(part.get("y") or 0), "".join(part.itertext())) for part in root.findall(f"{SVG}text")]
    assert any(CAUTION in said for _, said in lines) and any("the Met" in said for _, said in lines)
    between = [y for y, said in lines if CAUTION not in said and "Source" not in said]
    assert max(between) < 545, "the words end above the caution"


def test_without_a_drawing_words_stand_in_every_form() -> None:
    bare = picture(drawings=(), said=("Too few to show.",))
    assert "Too few to show." in words(sheet(bare)) and "Too few to show." in document(bare, style="", site="")
    assert "They fell." in words(figure_card(bare))
    why = picture(drawings=(Drawing("", (), "Rape, Camden", "Too few offences."),))
    assert "Too few offences." in words(sheet(why)) and "Too few offences." in document(why, style="", site="")
    assert "They fell." in words(figure_card(why))


def test_the_document_for_frames_has_no_way_but_to_the_full_view() -> None:
    made = document(picture(), style="/static/s.css", site="https://example.org")
    assert "<script" not in made and "<form" not in made and "<nav" not in made and " style=" not in made
    assert '<base target="_blank">' in made and "<title>Offences &lt;each&gt; month" in made
    assert made.count('href="https://example.org/trends?a=1&amp;b=2"') == 2  # canonical, and the link
    assert 'class="drawn wide"' in made and "narrow two" in made and "1 Event." in made
    wide = document(picture(drawings=(Drawing(drawn(1184), (drawn(358),)),)), style="", site="")
    assert 'class="drawn very-wide"' in wide and "for-very-wide" in wide


def test_links_and_code_lead_to_the_view() -> None:
    assert file_address("/trends", "?a=1", "png", size="card") == "/trends.png?a=1&size=card"
    assert file_address("/trends", "", "png", size="card") == "/trends.png?size=card"
    assert frame_address("/trends", "?a=1") == "/embed/trends?a=1"
    links = to_html(picture_links("/trends", "?a=1", name="t"))
    assert 'href="/trends.png?a=1"' in links and 'download="t.svg"' in links
    code = frame_code('https://x.org/embed/a?b=1&c="', title='Say "so"', height=700)
    assert code == ('<iframe src="https://x.org/embed/a?b=1&amp;c=&quot;" title="Say &quot;so&quot;" width="100%" '
                    'height="700" loading="lazy" frameborder="0"></iframe>')  # fmt: skip
    assert "follows the newest" in to_html(embedding("/a", "?to=2017-06", title="A", height=1))
    assert "follows the newest" not in to_html(embedding("/a", "?year=1", title="A", height=1))


def test_lines_are_shortened_visibly() -> None:
    assert shortened("one two three", most=20, lines=2) == ["one two three"]
    lines = shortened("one two three four five six", most=9, lines=2)
    assert len(lines) == 2 and lines[1].endswith("…") and max(map(len, lines)) <= 9
