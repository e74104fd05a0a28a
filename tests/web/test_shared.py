"""What one worker puts away another finds whole, and the room is never taken for ever."""

from __future__ import annotations

import os
from pathlib import Path

from web.shared import Shared
from web.store import Kept

KEPT = Kept(b"body\nof lines", (("ETag", 'W/"a"'), ("Vary", "Accept-Encoding")))


def test_another_finds_what_was_put(tmp_path: Path) -> None:
    Shared(tmp_path).put("a" * 32, KEPT)
    assert Shared(tmp_path).get("a" * 32) == KEPT
    assert Shared(tmp_path).get("b" * 32) is None


def test_a_file_that_is_cut_off_is_no_answer(tmp_path: Path) -> None:
    (tmp_path / "cut").write_bytes(b'[["ETag", "x"')
    (tmp_path / "empty").write_bytes(b"")
    assert Shared(tmp_path).get("cut") is None and Shared(tmp_path).get("empty") is None


def test_the_oldest_make_room(tmp_path: Path) -> None:
    shared = Shared(tmp_path, most_bytes=40_000)
    most = 0
    for number in range(256):
        shared.put(f"{number:032}", Kept(b"x" * 997, ()))  # 1,000 with the line of headers
        os.utime(tmp_path / f"{number:032}", (number, number))
        most = max(most, sum(path.stat().st_size for path in tmp_path.iterdir()))
    held = sorted(path.name for path in tmp_path.iterdir())
    assert 35_000 < most <= 45_000  # never an eighth more than may be held, however large an answer is
    assert held and held[-1] == f"{255:032}" and f"{0:032}" not in held


def test_where_nothing_can_be_written_nothing_is_shared(tmp_path: Path) -> None:
    shared = Shared(tmp_path / "gone")
    shared.put("a" * 32, KEPT)
    assert shared.get("a" * 32) is None
