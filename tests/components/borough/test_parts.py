"""The parts of a profile: tables, charts, strips and funnel, with figures and without."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from components.borough import PARTS, answers, funnel, heading, page, priorities, sections, strips, surveys
from components.borough.answers import part
from components.borough.kinds import FunnelFigures, Strip
from components.borough.panel import NARROW, WIDE, Size, panel
from components.render import to_html
from data.similar import Neighbour, SimilarBoroughs
from geo.areas import boroughs
from tests.components.borough.factory import CALLS, JUNE, priority, row, view

LATE = date(2017, 7, 1)


def drawn(shown: Any, provisional_from: date = LATE) -> str:
    return panel(shown, WIDE, provisional_from=provisional_from, label="Burglary & more")


def test_a_panel_escapes_its_label_and_names_its_limits() -> None:
    made = drawn(row())
    assert "Burglary &amp; more" in made
    assert all(words in made for words in ("Upper 310", "Average 250", "Lower 190"))
    assert 'width="358"' in panel(row(), NARROW, provisional_from=LATE, label="")


def test_dots_are_for_what_is_outside_in_judged_months_only() -> None:
    values = [240.0] * 36
    values[5], values[30], values[33] = 900.0, 400.0, 100.0  # a baseline month; above; below
    made = drawn(row(values=tuple(values)))
    assert made.count('class="outside higher"') == 1
    assert made.count('class="outside lower"') == 1


def test_a_gap_breaks_the_line_and_a_series_without_a_range_has_no_band() -> None:
    gap = tuple(None if place == 20 else 240.0 for place in range(36))
    made = drawn(row(values=gap, range_lower=(), range_upper=(), limits="none"))
    assert made.count('stroke-width="1.5"') == 2
    assert 'class="range"' not in made and "Upper" not in made


def test_months_that_may_be_revised_are_shaded_dashed_and_named() -> None:
    made = drawn(row(), provisional_from=date(2017, 5, 1))
    assert "provisional" in made and 'stroke-dasharray="3 3"' in made
    assert "provisional" not in drawn(row())


def test_a_table_row_has_quarter_year_london_rate_place_and_signal() -> None:
    made = to_html(sections.harm(view(harm=(row(),))))
    for words in ("703", "654", "+49", "+7.5%", "−5.1 to +21.9%", "No clear change", "2,806", "+2.6%", "+1.8%", "12.8",
                  "London 8.1", "2nd highest of 8", "Within expected range", "<svg"):  # fmt: skip
        assert words in made, words
    assert "/trends?series=burglary:camden&amp;to=2017-06" in made
    assert not re.search(r"\b(good|bad|better|worse|improved)\b", made, re.IGNORECASE)


def test_every_column_has_a_cell_in_every_row() -> None:
    for made in (sections.harm(view(harm=(row(), row("robbery", quarter_verdict="not_comparable", rate=None)))),
                 sections.crimes(view(crimes=(row(), row("robbery", change_verdict="not_available"))))):  # fmt: skip
        text = to_html(made)
        columns = text.count("<col ")
        for line in re.findall(r"<tr[^>]*>(.*?)</tr>", text.split("<tbody", 1)[1]):
            assert len(re.findall(r"<t[hd][ >]", line)) == columns


def test_few_offences_have_no_chart_and_no_percentage() -> None:
    few = row(offences_12m=6.0, quarter=1.0, quarter_before=2.0, quarter_change=-1.0, quarter_pct=None,
              quarter_verdict="too_few", change_pct=None, change_verdict="too_few", signal="too_few")  # fmt: skip
    made = to_html(sections.harm(view(harm=(few,))))
    assert "Too few to chart" in made and "n/c" in made and "Too few to say" in made


def test_a_row_of_its_own_period_says_which() -> None:
    made = to_html(sections.harm(view(harm=(row(month=date(2016, 12, 1), is_own_period=True),))))
    assert "Oct–Dec 2016: the latest settled" in made


def test_parts_stand_under_their_whole_and_others_name_it() -> None:
    whole, part = row(), row("residential-burglary", part_of_name="Burglary")
    assert 'class="part"' in to_html(sections.crimes(view(crimes=(whole, part))))
    assert "Part of burglary" in to_html(sections.crimes(view(crimes=(part,))))


def test_priorities_without_a_file_say_so_and_give_londons_figure() -> None:
    calls = {"value": 67000.0, "unit": "calls", "note": "as printed: over 67,000", "period_words": "Apr–Jun 2017",
             "document_title": "Quarterly report (with an annex)"}  # fmt: skip
    shown = view(priority("Burglary", row(), published_pct=7.0), CALLS, published={"calls": calls})
    made = to_html(priorities.priorities(shown))
    assert "no open monthly file" in made
    assert "over 67,000 calls in Apr–Jun 2017 (Quarterly report)" in made
    assert "As published at the time: +7%" in made
    assert "One crime chosen" in made


def test_without_a_declaration_the_note_stands_alone() -> None:
    shown = replace(view(), priorities={"year": "", "note": "None are declared.", "source": "", "rows": ()})
    assert "None are declared." in to_html(priorities.priorities(shown))


def similar_view(**changes: Any) -> Any:
    codes = [area.area_code for area in boroughs()[:7]]
    neighbours = tuple(Neighbour(code, 1.0 + place, {}, {}) for place, code in enumerate(codes))
    points = tuple({"slug": a.slug, "name": a.area_name, "rate": 5.0 + place} for place, a in enumerate(boroughs()[:7]))
    strip = Strip("burglary", "Burglary", JUNE, False, False, 12.8, 12.3, 13.3, 8.1, 1, 8, 1, 2806.0, points)
    found = SimilarBoroughs("E09000007", {}, neighbours, ("density",), (), "", 2.88)
    names = tuple(area.area_name for area in boroughs()[:7])
    return view(similar=found, similar_names=names, compared=(strip,), **changes)


def test_strips_name_the_similar_boroughs_their_distances_and_the_place() -> None:
    made = to_html(strips.similar(similar_view()))
    assert made.count("highest of 8") >= 3  # two drawings and the table
    assert "Barking and Dagenham 1.00" in made and "2.88" in made
    assert "Camden 12.8" in made


def test_without_similar_boroughs_the_reason_is_given() -> None:
    assert "no profile figures loaded" in to_html(strips.similar(view()))


def test_the_funnel_says_where_the_borough_stands_and_lists_all() -> None:
    points = tuple({"slug": a.slug, "name": a.area_name, "persons": 200_000 + 1000 * place, "offences": 2000.0,
                    "rate": 10.0, "place": "above_998" if a.slug == "camden" else "within"}
                   for place, a in enumerate(boroughs()))  # fmt: skip
    lines = {"persons": (200_000.0, 231_000.0), **{f"{side}_{name}": (9.0, 9.5) for side in ("lower", "upper")
                                                   for name in ("95", "998")}}  # fmt: skip
    found = FunnelFigures("burglary", "Burglary", JUNE, False, False, 10.0, 4.0, points, lines)
    made = to_html(funnel.funnel(view(funnel=found)))
    assert "The rate of Camden is above the 99.8% limits. 1 of 32 boroughs are outside" in made
    assert made.count("/boroughs/") == 32
    assert to_html(funnel.funnel(view())).count("no rates") == 1


def test_every_part_of_an_empty_profile_says_what_is_missing() -> None:
    for place in PARTS:
        made = part(place, view())
        assert "failed-part" not in made, place
    assert "no survey answers" in to_html(surveys.surveys(view()))


def test_an_answer_writes_only_what_follows_a_changed_parameter() -> None:
    shown = view(crimes=(row(),))
    same = answers(shown, shown.selection.to_params())
    funnel_only = answers(shown, {**shown.selection.to_params(), "measure": "robbery"})
    everything = answers(shown, None)
    written = [sum(isinstance(part, str) for part in each) for each in (same, funnel_only, everything)]
    assert written[0] == 1, "corrections are always written"
    assert written[1] == 2
    assert written[2] > 10


def test_the_page_has_one_main_heading_and_no_id_twice() -> None:
    made = to_html(page(view(priority("Burglary", row()), CALLS, harm=(row(),), crimes=(row(),)), asked=""))
    assert made.count("<h1") == 1
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert 'id="borough-slug" hidden>camden<' in made
    assert heading.title(view()) == "Camden, Apr–Jun 2017 – Boroughs – London Policing Performance"


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("month", [date(2017, m, 1) for m in range(1, 13)])
def test_no_month_under_a_chart_runs_into_another(size: Size, month: date) -> None:
    """At 13.5 px a label of eight letters takes at most 58 px."""
    drawn = panel(row(month=month), size, provisional_from=LATE, label="")
    spans = []
    for x, kind in re.findall(r'<text x="([\d.]+)"[^>]*class="(ax(?: \w+)?)">[A-Z][a-z]{2} \d{4}<', drawn):
        start = float(x) - {"ax": 0, "ax mid": 29, "ax end": 58}[kind]
        spans.append((start, start + 58))
    assert 2 <= len(spans) <= 4
    assert all(before[1] <= after[0] for before, after in zip(sorted(spans), sorted(spans)[1:], strict=False))
