"""A real browser on a real server: gunicorn over an edition, and Chromium."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright

from benchmarks.page.chromium import ARGUMENTS
from tests.browser.reader import DESKTOP, PHONE, Visit, ready

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"gunicorn ended with {server.returncode}:\n{log.read_text()[-2000:]}")
        try:
            urlopen(url, timeout=5).close()
            return
        except HTTPError:
            return
        except (URLError, OSError):
            time.sleep(0.05)
    raise TimeoutError(f"{url} did not answer in {seconds} s")


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Start gunicorn over a folder of editions; returns its address. `wait=False` returns before it answers."""
    started: list[subprocess.Popen[bytes]] = []

    def start(editions: Path, *, wait: bool = True, workers: int = 2) -> str:
        address, log = f"127.0.0.1:{free_port()}", tmp_path_factory.mktemp("gunicorn") / "log"
        environment = {**os.environ, "LPP_EDITIONS": str(editions), "WEB_CONCURRENCY": str(workers)}
        command = [sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py", "--bind", address, "app:server"]
        with log.open("wb") as errors:
            started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stderr=errors))
        if wait:
            wait_for(f"http://{address}/livez", started[-1], log)
        return f"http://{address}"

    yield start
    for server in started:
        server.send_signal(signal.SIGINT)  # at once: a graceful end waits for the browser's open connections
    for server in started:
        server.wait(timeout=25)


@pytest.fixture(scope="session")
def site(serve: Callable[..., str], official_editions: Path) -> str:
    """The dashboard over the publishers' files."""
    return serve(official_editions)


@pytest.fixture(scope="session")
def whole_site(serve: Callable[..., str], whole_official_editions: Path) -> str:
    """The dashboard over all the publishers' files."""
    return serve(whole_official_editions)


@pytest.fixture(scope="session")
def demonstration_site(serve: Callable[..., str], demonstration_editions: Path) -> str:
    return serve(demonstration_editions)


@pytest.fixture(scope="session")
def empty_site(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The dashboard before any edition has been published."""
    return serve(tmp_path_factory.mktemp("no-editions"), workers=1)


def chromium() -> str:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found:
        return found
    reason = "NO BROWSER: the tests in tests/browser were not run; set CHROMIUM or use `make test`"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open an address in a fresh context; the app has started when it returns."""
    contexts = []

    def go(url: str, size: tuple[int, int] = DESKTOP, *, scripts: bool = True, **options: object) -> Visit:
        viewport = {"width": size[0], "height": size[1]}
        options |= {"viewport": viewport, "java_script_enabled": scripts, "has_touch": size == PHONE}
        context = browser.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        contexts.append(context)
        seen = Visit(context.new_page())
        seen.listen()
        seen.page.goto(url)
        if scripts:
            ready(seen.page)
        return seen

    yield go
    for context in contexts:
        context.close()
