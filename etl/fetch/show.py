"""What the person at the terminal sees: bars while it goes on, then what became of each file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.table import Table

from etl.fetch.download import Watch, say_size
from etl.fetch.outcome import Outcome, What

LOOKS = {What.FETCHED: "green", What.FAILED: "bold red"}


class _Bar(Watch):
    def __init__(self, bars: Progress, task: TaskID) -> None:
        self.bars = bars
        self.task = task

    def begin(self, done: int, total: int | None) -> None:
        self.bars.update(self.task, completed=done, total=total)

    def advance(self, count: int) -> None:
        self.bars.update(self.task, advance=count)


class Show:
    """Without a console it says nothing. Bars are for terminals: in a log they would be noise."""

    def __init__(self, console: Console | None = None, problems: Console | None = None) -> None:
        self.console = console or Console(file=io.StringIO())
        self.problems = problems or Console(file=io.StringIO())

    @contextmanager
    def watch(self, label: str) -> Iterator[Watch]:
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
        )
        quiet = not self.console.is_terminal
        with Progress(*columns, console=self.console, transient=True, disable=quiet) as bars:
            yield _Bar(bars, bars.add_task(label[:48], total=None))

    def tell(self, line: str) -> None:
        self.problems.print(escape(line))

    def summary(self, outcomes: Sequence[Outcome]) -> None:
        """The closing table, then a line for each file that has more to say."""
        self.console.print(_table(outcomes))
        for o in outcomes:
            if o.what == What.FAILED:
                where = f"{o.dataset}, {o.name}" if o.name else o.dataset
                self.problems.print(f"[bold]Not reached:[/bold] {escape(f'{where}: {o.why}')}")
            elif o.why:
                self.console.print(escape(f"{o.name}: {o.why}"), soft_wrap=True)


def _table(outcomes: Sequence[Outcome]) -> Table:
    table = Table(title="What was fetched", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for head in ("Dataset", "Release", "File"):
        table.add_column(head, overflow="fold")
    table.add_column("Size", justify="right", no_wrap=True)
    table.add_column("Outcome", no_wrap=True)
    for o in outcomes:
        size = say_size(o.size) if o.size is not None else ""
        cells = map(escape, (o.dataset, o.release, o.name, size))
        table.add_row(*cells, f"[{LOOKS.get(o.what, 'default')}]{o.what}[/]")
    return table
