"""One at a time in a folder: what a load and a fetch both need."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def hold(folder: Path, *, lock: Path, work: str, fault: type[Exception]) -> Iterator[None]:
    """Hold `folder` by the file `lock` while `work` (a load, a fetch) goes on in it.

    Raises `fault`, in words, when the lock cannot be written or another process holds it.
    """
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        held = lock.open("w")
    except OSError as error:
        raise fault(f"cannot write to {folder}: {error.strerror}") from error
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise fault(f"another {work} is writing to {folder}; wait until it has ended") from None
        yield
