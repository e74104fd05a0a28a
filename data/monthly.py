"""One series month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, eq=False)
class Monthly:
    """Recorded offences month by month from `first` on, None where there is no figure, and each month's status."""

    first: date
    values: tuple[float | None, ...]
    status: tuple[str, ...]
