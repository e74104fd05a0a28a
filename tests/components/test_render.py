"""Components become HTML text that means the same, and nothing in them can become markup."""

from __future__ import annotations

from html.parser import HTMLParser

from dash import dcc, html
from hypothesis import given
from hypothesis import strategies as st

from components.elements import Markup, Native, marks
from components.render import to_html


class Reader(HTMLParser):
    """What a browser would read: tags with their attributes, and the text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"))


@given(TEXT, TEXT)
def test_text_and_attributes_come_back_as_they_went_in(words: str, title: str) -> None:
    read = Reader(to_html(html.P(words, title=title)))
    assert read.tags == [("p", {"title": title})]
    assert read.text == words


def test_names_are_html_s_and_not_react_s() -> None:
    label = html.Label("Measure", htmlFor="measure", className="field", **marks(aria_label="x", data_tip="y"))
    assert Reader(to_html(label)).tags == [
        ("label", {"for": "measure", "class": "field", "aria-label": "x", "data-tip": "y"})
    ]


def test_true_is_a_bare_attribute_and_false_and_none_are_none() -> None:
    assert to_html(html.Option("a", value="a", selected=True)) in (
        '<option value="a" selected>a</option>', '<option selected value="a">a</option>'
    )  # fmt: skip
    assert "selected" not in to_html(html.Option("a", value="a", selected=False))
    assert to_html([None, html.P(None)]) == "<p></p>"


def test_elements_without_content_are_not_closed() -> None:
    assert to_html(html.Br()) == "<br>"
    radio = Native(tag="input", attributes={"type": "radio", "defaultChecked": True})
    assert to_html(radio) == '<input type="radio" checked>'


def test_our_own_elements_have_their_html() -> None:
    assert to_html(
        Markup(id="a", tag="select", attributes={"className": "s"}, markup="<option>x</option>")
    ) == ('<select id="a" class="s"><option>x</option></select>')


def test_what_needs_the_browser_leaves_its_place() -> None:
    assert to_html(dcc.Graph(id="trend")) == '<div id="trend"></div>'
