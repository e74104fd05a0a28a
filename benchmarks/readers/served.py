"""The site as it is run, on a port of its own, for as long as something measures it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port of 127.0.0.1 on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Served:
    """A site that runs: its address, and its process where it is ours."""

    base: str
    process: int | None = None

    def workers(self) -> list[int]:
        """The processes that answer. Raises OSError where the system does not say, or the site is not ours."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children")
        return [int(pid) for pid in children.read_text(encoding="ascii").split()]

    def processor_seconds(self) -> float | None:
        """Of it and its workers so far; None where the system does not say, or the site is not ours."""
        try:
            ticks = [Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
                     for pid in (self.process, *self.workers())]  # fmt: skip
        except OSError:
            return None
        return sum(int(tick) for pair in ticks for tick in pair) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Program:
    """What gunicorn runs, with which settings, and the address that answers once it can."""

    app: str = "app:server"
    config: str = "gunicorn.conf.py"
    ready: str = "/readyz"


SITE = Program()


@contextmanager
def serving(program: Program = SITE, /, *, workers: int = 2, **environment: str) -> Iterator[Served]:
    """gunicorn with the project's own settings. Raises RuntimeError where it does not start."""
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "gunicorn", "--config", program.config, "--bind", address, program.app]
    settings = {**os.environ, "WEB_CONCURRENCY": str(workers), **environment}
    with subprocess.Popen(command, cwd=ROOT, env=settings, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://{address}{program.ready}", server)
            yield Served(f"http://{address}", server.pid)
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
            time.sleep(0.01)
    raise RuntimeError(f"{url} did not answer within {seconds:.0f} s")
