"""Answers kept in memory: the latest used, up to a size."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Kept:
    """An answer as it goes over the wire, compressed or not; `headers` without those that every answer has."""

    body: bytes
    headers: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers) + 200


@dataclass
class Store:
    """At most `most_bytes` in all; those not asked for longest go first. Safe to use from several threads."""

    most_bytes: int
    _kept: OrderedDict[str, Kept] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: str) -> Kept | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: str, kept: Kept) -> None:
        """Keep it; one that takes more than a quarter of the room is not kept."""
        if kept.size > self.most_bytes // 4:
            return
        with self._lock:
            old = self._kept.pop(key, None)
            self._size += kept.size - (old.size if old else 0)
            self._kept[key] = kept
            while self._size > self.most_bytes:
                self._size -= self._kept.popitem(last=False)[1].size

    @property
    def size(self) -> int:
        return self._size

    def __len__(self) -> int:
        return len(self._kept)
