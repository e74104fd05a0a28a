"""The web workers import these functions: what is slow to import waits for the function that needs it."""

from __future__ import annotations

import subprocess
import sys


def test_importing_the_package_loads_neither_statsmodels_nor_scipy_stats() -> None:
    script = "import sys, data.statistics; print([m for m in ('statsmodels', 'scipy.stats') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
