"""The browser that prints: where it is, and how it is asked for one PDF."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from etl.briefing.faults import CannotPrint

NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)  # fmt: skip
NONE = (
    "No Chromium was found. Install one (on Debian or Ubuntu: apt-get install chromium), or set CHROMIUM to the path "
    "of a Chromium or Chrome. `sh scripts/chromium.sh` prints the path of one, and installs it if need be."
)
QUIET = (
    "--headless", "--disable-gpu", "--disable-extensions", "--disable-background-networking", "--disable-sync",
    "--disable-component-update", "--no-first-run", "--no-default-browser-check", "--no-pdf-header-footer",
)  # fmt: skip
SECONDS = 90  # for one briefing, on a machine that is busy
PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")


def find_chromium(environment: Mapping[str, str] = os.environ) -> str:
    """$CHROMIUM, or else the first of the usual names. Raises CannotPrint where there is none."""
    asked = environment.get("CHROMIUM", "")
    if asked:
        found = shutil.which(asked)
        if found is None:
            raise CannotPrint(f"CHROMIUM is set to '{asked}', and there is no such program.")
        return found
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise CannotPrint(NONE)
    return found


def print_pdf(browser: str, url: str, to: Path, *, profile: Path, seconds: float = SECONDS) -> None:
    """Write the page at `url` as a PDF. `profile`: a folder that no other browser uses at the time.

    Raises CannotPrint with the end of what the browser said when it fails, takes too long, or writes nothing.
    """
    command = [browser, *QUIET, *_unboxed(), f"--user-data-dir={profile}", f"--print-to-pdf={to}", url]
    with tempfile.TemporaryFile() as said:
        # A browser is many processes: in a session of its own they can all be ended together.
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True)
        try:
            running.wait(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise CannotPrint(f"the browser did not finish in {seconds:.0f} seconds") from error
        finally:
            _end(running)
        if running.returncode or not to.is_file() or not to.stat().st_size:
            said.seek(0)
            raise CannotPrint(f"the browser wrote nothing: {_last_line(said.read())}")


def _unboxed() -> tuple[str, ...]:
    """Chromium's sandbox does not work for root, as whom containers run; the page printed is our own."""
    return ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()


def _end(running: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):  # all gone
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _last_line(said: bytes) -> str:
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else "and said nothing"


def pages_of(pdf: Path) -> int:
    """How many pages a PDF written by Chromium has: it writes each as an object of its own, uncompressed."""
    return len(PAGE.findall(pdf.read_bytes()))
