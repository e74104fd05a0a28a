"""Every signal has words of direction, never of judgement; the rules are told in one order with their months."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from components.render import to_html
from components.signals import RULES, WORDS, icon, label, rule_words, rules_met

JUNE = date(2017, 6, 1)
JUDGEMENT = ("good", "bad", "better", "worse", "improve", "alarm", "surge", "spike", "concern", "red", "green")


def test_the_signals_are_those_of_the_edition() -> None:
    assert set(WORDS) == {"higher", "within", "lower", "too_few", "not_comparable", "provisional", "not_available"}


@pytest.mark.parametrize("signal", WORDS)
def test_a_label_has_the_words_and_an_icon_hidden_from_screen_readers_where_one_is_drawn(signal: str) -> None:
    drawn = to_html(label(signal))
    root = ElementTree.fromstring(drawn)
    assert root.tag == "span" and "".join(root.itertext()) == WORDS[signal]
    shapes = [child for child in root if child.tag == "svg"]
    assert len(shapes) == (1 if signal in ("higher", "within", "lower") else 0)
    assert all(shape.get("aria-hidden") == "true" for shape in shapes)


def test_the_three_icons_differ_by_shape_and_take_the_colour_of_their_words() -> None:
    icons = {icon("higher"), icon("within"), icon("lower")}
    assert len(icons) == 3 and all("currentColor" in each and "#" not in each for each in icons)
    assert icon("too_few") == icon("provisional") == ""


@pytest.mark.parametrize(
    ("rules", "signal", "since", "said"),
    [
        ("beyond_limit", "higher", JUNE, "Above the range"),
        ("beyond_limit", "lower", JUNE, "Below the range"),
        ("run", "higher", date(2016, 10, 1), "Above its average every month since October 2016"),
        ("run", "lower", None, "Below its average seven months in a row"),
        ("outer_third", "higher", JUNE, "Near or beyond the upper limit in two of the last three months"),
        ("trend", "lower", JUNE, "Falling seven months in a row, season allowed for"),
        ("run,beyond_limit", "higher", date(2016, 10, 1),
         "Above the range; above its average every month since October 2016"),
        ("", "within", None, ""),
        ("", "higher", None, ""),
        ("beyond_limit", "provisional", None, ""),
    ],
)  # fmt: skip
def test_rule_words(rules: str, signal: str, since: date | None, said: str) -> None:
    assert rule_words(rules, signal, since, JUNE) == said


def test_rules_are_told_in_one_order_whatever_order_the_edition_holds() -> None:
    assert rules_met("trend,run,outer_third,beyond_limit") == tuple(RULES)


def test_a_rule_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError, match="five_in_a_row"):
        rules_met("run,five_in_a_row")


def test_no_word_judges() -> None:
    every = " ".join([*WORDS.values(), *(rule_words(r, s, JUNE, JUNE) for r in RULES for s in ("higher", "lower"))])
    assert not [word for word in JUDGEMENT if word in every.lower().split()]
