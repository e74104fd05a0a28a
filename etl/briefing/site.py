"""The dashboard, started for the time of the printing on a port of this machine alone."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from etl.briefing.faults import CannotPrint

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
SECONDS = 60.0
SERVER = ("-m", "gunicorn", "--config", "gunicorn.conf.py", "--no-control-socket")


@contextmanager
def served(editions: Path) -> Iterator[str]:
    """The address of the dashboard over a folder of editions. Raises CannotPrint when it does not start.

    It is a program of its own: the loader imports nothing of the web side.
    """
    address = f"{HOST}:{_free_port()}"
    environment = {**os.environ, "LPP_EDITIONS": str(editions.resolve()), "WEB_CONCURRENCY": "1"}
    command = [sys.executable, *SERVER, "--bind", address, "app:server"]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            _wait(f"http://{address}/livez", server, log)
            yield f"http://{address}"
        finally:
            server.terminate()
            try:
                server.wait(timeout=30)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait(url: str, server: subprocess.Popen[bytes], log: IO[bytes], seconds: float = SECONDS) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            raise CannotPrint(f"The dashboard did not start: {_said(log)}")
        try:
            urlopen(url, timeout=5).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise CannotPrint(f"The dashboard did not answer in {seconds:.0f} seconds: {_said(log)}")


def _said(log: IO[bytes]) -> str:
    log.seek(0)
    lines = log.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing."


def ask(url: str, *, seconds: float = 60.0) -> None:
    """Whether the page is there: a browser would print what stands in for it. Raises CannotPrint with its status."""
    try:
        urlopen(url, timeout=seconds).close()
    except HTTPError as error:
        raise CannotPrint(f"the page answered with status {error.code}") from error
    except (URLError, OSError) as error:
        raise CannotPrint(f"the page did not answer: {error}") from error
