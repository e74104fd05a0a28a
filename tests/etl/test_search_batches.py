"""Reading stop-and-search files: cut short, ragged, in any order, many at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from etl import search_batches
from etl.faults import LoadError
from etl.load import load
from tests.etl.conftest import Loaded
from tests.etl.searches import COUNTS, FAULTS, HEADER, june, search

Write = Callable[..., Path]
Load = Callable[[], Loaded]


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (search()[:-40], "ends in the middle of a row: 'Person search"),
        (search(is_more_than_outer="Fal"), "row, in 'Fal'"),
    ],
)
def test_a_file_cut_inside_a_row_stops_the_load_with_its_line(end: str, said: str, write: Write, loaded: Load) -> None:
    write("a.csv", content="\n".join([HEADER, *june(3), end]).encode())
    with pytest.raises(LoadError) as error:
        loaded()
    assert "a.csv, line 5" in str(error.value) and said in str(error.value)


def test_a_quotation_mark_that_never_closes_stops_the_load_with_its_line(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER, *june(2), search(gender='"Male'), *june(5))
    with pytest.raises(LoadError, match=r"line 4: has a quotation mark that never closes"):
        loaded()


def test_a_file_without_rows_stops_the_load(write: Write, loaded: Load) -> None:
    write("a.csv", HEADER)
    with pytest.raises(LoadError, match="has a header but no rows"):
        loaded()


def test_rows_that_do_not_fit_are_listed_and_later_lines_keep_their_numbers(write: Write, loaded: Load) -> None:
    write(
        "a.csv", HEADER, "Person search,2017", *june(2), f"{search()},,9", *june(1), "x", search(date="never"), *june(1)
    )
    edition = loaded()
    assert [(row[0], row[2]) for row in edition.rows(FAULTS)] == [
        (2, "Person search,2017"), (5, f"{search()},,9"), (7, "x"), (8, "never")
    ]  # fmt: skip
    assert edition.rows("SELECT line FROM stop_and_search ORDER BY line") == [(3,), (4,), (6,), (9,)]
    assert edition.rows(COUNTS) == [(8, 4, 4)]


def test_line_ends_and_semicolons_do_not_matter(write: Write, loaded: Load) -> None:
    write("2017-06/a.csv", content="\r\n".join([HEADER, *june(3), ""]).encode())
    write("2017-07/b.csv", *(line.replace("2017-06", "2017-07").replace(",", ";") for line in (HEADER, *june(4))))
    write("2017-08/c.csv", *(line.replace("2017-06", "2017-08") for line in (HEADER, *june(5))))
    assert loaded().rows("SELECT count(*) FROM stop_and_search GROUP BY source_id ORDER BY 1") == [(3,), (4,), (5,)]


def test_reading_a_file_at_a_time_gives_the_same_rows_as_reading_all_at_once(
    write: Write, raw: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for month in range(1, 8):
        rows = [row.replace("2017-06-", f"2017-0{month}-") for row in june(28 * month)]
        rows.insert(month * 3, "a misfit")
        write(
            f"2017-0{month}/a.csv", HEADER, *rows, search(latitude="0", longitude="0", date="2017-01-05T00:00:00+00:00")
        )
    query = "SELECT * FROM {} ORDER BY ALL"
    tables = ("stop_and_search", "rejected_row", "source")
    at_once = Loaded(load([raw], editions=tmp_path / "one").path)
    monkeypatch.setattr(search_batches, "BATCH_BYTES", 1)
    one_by_one = Loaded(load([raw], editions=tmp_path / "two").path)
    for table in tables:
        assert at_once.rows(query.format(table)) == one_by_one.rows(query.format(table))


def test_rows_stand_in_the_order_of_the_files_with_their_lines(
    write: Write, loaded: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line is counted from a row's place, so the order must hold however many files are read side by side."""
    for month in range(1, 7):
        write(f"2017-0{month}/a.csv", HEADER, *(
            search(gender=["Male", ""][i % 2],
                   date=f"2017-0{month}-{1 + i // 1440:02}T{i // 60 % 24:02}:{i % 60:02}:00+00:00")
            for i in range(30_000)))  # fmt: skip
    edition = loaded()
    found = edition.rows("SELECT source_id, line, searched_at, gender FROM stop_and_search")
    assert [row[:2] for row in found] == [(source, line) for source in range(1, 7) for line in range(2, 30_002)]
    assert all(gender == [None, "Male"][(line + 1) % 2] for _, line, _, gender in found)
