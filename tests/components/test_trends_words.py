"""Every sentence of the trends page, checked against figures made by hand."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from components.render import to_html
from components.trends.charts import chart_heading, charts, event_list, subtitle
from components.trends.compared import figure_sentence
from components.trends.controls import adder, chips, choice, end_options, fields
from components.trends.downloads import download_name
from components.trends.exceptions_side import exceptions_side
from components.trends.headline import headline
from components.trends.lead import lead
from components.trends.method import told as method_told
from components.trends.table import tables
from components.trends.view import made
from data.catalogue import Break, catalogue
from data.periods import Span
from data.selection.trends import Basis, Compare, Length
from tests.components.trends_factory import JUNE, burglary, event, found, make_view
from tests.data.made_months import month, months

UP = {"signal": "higher", "rules": "beyond_limit", "since": JUNE, "p_value": 0.001}
DOWN = {"signal": "lower", "rules": "beyond_limit", "since": JUNE, "p_value": 0.01}
REPORTING = "Many of these offences go unreported."


def of(measure: str, last: float = 100.0, **said: Any) -> Any:
    return months([100.0] * 59 + [last], **said), measure, "london"


def plain(parts: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", to_html(parts)))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [([UP, {}, {}], "One of the three series shown was higher than expected in June 2017."),
     ([UP, UP, DOWN], "Two of the three series shown were higher than expected in June 2017, and one was lower."),
     ([DOWN, {}, {}], "One of the three series shown was lower than expected in June 2017."),
     ([UP, UP, UP], "All three series shown were higher than expected in June 2017."),
     ([DOWN, DOWN], "Both series shown were lower than expected in June 2017."),
     ([{}, {}, {}], "All three series shown were within their expected range in June 2017."),
     ([{}, {"signal": "too_few"}], "Neither of the two series shown was higher or lower than expected in June 2017."),
     ([{"signal": "provisional", "is_provisional": True}] * 2,
      "Neither of the two series shown is judged in June 2017, which is provisional.")],
)  # fmt: skip
def test_the_headline_counts_the_series_shown(given: list[dict[str, Any]], sentence: str) -> None:
    names = ("burglary", "robbery", "theft")
    assert headline(make_view(*(of(name, **said) for name, said in zip(names, given, strict=False)))) == sentence


@pytest.mark.parametrize(
    ("said", "ending"),
    [(UP, ", higher than expected."), (DOWN, ", lower than expected."), ({}, ", within its expected range."),
     ({"signal": "too_few"}, ": too few to say whether that is unusual."),
     ({"offences_12m": 9.0, **UP}, ": too few to say whether that is unusual."),
     ({"signal": "provisional", "is_provisional": True}, ", a provisional figure that is not judged yet."),
     ({"signal": "not_comparable"}, ", which cannot be compared with the months before the break in the series.")],
)  # fmt: skip
def test_the_headline_of_one_series_is_about_it(said: dict[str, Any], ending: str) -> None:
    view = make_view(of("burglary", **said))
    assert headline(view) == f"In June 2017, recorded burglary offences in London came to 100{ending}"


def test_the_headline_of_one_series_as_a_rate_has_its_unit() -> None:
    assert headline(make_view(show=Basis.RATE)).startswith(
        "In June 2017, recorded burglary offences in London came to 1.00 per 1,000 residents, within")


def test_a_series_that_ends_earlier_is_told_by_its_own_month() -> None:
    early = months([100.0] * 58, last=date(2017, 4, 1), **{**UP, "since": date(2017, 4, 1)})
    alone = make_view((early, "burglary", "london"))
    assert headline(alone) == "In April 2017, recorded burglary offences in London came to 100, higher than expected."
    both = make_view((early, "burglary", "london"), of("robbery"))
    assert headline(both) == "Neither of the two series shown was higher or lower than expected in June 2017."
    assert "Burglary, London has settled figures to April 2017 only." in lead(both)


def test_by_quarter_it_counts_what_rose_and_fell_and_little_changes_are_neither() -> None:
    # Apr-Jun 2017 against Apr-Jun 2016 (300): 330 is 10% more, 302 less than 1% more, 200 fewer.
    rose, flat, fell = ([100.0] * 57 + tail for tail in ([110.0] * 3, [100.0, 101.0, 101.0], [60.0, 70.0, 70.0]))
    view = make_view(*((months(v), m, "london") for v, m in ((rose, "burglary"), (flat, "robbery"), (fell, "theft"))),
                     by=Span.QUARTER)  # fmt: skip
    assert headline(view) == (
        "One of the three series shown rose and one fell in Apr–Jun 2017, compared with Apr–Jun 2016.")
    assert figure_sentence(view, view.series[0]) == "330 in Apr–Jun 2017, 10% more than in Apr–Jun 2016."
    assert figure_sentence(view, view.series[1]) == "302 in Apr–Jun 2017, little changed from Apr–Jun 2016."
    assert "No range is drawn" in subtitle(view)


def test_by_12_months_only_what_chance_does_not_explain_has_risen() -> None:
    sure, unsure = of("burglary", change_verdict="higher"), of("robbery", change_verdict="no_clear_change")
    view = make_view(sure, unsure, by=Span.YEAR)
    assert headline(view) == (
        "One of the two series shown rose by more than chance alone would explain in the 12 months to June 2017, "
        "compared with the 12 months before.")  # fmt: skip
    assert "A rolling total moves slowly by construction" in subtitle(view)
    one = make_view(sure, by=Span.YEAR)
    assert lead(one) == "The 95% interval of the change is +11% to +30%: larger than chance alone would explain."


def test_no_percentage_from_a_base_under_20() -> None:
    view = make_view(burglary([5.0] * 57 + [9.0] * 3), by=Span.QUARTER)
    assert figure_sentence(view, view.series[0]) == "27 in Apr–Jun 2017, compared with 15 in Apr–Jun 2016."
    assert "n/c" in plain(tables(view))


def test_the_lead_gives_the_most_surprising_first_and_the_caution_where_all_need_it() -> None:
    view = make_view(of("burglary", 111.0, **DOWN), of("robbery", 222.0, **UP), of("theft"))
    said = lead(view)
    first = "Recorded robbery offences in London came to 222 in June 2017; the expected range was 70 to 110."
    assert said.startswith(first)
    assert said.index("222") < said.index("111") and REPORTING not in said
    assert lead(make_view(of("domestic-abuse"))).endswith("more people coming forward, more offences, or both.")


def test_words_never_judge() -> None:
    for said in (UP, DOWN, {}):
        view = make_view(of("domestic-abuse", **said), of("burglary", **said), compare=Compare.YEAR)
        text = " ".join([headline(view), lead(view), *(plain(part(view)) for part in (chart_heading, charts, tables))])
        assert not re.search(r"\b(good|bad|better|worse|improv\w+|surge|spike|alarming|committed)\b", text, re.I)
        assert REPORTING in text, "the caution stands beside the series"


def test_the_subtitle_says_which_months_the_band_rests_on() -> None:
    assert "Grey band: expected range from the two years to June 2016." in subtitle(make_view())
    assert "No expected range can be drawn." in subtitle(make_view(of("burglary", signal="too_few")))
    assert "Those for 2017 stand in for later years." not in subtitle(make_view(show=Basis.RATE))
    assert "mid-year estimates for 2016 to 2017" in subtitle(make_view(show=Basis.RATE))


def test_trial_limits_breaks_and_rules_are_named_beside_the_chart() -> None:
    broken = catalogue().measure("burglary").model_copy(
        update={"breaks": (Break(month=date(2016, 1, 1), reason="Counted in another way."),)})  # fmt: skip
    trial = of("burglary", limits="trial", baseline_months=14, **UP)
    words = plain(charts(make_view((trial[0], broken, "london"))))
    assert "Trial limits: the range rests on 14 months, fewer than 24." in words
    assert "Figures from January 2016 on are not comparable with those before. Counted in another way." in words
    assert "Higher than expected 100 in June 2017. Expected 70 to 110. Above the range." in words


def test_fewer_than_ten_offences_are_told_not_drawn() -> None:
    view = make_view(burglary([0.0] * 59 + [4.0], offences_12m=4.0))
    drawn = to_html(charts(view))
    assert "Too few offences to chart. 4 offences were recorded in London in the 12 months to June 2017." in drawn
    assert "<svg" not in drawn and "4" in plain(tables(view))


def test_the_table_holds_every_period_newest_first_with_its_status() -> None:
    known = months([100.0] * 59 + [150.0], **UP)
    known[date(2017, 5, 1)] = month(date(2017, 5, 1), None)
    known[date(2017, 4, 1)] = month(date(2017, 4, 1), 60.0)
    html = to_html(tables(make_view((known, "burglary", "london"))))
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", html)][1:]
    assert len(rows) == 36
    assert rows[0] == ["June 2017", "150", "100", "+50", "+50.0%", "70 to 110", "Higher than expected. Above the range",
                       "Published"]  # fmt: skip
    assert rows[1] == ["May 2017", "Not listed", "100", "–", "–", "70 to 110", "–", "Not available"]
    assert rows[2][1:] == ["60", "100", "−40", "−40.0%", "70 to 110", "Below the range", "Published"]
    assert rows[12][6] == "In the baseline" and rows[11][6] == "Within the range"


def test_chips_lead_to_the_page_without_their_series_and_the_last_one_stays() -> None:
    html = to_html(chips(make_view(of("burglary"), of("robbery"))))
    assert 'href="/trends?series=robbery:london&amp;by=month' in html and "Remove Burglary, London" in html
    assert "Remove" not in to_html(chips(make_view()))


def test_the_form_that_adds_a_series_carries_the_whole_state() -> None:
    html = to_html(adder(make_view(show=Basis.RATE)))
    assert 'method="get"' in html and 'name="add"' in html and 'name="area"' in html
    assert all(f'name="{name}"' in html for name in fields(make_view().selection))
    assert '<optgroup label="A safer London">' in html and "Shoplifting" not in html, "only measures with figures"
    full = adder(make_view(*(of(m) for m in ("burglary", "robbery", "theft", "shoplifting"))))
    assert plain(full).strip() == "Remove a series to add another."


def test_months_that_are_not_settled_say_so_in_the_list() -> None:
    html = to_html(end_options(make_view()))
    assert "July 2017, provisional" in html and ">June 2017<" in html
    assert choice(make_view(compare=Compare.YEAR, months=Length.ALL))[1] == "All months to June 2017"


def test_events_are_listed_as_context_and_the_name_of_the_file_says_what_it_holds() -> None:
    words = plain(event_list(make_view(events=[event(date(2016, 6, 23))])))
    assert "EU referendum , 23 Jun 2016. Something took place." in words and "context" in words
    assert event_list(make_view()) == []
    assert download_name(make_view(of("burglary"), of("robbery"), demonstration=True)) == (
        "demonstration-trends-burglary-and-1-more-month-number-2017-06")


def test_the_exceptions_beside_say_how_many_chance_would_give() -> None:
    scope = {"judged": 20, "higher": 3, "lower": 1}
    top = {"month": JUNE, "judged": 520, "higher": 33, "lower": 11, "by_chance": 21.6, "clear": 9, "london": scope,
           "boroughs": {"judged": 500, "higher": 30, "lower": 10}, "rows": []}  # fmt: skip
    view = made(found(burglary()), false_alarm=0.01, exceptions=top)
    words = plain(exceptions_side(view))
    assert "In June 2017, 4 of 20 London measures and 40 of 500 borough series broke a rule." in words
    assert "By chance alone about 22 of these 520 would." in words and "Show all 44 exceptions" in words
    assert 'href="/exceptions?to=2017-06&amp;area=all"' in to_html(exceptions_side(view))
    nothing = made(found(burglary()), false_alarm=0.01, exceptions={**top, "judged": 0})
    assert "No series is judged in June 2017." in plain(exceptions_side(nothing))
    method = dict(method_told(view))["How often that is chance"]
    assert "about one month in 100." in method and "about one in 24." in method
