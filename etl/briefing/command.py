"""`python -m etl briefing`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from etl.edition import DEFAULT_FOLDER

if TYPE_CHECKING:
    from etl.briefing.run import Printed, Quarter
    from geo.areas import Area

OUT = Path("build") / "briefings"


def briefing_command(
    borough: Annotated[list[str] | None, typer.Argument(help="Boroughs, such as camden or tower-hamlets.")] = None,
    every: Annotated[bool, typer.Option("--all", help="All 32 boroughs.")] = False,
    to: Annotated[str, typer.Option(help="YYYY-MM: the quarter's last month; unasked, the latest settled.")] = "",
    editions: Annotated[Path, typer.Option(help="Folder of editions.")] = DEFAULT_FOLDER,
    out: Annotated[Path, typer.Option(help="Folder for the PDFs.")] = OUT,
) -> None:
    """Print boroughs' briefings as PDFs of two pages, with a Chromium that is on this machine."""
    from etl.briefing.faults import CannotPrint
    from etl.briefing.run import chosen, quarter  # only this command needs the web side's figures
    from geo.areas import boroughs

    console, problems = Console(), Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        if every == bool(borough):
            raise CannotPrint("Name the boroughs, or give --all for every one.")
        areas = boroughs() if every else chosen(borough or [])
        shown = quarter(editions, to)
        for sentence in shown.corrections:
            console.print(sentence)
        begun = time.monotonic()
        made = _with_bar(console, areas, shown, editions=editions, out=out)
    except CannotPrint as error:
        _fail(problems, error)
    _finish(console, problems, made, shown, out=out, seconds=time.monotonic() - begun)


def _with_bar(
    console: Console, areas: tuple[Area, ...], shown: Quarter, *, editions: Path, out: Path
) -> list[Printed]:
    from etl.briefing.run import print_all

    counted = BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), *counted, console=console, transient=True
    ) as bars:
        printing = bars.add_task("Starting the dashboard", total=len(areas))

        def told(slug: str) -> None:
            bars.update(printing, advance=1, description=f"Printed {slug}")

        return print_all(areas, shown, editions=editions, out=out, told=told)


def _finish(
    console: Console, problems: Console, made: list[Printed], shown: Quarter, *, out: Path, seconds: float
) -> None:
    failed = [each for each in made if each.fault]
    done = len(made) - len(failed)
    number = f"{done} briefing" if done == 1 else f"{done} briefings"
    console.print(
        f"{number} for the quarter to {shown.month:%B %Y} in {escape(str(out))}, from edition {shown.edition}, "
        f"in {seconds:.0f} s.", highlight=False, soft_wrap=True,
    )  # fmt: skip
    if shown.is_demonstration:
        console.print("Demonstration data: these figures are made up, and every page says so.")
    if failed:
        problems.print(f"[bold]{len(failed)} not printed.[/bold]")
        for each in failed:
            problems.print(f"  {each.slug}: {escape(each.fault)}")
        raise typer.Exit(1)


def _fail(problems: Console, error: Exception) -> NoReturn:
    problems.print(f"[bold]Nothing was printed.[/bold] {escape(str(error))}")
    raise typer.Exit(1)
