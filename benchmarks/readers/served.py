"""The site as it is run, on a port of its own, for as long as something measures it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port of 127.0.0.1 on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(*, workers: int = 2, **environment: str) -> Iterator[str]:
    """gunicorn with the project's own settings; gives its address. Raises RuntimeError where it does not start."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--bind", address, "app:server"]
    settings = {**os.environ, "WEB_CONCURRENCY": str(workers), **environment}
    with subprocess.Popen(command, cwd=ROOT, env=settings, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://{address}/readyz", server)
            yield f"http://{address}"
        finally:
            server.terminate()


def wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 60.0) -> None:
    """Until `url` answers with 200."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            urlopen(url, timeout=10).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{url} did not answer within {seconds:.0f} s")
