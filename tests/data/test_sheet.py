"""A sheet and its CSV: what is written is what is read back."""

from __future__ import annotations

import csv
import io

import pytest

from data.sheet import Sheet


def test_a_csv_reads_back_as_the_rows_and_a_cell_left_out_does_not_apply() -> None:
    sheet = Sheet.of(("area", "value"), [{"area": 'Barnet, "north"', "value": "3"}, {"area": "Ealing"}])
    written = sheet.csv()
    assert written.startswith("\ufeffarea,value\r\n")
    found = list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))
    assert found == [{"area": 'Barnet, "north"', "value": "3"}, {"area": "Ealing", "value": "[z]"}]


def test_a_cell_without_a_column_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="'vaule' is no column of this table: area, value"):
        Sheet.of(("area", "value"), [{"vaule": "3"}])
