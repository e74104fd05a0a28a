"""How long editions are kept after another is in use: what was cited should be found again."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from etl.bulk import bulk_folder
from etl.edition import in_use

VARIABLE = "LPP_KEEP_DAYS"
USUAL_DAYS = 1100  # three years and a bit
FOREVER = 0
DAY = 86_400


def days_kept() -> int:
    """The setting; 0 keeps every edition. Raises ValueError that quotes what is no number of days."""
    given = os.environ.get(VARIABLE, str(USUAL_DAYS))
    if not given.isdigit():
        raise ValueError(f"{VARIABLE} is '{given}', which is no number of days (0 keeps every edition)")
    return int(given)


def let_go(editions: Path, *, days: int, now: float | None = None) -> list[str]:
    """Remove the editions made longer ago than `days`, with their bulk files, but never the one in use; their ids."""
    if days == FOREVER:
        return []
    current, before = in_use(editions), (time.time() if now is None else now) - days * DAY
    old = [path for path in sorted(editions.glob("*.duckdb")) if path != current and path.stat().st_mtime < before]
    kept = [path for path in old if not path.name.startswith(".")]
    for path in kept:
        shutil.rmtree(bulk_folder(path), ignore_errors=True)
        path.unlink()
    return [path.stem for path in kept]
