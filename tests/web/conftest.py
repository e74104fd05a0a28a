"""The dashboard as it runs: two workers of gunicorn, behind a declared proxy, over editions that a test may change."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

import duckdb
import pytest

from data.warehouse import POINTER
from tests.browser.conftest import ROOT, free_port, wait_for

OTHER = "demonstration-0000000000000000"
READER = "81.2.69.142"  # an address of the world outside, which only the declared proxy may say


@dataclass(frozen=True)
class Running:
    """`editions`: the ids of the two there are, of which the first is in use."""

    port: int
    pid: int
    folder: Path
    log: Path
    editions: tuple[str, str]

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): each for name, each in headers.items()})
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()

    def workers(self) -> list[int]:
        return [int(pid) for pid in Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()]

    def lines(self) -> str:
        return self.log.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def two_editions(demonstration_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, and one that differs from it in its name and in every offence."""
    folder = tmp_path_factory.mktemp("two") / "editions"
    shutil.copytree(demonstration_editions, folder)
    name = (folder / POINTER).read_text().strip()
    shutil.copy(folder / f"{name}.duckdb", folder / f"{OTHER}.duckdb")
    with duckdb.connect(str(folder / f"{OTHER}.duckdb")) as con:
        con.execute("UPDATE edition SET edition_id = ?", [OTHER])
        con.execute("UPDATE recorded_crime SET offences = 2 * offences")
        con.execute("UPDATE monthly_signal SET offences = 2 * offences, offences_12m = 2 * offences_12m")
    return folder


@pytest.fixture(scope="module")
def running(two_editions: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if not Path("/proc/self/task").is_dir():
        pytest.skip("reads of workers what only Linux tells")
    port, log = free_port(), tmp_path_factory.mktemp("gunicorn") / "log"
    environment = {**os.environ, "LPP_EDITIONS": str(two_editions), "WEB_CONCURRENCY": "2", "LPP_LOOK_SECONDS": "0.1",
                   "WEB_PROXIES": "1", "WEB_FILES_A_MINUTE": "3", "WEB_ANSWERS_MB": "4"}  # fmt: skip
    command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--bind", f"127.0.0.1:{port}",
               "app:server"]  # fmt: skip
    with log.open("wb") as errors:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=errors)
    wait_for(f"http://127.0.0.1:{port}/readyz", server, log, 60)
    yield Running(port, server.pid, two_editions, log, ((two_editions / POINTER).read_text().strip(), OTHER))
    server.send_signal(signal.SIGINT)
    server.wait(timeout=25)


def json_headers() -> dict[str, Any]:
    return {"Content_Type": "application/json"}
