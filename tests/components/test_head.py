"""What a document's head says is what the page says first."""

from __future__ import annotations

import pytest

from components.head import LONGEST, About, description, tags, told

PAGE = '<p class="crumb">Map</p><h1 id="x">Burglary &amp; theft <em>rose</em></h1><p class="lead">By 2%. More.</p>'


def says(first: str, *, made_up: bool = False) -> str:
    return description(first, is_demonstration=made_up, otherwise="The site.")


def test_heading_and_the_sentence_under_it_as_plain_text() -> None:
    assert told(PAGE) == ("Burglary & theft rose", "By 2%. More.")
    assert says(PAGE) == "Burglary & theft rose: By 2%. More."
    assert says("<h1>It rose.</h1><p id='a' class=\"headline\">By 2%.</p>") == "It rose. By 2%."
    assert says("<h1>Alone</h1>") == "Alone."
    assert says("<p>No heading</p>") == "The site."


def test_a_sentence_before_the_heading_is_not_taken() -> None:
    assert says('<p class="lead">Other.</p><h1>It rose.</h1>') == "It rose."


def test_the_demonstration_says_so_first() -> None:
    assert says(PAGE, made_up=True).startswith("Demonstration data, made up. Burglary")


@pytest.mark.parametrize("sentence", ["word " * 20, "w" * 500])
def test_what_is_too_long_ends_with_a_sentence_where_one_ends(sentence: str) -> None:
    said = says(f"<h1>It rose.</h1><p class=\"lead\">{'. '.join([sentence.strip()] * 6)}.</p>")
    assert len(said) <= LONGEST
    assert said.endswith((".", "…"))


def test_tags_are_escaped_and_complete() -> None:
    made = tags(About('a "b"', "https://x.org/a?b=1&c=2", "https://x.org/a.png", False, True), 'said "so" & <b>')
    assert 'content="said &quot;so&quot; &amp; &lt;b&gt;"' in made and "noindex" not in made
    for name in ("og:title", "og:description", "og:url", "og:image", "og:image:width", "og:image:height"):
        assert f'property="{name}"' in made
    assert '<meta name="twitter:card" content="summary_large_image">' in made
    assert made.count("https://x.org/a?b=1&amp;c=2") == 2


def test_a_page_that_is_none_has_no_address_and_is_not_listed() -> None:
    made = tags(About("Nothing", "", "", False, False), "Nothing here.")
    assert "noindex" in made and "canonical" not in made and "og:" not in made
