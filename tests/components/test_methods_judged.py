"""How change and surprise are judged, and the events, on the Data and methods page."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from string import Formatter

import pytest

from components import methods
from components.methods.events import events as events_section
from components.methods.judged import judged
from components.methods.judged_words import JUDGED
from components.methods.view import MethodsView
from components.render import to_html
from data.catalogue import catalogue
from data.events import events
from data.methods_judging import numbers, survey_rows
from data.methods_rows import event_rows
from data.statistics import ANY_RULE_BY_CHANCE, MEAN_FOR_LIMITS
from data.survey_bases import survey_bases
from tests.components.test_methods import make_view

WORDS = {anchor: words.format(**numbers()) for anchor, _, words, _ in JUDGED}


def test_pages_can_link_to_each_part() -> None:
    written = to_html(methods.page(make_view()))
    for anchor in ("judged", "expected-range", "exceptions", "events"):
        assert written.count(f'id="{anchor}"') == 1
    assert 'href="#judged"' in written and 'href="#events"' in written


def test_every_number_in_the_words_is_filled_in_and_none_is_typed() -> None:
    for anchor, _, words, _ in JUDGED:
        asked = {name for _, name, _, _ in Formatter().parse(words) if name}
        assert asked <= numbers().keys(), anchor
        typed = re.findall(r"\d+", re.sub(r"{[^}]*}", "", words))
        # 'The 12 months' are what the method is about, a share of 'about 1 in' is a way of speaking.
        assert set(typed) <= {"12", "1"}, (anchor, typed)


def test_every_number_that_is_gathered_is_said() -> None:
    said = " ".join(words for _, _, words, _ in JUDGED)
    assert {name for _, name, _, _ in Formatter().parse(said) if name} == numbers().keys()


@pytest.mark.parametrize(
    ("anchor", "sentence"),
    [("judged-change", "whole 95% interval"), ("judged-change", "both counts are under 10 "),
     ("judged-change", "from a base under 20."), ("judged-season", "The median of 2 to 5 such years"),
     ("expected-range", "plus or minus 2.66 times"), ("expected-range", "the 24 months that end 12 months before"),
     ("judged-limits", "With 12 to 23 months"), ("judged-limits", "under 5 offences a month"),
     ("judged-rules", "7 months that all lie"), ("exceptions", "about 4.2% of months break a rule"),
     ("exceptions", "line at 5%. At most about 1 in 20"), ("judged-surveys", "and 1.5 is assumed"),
     ("judged-surveys", "under 100 interviews")],
)  # fmt: skip
def test_the_words_give_the_numbers_of_the_methods(anchor: str, sentence: str) -> None:
    assert sentence in WORDS[anchor]


def test_the_numbers_follow_the_constants() -> None:
    assert (numbers()["any_rule"], numbers()["smallest_mean"]) == (ANY_RULE_BY_CHANCE, MEAN_FOR_LIMITS)
    assert {base.design_effect for base in survey_bases().values()} == {numbers()["design_effect"]}, "one for all"


def test_other_numbers_give_other_words() -> None:
    view = make_view(judging={**numbers(), "any_rule": 0.061})
    assert "about 6.1% of months break a rule" in to_html(judged(view))


def test_sentences_are_short_and_no_word_judges() -> None:
    for anchor, words in WORDS.items():
        for sentence in re.split(r"(?<=[.])\s", words):
            assert len(sentence.split()) < 25, (anchor, sentence)
        assert not re.search(r"\b(worse|better|bad|good|alarming)\b", words), anchor


def test_the_interviews_behind_each_survey_are_listed_or_said_to_be_unknown() -> None:
    written = to_html(judged(make_view()))
    assert "Public Attitude Survey, until December 2020" in written
    assert "19,200" in written and "12,800" in written
    assert written.count("Not stated") == 2 * sum(base.interviews_a_year is None for base in survey_bases().values())
    assert len(survey_rows()) == sum(1 + len(base.earlier) for base in survey_bases().values())


def test_the_published_table_is_a_link_away() -> None:
    written = to_html(judged(make_view()))
    assert "15 rows, as published and as recorded now" in written
    assert 'href="/?to=2017-06#published"' in written


def test_every_event_is_listed_with_its_source_in_the_order_of_dates() -> None:
    view = make_view()
    written = to_html(events_section(view))
    assert written.count("<tr>") == 1 + len(events())
    days = [row["date"] for row in event_rows(catalogue(), events())]
    assert days == sorted(days) and all(isinstance(day, date) for day in days)
    first = view.events[0]
    assert first["name"] in written and first["when"] in written and first["sentence"] in written


def test_an_event_for_many_measures_names_the_first_and_counts_the_rest() -> None:
    event = {**make_view().events[0], "measures": "A; B; C; D; E"}
    assert "A, B, C and 2 more" in to_html(events_section(make_view(events=[event])))
    assert "A, B, C and D" in to_html(events_section(make_view(events=[{**event, "measures": "A; B; C; D"}])))


def test_the_view_has_what_the_page_gathers() -> None:
    assert {"events", "judging", "survey_bases", "reports"} <= {field.name for field in fields(MethodsView)}
