"""gunicorn for the bare baseline: the project's own settings, but for what sets the dashboard up."""

from __future__ import annotations

import runpy
from pathlib import Path

OURS = {"post_worker_init"}
globals().update({
    name: value for name, value in runpy.run_path(str(Path(__file__).parents[2] / "gunicorn.conf.py")).items()
    if not name.startswith("__") and name not in OURS
})  # fmt: skip
