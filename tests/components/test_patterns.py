"""Rows of values become markup, escaped, in their places."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.patterns import Pattern, Sketch, as_data, fill, joined, words


@pytest.fixture(scope="module")
def row() -> Pattern:
    text = '<i y="{#top+19.6}" href="{link}{slug}">{name}</i>'
    return Pattern("test-row", text, common="link top", row="slug name unused")


def test_rows_take_their_values_and_stand_below_each_other(row: Pattern) -> None:
    sketch = joined("<g>", Sketch([row.rows([["a", "A & B", 1], ["c", None, 2]], "/x?", 46.0)]), "</g>")
    assert fill(sketch) == '<g><i y="46" href="/x?a">A &amp; B</i><i y="65.6" href="/x?c"></i></g>'


def test_a_sketch_inside_a_row_is_markup_and_text_is_not(row: Pattern) -> None:
    sketch = Sketch([row.rows([["<", Sketch(["<b>x</b>"]), None]], "", 0)])
    assert fill(sketch) == '<i y="0" href="&lt;"><b>x</b></i>'
    assert fill("<b>as it is</b>") == "<b>as it is</b>"


def test_what_is_said_of_a_value_need_not_be_sent() -> None:
    words("colours", {"c": "<red>"})
    pattern = Pattern("test-words", "[{code:colours}]", row="code")
    assert fill(Sketch([pattern.rows([["c"], ["d"]])])) == "[&lt;red&gt;][]"
    assert as_data()["words"]["colours"] == {"c": "<red>"}


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_whatever_a_value_holds_comes_out_as_text(row: Pattern, words: list[str]) -> None:
    made = fill(Sketch([row.rows([["", word, None] for word in words], "", 0)]))
    assert [unescape(part.partition(">")[2]) for part in made.split("</i>")[:-1]] == words


def test_the_very_same_rows_are_given_once(row: Pattern) -> None:
    rows = [["a", "A", None]]
    sketch = joined("<g>", Sketch([row.rows(rows, "/x?", 0)]), "</g>", Sketch([row.rows(rows, "/y?", 1)]))
    assert sketch[3] == ["test-row", ["/y?", 1], 1]
    assert fill(sketch) == '<g><i y="0" href="/x?a">A</i></g><i y="1" href="/y?a">A</i>'
    assert fill(joined(Sketch([row.rows([], "", 0)]), sketch, "</b>")) == f"{fill(sketch)}</b>"  # and found again there


def test_markup_that_follows_markup_is_one_piece(row: Pattern) -> None:
    piece = row.rows([], "", 0)
    assert joined("a", Sketch(["b", piece, "c"]), "d") == ["ab", piece, "cd"]


@pytest.mark.parametrize(
    ("name", "text", "slots", "said"),
    [("test-strange", "{who}", {"row": "what"}, "who"), ("test-twice", "{a}", {"common": "a", "row": "a"}, "a"),
     ("borough-row", "", {}, "two patterns"),
     ("test-loose", '<i fill="{kind&gt;fill}"/>', {"row": "kind"}, "belongs to no slot: '<i fill=\"{kind&gt;fill}")],
)  # fmt: skip
def test_a_pattern_that_cannot_be_filled_is_refused(name: str, text: str, slots: dict[str, str], said: str) -> None:
    import components.tables  # noqa: F401

    with pytest.raises(ValueError, match=said):
        Pattern(name, text, **slots)


@pytest.mark.parametrize("given_", [(([["a"]]), ("", 0)), (([["a", "b", "c"]]), ("",))])
def test_values_that_do_not_match_the_slots_are_refused(row: Pattern, given_: Any) -> None:
    with pytest.raises(ValueError, match="takes 2 common values and 3 a row"):
        row.rows(given_[0], *given_[1])


def test_the_script_gets_every_pattern_whole(row: Pattern) -> None:
    assert as_data()["patterns"]["test-row"] == ['<i y="', [1, 19.6], '" href="', 0, "", 2, '">', 3, "</i>"]
