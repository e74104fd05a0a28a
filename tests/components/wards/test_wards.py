"""The words, the map, the sums and the table, on the edition by hand (tests/data/made_wards.py has the answers)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from components import wards
from components.render import to_html
from components.wards import heading, words
from components.wards.data import data_side, method, notes
from components.wards.headline import headline, lead
from components.wards.map import map_side, ward_map
from components.wards.sums import difference, reasons, sums_side
from components.wards.table import sorted_rows
from data.catalogue import catalogue
from data.wards.view import gathered
from data.warehouse import Warehouse
from geo.areas import find
from tests.data.made_wards import ABBEY, house


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return house(tmp_path_factory.mktemp("wards"))


def view(made: Warehouse, slug: str = "camden", **params: str) -> wards.WardsView:
    borough = find(slug)
    assert borough is not None
    with made.edition() as edition:
        found = wards.view_of(gathered(edition, catalogue(), borough, params))
    assert isinstance(found, wards.WardsView)
    return found


@pytest.mark.parametrize(("params", "sentence"), [
    ({"to": "2022-05"}, "Of Camden’s 3 wards, Abbey had the highest count of recorded burglary offences in the 12 "
                        "months to May 2022."),
    ({"to": "2022-05", "show": "change"}, "Recorded burglary offences rose in 1 and fell in 0 of Camden’s 3 wards in "
                                          "the 12 months to May 2022."),
    ({"to": "2022-04", "span": "month", "measure": "robbery"}, "Recorded robbery offences in Camden’s 3 wards came "
                                                               "to 1 in April 2022, at most 1 in any one."),
])  # fmt: skip
def test_the_headline_says_what_the_figures_say(made: Warehouse, params: dict[str, str], sentence: str) -> None:
    assert headline(view(made, **params)) == sentence


def test_wards_that_share_the_highest_count_are_all_named(made: Warehouse) -> None:
    assert headline(view(made, "brent", to="2022-05")).startswith("Of Brent’s 2 wards, Fern and Gorse shared")


def test_the_lead_says_which_wards_and_that_there_are_no_rates(made: Warehouse) -> None:
    old, new, same = (lead(view(made, slug, to=to)) for slug, to in (
        ("camden", "2022-05"), ("camden", "2023-10"), ("brent", "2022-09")))  # fmt: skip
    assert "on the wards of 2018, in force until May 2022" in old
    assert "on the wards in force since May 2022" in new
    assert "No ward of Brent changed in May 2022" in same
    assert all("there are no rates" in each for each in (old, new, same))


def test_the_map_has_each_ward_once_in_the_class_that_the_key_explains(made: Warehouse) -> None:
    """Fifths of 12, 24 and 144: 16.8, 21.6, 48 and 96; by fives 15, 20, 50 and 95."""
    now = view(made, to="2022-05", ward=ABBEY)
    drawn = ward_map(now)
    assert re.findall(r'class="area (\w+)"[^>]*data-code="(\w+)"', drawn) == [
        ("c5", "E05000001"), ("c3", "E05000002"), ("c1", "E05000003")]  # fmt: skip
    assert drawn.count('class="chosen"') == 1 and drawn.count('class="chosen casing"') == 1
    assert 'aria-label="Map of recorded burglary offences by ward of Camden, 12 months to May 2022: highest in Abbey ' \
           '(144), Belle (24) and Elm (12); the same figures are in the table below."' in drawn
    key = to_html(map_side(now))
    assert key.count("<li>") == 5 and key.count(">1 ward<") == 3
    assert 'tabindex="0" role="application"' in key
    assert "Abbey</strong>" in key and "144 offences, up 20% on the previous 12 months, highest of 3." in key


def test_a_change_without_a_percentage_has_no_colour(made: Warehouse) -> None:
    drawn = ward_map(view(made, to="2022-05", show="change"))
    assert re.findall(r'class="area (\w+)"', drawn) == ["d6", "d4", "na"]  # +20%, 0%, base of 12


def test_without_a_map_it_says_why_and_leads_to_the_latest(made: Warehouse) -> None:
    page = to_html(map_side(view(made)))
    assert "<svg" not in page and "No map for this period." in page
    assert 'href="/boroughs/camden/wards?measure=burglary&amp;span=12m&amp;to=2022-05&amp;show=number"' in page


def test_too_few_offences_are_not_mapped(made: Warehouse) -> None:
    page = to_html(map_side(view(made, to="2022-05", span="month", measure="robbery")))
    assert "Too few offences to map: 1 offence in all wards." in page and "ward-map\"" not in page


def test_the_sums_say_by_how_much_and_why(made: Warehouse) -> None:
    now = view(made, to="2022-05")
    assert difference(now) == 12
    page = to_html(sums_side(now))
    assert "Wards do not add up to Camden" in page and "+12 (+6.3%)" in page
    assert "Offences without an exact place are in the borough and in no ward." in page
    brent = view(made, "brent", to="2022-05")
    assert difference(brent) == -12 and "In this period the wards hold more than the borough." in reasons(brent)


def test_the_table_ranks_and_sorts(made: Warehouse) -> None:
    now = view(made, to="2022-05", sort="ward")
    assert [row.area_name for row in sorted_rows(now)] == ["Abbey", "Belle", "Elm"]
    for sort, first in (("-percent", "Abbey"), ("percent", "Belle"), ("value", "Elm"), ("-ward", "Elm")):
        assert sorted_rows(view(made, to="2022-05", sort=sort))[0].area_name == first, sort
    total = now.total
    assert (total.offences, total.offences_before, total.change) == (180, 156, 24)
    assert total.change_pct == pytest.approx(100 * 24 / 156)
    page = to_html(data_side(now))
    assert "Sum of the wards" in page and "+15.4%" in page and ">n/c<" in page
    assert page.count('aria-sort="ascending"') == 1


def test_without_a_year_to_compare_there_are_no_columns_of_change(made: Warehouse) -> None:
    now = view(made, to="2023-05")
    page = to_html(data_side(now))
    assert "Change" not in re.sub(r"<p.*?</p>", "", page) and page.count('scope="col"') == 3
    said = to_html(list(notes(now)))
    assert "are on another set of wards" in said and "The nearest period with a year to compare: " in said
    assert "to=2022-05" in said


def test_sorting_by_a_column_that_is_not_there_gives_the_figure_on_the_map(made: Warehouse) -> None:
    rows = sorted_rows(view(made, to="2023-05", sort="percent"))
    assert [row.offences for row in rows] == [96, 36, 12]


def test_nothing_is_called_good_or_bad_and_the_method_says_what_it_must(made: Warehouse) -> None:
    now = view(made, to="2022-05", ward=ABBEY)
    page = to_html([heading.opening(now), map_side(now), sums_side(now), data_side(now), method(now)])
    assert not re.search(r"\b(good|bad|better|worse|improv\w+|alarm\w*|surge|spike|significant)\b", page.lower())
    for said in ("never joined or compared", "there are no rates", "counts as 0", "Recorded is not the same"):
        assert said in page


def test_names_are_escaped(tmp_path: Path, made: Warehouse) -> None:
    now = view(made, to="2022-05")
    odd = [row if row.area_code != ABBEY else type(row)(**{**row.__dict__, "area_name": "<b>&"}) for row in now.rows]
    told = type(now)(**{**now.__dict__, "rows": tuple(odd)})
    page = to_html([map_side(told), data_side(told)])
    assert "<b>&" not in page and "&lt;b&gt;&amp;" in page


def test_an_edition_without_ward_figures_has_a_page_with_links(tmp_path: Path) -> None:
    borough = find("camden")
    assert borough is not None
    with house(tmp_path, has_wards=False, kind="demonstration").edition() as edition:
        found = wards.view_of(gathered(edition, catalogue(), borough, {}))
    assert isinstance(found, wards.NoWards)
    page = to_html(wards.nothing_page(found))
    assert "<h1>There are no ward figures for Camden in this edition</h1>" in page
    assert 'href="/boroughs/camden"' in page and 'href="/data-and-methods"' in page
    assert "Demonstration data." in page


def test_provisional_months_are_named(made: Warehouse) -> None:
    assert words.provisional_words(view(made, to="2023-12")) == (
        "November and December 2023 are provisional and may be revised.")  # fmt: skip
    assert words.provisional_words(view(made, to="2023-10")) == ""
    assert view(made, to="2023-12").months.first_provisional == date(2023, 11, 1)
