"""What can be wrong with an input, said so that a person can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LONGEST_QUOTE = 80


def quote(value: object) -> str:
    """The value in quotation marks, cut when it is long, with control characters made visible."""
    text = str(value)
    visible = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)
    return f"'{visible[:LONGEST_QUOTE]}…'" if len(visible) > LONGEST_QUOTE else f"'{visible}'"


@dataclass(frozen=True)
class Fault:
    """Something wrong with a whole file. It stops the load; the edition in use stays as it is."""

    path: Path
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{place}: {self.message}"


class FileFault(Exception):
    """Raised while one file is looked at; carries its Fault."""

    def __init__(self, path: Path, message: str, *, line: int | None = None) -> None:
        self.fault = Fault(path, message, line)
        super().__init__(str(self.fault))


class LoadError(Exception):
    """The load cannot go on. The message is for the person at the terminal, one problem a line."""

    @classmethod
    def of(cls, faults: list[Fault]) -> LoadError:
        files = "1 file" if len(faults) == 1 else f"{len(faults)} files"
        return cls("\n".join([f"{files} cannot be loaded:", *(f"  {fault}" for fault in faults)]))
