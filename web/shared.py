"""Answers that one worker has made and another may give: files in memory, in a folder that gunicorn makes for them.

Readers move from worker to worker. Without this each of them would make every answer for itself.
"""

from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from pathlib import Path

from web.store import Kept

FOLDER = "LPP_ANSWERS_DIR"  # in the environment; gunicorn.conf.py makes it. Without it each worker is alone.
MOST_BYTES = int(os.environ.get("WEB_SHARED_MB", "32")) << 20
LOOK_THROUGH = 8  # times, while a worker puts there as many bytes as may be held in all


class Shared:
    """At most `most_bytes` of files and an eighth of that for each worker; the oldest go first.

    Where there is no room, nothing is shared. But the figures for /metrics lie in the same memory, and a worker that
    finds none for them is ended (SIGBUS): hence bytes are counted here, not answers.
    """

    def __init__(self, folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self.folder, self.most_bytes, self._put = folder, most_bytes, 0

    @classmethod
    def from_environment(cls) -> Shared | None:
        folder = os.environ.get(FOLDER)
        return cls(Path(folder)) if folder and MOST_BYTES else None

    def get(self, tag: str) -> Kept | None:
        try:
            with open(self.folder / tag, "rb") as file:
                headers = json.loads(file.readline())
                return Kept(file.read(), tuple((name, value) for name, value in headers))
        except (OSError, ValueError):
            return None

    def put(self, tag: str, kept: Kept) -> None:
        """Whole or not at all: another worker may read it at any time."""
        part = self.folder / f"{tag}.{os.getpid()}-{threading.get_ident()}"
        try:
            self._put += part.write_bytes(json.dumps(kept.headers).encode() + b"\n" + kept.body)
            part.replace(self.folder / tag)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            self._make_room()
        if self._put * LOOK_THROUGH >= self.most_bytes:
            self._put = 0
            self._make_room()

    def _make_room(self) -> None:
        """Remove the oldest until three quarters of the room are taken."""
        found = []
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    found.append((entry.stat().st_mtime, entry.stat().st_size, entry.path))
        held = sum(size for _, size, _ in found)
        if held <= self.most_bytes:
            return
        for _, size, path in sorted(found):
            with suppress(OSError):
                os.unlink(path)
            held -= size
            if held <= self.most_bytes * 3 // 4:
                return
