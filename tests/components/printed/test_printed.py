"""Published tables as a reader meets them: figures, directions, bars to scale, and sentences on what does not
follow.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from components.printed import (
    bar,
    checked,
    direction,
    extent,
    figure,
    printed_table,
    prose_table,
    short_title,
    span_words,
)
from components.printed.checked import summary
from components.printed.words import lower_first
from components.render import to_html
from data.printed import Cell, Sentence
from data.printed.declared import Column, Table, Total
from data.printed.made import printed_table as made
from data.printed.records import PrintedTable

DECLARED = Table(
    id="t",
    page="finance",
    name="T",
    title="Spending",
    about="A table made up for a test.",
    document="d",
    section="s",
    table_name="t",
    unit="£m",
    step=0.1,
    total=(Total(row="Total", parts=("Pay", "Overtime")),),
    kinds={"Grants": "income"},
    column=(
        Column(label="Budget", head="Budget"),
        Column(label="Forecast", head="Forecast"),
        Column(label="Variance", head="Variance", of=("Forecast", "Budget"), variance=True),
    ),
)
FIGURES = {
    "Pay": (100.0, 90.0, -10.0),
    "Overtime": (5.0, 8.5, 3.5),
    "Grants": (-7.0, -9.0, -2.0),
    "Total": (105.1, 98.5, -6.6),
}


def table(figures: dict[str, tuple[float, ...]] = FIGURES, note: str | None = None) -> PrintedTable:
    rows = [
        {
            "row_label": row,
            "column_label": column,
            "value": value,
            "unit": "£m",
            "note": note,
            "period_start": date(2017, 4, 1),
            "period_end": date(2018, 3, 31),
        }
        for row, values in figures.items()
        for column, value in zip(("Budget", "Forecast", "Variance"), values, strict=True)
    ]
    return made(DECLARED, rows, "A report (decision 1), with an annex")


def rows_of(markup: str) -> dict[str, str]:
    body = markup.split("<tbody>")[1]
    return {re.sub("<[^>]+>", "", name): re.sub("<svg.*?</svg>", "", cells)
            for name, cells in re.findall(r'<tr[^>]*><th scope="row">(.*?)</th>(.*?)</tr>', body)}  # fmt: skip


def test_a_row_says_number_and_direction_by_the_kind_of_its_money() -> None:
    rows = rows_of(to_html(printed_table(table())))
    words = {name: re.sub(r"<[^>]+>", " ", cells).split() for name, cells in rows.items()}
    assert words["Pay"] == ["100.0", "90.0", "−10.0", "under", "budget"]
    assert words["Overtime"][-3:] == ["+3.5", "over", "budget"]
    assert words["Grants"] == ["−7.0", "−9.0", "−2.0", "more", "income"]


def test_a_total_that_is_not_its_parts_says_so_in_its_cell_and_under_the_table() -> None:
    rows = rows_of(to_html(printed_table(table())))
    assert "parts: 105.0" in rows["Total"] and rows["Total"].count("parts:") == 2  # −10 + 3.5 = −6.5, printed −6.6
    said = to_html(checked(table()))
    assert "3 totals and 4 differences were worked out again" in said and "5 agree and 2 do not" in said
    assert "Total, budget 2017/18: 105.1 is printed; its parts add up to 105.0. That is £0.1m apart" in said
    assert "rounding alone can set them up to £0.15m apart" in said


def test_a_gap_too_wide_for_rounding_is_called_so() -> None:
    wrong = {**FIGURES, "Total": (115.0, 98.5, -16.5)}
    assert "some by more than rounding can explain" in summary(table(wrong))
    assert "That is £10m apart; more than rounding alone, £0.15m, would explain." in to_html(checked(table(wrong)))


def test_where_all_agrees_it_says_so_and_lists_nothing() -> None:
    right = {**FIGURES, "Total": (105.0, 98.5, -6.5)}
    said = to_html(checked(table(right)))
    assert "all agree." in said and "<li>" not in said
    assert "differs" not in to_html(printed_table(table(right)))


def test_heads_bear_unit_and_period_and_the_caption_the_place() -> None:
    markup = to_html(printed_table(table()))
    assert "£m, 2017/18" in markup and "Spending, £ million. A report, section ‘s’, table ‘t’." in markup
    assert 'role="region"' in markup and 'tabindex="0"' in markup


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        (-1, "spending", "under budget"),
        (1, "spending", "over budget"),
        (0, "spending", "on budget"),
        (1, "income", "less income"),
        (1, "reserves", "less drawn"),
        (1, "saving", "less saved"),
        (-1, "people", "below target"),
        (1, "allowance", "smaller"),
    ],
)
def test_directions(value: float, kind: str, said: str) -> None:
    assert direction(value, kind) == said


def numbers(markup: str) -> tuple[float, float, float]:
    """x and width of the bar, and where nought is."""
    x, width = (float(n) for n in re.search(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', markup).groups())  # type: ignore[union-attr]
    nought = float(re.search(r'<line x1="([\d.]+)"', markup).group(1))  # type: ignore[union-attr]
    return x, width, nought


def test_bars_are_to_scale_and_on_their_side_of_nought() -> None:
    scale = extent([-10.0, 5.0])
    x, width, nought = numbers(bar(-10.0, scale, width=154))
    assert (x, width, nought) == (2.0, 100.0, 102.0)
    x, width, nought = numbers(bar(5.0, scale, width=154))
    assert (x, width, nought) == (102.0, 50.0, 102.0)
    assert numbers(bar(0.0, scale, width=154))[1] == 0
    assert 'aria-hidden="true"' in bar(1.0, scale)


def test_a_column_of_noughts_draws_nothing_and_does_not_fail() -> None:
    assert numbers(bar(0.0, extent([0.0])))[1] == 0


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ((2017, 4, 1), (2017, 6, 30), "Apr–Jun 2017"),
        ((2017, 4, 1), (2018, 3, 31), "2017/18"),
        (None, (2017, 6, 30), "June 2017"),
        ((2017, 10, 1), (2018, 9, 30), "12 months to September 2018"),
        ((2018, 1, 1), (2018, 12, 31), "2018"),
        ((2017, 4, 1), (2021, 3, 31), "2017/18 to 2020/21"),
        (None, None, ""),
    ],
)
def test_periods(start: tuple[int, int, int] | None, end: tuple[int, int, int] | None, said: str) -> None:
    assert span_words(date(*start) if start else None, date(*end) if end else None) == said


def test_titles_and_heads_inside_a_sentence() -> None:
    assert short_title("PEEL: police effectiveness 2018/19, An inspection of x") == "PEEL: police effectiveness 2018/19"
    assert (lower_first("Budget"), lower_first("BAME men")) == ("budget", "BAME men")


def test_a_figure_that_is_not_published_is_not_a_nought() -> None:
    cell = Cell(value=0.0, unit="£m", period_start=None, period_end=None, note=None)
    assert (figure(None, 0.1), figure(cell, 0.1)) == ("Not published", "0.0")


def test_a_figure_of_the_prose_stands_with_its_period_place_and_note() -> None:
    cell = Cell(
        value=16.8, unit="£m", period_start=date(2017, 4, 1), period_end=date(2018, 3, 31), note="as printed: over 16"
    )
    each = Sentence(
        document="d", document_title="Report", section="Fund", table_name="t", row="Fund", column="Given", cell=cell
    )
    markup = to_html(prose_table([each], caption="Figures"))
    assert all(words in markup for words in ("£16.8m", "2017/18", "As printed: over 16.", "Report", "Given"))
