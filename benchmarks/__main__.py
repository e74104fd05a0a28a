"""`make bench`: run every benchmark here or the groups that are named, print a table, keep it as JSON in build/."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console

from benchmarks import loading, overview
from benchmarks.measuring import Result, as_table
from benchmarks.page import lines as page
from benchmarks.proxy import speed
from benchmarks.readers.publications import under_load
from benchmarks.server import lines as server

KEPT = Path(__file__).parents[1] / "build" / "bench.json"
GROUPS: dict[str, Callable[[Console], Sequence[Result]]] = {
    "overview": overview.lines, "loading": loading.lines, "proxy": speed.lines, "server": server.lines,
    "page": page.lines, "publications": under_load,
}  # fmt: skip


def main(names: Sequence[str]) -> None:
    """Print and keep what was found; a line that does not keep to its bar makes the exit code 1, a wrong name 2."""
    console = Console()
    if unknown := [name for name in names if name not in GROUPS]:
        console.print(f"'{unknown[0]}' is no group of benchmarks; there are {', '.join(GROUPS)}")
        raise SystemExit(2)
    found = {name: list(GROUPS[name](console)) for name in names or GROUPS}
    for name, lines in found.items():
        console.print(as_table(name, lines))
    _keep(found)
    console.print(f"Kept in {KEPT.relative_to(Path.cwd()) if KEPT.is_relative_to(Path.cwd()) else KEPT}")
    raise SystemExit(any(not line.is_met for lines in found.values() for line in lines))


def _keep(found: dict[str, list[Result]]) -> None:
    """Beside what other groups found in an earlier run."""
    before = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    kept = before if isinstance(before, dict) else {}
    kept |= {name: [line.as_dict() for line in lines] for name, lines in found.items()}
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
