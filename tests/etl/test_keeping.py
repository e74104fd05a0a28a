"""Old editions are kept as long as the setting says, and the one in use for ever."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from etl.keeping import DAY, USUAL_DAYS, VARIABLE, days_kept, let_go

NOW = 2_000_000_000.0


def made(folder: Path, name: str, days_ago: float) -> None:
    path = folder / f"{name}.duckdb"
    path.write_bytes(b"")
    os.utime(path, (NOW - days_ago * DAY,) * 2)
    (folder / f"{name}.bulk").mkdir()
    (folder / f"{name}.bulk" / "files.json").write_text("[]")


def test_those_older_than_the_setting_go_with_their_files_but_never_the_one_in_use(tmp_path: Path) -> None:
    for name, days in (("official-a", 31), ("official-b", 29), ("official-c", 400)):
        made(tmp_path, name, days)
    (tmp_path / "current").write_text("official-c\n")
    assert let_go(tmp_path, days=30, now=NOW) == ["official-a"]
    assert sorted(path.name for path in tmp_path.glob("official-*")) == [
        "official-b.bulk", "official-b.duckdb", "official-c.bulk", "official-c.duckdb",
    ]  # fmt: skip
    assert let_go(tmp_path, days=0, now=NOW) == []


def test_the_setting_is_a_number_of_days(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert days_kept() == USUAL_DAYS
    monkeypatch.setenv(VARIABLE, "0")
    assert days_kept() == 0
    monkeypatch.setenv(VARIABLE, "a year")
    with pytest.raises(ValueError, match="'a year', which is no number of days"):
        days_kept()
