"""Zip archives: what is in them is loaded like files, and those that mean harm are refused before they do any."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from etl import archives
from etl.archives import Limits, unpack
from etl.faults import FileFault, LoadError
from tests.etl.conftest import HEADER, ROWS, Loaded

Write = Callable[..., Path]
Load = Callable[[], Loaded]


def archive_of(path: Path, members: dict[str, str | bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


GOOD = "\n".join([HEADER, *ROWS]) + "\n"


def test_files_in_an_archive_are_loaded_like_files_and_named_with_it(raw: Path, loaded: Load) -> None:
    archive_of(raw / "data.zip", {"2017-09-later/a.csv": GOOD, "README.md": "words", "__MACOSX/._a.csv": b"\0\5"})
    edition = loaded()
    assert edition.rows("SELECT name, edition, rows_loaded FROM source") == [
        ("data.zip: 2017-09-later/a.csv", "2017-09", 3)
    ]
    assert edition.rows("SELECT sum(offences) FROM recorded_crime") == [(93,)]


def test_a_file_in_an_archive_is_of_the_release_that_the_folder_around_it_is_named_for(raw: Path, loaded: Load) -> None:
    (raw / "2017-10").mkdir()
    archive_of(raw / "2017-10" / "data.zip", {"some/folder/a.csv": GOOD})
    assert loaded().source("edition") == ["2017-10"]


def test_a_file_and_its_copy_in_an_archive_are_read_once(raw: Path, write: Write, loaded: Load) -> None:
    write("a.csv", content=GOOD.encode())
    archive_of(raw / "b.zip", {"a.csv": GOOD})
    edition = loaded()
    assert edition.rows("SELECT count(*), sum(rows_read) FROM source") == [(1, 3)]


def test_what_is_wrong_in_an_archived_file_is_said_with_both_names(raw: Path, loaded: Load) -> None:
    archive_of(raw / "data.zip", {"bad.csv": "a,b\n1,2\n"})
    with pytest.raises(LoadError, match=r"data\.zip/bad\.csv, line 1: has a header that no known layout has"):
        loaded()


@pytest.mark.parametrize(
    "name", ["../evil.csv", "a/../../evil.csv", "/evil.csv", "C:/evil.csv", "..\\evil.csv", "..\\..\\a"]
)
def test_a_path_that_climbs_out_is_quoted_and_nothing_is_written(name: str, raw: Path, tmp_path: Path) -> None:
    path = archive_of(raw / "evil.zip", {"good.csv": GOOD, name: GOOD})
    scratch = tmp_path / "scratch" / "deep"
    scratch.mkdir(parents=True)
    with pytest.raises(FileFault, match="whose path climbs out of the archive") as raised:
        unpack(path, scratch=scratch)
    assert f"'{name}'" in str(raised.value)
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [path]


def test_an_archive_that_would_fill_the_disk_is_refused_before_it_does(raw: Path, tmp_path: Path) -> None:
    path = archive_of(raw / "bomb.zip", {"zeros.csv": b"0" * 3_000_000})
    with pytest.raises(
        FileFault, match=r"'zeros\.csv', which would unpack to 3 MB from .* more than 200 times its size"
    ):
        unpack(path, scratch=tmp_path)
    with pytest.raises(FileFault, match="would unpack to 3 MB; at most 2 MB are unpacked"):
        unpack(path, scratch=tmp_path, limits=Limits(total_bytes=2_000_000))
    many = archive_of(raw / "many.zip", {f"{i}.csv": "x" for i in range(4)})
    with pytest.raises(FileFault, match="holds 4 files; at most 3 are unpacked"):
        unpack(many, scratch=tmp_path, limits=Limits(members=3))
    assert not list(tmp_path.glob("archive-*/**/*.csv"))


def test_an_archive_that_lies_about_its_sizes_is_refused(raw: Path, tmp_path: Path) -> None:
    path = archive_of(raw / "liar.zip", {"zeros.csv": b"0" * 300_000})
    content = path.read_bytes()
    path.write_bytes(content.replace((300_000).to_bytes(4, "little"), (1_000).to_bytes(4, "little")))
    with pytest.raises(FileFault, match="cannot be unpacked"):
        unpack(path, scratch=tmp_path)
    assert all(file.stat().st_size <= 1_000 for file in tmp_path.glob("archive-*/**/*.csv"))


def test_an_encrypted_member_is_named(raw: Path, tmp_path: Path) -> None:
    path = archive_of(raw / "secret.zip", {"a.csv": GOOD}, compression=zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= archives.FLAG_ENCRYPTED
    path.write_bytes(bytes(content))
    with pytest.raises(FileFault, match=r"'a\.csv', which is encrypted"):
        unpack(path, scratch=tmp_path)


def test_a_link_a_double_and_a_damaged_archive_are_refused(raw: Path, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(raw / "link.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(FileFault, match=r"'link\.csv', which is a link"):
        unpack(raw / "link.zip", scratch=tmp_path)
    with zipfile.ZipFile(raw / "twice.zip", "w") as archive, pytest.warns(UserWarning):
        archive.writestr("a.csv", "1")
        archive.writestr("a.csv", "2")
    with pytest.raises(FileFault, match=r"'a\.csv', more than once"):
        unpack(raw / "twice.zip", scratch=tmp_path)
    whole = archive_of(raw / "whole.zip", {"a.csv": GOOD}).read_bytes()
    (raw / "half.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FileFault, match="cannot be unpacked: .*Download it again"):
        unpack(raw / "half.zip", scratch=tmp_path)
    (raw / "bent.zip").write_bytes(_bent(whole))
    with pytest.raises(FileFault, match="cannot be unpacked"):
        unpack(raw / "bent.zip", scratch=tmp_path)


def _bent(whole: bytes) -> bytes:
    """The first file's packed bytes with some of them turned over."""
    start = whole.index(b"a.csv") + 20
    return whole[:start] + bytes(255 - b for b in whole[start : start + 8]) + whole[start + 8 :]


def test_every_bad_archive_is_named_at_once_and_one_without_data_too(raw: Path, loaded: Load) -> None:
    archive_of(raw / "empty.zip", {"README.md": "words"})
    archive_of(raw / "evil.zip", {"../a.csv": GOOD})
    with pytest.raises(LoadError) as raised:
        loaded()
    assert "empty.zip: is an archive without data files" in str(raised.value)
    assert "evil.zip: holds the file '../a.csv', whose path climbs out" in str(raised.value)
