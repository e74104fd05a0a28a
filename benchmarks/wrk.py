"""wrk as the load generator: what it is told, and what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

INSTALL = "apt-get install wrk"
RATE = re.compile(r"(\d+) requests in.*Requests/sec:\s+([\d.]+)", re.DOTALL)
FAILED = re.compile(r"Non-2xx or 3xx responses: \d+|Socket errors: .*")
# Bodies in their order, once each where `once`: what runs out ends the run, so that nothing is asked twice unseen.
POSTS = """
local bodies, place = {}, 0
for line in io.lines("%(file)s") do bodies[#bodies + 1] = line end
local headers = { ["Content-Type"] = "application/json", ["Accept-Encoding"] = "br" }
request = function()
  place = place + 1
  if place > #bodies then
    if %(once)s then wrk.thread:stop() end
    place = 1
  end
  return wrk.format("POST", nil, headers, bodies[place])
end
"""


@dataclass(frozen=True)
class Asked:
    """How many answers, and how many a second."""

    number: int
    a_second: float


def is_there() -> bool:
    return shutil.which("wrk") is not None


def get(url: str, *, connections: int, seconds: int) -> Asked:
    """One address again and again. Raises RuntimeError where an answer was not 200."""
    return _run(url, connections, seconds, "-H", "Accept-Encoding: br")


def post(url: str, bodies: Sequence[bytes], *, connections: int, seconds: int, once: bool = False) -> Asked:
    """Bodies of one line each, in their order. Raises RuntimeError where an answer was not 200, or with `once` where
    there were too few bodies for the time."""
    with tempfile.TemporaryDirectory() as folder:
        file, script = Path(folder) / "bodies", Path(folder) / "posts.lua"
        file.write_bytes(b"\n".join(bodies) + b"\n")
        script.write_text(POSTS % {"file": file, "once": str(once).lower()}, encoding="utf-8")
        asked = _run(url, connections, seconds, "-s", str(script))
    if once and asked.number + connections >= len(bodies):
        raise RuntimeError(f"{len(bodies)} bodies were too few: {asked.number} were answered")
    return asked


def read(said: str) -> Asked:
    """What wrk has printed. Raises RuntimeError where it tells of a failure, or of nothing."""
    found = RATE.search(said)
    if found is None or FAILED.search(said) or int(found[1]) == 0:
        raise RuntimeError(f"wrk: {said}")
    return Asked(int(found[1]), float(found[2]))


def _run(url: str, connections: int, seconds: int, *more: str) -> Asked:
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", *more, url]
    return read(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
