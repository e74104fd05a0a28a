"""The briefing's parts, on a profile made by hand: what is on the paper, in letters as well as in colour."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from components.borough.kinds import BoroughRow, BoroughSurvey, Priority, SearchFigures, Strip
from components.borough.view import ProfileView
from components.briefing import groups, harm, letters, priorities, running, searches, similar, sources, surveys, words
from components.map_view import EditionNote
from components.render import to_html
from data.catalogue import catalogue
from data.selection import Coverage
from data.selection.borough import BoroughSelection
from data.similar import SimilarBoroughs
from geo.areas import find

JUNE = date(2017, 6, 1)


def row(measure_id: str = "burglary", **changed: Any) -> BoroughRow:
    """36 months of 10, a quarter of 33 against 30 (+10.0%), a year of 132 against 120 (+10.0%), London 5% up."""
    made: dict[str, Any] = {
        "measure_id": measure_id, "name": measure_id.replace("-", " ").capitalize(), "definition": "", "priority": "p",
        "part_of": None, "part_of_name": None, "is_reporting": False, "dataset": "recorded_crime", "month": JUNE,
        "is_own_period": False, "is_provisional": False, "offences": 11.0, "offences_12m": 132.0,
        "offences_12m_before": 120.0, "change": 12.0, "change_pct": 10.0, "change_lower_pct": -4.0,
        "change_upper_pct": 26.0, "change_verdict": "no_clear_change", "dispersion": 1.0, "season": 1.0, "centre": 10.0,
        "half_width": 4.0, "expected_lower": 6.0, "expected_upper": 14.0, "baseline_months": 24, "limits": "limits",
        "signal": "within", "rules": "", "since": None, "p_value": 0.5, "q_value": 0.9, "broken": None,
        "values": (10.0,) * 35 + (11.0,), "range_lower": (6.0,) * 36, "range_upper": (14.0,) * 36, "judged_from": 24,
        "older_form_of": None, "quarter": 33.0, "quarter_before": 30.0, "quarter_change": 3.0, "quarter_pct": 10.0,
        "quarter_lower_pct": -20.0, "quarter_upper_pct": 51.0, "quarter_verdict": "no_clear_change", "rate": 8.0,
        "rate_lower": 7.0, "rate_upper": 9.0, "residents": 16500, "residents_year": 2017, "london_12m": 70000.0,
        "london_rate": 8.1, "london_change_pct": 5.0, "london_change_lower_pct": 1.0, "london_change_upper_pct": 9.0,
        "london_change_verdict": "higher", "london_signal": "within", "place": 2, "of": 8, "sharing": 1,
    }  # fmt: skip
    return BoroughRow(**{**made, **changed})


def chosen(made: BoroughRow | None, **changed: Any) -> Priority:
    base = Priority("burglary", "Burglary", "Burglary", "", False, False, None, made)
    return replace(base, **changed)


def view(**changed: Any) -> ProfileView:
    camden = find("camden")
    assert camden is not None
    made: dict[str, Any] = {
        "catalogue": catalogue(), "area": camden, "selection": BoroughSelection("camden", JUNE), "corrections": (),
        "coverage": Coverage(date(2011, 1, 1), date(2017, 8, 1)), "settled": JUNE, "settled_month": JUNE,
        "edition": EditionNote("official-1", False, date(2017, 8, 1), date(2017, 9, 12), "The Met"),
        "facts": {"residents": 246200, "residents_year": 2016, "unit": None, "unit_boroughs": ()},
        "priorities": {"year": "2017/18", "note": "", "source": "The report", "rows": ()}, "harm": (), "crimes": (),
        "hate": (), "without": (), "similar": SimilarBoroughs(camden.area_code, {}, (), (), (), "no figures"),
        "similar_names": (), "compared": (), "funnel": None, "funnel_measures": (), "searches": None, "surveys": (),
        "published": {"calls": None, "officers": None, "fund": None},
    }  # fmt: skip
    return ProfileView(**{**made, **changed})


def with_priorities(*rows: Priority) -> ProfileView:
    return view(priorities={"year": "2017/18", "note": "", "source": "The report", "rows": rows})


def text(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


@pytest.mark.parametrize(("signal", "letter"), [("higher", "H"), ("within", "W"), ("lower", "L")])
def test_each_judgement_has_a_letter_a_shape_and_words(signal: str, letter: str) -> None:
    said = to_html(letters.lettered(signal))
    assert f'<b class="box" aria-hidden="true">{letter}</b>' in said
    assert "<svg" in said and text(said).startswith(letter) and "expected" in said


@pytest.mark.parametrize("signal", ["too_few", "not_comparable", "provisional", "not_available"])
def test_what_is_not_judged_has_no_letter(signal: str) -> None:
    assert "box" not in to_html(letters.lettered(signal)) and text(to_html(letters.lettered(signal)))


def test_a_priority_tells_quarter_change_interval_month_year_and_london() -> None:
    said = text(to_html(priorities.priorities(with_priorities(chosen(row(), published_pct=9.0)))))
    for wanted in ("Apr–Jun 2017 33", "Apr–Jun 2016 30", "+3 +10.0%", "no clear change (95% interval −20.0 to +51.0%)",
                   "June 2017: 11, expected 6 to 14.", "12 months: 132, +10.0%, London +5.0%.",
                   "Apr–Jun 2017 as published: +9%"):  # fmt: skip
        assert wanted in said, wanted


def test_charts_are_drawn_for_the_paper_and_smaller_where_there_are_more() -> None:
    two = to_html(priorities.priorities(with_priorities(chosen(row()), chosen(row()))))
    three = to_html(priorities.priorities(with_priorities(*[chosen(row())] * 3)))
    assert 'width="386"' in two and "crowded" not in two
    assert 'width="292"' in three and "crowded" in three


def test_a_priority_of_very_few_has_numbers_and_no_chart() -> None:
    said = to_html(priorities.priorities(with_priorities(chosen(row(offences_12m=9.0)))))
    assert "Too few offences to chart" in said and 'width="386"' not in said


def test_a_priority_without_figures_says_so_and_anti_social_behaviour_gives_londons() -> None:
    calls = {"value": 67000.0, "unit": "calls", "note": "as printed: over 67,000", "period_words": "Apr–Jun 2017"}
    asb = chosen(None, name="Anti-social behaviour", note="No open file gives them.", is_everywhere=True)
    found = replace(with_priorities(chosen(None), asb), published={"calls": calls})
    said = text(to_html(priorities.priorities(found)))
    assert "This edition has no figures for it in this period." in said
    assert "No open file gives them. London, Apr–Jun 2017, as published: over 67,000 calls." in said


def test_a_change_over_a_break_is_not_given() -> None:
    broken = row(quarter_verdict="not_comparable", quarter_change=None, quarter_pct=None, change_pct=None,
                 change_verdict="not_comparable")  # fmt: skip
    said = text(to_html(priorities.priorities(with_priorities(chosen(broken)))))
    assert "Change Not comparable" in said and "12 months:" not in said and "interval" not in said


def test_without_a_choice_there_is_no_block() -> None:
    assert priorities.priorities(view()) is None


def test_high_harm_rows_have_numbers_verdict_interval_and_letter() -> None:
    said = text(to_html(harm.harm(view(harm=(row("knife-crime", signal="higher", is_reporting=True),)))))
    assert "Knife crime 33 30 +3 No clear change +10.0% −20.0 to +51.0%" in said
    assert "H Higher" in said and "Many of these offences go unreported" in said


def test_no_percentage_is_explained_and_a_row_of_another_quarter_says_which() -> None:
    other = row("knife-crime", quarter_pct=None, month=date(2016, 12, 1), is_own_period=True)
    said = text(to_html(harm.harm(view(harm=(other,)))))
    assert "Oct–Dec 2016" in said and "n/c: not calculated" in said


def test_the_largest_hate_strand_stands_for_hate_crime_where_that_has_no_figure() -> None:
    strand = row("racist-and-religious-hate-crime")
    assert harm.listed(view(harm=(row(),), hate=(strand,)))[-1] == strand
    whole = row("hate-crime")
    assert harm.listed(view(harm=(whole,), hate=(strand,))) == (whole,)


def test_no_more_rows_than_the_sheet_has_room_for() -> None:
    assert len(harm.listed(view(harm=tuple(row(f"m-{i}") for i in range(14))))) == harm.MOST
    known = [m.id for m in catalogue().measures][:14]
    crimes = tuple(row(id, offences_12m=float(i + 1)) for i, id in enumerate(known))
    assert [r.measure_id for r in groups.listed(view(crimes=crimes))] == known[-groups.MOST :]  # the largest, in order


def test_groups_leave_out_parts_and_what_is_put_together() -> None:
    known = [m.id for m in catalogue().measures]
    crimes = (row(known[0]), row(known[1], part_of=known[0]), row("robbery-and-theft-from-the-person"))
    assert [r.measure_id for r in groups.listed(view(crimes=crimes))] == known[:1]


def strip(measure_id: str = "burglary", rate: float = 8.0, *others: float) -> Strip:
    rates = others or (4.0, 10.0)
    points = tuple({"slug": f"b{i}", "name": f"Borough {i}", "rate": each} for i, each in enumerate(rates))
    return Strip(measure_id, measure_id.capitalize(), JUNE, False, False, rate, 7.0, 9.0, 8.1, 2, 3, 1, 100.0, points)


def test_a_strip_names_the_ends_and_gives_its_own_rate_and_place() -> None:
    drawn = similar.strip_drawing("Camden", strip(), "2nd highest of 3")
    assert "Borough 0 4.0" in drawn and "Borough 1 10.0" in drawn
    assert 'aria-label="Burglary: Camden 8.0 per 1,000 residents, 2nd highest of 3"' in drawn
    # From zero (x 16) to the highest rate, 10 (x 340): 8 stands at 16 + 0.8 * 324 = 275.2.
    assert 'cx="275.2"' in drawn


def test_names_of_the_ends_never_overlap_nor_leave_the_drawing() -> None:
    for others in ((9.8, 10.0), (0.1, 0.2), (10.0, 10.0), (5.0,)):
        drawn = similar.strip_drawing("Camden", strip("burglary", 1.0, *others), "")
        spans = sorted(
            (float(x) - len(said) * similar.PER_LETTER / 2, float(x) + len(said) * similar.PER_LETTER / 2)
            for x, said in re.findall(r'<text x="([\d.]+)" y="31" class="mid ax">([^<]+)', drawn)
        )
        assert spans and spans[0][0] >= 0 and spans[-1][1] <= similar.WIDTH + 1
        assert all(first[1] <= second[0] for first, second in zip(spans, spans[1:], strict=False))


def test_a_measure_stands_once_where_its_older_form_counts_the_priority() -> None:
    older = row("burglary-2018", older_form_of="burglary")
    found = replace(with_priorities(chosen(older)), compared=(strip("burglary"), strip("burglary-2018")))
    assert [each.measure_id for each in similar.shown(found)] == ["burglary-2018"]


def test_without_similar_boroughs_the_reason_is_given() -> None:
    assert "Similar boroughs cannot be told: no figures." in text(to_html(similar.similar(view())))


def answer(name: str, verdict: str) -> BoroughSurvey:
    return BoroughSurvey(
        "m", name, "?", "PAS", "p", JUNE, False, 0.66, 0.60, 0.71, 400.0, "400 in a borough", 1.5, 0.69, -3.0, -11.0,
        5.0, "no_clear_change", None, (0.66,), 0.69, 0.68, 0.70, 12800.0, -3.0, -9.0, 2.5, verdict,
    )  # fmt: skip


def test_a_survey_says_how_sure_it_is_and_whether_london_differs() -> None:
    rows = answer("Residents who trust the Met", "higher"), answer("Residents who feel informed", "no_clear_gap")
    found = view(surveys=rows)
    made = to_html(surveys.surveys(found))
    said = text(made)
    assert "Residents who …" in said and "… trust the Met 66% 60–71% 69%" in said
    assert "Above London" in said and "No clear difference" in said
    assert made.count('r="3.8" fill="#12507B"') == 1 and made.count('r="3.8" fill="#FFFFFF"') == 1  # filled, hollow


def test_searches_say_what_they_leave_out() -> None:
    found = SearchFigures(date(2016, 7, 1), JUNE, 12, False, 2017, 4868, 4868, 1314, 19.8, 0.27, 0.26, 0.28, 40000,
                          40000, 11600, 15.9, 0.29, 0.28, 0.30, 5102, 3200, 0.08, (date(2017, 2, 1),))  # fmt: skip
    said = text(to_html(searches.searches(view(searches=found))))
    for wanted in ("12 months to June 2017", "4,868 5,102 a year before", "19.8 London 15.9",
                   "27% 26% to 28%, London 29%", "Without February 2017, in which too many searches name no borough",
                   "8% They are in no borough’s figures"):  # fmt: skip
        assert wanted in said, wanted
    assert "no full year or quarter" in text(to_html(searches.searches(view())))


def test_sources_name_publisher_edition_and_caveats() -> None:
    said = text(to_html(sources.sources(view(without=("A", "B", "C", "D", "E", "F")))))
    for wanted in ("Source: The Met", "Edition official-1, refreshed 12 September 2017", "Recorded is not committed",
                   "A, B, C, D and 2 more: none for this period", "Open Government Licence"):  # fmt: skip
        assert wanted in said, wanted
    assert "Provisional" not in said
    assert "Provisional" in text(to_html(sources.sources(view(settled=date(2017, 3, 1)))))


def test_the_foot_of_every_sheet_has_edition_and_date_and_the_demonstration_its_mark() -> None:
    official = running.margins(view()).markup
    assert "@bottom-left" in official and "refreshed 12 September 2017" in official and "counter(page)" in official
    assert "@top-center" not in official
    note = EditionNote("demonstration-1", True, JUNE, date(2017, 9, 12), "The Met")
    assert words.DEMONSTRATION.split(":")[0] in running.margins(view(edition=note)).markup
    assert words.title(view(edition=note)).startswith("Demonstration – Camden briefing, Apr–Jun 2017")


def test_words_in_the_margin_cannot_end_the_style() -> None:
    assert running.quoted('a"b</style>\\') == '"a\\22 b\\3c \\2f style\\3e \\5c "'
