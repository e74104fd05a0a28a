"""The figures of stop and search: what is drawn where, what the tables hold, and that nothing hidden leaks."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import stop_and_search, theme
from components.render import to_html
from components.stop_and_search import (
    borough_map,
    boroughs,
    denominators,
    found,
    months,
    months_plot,
    outcomes,
    people,
    rates,
    rates_plot,
    reasons,
)
from components.stop_and_search.answers import PARTS, answers
from components.stop_and_search.found_plot import panel, scale_of
from components.stop_and_search.scales import ratio_scale
from components.stop_and_search.view import StopAndSearchView
from data.selection.stop_and_search import By, SearchSelection, Sort
from tests.components.stop_and_search.made import (
    ASIAN,
    BARNET,
    BLACK,
    CAMDEN,
    HIDDEN,
    MONTHS,
    NOWHERE,
    UNKNOWN,
    WEAPONS,
    WHITE,
    YEAR,
    group,
    in_camden,
    made,
    object_group,
    tally,
)


def drawing(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)


def texts(markup: str) -> list[str]:
    return ["".join(each.itertext()) for each in drawing(markup).iter("{http://www.w3.org/2000/svg}text")]


def found_all(markup: str, tag: str) -> list[dict[str, str]]:
    return [dict(each.attrib) for each in drawing(markup).iter(f"{{http://www.w3.org/2000/svg}}{tag}")]


def cells(page: str, row: str) -> list[str]:
    """The cells of the first row with this head, as text."""
    inside = re.search(rf'<th scope="row"[^>]*>(?:<a [^>]*>)?{re.escape(row)}<.*?</tr>', page, re.DOTALL)
    assert inside, row
    return [re.sub(r"<[^>]+>", " ", each).strip() for each in re.findall(r"<td[^>]*>(.*?)</td>", inside[0])]


@given(st.floats(0.13, 60), st.floats(0.13, 60))
def test_half_and_twice_are_as_far_from_the_same(one: float, other: float) -> None:
    scale = ratio_scale((one, other, 1 / one if one else 1), left=0, right=100)
    step = scale.x(2) - scale.x(1)
    assert math.isclose(scale.x(1) - scale.x(0.5), step)
    assert (one < other) <= (scale.x(one) <= scale.x(other))
    assert 0 <= scale.x(one) <= 100


def test_the_scale_has_words_and_ends_at_powers_of_two() -> None:
    scale = ratio_scale((3.2, 4.9), left=0, right=100)
    assert [words for _, words in scale.ticks] == ["half", "same", "2 times", "4 times", "8 times"]
    assert ratio_scale((None, 0.0), left=0, right=100).ticks[-1] == (4.0, "4 times")
    with pytest.raises(ValueError, match="no place"):
        scale.x(0)


def test_the_bars_are_as_long_as_the_rates_and_the_marks_stand_at_the_ratios() -> None:
    view = made()
    markup = rates_plot.wide(view)
    bars = found_all(markup, "rect")
    assert [each["fill"] for each in bars] == [rates_plot.BAR_GREY, theme.ACCENT, rates_plot.BAR_GREY]
    white, black, asian = (float(each["width"]) for each in bars)
    assert math.isclose(black / white, 4.0, rel_tol=0.01) and white == asian
    scale = ratio_scale((4.0, 3.71, 4.31, 2.9, 5.2, 0.7), left=668, right=1036)
    circles = found_all(markup, "circle")
    assert float(circles[1]["cx"]) == pytest.approx(scale.x(4.0), abs=0.1)
    assert circles[1]["fill"] == theme.ACCENT, "four times is clear"
    assert circles[2]["fill"] == theme.PAGE, "an interval from 0.9 to 1.11 holds the same rate"
    lines = found_all(markup, "line")
    thin = [line for line in lines if line.get("stroke") == theme.LINE_DATA and line["y1"] == line["y2"]]
    assert [float(thin[0][end]) for end in ("x1", "x2")] == pytest.approx([scale.x(2.9), scale.x(5.2)], abs=0.1)
    same = [line for line in lines if line.get("stroke") == theme.INK and line["x1"] == line["x2"]]
    assert float(same[0]["x1"]) == pytest.approx(scale.x(1), abs=0.1)


def test_the_label_tells_the_figure_and_the_table_has_the_same_numbers() -> None:
    assert "Black: 40.0 searches per 1,000 residents, 4.0 times the White rate" in rates_plot.label(made())
    page = to_html(rates.rates(made()))
    assert cells(page, "Black") == [
        "2,000", "50.0%", "50,000", "40.0", "38.3 to 41.8", "4.0", "3.7 to 4.3", "2.9 to 5.2"
    ]  # fmt: skip
    assert cells(page, "White")[5:] == ["1.0", "–", "–"]
    assert cells(page, "Not stated")[:3] == ["500", "12.5%", "–"]
    assert 'role="img"' in page and "<caption" in page and page.count("<details") == 1


def test_without_residents_the_bars_are_counts_and_there_is_no_ratio() -> None:
    plain = (group("white", "White", 1000), group("black", "Black", 2000))
    view = made(groups=plain, residents_basis=None)
    markup = rates_plot.wide(view)
    assert "Searches" in texts(markup) and "2,000" in texts(markup)
    assert not found_all(markup, "circle") and "Rate compared" not in markup
    hidden = rates_plot.wide(made(groups=(*plain, HIDDEN_GROUP), residents_basis=None))
    assert "withheld" in texts(hidden) and len(found_all(hidden, "rect")) == 2
    assert "stop-narrow" in to_html(rates.figure(view)) and to_html(rates.figure(view)).count("<svg") == 2


def test_a_rate_clearly_below_white_peoples_is_filled_too() -> None:
    below = replace(ASIAN, ratio=0.6, ratio_lower=0.5, ratio_upper=0.7)
    circles = found_all(rates_plot.wide(made(groups=(WHITE, BLACK, below))), "circle")
    assert [each["fill"] for each in circles] == [theme.PAGE, theme.ACCENT, theme.INK_2]


HIDDEN_GROUP = group("mixed", "Mixed", None)


def hidden_views() -> list[StopAndSearchView]:
    """Views in which something is withheld, on every part."""
    groups = (WHITE, BLACK, ASIAN, HIDDEN_GROUP, UNKNOWN)
    weapons = replace(WEAPONS, groups=(*WEAPONS.groups[:2], object_group("asian", "Asian", None)))
    view = made(groups=groups, london_groups=groups, ages=(group("under-18", "Under 18", None),),
                genders=(group("male", "Male", None),), objects=(weapons,))  # fmt: skip
    return [view, in_camden(groups=groups, ages=view.ages, genders=view.genders)]


@pytest.mark.parametrize("view", hidden_views(), ids=["London", "Camden"])
def test_a_withheld_figure_has_words_and_neither_bar_dot_nor_box(view: StopAndSearchView) -> None:
    assert "withheld" in rates_plot.label(view)
    markup = rates_plot.wide(view)
    assert len(found_all(markup, "rect")) == 3 and "withheld" in texts(markup)
    whole = "".join(to_html(make(view)) for make, _ in PARTS.values())
    assert not re.findall(r".{30}\b(?:None|nan)\b.{30}", whole)
    assert "withheld: fewer than 5, or withheld to protect such a figure." in whole
    assert cells(to_html(rates.rates(view)), "Mixed")[0] == "withheld"
    assert cells(to_html(people.people(view)), "Under 18") == ["withheld", "withheld", "withheld", "–"]


def test_a_hidden_borough_has_no_class_and_no_number_in_its_box() -> None:
    areas = borough_map.areas(made())
    assert [areas[row.area_code][0] for row in (CAMDEN, BARNET, HIDDEN)] == [5, 1, None]
    assert areas[HIDDEN.area_code][1] == "Richmond upon Thames\nApril 2017 to January 2018\nWithheld"
    assert "20.0 per 1,000 residents (18.0 to 22.0)" in areas[CAMDEN.area_code][1]
    assert "4,000 searches, 2.0 times London’s rate" in areas[CAMDEN.area_code][1]
    assert len(areas) == 4 and NOWHERE.area_name not in str(areas)
    assert "highest in Camden (20.0) and Barnet (4.00)" in borough_map.map_label(made())


def test_the_key_counts_boroughs_by_class_and_those_without_a_figure() -> None:
    assert borough_map.counted(made()) == [
        ("Under 5", 1), ("5 to 9", 0), ("10 to 14", 0), ("15 to 19", 0), ("20 or more", 1)
    ]  # fmt: skip
    keys = to_html(borough_map.keys(made()))
    assert keys.count("No figure, or withheld: 1 borough") == 2
    assert to_html(borough_map.keys(made(map_breaks=()))) == ""


def test_the_two_denominators_stand_beside_each_other() -> None:
    view = made()
    markup = to_html(denominators.plot(view)).split("</svg>")[0].split('stop-wide">')[1] + "</svg>"
    camden, barnet = found_all(markup, "circle")[:2], found_all(markup, "circle")[2:]
    assert [each["fill"] for each in camden] == [theme.PAGE, theme.INK_2], "offences hollow, residents filled"
    assert float(camden[0]["cx"]) == float(camden[1]["cx"]), "both are twice London's"
    assert float(barnet[1]["cx"]) < float(camden[1]["cx"])
    assert "withheld" in texts(markup)
    said = to_html(boroughs.listing(view))
    assert "recorded because a search found something" in said and "Neither denominator" in said
    assert "300.0 searches per 100 recorded offences (drug offences, 3,000)" in said


def test_the_table_of_boroughs_begins_with_london_and_sorts_by_links() -> None:
    page = to_html(boroughs.listing(made()))
    rows = re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+)', page)
    assert rows[:5] == ["London, 32 boroughs", "Camden", "Barnet", "Richmond upon Thames", "No borough"]
    assert cells(page, "Camden") == ["4,000", "20.0 18.0 to 22.0", "2.00", "600.0", "2.00", "25.0% 23.0 to 27.0%",
                                     "3.0 2.5 to 3.6"]  # fmt: skip
    assert cells(page, "Richmond upon Thames") == ["withheld", "–", "–", "–", "–", "withheld", "withheld"]
    assert 'aria-sort="descending"' in page and "sort=ratio" in page
    by_name = to_html(boroughs.listing(made(selection=SearchSelection("2017-18", sort=Sort.NAME))))
    assert 'aria-sort="ascending"' in by_name


def test_the_months_of_the_borough_table_say_which_have_no_figures() -> None:
    page = to_html(boroughs.listing(made()))
    head = page.split("Searches by borough and month</caption>")[1]
    assert head.count('<span class="unit">no figures</span>') == 2
    rows = cells(head, "Camden")
    assert rows == ["40"] * 10 + ["–", "–"]


def test_find_rates_are_filled_only_where_they_differ_by_more_than_chance() -> None:
    view = made()
    drugs, weapons, other = view.objects
    circles = found_all(panel(drugs, scale_of(view)), "circle")
    assert [each["fill"] for each in circles] == [theme.ACCENT, theme.ACCENT, theme.PAGE]
    label = drawing(panel(drugs, scale_of(view))).attrib["aria-label"]
    assert "Black 20.0%, lower than the other groups" in label and "Asian 25.0%;" not in label
    few = panel(weapons, scale_of(view))
    assert "50 searches: too few" in texts(few) and len(found_all(few, "circle")) == 2
    page = to_html(found.found(view))
    assert page.count('class="stop-panel"') == 2, "a reason of which every group is withheld is named, not drawn"
    assert "Not drawn, for by ethnic group the figures are withheld or too few: Other objects (150 searches)." in page
    assert cells(page.split("Controlled drugs</th>")[1], "Black") == [
        "1,100", "220", "20.0%", "18.0 to 22.0%", "−5.0 (−9.0 to −1.0)", "lower", "lower"
    ]  # fmt: skip


def test_the_line_of_all_groups_stands_at_their_find_rate() -> None:
    view = made()
    scale = scale_of(view)
    drugs = view.objects[0]
    ink = [each for each in found_all(panel(drugs, scale), "line") if each.get("stroke") == theme.INK]
    assert float(ink[0]["x1"]) == pytest.approx(scale.x(25.0), abs=0.1)
    assert "All groups 25%" in texts(panel(drugs, scale))


def test_ratios_by_reason_leave_out_what_is_withheld_and_say_so() -> None:
    page = to_html(reasons.reasons(made()))
    assert "Not drawn, for the figures are withheld or too few: Other objects." in page
    assert [row.name for row in reasons.drawn_rows(made())] == ["All reasons", "Controlled drugs", "Offensive weapons"]
    assert cells(page, "Offensive weapons")[:2] == ["900", "9.3 7.9 to 11.1"]
    assert cells(page, "Other objects") == ["150", "withheld", "withheld"]


def test_outcomes_have_a_bar_and_a_number_or_are_withheld() -> None:
    page = to_html(outcomes.outcomes(made()))
    assert cells(page, "No further action") == ["75%", "19%", "38%", "9%"]
    assert cells(page, "Cannabis or khat warning") == ["8%", "1%", "withheld", "withheld"]
    bars = re.findall(r'<rect x="0" y="0" width="([\d.]+)"', page)
    assert float(bars[0]) == 54 and float(bars[1]) == 13.5, "bars of all columns share one scale"
    assert len(bars) == 10 and "given for possession" in page
    alone = made(outcomes=tuple(replace(each, cells=each.cells[:1]) for each in made().outcomes))
    assert "By ethnic group they are withheld as a whole." in to_html(outcomes.outcomes(alone))


def test_a_borough_hatches_the_months_without_figures_and_london_draws_them() -> None:
    london, camden = made(), in_camden()
    assert len(found_all(months_plot.narrow_counts(london), "rect")) == 12 + 1, "and the pattern's own"
    hatched = [each for each in found_all(months_plot.narrow_counts(camden), "rect") if "url(#" in each["fill"]]
    assert len(hatched) == 2 and all(each["data-tip"].endswith("No borough figures") for each in hatched)
    assert "Hatched" in months.subtitle(camden) and "Hatched" not in months.subtitle(london)
    page = to_html(months.months(camden))
    assert cells(page, "February 2018")[-2:] == ["no borough figures", "–"]
    assert cells(page, "April 2017") == ["12,004", "1.30", "25.0%", "1,080", "9.0%", "40", "0.40"]
    assert "above the limit in February 2018, March 2018" in months_plot.shares_label(london)


def test_a_year_of_five_months_leaves_the_others_blank() -> None:
    part = replace(YEAR, months=MONTHS[:5], unplaced=(), is_whole=False)
    view = made(period=part, months=made().months[:5])
    markup = months_plot.narrow_counts(view)
    assert len(found_all(markup, "rect")) == 5 + 1
    assert len([each for each in texts(markup) if len(each) == 1 and each.isalpha()]) == 12
    assert "Blank: a month that this edition does not have." in months.subtitle(view)


def test_ages_genders_and_reasons_have_counts_shares_and_find_rates() -> None:
    page = to_html(people.people(made()))
    assert cells(page, "Under 18") == ["900", "22.5%", "25.0%", "23.0 to 27.0%"]
    assert cells(page, "Offensive weapons")[:2] == ["900", "22.5%"]
    few = made(genders=(group("other", "Other", 45, tally=tally(45)),))
    assert cells(to_html(people.people(few)), "Other")[2] == "too few"
    assert "too few: under 100 searches" in to_html(people.people(few))


NO_TALLY = replace(tally(None), status="not_available")


@pytest.mark.parametrize(
    "view", [made(), in_camden(), made(selection=SearchSelection("2017-18", by=By.OFFICER)), *hidden_views(),
             made(has_searches=False, period=None, months=(), groups=(), objects=(), outcomes=(), boroughs=(), ages=(),
                  genders=(), london_groups=(), london_placed=None, map_breaks=(), offence_bases=(), offence=None,
                  total=NO_TALLY, london=NO_TALLY)],
)  # fmt: skip
def test_every_part_is_made_of_every_view_with_ids_of_its_own_and_no_style(view: StopAndSearchView) -> None:
    for make, _ in PARTS.values():
        to_html(make(view))
    whole = to_html(stop_and_search.page(view, asked=""))
    assert whole.count("did not load") == 1, "only the one that is hidden until it is needed"
    ids = re.findall(r' id="([^"]+)"', whole)
    assert len(ids) == len(set(ids))
    others = {each for each in ids if not each.startswith(("stop-", "by-", "area-", "key-hatch"))}
    assert others <= {"main", "controls", "copy-link", "hatch"}
    own = re.sub(r"<svg[^>]*borough-map.*?</svg>", "", whole, flags=re.DOTALL)
    assert " style=" not in own


def test_an_answer_writes_only_what_follows_the_change() -> None:
    view = made(selection=SearchSelection("2017-18", sort=Sort.NAME))
    written = answers(view, {"year": "2017-18"})
    changed = {name for name, content in zip(PARTS, written, strict=False) if isinstance(content, str)}
    assert changed == {"stop-corrections", "stop-selected", "stop-beside", "stop-listing", "stop-actions"}


def test_an_axis_without_figures_has_no_numbers() -> None:
    nowhere = replace(YEAR, unplaced=MONTHS)
    months_ = tuple(replace(each, searches=None, status="unplaced") for each in in_camden().months)
    markup = months_plot.narrow_counts(in_camden(period=nowhere, months=months_))
    assert not [each for each in texts(markup) if each.isdigit() and len(each) < 4]
    assert len([each for each in found_all(markup, "rect") if "url(#" in each["fill"]]) == 12
