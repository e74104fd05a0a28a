"""A sheet and its CSV: what is written is what is read back."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.export import number, text
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


def test_a_record_has_numbers_truths_and_dates_and_says_why_there_is_none() -> None:
    columns = ("area_name", "offences", "rate_per_1000", "change_pct", "residents", "comes_out", "status", "note")
    row = {"area_name": "'=Barnet", "offences": "0", "rate_per_1000": "-1.5", "change_pct": "[u]", "comes_out": "yes",
           "status": "[p]", "note": ""}  # fmt: skip
    (found,) = Sheet.of(columns, [row]).records()
    assert found == {
        "area_name": "=Barnet", "offences": 0, "rate_per_1000": -1.5, "change_pct": None, "residents": None,
        "comes_out": True, "status": "provisional", "note": None, "marks": {"change_pct": "not_calculated"},
    }  # fmt: skip
    assert isinstance(found["offences"], int)


def test_words_in_a_column_of_numbers_are_refused_with_its_name() -> None:
    with pytest.raises(ValueError, match="'many' in column offences is no whole"):
        list(Sheet.of(("offences",), [{"offences": "many"}]).records())


def test_a_column_nobody_declared_is_of_numbers_when_all_its_cells_are() -> None:
    rows = [{"made_up": "2", "other": "2"}, {"made_up": "[x]", "other": "a"}]
    found = list(Sheet.of(("made_up", "other"), rows).records())
    assert [(row["made_up"], row["other"]) for row in found] == [(2, "2"), (None, "a")]


NUMBERS = st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(st.tuples(st.text(), NUMBERS)))
def test_every_text_and_number_comes_back_from_json_as_it_was(pairs: list[tuple[str, float | None]]) -> None:
    rows = [{"note": text(note), "value": number(value, "[x]")} for note, value in pairs]
    written = "".join(Sheet.streamed(("note", "value"), rows).json_pieces({"title": "t"}))
    found = json.loads(written)
    assert found["title"] == "t"
    for (note, value), row in zip(pairs, found["rows"], strict=True):
        assert row["value"] == value
        assert row["note"] == (None if note in ("", "[z]", "[x]", "[u]", "[c]", "[p]") else note)


def test_a_streamed_sheet_writes_what_a_held_one_does() -> None:
    rows = [{"area_name": f"a{i}", "offences": str(i)} for i in range(1203)]
    held = Sheet.of(("area_name", "offences"), rows)
    streamed = [Sheet.streamed(held.columns, iter(rows)) for _ in range(2)]
    assert "".join(streamed[0].csv_pieces()) == held.csv()
    assert "".join(streamed[1].json_pieces({})) == "".join(held.json_pieces({}))
    assert len(json.loads("".join(held.json_pieces({})))["rows"]) == 1203
