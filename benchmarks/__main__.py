"""`make bench`: run every benchmark here, print a table, keep it as JSON in build/."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import loading, overview
from benchmarks.measuring import Line
from benchmarks.proxy import speed

KEPT = Path(__file__).parents[1] / "build" / "bench.json"


def main() -> None:
    """Print and keep the ratios; a line over its bar makes the exit code 1."""
    console = Console()
    lines: list[Line] = [*overview.lines(console), *loading.lines(console), *speed.lines(console)]
    table = Table("What", "Bare", "Ours", "Ratio", "Bar", "", title="Against a bare baseline", title_justify="left")
    for line in lines:
        table.add_row(*line.cells())
    console.print(table)
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps([line.as_dict() for line in lines], indent=2) + "\n", encoding="utf-8")
    console.print(f"Kept in {KEPT.relative_to(Path.cwd()) if KEPT.is_relative_to(Path.cwd()) else KEPT}")
    raise SystemExit(any(not line.is_met for line in lines))


if __name__ == "__main__":
    main()
