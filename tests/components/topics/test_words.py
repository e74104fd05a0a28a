"""The sentences of a topic's page, on views of the demonstration with a few figures put in by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from components.render import to_html
from components.topics import TopicView, close_up, months, printed, tables, view_of, words
from components.topics.view import PrintedFigure
from data.catalogue import Break, catalogue
from data.topics import topic
from data.topics.view import gathered
from data.warehouse import Warehouse
from tests.components.overview_factories import count_row

LATEST = "in the latest 12 months than in the year before."
BROKEN = Break(month="2017-03", reason="Records are kept in another way.")  # type: ignore[arg-type]


def made(editions: Path, name: str, **params: str) -> TopicView:
    with Warehouse(editions).edition() as edition:
        return view_of(gathered(edition, catalogue(), topic(name), {"to": "2017-06", **params}))


@pytest.fixture(scope="module")
def hate(demonstration_editions: Path) -> TopicView:
    return made(demonstration_editions, "hate-crime")


@pytest.fixture(scope="module")
def safe(demonstration_editions: Path) -> TopicView:
    return made(demonstration_editions, "safeguarding")


def with_rows(view: TopicView, *rows: Any) -> TopicView:
    section = replace(view.rows.sections[0], counts=rows, published=())
    return replace(view, rows=replace(view.rows, sections=(section,)))


def row(measure: str, verdict: str, **values: Any) -> Any:
    return count_row(measure, change_verdict=verdict, **values)


@pytest.mark.parametrize(("verdicts", "said"), [
    (("higher", "higher", "lower"),
     f"Of all three measures in London, two were clearly higher and one was clearly lower {LATEST}"),
    (("no_clear_change", "not_comparable", "lower"),
     f"Of the two measures in London that can be compared, one was clearly lower {LATEST}"),
    (("no_clear_change",) * 3, f"Of all three measures in London, none was clearly higher or lower {LATEST}"),
    (("not_comparable", "not_available", "too_few"),
     "No measure in London can be compared with the year before in June 2017."),
])  # fmt: skip
def test_a_headline_of_verdicts_counts_only_what_can_be_compared(
    safe: TopicView, verdicts: tuple[str, ...], said: str
) -> None:
    names = ("knife-crime", "gun-crime", "rape")
    assert words.headline(with_rows(safe, *map(row, names, verdicts))) == said


def test_provisional_months_have_no_verdict_in_the_headline(safe: TopicView) -> None:
    late = with_rows(safe, row("rape", "higher", is_provisional=True), row("gun-crime", "lower"))
    assert words.headline(late) == f"The only measure in London that can be compared was clearly lower {LATEST}"


def test_the_lead_names_what_is_not_compared_without_its_parts(safe: TopicView) -> None:
    rows = (row("domestic-abuse", "not_comparable", signal="not_comparable"),
            row("domestic-abuse-violence-with-injury", "not_comparable", signal="not_comparable"),
            row("rape", "higher", signal="higher"), row("gun-crime", "lower"))  # fmt: skip
    said = words.lead(with_rows(safe, *rows))
    assert said.startswith("Domestic abuse cannot be compared, because the series breaks in between.")
    assert "In their latest month, one of two judged was outside what was expected." in said
    assert said.endswith("A rise can mean more people coming forward, more offences, or both.")
    assert "unreported" not in words.lead(with_rows(safe, row("gun-crime", "lower")))


def test_a_period_with_a_break_inside_has_no_total_and_ways_round_it(hate: TopicView) -> None:
    split = replace(hate, split=BROKEN)
    assert words.headline(split) == (
        "No total of recorded racist and religious hate crime offences in London is given for the 12 months to June "
        "2017.")  # fmt: skip
    assert words.lead(split).startswith("The 12 months to June 2017 hold a break in the series, in March 2017.")
    ways = to_html(close_up.ways(split))
    assert ">12 months to February 2017<" in ways and ">12 months to February 2018<" in ways and ">June 2017<" in ways
    assert "span=month&amp;to=2017-06" in ways and "span=12m&amp;to=2017-02" in ways
    assert close_up.ways(hate) == []


def test_the_hate_page_says_that_strands_are_not_added_and_adds_none(hate: TopicView) -> None:
    drawn = to_html(tables.tables(hate))
    assert drawn.count("strands never add up to a total") == 1 and 'class="total"' not in drawn
    assert "This edition holds none for Hate crime; Racist hate crime." in drawn
    side = to_html(months.side_by_side(hate))
    heads = side.split("<thead>")[1].split("</thead>")[0]
    assert heads.count("<th ") == 8 and "Total" not in side


def test_each_row_leads_to_itself_close_up_and_to_its_trend_map_and_exceptions(safe: TopicView) -> None:
    drawn = to_html(tables.tables(safe))
    for target in ("/safeguarding?measure=rape&amp;", "/trends?series=rape:london&amp;to=2017-06",
                   "/crime-map?measure=rape&amp;", "/exceptions?to=2017-06&amp;area=all&amp;plan="):  # fmt: skip
        assert target in drawn.replace("%3A", ":"), target


def test_months_without_a_figure_are_said(hate: TopicView) -> None:
    series = hate.trends.series[0]
    assert words.gaps(hate) == ""
    rows = tuple(replace(each, value=None) if each.end in (date(2016, 6, 1), date(2016, 7, 1)) else each
                 for each in series.rows)  # fmt: skip
    gap = replace(hate, trends=replace(hate.trends, series=(replace(series, rows=rows),)))
    assert words.gaps(gap) == (
        "There is no figure for June and July 2016: the line stops before and begins again after.")  # fmt: skip
    long = tuple(replace(each, value=None) if date(2015, 11, 1) <= each.end <= date(2016, 7, 1) else each
                 for each in series.rows)  # fmt: skip
    run = replace(hate, trends=replace(hate.trends, series=(replace(series, rows=long),)))
    assert "no figure for November 2015 to July 2016:" in words.gaps(run)


def figure(**values: Any) -> PrintedFigure:
    given: dict[str, Any] = {
        "document": "d", "document_title": "A report (with annexes)", "section": "S", "table_name": "T",
        "row_label": "Race", "column_label": "2016", "value": 100.0, "unit": "offences",
        "period_start": date(2016, 1, 1), "period_end": date(2016, 12, 31), "note": None, "measure_id": "m",
        "measure": "M", "recorded": 104.0, "begins": None, "unrecorded": "No open monthly file", "difference_pct": 4.0,
    }  # fmt: skip
    return PrintedFigure(**{**given, **values})


@pytest.mark.parametrize(("start", "end", "said"), [
    (date(2016, 1, 1), date(2016, 12, 31), "12 months to December 2016"),
    (date(2017, 4, 1), date(2017, 6, 30), "Apr–Jun 2017"), (date(2017, 6, 1), date(2017, 6, 30), "June 2017"),
    (None, date(2017, 3, 31), "To March 2017"), (None, None, "Not stated"),
    (date(2017, 4, 1), date(2017, 8, 31), "April 2017 to August 2017"),
    (date(2017, 6, 2), date(2017, 6, 30), "June 2017 to June 2017"),
])  # fmt: skip
def test_a_printed_period_in_words(start: date | None, end: date | None, said: str) -> None:
    assert printed.period(figure(period_start=start, period_end=end)) == said


def test_a_record_that_is_not_there_says_why() -> None:
    assert printed.recorded(figure()) == "104"
    assert printed.recorded(figure(recorded=None)) == "Not in this edition"
    assert printed.recorded(figure(recorded=None, begins=date(2021, 8, 1))) == "Begins in Aug 2021"
    assert printed.recorded(figure(measure=None, recorded=None)) == "No open monthly file"


def test_how_near_the_records_are_to_print(hate: TopicView) -> None:
    far, near = figure(difference_pct=-4.04), figure(difference_pct=1.0)
    none = figure(difference_pct=None, recorded=None)
    said = printed.closeness(replace(hate, printed=(far, near, none)))
    assert said == "All 2 figures for which this edition has the same period are within 4.1% of print."
    assert "None of them" in printed.closeness(replace(hate, printed=(none,)))
    drawn = to_html(printed.printed(replace(hate, printed=(far, figure(table_name="U")))))
    assert "A report, S: T" in drawn and "A report, S: U" in drawn and "−4.0%" in drawn
