"""The application is imported before gunicorn makes its workers: what must not happen until they are there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOOK = """
import app
from data.warehouse import _warehouses
print([str(each.folder) for each in _warehouses.values() if each._open is not None])
import threading
print([thread.name for thread in threading.enumerate()])
"""


def test_importing_the_application_opens_no_edition_and_starts_no_thread(demonstration_editions: Path) -> None:
    """A database that is open cannot be shared with a process that is made afterwards, nor can a thread."""
    settings = {**os.environ, "LPP_EDITIONS": str(demonstration_editions)}
    asked = [sys.executable, "-c", LOOK]
    ran = subprocess.run(asked, cwd=ROOT, env=settings, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["[]", "['MainThread']"]
