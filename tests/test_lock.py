"""requirements.lock is everything that requirements.txt brings along, as it is installed here, and nothing else."""

from __future__ import annotations

import re
from importlib.metadata import distribution, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.audit import SAFE, UNKNOWN, WEAK, verdict

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s\\]+)", re.MULTILINE)
OF_PIP = {"setuptools"}  # that a package names and no virtual environment need have


def pins(name: str) -> dict[str, str]:
    return {canonicalize_name(package): at for package, at in PIN.findall((ROOT / name).read_text(encoding="utf-8"))}


def brought_along(packages: set[str]) -> set[str]:
    """The packages and all that they require on this machine, by what is installed."""
    found: set[str] = set()
    waiting = set(packages) - OF_PIP
    while waiting:
        name = waiting.pop()
        found.add(name)
        for line in distribution(name).requires or []:
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                waiting |= {canonicalize_name(needed.name)} - found - OF_PIP
    return found


def test_the_lock_holds_what_the_requirements_bring_along_and_nothing_else() -> None:
    asked, locked = pins("requirements.txt"), pins("requirements.lock")
    assert {name: locked.get(name) for name in asked} == asked, "make lock"
    assert set(locked) - OF_PIP == brought_along(set(asked)), "make lock"
    assert {name: version(name) for name in set(locked) - OF_PIP} == {
        name: at for name, at in locked.items() if name not in OF_PIP
    }, "what is tested here is not what is locked"


def test_every_pin_has_a_hash_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text.strip(), flags=re.IGNORECASE)
    assert len(entries) == len(pins("requirements.lock")) > 40
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text and "find-links" not in text


def test_not_knowing_is_not_being_safe() -> None:
    sound = {"name": "a", "version": "1", "vulns": []}
    weak = {"name": "b", "version": "2", "vulns": [{"id": "V-1", "fix_versions": ["2.1"]}]}
    passed_over = {"name": "c", "skip_reason": "not found"}
    assert verdict([sound, sound]) == (SAFE, ["2 packages, no known weakness."])
    assert verdict([sound, weak]) == (WEAK, ["b 2: V-1, mended in 2.1"])
    assert verdict([weak, passed_over])[0] == WEAK
    assert verdict([sound, passed_over]) == (UNKNOWN, ["1 of 2 packages could not be looked up."])
    assert verdict([])[0] == verdict([passed_over])[0] == UNKNOWN
