"""The sentences of the money page, true of the figures whatever they are; the fund's key, words and total."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from components.finance import fund_words
from components.finance.headline import headline, lead
from components.finance.reserves import columns
from data.finance.fund import edges, ranked
from data.finance.records import Fund
from data.printed.declared import Table, tables
from data.printed.made import printed_table
from data.selection.finance import FinanceSelection, Show
from geo.areas import boroughs


def of(table_id: str, **values: float) -> Any:
    """A view whose open table has a main row of these figures, by column."""
    declared = next(table for table in tables("finance") if table.id == table_id)
    rows = [{"row_label": declared.main, "column_label": column.label, "value": values.get(f"c{place}", 0.0),
             "unit": declared.unit, "note": None, **span(declared, column.label)}
            for place, column in enumerate(declared.column)]  # fmt: skip
    table = printed_table(declared, rows, "Report")
    note = SimpleNamespace(last_month=date(2017, 6, 1), is_demonstration=False)
    return SimpleNamespace(table=table, edition=note, fund=None)


def span(declared: Table, label: str) -> dict[str, date]:
    year = next((int(part[:4]) for part in label.replace("£m", "").split() if part[:4].isdigit()), 2017)
    return {"period_start": date(year, 4, 1), "period_end": date(year + 1, 3, 31)}


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (
            of("capital", c0=366.2, c2=268.0, c3=-98.2),
            "Capital spending in 2017/18 was forecast at £268.0m in June 2017, £98.2m under the budget of £366.2m.",
        ),
        (
            of("overtime", c1=79.0, c2=101.8, c3=22.8),
            "Police officer overtime in 2017/18 was forecast at £101.8m in June 2017, £22.8m over the budget of "
            "£79.0m.",
        ),
        (
            of("staff-pay", c1=5.0, c2=5.0, c3=0.0),
            "Police staff pay in 2017/18 was forecast at £5.0m in June 2017, as budgeted.",
        ),
        (
            of("savings", c0=-82.1, c1=-65.9, c2=16.1),
            "Savings in 2017/18 were forecast at £65.9m in June 2017, £16.1m less than the £82.1m planned.",
        ),
        (
            of("savings", c0=-10.0, c1=-12.0, c2=-2.0),
            "Savings in 2017/18 were forecast at £12.0m in June 2017, £2.0m more than the £10.0m planned.",
        ),
        (
            of("reserves", c2=240.2, c6=116.5),
            "Reserves were planned to fall from £240.2m at the end of 2016/17 to £116.5m at the end of 2020/21.",
        ),
        (
            of("reserves", c2=100.0, c6=116.5),
            "Reserves were planned to rise from £100.0m at the end of 2016/17 to £116.5m at the end of 2020/21.",
        ),
        (
            of("plan", c2=3005.5, c5=2872.9),
            "Net spending was planned to fall from £3,005.5m in 2017/18 to £2,872.9m in 2020/21.",
        ),
        (
            of("capital-plan", c1=1.0, c4=2.0),
            "Capital spending was planned to rise from £1.0m in 2017/18 to £2.0m in 2020/21.",
        ),
        (
            of("per-head", c0=297.0, c1=192.0),
            "Spending on policing in 2017/18 was put at £297 a head in the Met’s area and £192 in England and Wales.",
        ),
    ],
)
def test_each_table_has_a_headline_that_is_true_of_it(view: Any, said: str) -> None:
    assert headline(view) == said


def test_without_tables_the_headline_says_so() -> None:
    assert headline(SimpleNamespace(table=None)) == "No published figures of money are loaded."  # type: ignore[arg-type]


def fund(*amounts: float, printed: float | None = None) -> Fund:
    """The first boroughs have these amounts and 100 residents each."""
    codes = [area.area_code for area in boroughs()[: len(amounts)]]
    rows = ranked(dict(zip(codes, amounts, strict=True)), dict.fromkeys(codes, (100, "Census")))
    breaks = {"per-resident": edges([row.per_resident for row in rows], whole=False),
              "amount": edges([row.amount for row in rows], whole=True)}  # fmt: skip
    return Fund(
        document_title="Report",
        section="Fund",
        table_name="t",
        financial_year="2017/18",
        rows=rows,
        total=sum(amounts),
        printed_total=printed,
        residents=100 * len(amounts),
        per_resident=sum(amounts) / 100 / len(amounts),
        year=2017,
        basis="Census",
        breaks=breaks,
    )


def fund_view(held: Fund, show: Show = Show.PER_RESIDENT, area: str | None = None) -> Any:
    field = "per_resident" if show is Show.PER_RESIDENT else "amount"
    return SimpleNamespace(fund=held, fund_rows=held.rows, selection=FinanceSelection("revenue", show, area),
                           mapped=lambda row: getattr(row, field))  # fmt: skip


FIVE = (100.0, 200.0, 300.0, 400.0, 500.0)


def test_the_key_counts_every_borough_that_has_a_figure_once() -> None:
    for show in Show:
        assert sum(number for _, number in fund_words.key_rows(fund_view(fund(*FIVE), show), fund(*FIVE))) == 5


def test_the_map_is_told_in_one_sentence_with_its_ends() -> None:
    first, last = boroughs()[0].area_name, boroughs()[4].area_name
    assert fund_words.map_label(fund_view(fund(*FIVE))) == (
        f"Map: London Crime Prevention Fund per resident, 2017/18: from £1.00 in {first} to £5.00 in "
        f"{last}.")  # fmt: skip


def test_the_chosen_borough_has_its_figures_and_its_place() -> None:
    slug = boroughs()[3].slug
    name, said = fund_words.selected_sentence(fund_view(fund(*FIVE), area=slug))
    assert (name, said) == (boroughs()[3].area_name, "£400 allocated, £4.00 per resident: 2nd most of 32 boroughs.")
    assert fund_words.selected_sentence(fund_view(fund(*FIVE)))[0] == "Choose a borough"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (1500.0, "The boroughs add up to the total printed, £1,500."),
        (
            1499.0,
            "The 32 boroughs add up to £1,500; the total printed is £1,499, £1 apart, which rounding to whole "
            "pounds can explain.",
        ),
        (1400.0, "The 32 boroughs add up to £1,500; the total printed is £1,400, £100 apart."),
    ],
)
def test_the_total_is_held_against_its_boroughs(printed: float, said: str) -> None:
    assert fund_words.total_note(fund(*FIVE, printed=printed)) == said


def test_the_lead_gives_the_fund_from_the_figures() -> None:
    note = SimpleNamespace(is_demonstration=True)
    said = lead(SimpleNamespace(fund=fund(1e6, 2e6), edition=note))  # type: ignore[arg-type]
    assert "gave the 32 boroughs £3.0m in 2017/18, £15000.00 per resident" in said.replace(",000.00", "000.00")
    assert said.endswith("These are real in the demonstration too.")


def test_reserves_are_drawn_to_scale_and_hollow_where_only_planned() -> None:
    import re

    markup = columns(of("reserves", c0=400.0, c1=200.0, c2=100.0, c3=100.0, c6=100.0).table, 700.0, 180.0)
    bars = re.findall(r'<rect x="[\d.]+" y="[\d.]+" width="[\d.]+" height="([\d.]+)" fill="(#\w+)"', markup)
    heights = [float(height) for height, _ in bars]
    assert heights[0] == pytest.approx(2 * heights[1]) == pytest.approx(4 * heights[2])
    assert [fill for _, fill in bars] == ["#12507B"] * 3 + ["#FFFFFF"] * 4
    assert "2014/15 actual 400.0" in markup and "2020/21 planned 100.0" in markup
