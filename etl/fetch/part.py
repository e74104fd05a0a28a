"""A download that is under way, kept on disk so that a cut one can be gone on with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True)
class Validators:
    """What a server says to tell one version of a file from another."""

    etag: str = ""
    last_modified: str = ""

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> Validators:
        return cls(headers.get("etag", ""), headers.get("last-modified", ""))

    def if_changed(self) -> dict[str, str]:
        """Headers that ask for the file only when it is another one."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}

    @property
    def for_range(self) -> str:
        """What may stand in If-Range. A weak tag may not: it holds for files that differ in their bytes."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified

    def differ_from(self, other: Validators) -> bool:
        if self.etag and other.etag:
            return self.etag != other.etag
        return bool(self.last_modified and other.last_modified and self.last_modified != other.last_modified)


class Part:
    """The bytes so far, and beside them which version of which file they are of."""

    def __init__(self, folder: Path, url: str) -> None:
        stem = hashlib.sha256(url.encode()).hexdigest()[:20]
        self.url = url
        self.path = folder / f"{stem}.part"
        self.note = folder / f"{stem}.note"

    @property
    def size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    @property
    def validators(self) -> Validators | None:
        """None when it is not known what the bytes are of; they are then of no use."""
        try:
            note = json.loads(self.note.read_text(encoding="utf-8"))
            return Validators(str(note["etag"]), str(note["last_modified"])) if note["url"] == self.url else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def range_headers(self) -> dict[str, str]:
        """Headers that ask for the rest, if it is still the same file; none when it must start over."""
        known = self.validators
        if not self.size or known is None or not known.for_range:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": known.for_range}

    def open(self, validators: Validators, *, start: int) -> BinaryIO:
        """A file to write the bytes from `start` on into. From 0, whatever there was is gone first."""
        if start:
            return self.path.open("ab")
        self.discard()
        self.note.write_text(json.dumps({"url": self.url, **asdict(validators)}), encoding="utf-8")
        return self.path.open("wb")

    def discard(self) -> None:
        self.path.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)
