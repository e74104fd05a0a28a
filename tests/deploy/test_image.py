"""What the image would do, without an engine: the same files, the same commands, nothing that can be written."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from benchmarks.readers.served import free_port, wait_for

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
FINAL = DOCKERFILE.rsplit("\nFROM ", 1)[1]
NOT_COPIED = shutil.ignore_patterns("__pycache__", "editions", "raw", "demonstration", "*.pyc")


def copied() -> list[str]:
    """The files and folders that the Dockerfile takes from the project into /app."""
    lines = re.findall(r"^COPY (?!--from)(.+) (\S+)$", DOCKERFILE, re.MULTILINE)
    return [name for names, _ in lines for name in names.split()]


def command(word: str) -> list[str]:
    found = re.search(rf"^{word} (\[.+\])$", FINAL, re.MULTILINE)
    assert found is not None
    return [str(part) for part in json.loads(found[1])]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What the image holds in /app, static files compressed, without the right to write."""
    tree = tmp_path_factory.mktemp("image") / "app"
    tree.mkdir()
    for name in copied():
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=NOT_COPIED)
        else:
            (tree / name).parent.mkdir(exist_ok=True)
            shutil.copy(source, tree / name)
    environment = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-m", "scripts.static"], cwd=tree, env=environment, check=True)
    for path in (tree, *tree.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    yield tree
    for path in (tree, *tree.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)


def state(folder: Path) -> dict[str, float]:
    return {str(path): path.stat().st_mtime for path in folder.rglob("*")}


def test_the_image_serves_from_what_it_was_given_and_writes_nothing(tree: Path, demonstration_editions: Path) -> None:
    port = free_port()
    environment = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PORT": str(port),
                   "HOST": "127.0.0.1", "LPP_EDITIONS": str(demonstration_editions), "WEB_CONCURRENCY": "1",
                   "PYTHONDONTWRITEBYTECODE": "1"}  # fmt: skip
    before = state(tree) | state(demonstration_editions)
    with subprocess.Popen(command("CMD"), cwd=tree, env=environment, stderr=subprocess.PIPE) as server:
        wait_for(f"http://127.0.0.1:{port}/readyz", server)
        assert subprocess.run(health(), env=environment).returncode == 0
        pages = {path: ask(port, path) for path in ("/", "/crime-map", "/crime-map.csv", "/boroughs/camden/briefing",
                                                 "/open-data")}  # fmt: skip
        style = re.search(r'href="(/static/style[^"]+)"', brotli.decompress(pages["/"][0]).decode())
        assert style is not None
        assert ask(port, style[1])[0] == (tree / "build" / "static" / f"{Path(style[1]).name}.br").read_bytes()
        server.terminate()
        said = server.stderr.read().decode() if server.stderr else ""
    # nginx keeps one answer for every coding and passes over Vary, so it must be about nothing else.
    assert {vary for _, vary in pages.values()} == {"Accept-Encoding"}
    assert state(tree) | state(demonstration_editions) == before
    assert "control socket" not in said.lower() and "Traceback" not in said


def health() -> list[str]:
    (words,) = re.findall(r"HEALTHCHECK .*?CMD (\[.+\])$", FINAL, re.MULTILINE)
    return [sys.executable, *json.loads(words)[1:]]


def ask(port: int, path: str) -> tuple[bytes, str]:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "br"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read(), answer.headers["Vary"]


def test_the_health_check_fails_where_nothing_answers() -> None:
    environment = {"PATH": os.environ["PATH"], "PORT": str(free_port())}
    assert subprocess.run(health(), env=environment, stderr=subprocess.DEVNULL).returncode != 0


def test_the_final_stage_is_unprivileged_and_builds_nothing() -> None:
    assert re.search(r"^USER 10001:10001$", FINAL, re.MULTILINE)
    assert not re.search(r"pip install|apt-get|compileall", FINAL)
    bases = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert len(bases) == 2 and len(set(bases)) == 1 and re.fullmatch(r"python:3\.\d+-slim-\w+", bases[0])


def test_what_is_installed_is_what_was_locked() -> None:
    (install,) = re.findall(r"pip install (.+)", DOCKERFILE)
    assert {"--require-hashes", "--no-deps", "/tmp/requirements.lock"} <= set(install.split())
    assert "requirements.lock" in copied() and "requirements.txt" not in DOCKERFILE


def test_nothing_is_sent_to_the_builder_but_what_is_copied() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split("\n")
    assert "*" in lines
    assert {line[1:] for line in lines if line.startswith("!")} == set(copied())
    assert {"data/editions", "data/raw", "data/demonstration"} <= set(lines)
