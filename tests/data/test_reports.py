"""The table of the quarterly report: its rows, its columns, and the measure for each."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from data.reports import HERE, load_reports, report_of, reports

TABLE = Path(__file__).parents[2] / "data" / "published" / "recorded_crime_12_months.csv"


def test_it_has_every_row_and_both_columns_of_the_published_table() -> None:
    (report,) = reports()
    with TABLE.open(encoding="utf-8", newline="") as file:
        printed = list(csv.DictReader(file))
    keys = {(r["document"], r["section"], r["table_name"], r["row_label"], r["column_label"]) for r in printed}
    ours = {report.key(row, column) for row in report.rows for column in (report.column_before, report.column_latest)}
    assert len(report.rows) == 15
    assert ours == {key for key in keys if key[-1].startswith("July")}
    assert [row.row_label for row in report.rows] == list(dict.fromkeys(r["row_label"] for r in printed))


def test_its_columns_are_the_twelve_months_to_its_period_and_those_before() -> None:
    (report,) = reports()
    with TABLE.open(encoding="utf-8", newline="") as file:
        ends = {row["column_label"]: row["period_end"] for row in csv.DictReader(file)}
    assert report.period_end == date(2017, 6, 1)
    assert ends[report.column_latest] == "2017-06-30"
    assert ends[report.column_before] == "2016-06-30"


def test_it_is_found_by_its_month_and_by_its_measures() -> None:
    report = report_of(date(2017, 6, 1))
    assert report is reports()[0]
    assert report_of(date(2017, 5, 1)) is None
    row = report.row_of("violence-against-the-person-2018")
    assert row is not None
    assert row.row_label == "Violence Against the Person"
    assert report.row_of("violence-against-the-person") is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('measure = "burglary"', 'measure = "burglry"', "there is no measure 'burglry'"),
        ('measure = "burglary"', 'measure = "knife-crime"', "stands in two rows: knife-crime"),
        ('row_label = "Knife Crime"', 'row_label = "Gun Crime"', "stands in two rows: Gun Crime"),
        ('period_end = "2017-06"', 'period_end = "2017-13"', "period_end"),
        ("[[report.rows]]", "[[report.row]]", "reports.toml"),
        ('row_label = "Gun Crime"', 'row_label = "Gun Crime"\nvalue = 2645', "value"),
    ],
)
def test_a_mistake_is_said(old: str, new: str, message: str, tmp_path: Path) -> None:
    text = (HERE / "reports.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "reports.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        load_reports(path)
