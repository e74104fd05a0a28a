"""The overview's tables: the year and the month side by side, parts under wholes, reasons where there is no figure."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from components.overview import controls, data
from components.overview.answers import PARTS, answers
from components.overview.page import page
from components.overview.report import report
from components.overview.sections import reporting_printed, section
from components.overview.view import OverviewView
from components.render import to_html
from components.text import REPORTING
from data.catalogue import Break
from data.selection import Coverage
from data.selection.overview import Signals
from tests.components.overview_factories import JUNE, WHOLE, count_row, make_overview, published_row, survey_row

BROKEN = Break(month=date(2017, 1, 1), reason="A new recording system was brought in.")


def drawn(view: OverviewView) -> Element:
    made = [section(view, each) for each in view.sections]
    return ElementTree.fromstring(f"<div>{to_html(made)}</div>".replace("&nbsp;", " "))


def said(element: Element | None) -> str:
    assert element is not None
    return " ".join(" ".join(element.itertext()).split())


def rows(view: OverviewView, table: str = "counted") -> list[dict[str, str]]:
    """Each row's cells by the first word of their class; `m` is the row's head."""
    found = []
    for each in drawn(view).iter("table"):
        if table in (each.get("class") or "").split():
            for row in each.findall("tbody/tr"):
                cells = {[n for n in (c.get("class") or "").split() if n != "r"][0]: said(c) for c in row}
                found.append({**cells, "kind": row.get("class") or ""})
    return found


def test_a_row_has_the_year_with_its_interval_and_verdict_and_the_month_with_its_signal_and_rule() -> None:
    (row,) = rows(make_overview(count_row(signal="higher", rules="run,outer_third", since=date(2016, 10, 1))))
    assert row["now"] == "1,200" and row["prev"] == "1,000"
    assert row["chg"] == "+200 Verdict: Higher"
    assert row["pc"] == "+20.0% on year +10.0 to +30.5%"
    assert row["sg"] == "Higher than expected Above its average every month since October 2016"


def test_the_year_and_the_month_may_differ_and_are_not_mixed() -> None:
    (row,) = rows(make_overview(count_row(change_verdict="higher", signal="lower", rules="beyond_limit", since=JUNE)))
    assert "Higher" in row["chg"] and "Lower" not in row["chg"]
    assert row["sg"] == "Lower than expected Below the range"


@pytest.mark.parametrize(
    ("values", "cell", "words"),
    [
        ({"change_pct": None, "change_lower_pct": None, "change_upper_pct": None}, "pc", "n/c"),
        ({"change_verdict": "too_few"}, "chg", "+200 Verdict: Too few to say"),
        ({"change": 0.0, "change_verdict": "no_clear_change"}, "chg", "0 Verdict: No clear change"),
        ({"is_provisional": True, "signal": "provisional"}, "sg", "Provisional: not judged yet"),
        ({"is_provisional": True}, "chg", "+200 Verdict: Provisional"),
        ({"limits": "trial", "baseline_months": 14}, "sg", "Within expected range Trial range, from 14 months"),
        ({"limits": "none", "signal": "too_few"}, "sg", "Too few to say"),
        ({"change_verdict": "not_available", "offences_12m": None, "change": None}, "not-said",
         "Not available A month is missing"),
        ({"change_verdict": "not_available", "offences_12m": None, "change": None}, "now", "Not available"),
        ({"change_verdict": "not_comparable", "broken": BROKEN}, "not-said",
         "Not comparable Series break in January 2017"),
        ({"is_own_period": True, "month": date(2016, 12, 1)}, "m", "Burglary To December 2016"),
    ],
)  # fmt: skip
def test_what_stands_where_a_figure_needs_a_word(values: dict[str, Any], cell: str, words: str) -> None:
    (row,) = rows(make_overview(count_row(**values)))
    assert row[cell].startswith(words)


def test_a_broken_row_leads_to_the_reason_which_names_it() -> None:
    root = drawn(make_overview(count_row(change_verdict="not_comparable", broken=BROKEN), count_row("robbery")))
    link = next(a for a in root.iter("a") if (a.get("href") or "").startswith("#"))
    note = next(p for p in root.iter("p") if p.get("id") == (link.get("href") or "")[1:])
    assert said(note) == "Series break in January 2017, Burglary: A new recording system was brought in."


def test_parts_stand_under_their_whole_and_say_whose_part_they_are_when_it_is_not_listed() -> None:
    whole, part = count_row(signal="within"), count_row("residential-burglary", signal="higher")
    first, second = rows(make_overview(whole, part))
    assert (first["kind"], second["kind"]) == ("", "part")
    (alone,) = rows(make_overview(whole, part, show=Signals.HIGHER))
    assert alone["kind"] == "" and alone["m"].endswith("Part of burglary")


@pytest.mark.parametrize("show", [Signals.HIGHER, Signals.WITHIN, Signals.LOWER])
def test_a_filter_lists_its_own_and_says_so_where_nothing_is_left(show: Signals) -> None:
    view = make_overview(*(count_row(signal=s) for s in ("higher", "within", "lower", "too_few")),
                         survey_row(), published_row(), show=show)  # fmt: skip
    assert len(rows(view)) == view.tally(show) == 1
    assert not rows(view, "survey") and not rows(view, "published")
    empty = [said(p) for p in drawn(view).iter("p") if p.get("class") == "empty"]
    assert len(empty) == len(WHOLE.priorities) - 1 and len(set(empty)) == 1


def test_every_measure_leads_to_its_own_series_for_the_area_and_period() -> None:
    root = drawn(make_overview(count_row(), area="camden"))
    assert [a.get("href") for a in root.iter("a")][0] == "/trends?series=burglary:camden&to=2017-06"
    london = drawn(make_overview(count_row()))
    assert [a.get("href") for a in london.iter("a")][0] == "/trends?series=burglary:london&to=2017-06"


def test_a_survey_row_gives_shares_points_interval_and_base() -> None:
    (row,) = rows(make_overview(survey_row()), "survey")
    assert (row["now"], row["prev"]) == ("68%", "71%")
    assert (row["chg"], row["pc"]) == ("−2.8 pts on year", "−6.0 to +0.4 95% interval")
    assert row["sg"] == "No clear change" and row["m"].endswith("1,240 interviews")
    (stated,) = rows(make_overview(survey_row(base_basis="about 600 in a borough", base=600.0)), "survey")
    assert stated["m"].endswith("About 600 interviews")
    nothing = dict.fromkeys(("base", "change_points", "change_lower", "change_upper"))
    (unknown,) = rows(make_overview(survey_row(**nothing, change_verdict="too_few")), "survey")
    assert unknown["m"].endswith("Number of interviews not stated") and unknown["chg"] == unknown["pc"] == "–"


def test_a_published_row_gives_figure_period_document_and_why_there_is_no_series() -> None:
    (row,) = rows(make_overview(published_row()), "published")
    assert (row["now"], row["when"], row["why"]) == ("Over 67,000 calls", "Apr–Jun 2017", "There is no file.")
    assert row["doc"] == "Quarterly Performance Update Report as printed: over 67,000"


def test_a_section_of_printed_figures_alone_carries_the_caution_of_those_that_need_it() -> None:
    plain, cautious = published_row(), published_row(name="Forced marriage", is_reporting=True)
    assert reporting_printed([plain]) == []
    assert [each.children for each in reporting_printed([cautious])] == [REPORTING]
    assert [each.children for each in reporting_printed([plain, cautious])] == [
        f"Forced marriage: {REPORTING[0].lower()}{REPORTING[1:]}"]  # fmt: skip


def test_a_year_that_holds_a_break_is_not_comparable_and_a_short_series_is_not_called_few() -> None:
    nothing: dict[str, Any] = dict.fromkeys(("change", "change_pct", "change_lower_pct", "change_upper_pct"))
    (row,) = rows(make_overview(count_row(offences_12m_before=None, change_verdict="not_comparable", broken=BROKEN,
                                          signal="too_few", limits="none", baseline_months=11, **nothing)))  # fmt: skip
    assert row["prev"] == "Not comparable"
    assert row["sg"] == "Too few to say Its range would rest on 11 months"
    (few,) = rows(make_overview(count_row(signal="too_few")))
    assert few["sg"] == "Too few to say"


def test_measures_without_figures_are_named_with_the_way_to_a_period_that_has_some() -> None:
    without = (
        {"name": "Old", "priority": "safer-london", "span": Coverage(date(2008, 1, 1), date(2012, 12, 1))},
        {"name": "None", "priority": "safer-london", "span": None},
    )
    root = drawn(make_overview(count_row(), without=without))
    note = next(p for p in root.iter("p") if "without" in (p.get("class") or ""))
    assert said(note) == "No figures for this period. Jan 2008 to Dec 2012 : Old. None in this edition: None."
    assert [a.get("href") for a in note.iter("a")] == ["/?to=2012-12"]


def test_older_forms_are_named_once_with_the_way_to_their_series() -> None:
    older = ({"measure_id": "robbery-2018", "name": "Robbery (old)", "priority": "safer-london"},)
    root = drawn(make_overview(count_row("robbery"), older=older))
    note = next(p for p in root.iter("p") if "without" in (p.get("class") or ""))
    assert said(note) == "The same offences in the Met’s older categories: Robbery (old) ."
    assert [a.get("href") for a in note.iter("a")] == ["/trends?series=robbery-2018:london&to=2017-06"]


def test_the_section_or_its_rows_carry_the_caution_of_unreported_offences() -> None:
    subs = [said(p) for p in drawn(make_overview(count_row("rape"))).iter("p") if p.get("class") == "sub"]
    assert subs == [REPORTING]
    mixed = make_overview(count_row(), count_row("violence-against-the-person"))
    assert [said(p)[:57] for p in drawn(mixed).iter("p") if p.get("class") == "sub"] == [
        "Violence against the person: many of these offences go un"]  # fmt: skip


ROW = {
    "row_label": "Total Burglary", "note": None, "measure_id": "burglary", "measure": "Burglary",
    "published_before": 1000.0, "published": 1100.0, "published_change_pct": 10.0, "recorded_before": 1000.0,
    "recorded": 1116.61, "recorded_change_pct": 11.661, "difference_before_pct": 0.0, "difference_pct": 1.51,
}  # fmt: skip


def test_the_report_stands_beside_todays_records_and_says_how_close_they_are() -> None:
    found = {"title": "Report (decision 1)", "table_name": "Table", "period_end": JUNE, "rows": (ROW,)}
    root = ElementTree.fromstring(to_html(report(make_overview(report=found))))
    cells = [said(c) for c in root.find(".//tbody/tr") or []]
    assert cells[0] == "Total Burglary Here: Burglary"
    assert cells[1:] == ["1,000", "1,100", "+10.0%", "1,000", "1,117", "+11.7%", "0", "+1.5%"]
    # 1.51 is not within 1.5: what is said is rounded up.
    assert said(root.findall("p")[-1]) == "All 1 rows are within 1.6% of what was published, in both years."
    missing = {**found, "rows": (ROW, {**ROW, "recorded": None, "recorded_before": None, "difference_pct": None,
                                      "difference_before_pct": None, "row_label": "Other"})}  # fmt: skip
    assert "1 of 2 rows are within 1.6%" in to_html(report(make_overview(report=missing)))
    assert "This edition holds no figure for Other." in to_html(report(make_overview(report=missing)))


def test_at_other_periods_a_line_leads_to_the_report_of_london() -> None:
    line = to_html(report(make_overview(area="camden", show=Signals.LOWER)))
    assert 'href="/?to=2017-06"' in line and "June 2017" in line


def test_the_download_is_of_the_view_with_every_measure() -> None:
    link = to_html(data.actions(make_overview(area="camden", show=Signals.HIGHER, demonstration=True)))
    assert 'href="/overview.csv?to=2017-06&amp;area=camden"' in link
    assert 'download="demonstration-overview-camden-2017-06.csv"' in link


def test_the_controls_show_the_selection_and_mark_months_that_may_be_revised() -> None:
    form = to_html(controls.form(make_overview(count_row(signal="lower"), area="camden", show=Signals.LOWER)))
    chosen = " ".join(re.findall(r"<option[^>]* selected[^>]*>", form))
    assert re.findall(r'value="([^"]*)"', chosen) == ["camden", "2017-06"]
    assert re.findall(r'value="(\w+)" checked', form) == ["lower"]
    assert "August 2017 (provisional)" in form and ">June 2017<" in form
    assert form.index("August 2017") < form.index("June 2017") < form.index("March 2011")
    assert "February 2011" not in form, "12 months cannot end before the twelfth month"


def test_an_answer_writes_only_what_follows_the_change() -> None:
    view = make_overview(count_row(), show=Signals.LOWER)
    written = dict(zip(PARTS, answers(view, {"to": "2017-06"}), strict=True))
    changed = {place for place, markup in written.items() if isinstance(markup, str)}
    following = {"announcement", "sections", "report", "actions"}  # the picture has what the filter lists
    assert changed == {"overview-corrections", *(f"overview-{part}" for part in following)}
    other = answers(view, None)
    assert all(isinstance(markup, str) for markup in other), "of another edition everything is written"


def test_a_part_that_fails_says_so_and_the_page_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(view: OverviewView) -> None:
        raise RuntimeError("no")

    monkeypatch.setitem(PARTS, "overview-sections", (fail, ("to",)))
    drawn_page = to_html(page(make_overview(count_row("total-notifiable-offences")), asked=""))
    assert "These figures did not load" in drawn_page and "<h1>Police recorded" in drawn_page


def test_ids_are_used_once_and_every_table_has_a_caption_and_heads() -> None:
    view = make_overview(count_row(), count_row("rape"), survey_row(), published_row())
    drawn_page = to_html(page(view, asked=""))
    ids = re.findall(r' id="([^"]+)"', drawn_page)
    assert len(ids) == len(set(ids))
    assert drawn_page.count("<table") == drawn_page.count("<caption")
    assert "style=" not in drawn_page
