"""Known weaknesses of everything that requirements.lock installs, by pip-audit; says when nobody could be asked.

    python -m scripts.audit [pip-audit]

Ends with 0 where every package was looked up and has none, 1 where one has, 2 where not all could be looked up: not
knowing is not being safe.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parents[1] / "requirements.lock"
SERVICES = ("pypi", "osv")
SAFE, WEAK, UNKNOWN = 0, 1, 2


def ask(tool: str, service: str) -> list[Mapping[str, Any]]:
    """What a service says of each package; empty where it could not be reached."""
    command = [tool, "-r", str(LOCK), "--disable-pip", "--no-deps", "-s", service, "-f", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return list(json.loads(done.stdout)["dependencies"])
    except (ValueError, KeyError):
        return []


def verdict(packages: Sequence[Mapping[str, Any]]) -> tuple[int, list[str]]:
    """How it ends, and what to say. A package that was passed over has a `skip_reason`, and no list of weaknesses."""
    known = [package for package in packages if "vulns" in package]
    weak = [f"{each['name']} {each['version']}: {_said(vuln)}" for each in known for vuln in each["vulns"]]
    if not known:
        return UNKNOWN, ["No service of known weaknesses could be reached, so nothing is known of any package."]
    if len(known) < len(packages):
        weak.append(f"{len(packages) - len(known)} of {len(packages)} packages could not be looked up.")
        return WEAK if len(weak) > 1 else UNKNOWN, weak
    return (WEAK, weak) if weak else (SAFE, [f"{len(known)} packages, no known weakness."])


def _said(vuln: Mapping[str, Any]) -> str:
    return f"{vuln['id']}, mended in {', '.join(vuln['fix_versions']) or 'nothing yet'}"


def main(tool: str = "pip-audit") -> int:
    ends = [verdict(ask(tool, service)) for service in SERVICES]
    code, lines = next((end for end in ends if end[0] != UNKNOWN), ends[0])
    print("\n".join(lines))
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
