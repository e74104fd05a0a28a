"""Measures of every kind on the Data and methods page."""

from __future__ import annotations

import re

from components import methods
from components.render import to_html
from data.catalogue import catalogue
from tests.components.test_methods import make_view


def page() -> str:
    return to_html(methods.page(make_view()))


def block(written: str, measure_id: str) -> str:
    start = written.index(f'id="measure-{measure_id}"')
    return written[start : written.index("</dl>", start)]


def test_every_measure_of_every_kind_has_its_block() -> None:
    written, known = page(), catalogue()
    for entry in (*known.measures, *known.surveys, *known.published):
        assert written.count(f'id="measure-{entry.id}"') == 1
        assert entry.definition in block(written, entry.id).replace("&#x27;", "'").replace("’", "'"), entry.id


def test_an_area_of_the_plan_without_counts_is_there_too_in_the_plans_order() -> None:
    written = page()
    found = [written.index(f">{priority.title}<") for priority in catalogue().priorities]
    assert found == sorted(found)


def test_a_survey_says_what_was_asked_and_what_to_beware_of() -> None:
    said = block(page(), "police-do-a-good-job-locally")
    assert "how good a job do you think the police in your area are doing?" in said
    assert "no numbers of interviews" in said
    assert "(PAS)" in said
    assert "Question in the survey" not in block(page(), "trust-in-the-met")  # its wording is not sourced


def test_a_published_measure_says_its_period_and_why_it_has_no_series_and_no_number() -> None:
    said = block(page(), "anti-social-behaviour-calls")
    assert "Apr–Jun 2017" in said
    assert "No file of calls to the police is published" in said
    assert not re.search(r"67.?000", said)
    assert "/crime-map" not in said
