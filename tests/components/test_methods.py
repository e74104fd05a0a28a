"""The Data and methods page from hand-made rows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from components import methods
from components.map_view import EditionNote
from components.methods import MethodsView, words
from components.methods.reference import METHODS
from components.methods.revisions import chosen
from components.render import to_html
from data.catalogue import catalogue
from data.classes import CHANGE_BREAKS
from data.events import events
from data.glossary import glossary
from data.methods_judging import numbers, report_rows, survey_rows
from data.methods_rows import break_rows, event_rows, measure_rows
from data.statistics import BYAR_FROM, CONFIDENCE, SMALLEST_BASE_FOR_PERCENTAGE

VIOLENCE = "home_office > Violence against the person > Violence without injury"
SOURCE = {"dataset": "recorded_crime", "name": "Recorded crime by borough", "publisher": "The Met", "licence": "OGL",
          "landing_page": "https://data.london.gov.uk/", "files": 1, "rows_read": 9, "rows_loaded": 6,
          "rows_rejected": 3, "rows_left_out_on_purpose": 2, "rows_refused": 1, "figures_rejected": 1,
          "first_month": date(2016, 7, 1), "last_month": date(2017, 6, 1),
          "provisional_from": date(2017, 5, 1)}  # fmt: skip
FILE = {"dataset": "recorded_crime", "file": "crime.csv", "release": "2017-07", "layout": "Home Office categories",
        "first_month": date(2016, 7, 1), "last_month": date(2017, 6, 1), "rows_read": 9, "rows_loaded": 6,
        "rows_rejected": 3, "figures_rejected": 1, "note": None}  # fmt: skip
REFUSED = {"dataset": "recorded_crime", "rule": "not a number", "entries": 1, "rows": 1, "offences": None,
           "is_refused": True, "examples": [{"name": "crime.csv", "line": 7, "column_name": "201706",
                                             "value": "<script>x</script>"}]}  # fmt: skip
CHANGE = {"dataset": "recorded_crime", "series": VIOLENCE, "month": date(2018, 4, 1),
          "area_name": None, "old_release": "2023-10", "new_release": "2023-12",
          "first": 10417.0, "now": 6469, "is_sum": True}  # fmt: skip
RELEASE = {"dataset": "recorded_crime", "old_release": "2023-10", "old_file": "a.csv", "new_release": "2023-12",
           "new_file": "b.csv", "series": None, "figures": 5351, "months": 162, "first_month": date(2010, 4, 1),
           "last_month": date(2023, 9, 1), "net_change": -297}  # fmt: skip


def make_view(**changed: Any) -> MethodsView:
    note = EditionNote("official-1", False, date(2017, 6, 1), date(2017, 7, 12), "The Met")
    view = MethodsView(
        catalogue=catalogue(), edition=note, loader_version="v1", sources=[SOURCE], files=[FILE], refused=[REFUSED],
        unknown_names=[], acceptances=[], releases=[RELEASE, {**RELEASE, "series": VIOLENCE}], changes=[CHANGE],
        chosen_dataset=None, chosen_series=None, measures=measure_rows(catalogue()), breaks=break_rows(catalogue()),
        glossary=glossary(), mapped=("burglary",), events=event_rows(catalogue(), events()), judging=numbers(),
        survey_bases=survey_rows(), reports=report_rows(), differing=[],
    )  # fmt: skip
    return replace(view, **changed)


def page(**changed: Any) -> str:
    return to_html(methods.page(make_view(**changed)))


def demonstration() -> str:
    return page(edition=EditionNote("demo-1", True, date(2017, 6, 1), date(2017, 7, 12), "The Met"))


def test_the_headline_says_files_rows_refused_and_the_last_month() -> None:
    view = make_view()
    said = "The figures come from 1 file and 9 rows, of which 1 was refused. They run to June 2017."
    assert words.headline(view) == said
    none = make_view(sources=[{**SOURCE, "rows_refused": 0}])
    assert "none was refused" in words.headline(none)
    assert "6 rows were loaded. 2 more were left out on purpose." in words.lead(view)


def test_a_revision_says_what_stood_first_what_stands_now_and_why() -> None:
    assert words.change(make_view(), CHANGE) == (
        "Violence against the person: Violence without injury, April 2018: first published 10,417, now 6,469, because "
        "the 2023-12 release lists stalking and harassment apart from violence without injury."
    )
    assert words.change(make_view(), {**CHANGE, "new_release": "2022-01"}).endswith("The publisher gives no reason.")
    assert "not listed in the 2023-10 release, now 6,469" in words.change(make_view(), {**CHANGE, "first": None})


def test_published_text_is_escaped() -> None:
    assert "&lt;script&gt;x&lt;/script&gt;" in page()
    assert "<script" not in page()
    assert "style=" not in page()


def test_every_measure_every_term_and_every_method_is_on_the_page() -> None:
    written = page()
    for measure in catalogue().measures:
        assert f'id="measure-{measure.id}"' in written
    for term in glossary():
        assert f'id="{term.anchor}"' in written
    assert all(heading in written for _, heading, *_ in METHODS)
    assert written.count("/crime-map?measure=") == 1  # only what the edition holds


def test_no_id_stands_twice_and_every_anchor_leads_somewhere() -> None:
    written = page()
    ids = re.findall(r' id="([^"]+)"', written)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', written)) <= set(ids)


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", page())]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_the_demonstration_says_so_first_and_in_the_section_about_it() -> None:
    written = demonstration()
    assert "This is a demonstration edition" in written
    assert "Demonstration edition. Its files are modelled" in written
    assert "This is an official edition" in page()
    assert "Official edition." in page()


def test_the_choice_of_revisions_holds_only_what_was_revised() -> None:
    releases = make_view().releases
    assert chosen("recorded_crime", releases) == ("recorded_crime", None)
    assert chosen(f"recorded_crime:{VIOLENCE}", releases) == ("recorded_crime", VIOLENCE)
    assert chosen("<b>", releases) == chosen("", releases) == (None, None)


def test_what_was_accepted_stands_with_its_reason_and_its_file() -> None:
    accepted = [{"dataset": "recorded_crime", "finding": "from 200 to 20 (−90%)", "reason": "counted twice until June"}]
    written = page(acceptances=accepted)
    assert "from 200 to 20 (−90%)" in written
    assert "counted twice until June" in written
    assert "/data-and-methods/acceptances.csv" in written


def test_without_revisions_refusals_and_acceptances_the_page_says_so() -> None:
    written = page(releases=[], changes=[], refused=[])
    assert "No file in this edition changed a month" in written
    assert "Nothing was refused in this edition." in written
    assert "No dataset shrank or jumped beyond its bounds." in written


def test_the_methods_give_the_numbers_that_the_code_uses() -> None:
    said = {anchor: text for anchor, _, text, _ in METHODS}
    assert f"{CONFIDENCE:.0%} interval" in said["rate"]
    assert f"for {BYAR_FROM} or more" in said["rate"]
    assert f"fewer than {SMALLEST_BASE_FOR_PERCENTAGE} earlier" in said["change"]
    assert "{:.0f}%, {:.0f}% and {:.0f}%".format(*CHANGE_BREAKS[3:]) in said["classes"]


def test_cells_that_do_not_come_out_are_named_with_both_figures() -> None:
    cell = {"area_name": "Barnet", "name": "Burglary", "month": date(2017, 6, 1), "published_pct": -2.0,
            "change_pct": 1.81, "difference": 3.81}  # fmt: skip
    words = page(differing=[cell])
    for each in ("Barnet</th>", "Apr–Jun 2017", "−2%", "+1.8%", "+3.8<", 'href="/local-priorities"'):
        assert each in words, each
    assert "This edition gives no such cell." in page()
