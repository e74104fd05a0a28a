"""Files that are not what they should be stop the load, with words that help; the edition in use stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.edition import in_use
from etl.faults import LoadError
from tests.etl.conftest import HEADER, ROWS, Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]
GOOD = "\n".join([HEADER, *ROWS]) + "\n"

BAD = {
    "empty file": (b"", r"is empty"),
    "only white space": (b"\xef\xbb\xbf \n \n", r"is empty"),
    "error page": (
        b"<!DOCTYPE html>\n<html>404</html>",
        r"line 1: is a web page, not data: it starts with '<!DOCTYPE html>'",
    ),
    "spreadsheet": (b"PK\x03\x04rest", r"is a zip archive or a spreadsheet"),
    "pointer": (b"version https://git-lfs.github.com/spec/v1\n", r"is a Git LFS pointer"),
    "binary": (b"Borough\x00\x01\x02", r"is not text: it holds zero bytes"),
    "unknown header": (
        b"Borough,Major,Minor Category,201701\n",
        r"line 1: .*'Borough,Major,Minor Category,201701'.* Nearest is .*missing 'Major Category'; not known 'Major'",
    ),
    "columns in another order": (b"MinorText,MajorText,BoroughName,201701\n", r"in another order"),
    "header only": (HEADER.encode() + b"\n", r"has a header but no rows"),
    "cut short": (
        GOOD.encode() + b"ROBBERY,ROBBERY OF BUSINESS PROPERTY,Camden,1",
        r"line 5: ends in the middle of a row: 'ROBBERY,ROBBERY OF BUSINESS PROPERTY,Camden,1'",
    ),
    "month missing": (
        GOOD.replace("201704,201705,201706", "201704,201706,201707").encode(),
        r"covers April 2017 to July 2017 but has no column '201705'",
    ),
    "month double": (GOOD.replace("201705", "201704").encode(), r"has the month column '201704' more than once"),
    "no month": (b"MajorText,MinorText,BoroughName\nA,B,C\n", r"has no month columns"),
    "no such month": (GOOD.replace("201705", "201713").encode(), r"has a column '201713' where a month"),
    "more than months": (GOOD.replace("201706", "Total").encode(), r"has a column 'Total' where a month"),
    "neither encoding": (GOOD.encode() + b"X,\x81\x8d,Camden,1,2,3\n", r"line 5: is neither UTF-8 nor Windows-1252"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_stops_the_load_and_the_edition_in_use_stays(
    name: str, write: Write, loaded: Load, editions: Path
) -> None:
    write("good.csv", HEADER, *ROWS)
    before = loaded().path
    content, message = BAD[name]
    write("bad.csv", content=content)
    with pytest.raises(LoadError, match=message) as raised:
        loaded()
    assert "bad.csv" in str(raised.value)
    assert (editions / "current").read_text().strip() == before.stem
    assert sorted(p.name for p in editions.glob("*.duckdb")) == [before.name]


def test_every_bad_file_is_named_at_once(write: Write, loaded: Load, editions: Path) -> None:
    write("one.csv", content=b"")
    write("two.csv", "a,b", "1,2")
    with pytest.raises(LoadError) as raised:
        loaded()
    assert "2 files cannot be loaded" in str(raised.value)
    assert "one.csv: is empty" in str(raised.value)
    assert "two.csv, line 1: has a header" in str(raised.value)
    assert not in_use(editions)


READABLE = {
    "byte-order mark": (b"\xef\xbb\xbf" + GOOD.encode(), "a byte-order mark was passed over"),
    "carriage returns only": (GOOD.replace("\n", "\r").encode(), "line ends were carriage returns only"),
    "carriage return and line feed": (GOOD.replace("\n", "\r\n").encode(), None),
    "UTF-16": (GOOD.encode("utf-16"), "read as UTF-16"),
    "Windows-1252": (
        GOOD.encode() + "ROBBERY,ROBBERY OF PERSONAL PROPERTY,Caf\u00e9,1,1,1\n".encode("cp1252"),
        "read as Windows-1252",
    ),
    "quoted": (GOOD.replace("Camden", '"Camden"').encode(), None),
    "no line end at the end": (
        GOOD.rstrip("\n").encode(),
        "the last line has no line end; if figures at the end look short, download the file again",
    ),
}


@pytest.mark.parametrize("name", READABLE)
def test_what_only_looks_different_is_read_in_full(name: str, write: Write, loaded: Load) -> None:
    content, note = READABLE[name]
    write("a.csv", content=content)
    edition = loaded()
    assert edition.rows("SELECT count(*), sum(offences) FROM recorded_crime") == [(9, 93)]
    assert edition.source("note") == [note]


def test_a_windows_1252_name_is_quoted_as_it_is_written(write: Write, loaded: Load) -> None:
    write("a.csv", content=READABLE["Windows-1252"][0])
    assert loaded().rows("SELECT line, value FROM rejected_row") == [(5, "Café")]


def test_a_folder_without_data_files_says_so(write: Write, loaded: Load) -> None:
    write("README.md", "# words")
    with pytest.raises(LoadError, match="no data files found in"):
        loaded()


def test_files_that_are_no_data_are_passed_over_and_named(write: Write, raw: Path, editions: Path) -> None:
    from etl.load import load

    write("a.csv", HEADER, *ROWS)
    write("README.md", "# words")
    assert [path.name for path in load([raw], editions=editions).inputs.passed_over] == ["README.md"]


def test_demonstration_files_never_stand_beside_real_ones(write: Write, raw: Path, editions: Path) -> None:
    from etl.load import load

    modelled = write("modelled/a.csv", HEADER, *ROWS)
    write("modelled/MODELLED.txt", "made up")
    real = write("real/b.csv", HEADER, ROWS[0])
    assert load([raw / "modelled"], editions=editions).edition_id.startswith("demonstration-")
    assert load([modelled], editions=editions).edition_id.startswith("demonstration-")
    with pytest.raises(LoadError, match="cannot be loaded into one edition"):
        load([raw / "modelled", real], editions=editions)
    with pytest.raises(LoadError, match="cannot be loaded into one edition"):
        load([raw], editions=editions)
