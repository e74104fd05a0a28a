"""`python -m etl`: load publishers' files, check an edition, build the demonstration."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from etl import report
from etl.briefing.command import briefing_command
from etl.bulk import write_bulk
from etl.bulk.command import bulk_command
from etl.edition import DEFAULT_FOLDER, in_use, loader_version, version_of
from etl.faults import LoadError
from etl.fetch.command import fetch_command
from etl.keeping import days_kept, let_go
from etl.load import Loaded, Progress, load
from etl.sharing.command import pull_command, push_command, use_command

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__, rich_markup_mode=None)
console = Console()
problems = Console(stderr=True, highlight=False, soft_wrap=True)

DEMONSTRATION = DEFAULT_FOLDER.parent / "demonstration"
Editions = Annotated[Path, typer.Option("--editions", help="Folder of editions.")]
app.command("fetch")(fetch_command)
app.command("briefing")(briefing_command)
app.command("bulk")(bulk_command)
app.command("push")(push_command)
app.command("pull")(pull_command)
app.command("use")(use_command)


@app.command("load")
def load_command(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders that hold them.")],
    editions: Editions = DEFAULT_FOLDER,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            metavar="DATASET=REASON", help="Publish although this dataset leaves its bounds; the reason is kept."
        ),
    ] = None,
) -> None:
    """Build an edition from publishers' files and put it in use."""
    _finish(_with_bars(paths, editions, accepted=_reasons(accept or [])))


@app.command("ensure")
def ensure_command(
    editions: Editions = DEFAULT_FOLDER,
    raw: Annotated[Path, typer.Option(help="Where publishers' files are looked for.")] = DEFAULT_FOLDER.parent / "raw",
) -> None:
    """Make an edition when there is none: from publishers' files when there are any, else the demonstration.

    Of an edition that another version of the loader built, the demonstration is built anew; an official one is kept.
    """
    made = in_use(editions)
    if made is not None and version_of(made) == loader_version():
        bulk_command(str(made), editions)
        return
    if made is not None and made.stem.startswith("demonstration-"):
        console.print("Another version of the loader built the demonstration. Building it anew; figures are made up.")
        demo_command(editions, DEMONSTRATION)
    elif made is not None:
        console.print(f"Another version of the loader built {made.stem}: load again with python -m etl load PATH.")
    elif any(path.suffix.lower() in (".csv", ".zip") for path in raw.rglob("*")):
        console.print(f"Loading the publishers' files in {raw}.")
        load_command([raw], editions)
    else:
        console.print("There is no edition yet. Building the demonstration: its figures are made up.")
        demo_command(editions, DEMONSTRATION)


@app.command("check")
def check_command(
    edition: Annotated[str, typer.Argument(help="An edition's file or id; 'current' for the one in use.")] = "current",
    editions: Editions = DEFAULT_FOLDER,
    rows: Annotated[int, typer.Option(help="How many refused rows and revisions to print; 0 prints all.")] = 20,
) -> None:
    """Print what an edition was made from: read, loaded, refused, revised, and names not known."""
    try:
        report.print_check(console, report.find_edition(edition, editions), rows=rows)
    except LoadError as error:
        _fail(error)


@app.command("demo")
def demo_command(
    editions: Editions = DEFAULT_FOLDER,
    files: Annotated[Path, typer.Option(help="Folder for the modelled files.")] = DEMONSTRATION,
    seed: Annotated[int, typer.Option(help="Another seed gives other figures with the same totals.")] = 20170712,
) -> None:
    """Write the demonstration's modelled files and load them. Their figures are made up."""
    from etl.demonstration import write_files  # only this command needs the generator

    write_files(files, seed=seed)
    _finish(_with_bars([files], editions))


def _reasons(given: list[str]) -> dict[str, str]:
    reasons = dict(text.partition("=")[::2] for text in given)
    for dataset, reason in reasons.items():
        if not reason.strip():
            raise typer.BadParameter(f'--accept {dataset} needs a reason: --accept {dataset}="why it is right"')
    return reasons


def _with_bars(paths: list[Path], editions: Path, *, accepted: dict[str, str] | None = None) -> Loaded:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=console, transient=True) as bars:
        looking = bars.add_task("Looking at files", total=report.count_files(paths))
        loading = bars.add_task("Loading", total=None, visible=False)

        def file(name: str) -> None:
            bars.update(looking, advance=1, description=f"Looking at {name[:48]}")

        def step(name: str) -> None:
            bars.update(looking, visible=False)
            bars.update(loading, visible=True, advance=1, description=f"Loading: {name}")

        try:
            return load(paths, editions=editions, progress=Progress(file, step), accepted=accepted)
        except LoadError as error:
            bars.stop()
            _fail(error)


def _finish(loaded: Loaded) -> None:
    if loaded.was_there:
        console.print("These files had been loaded before; that edition is in use again.")
    report.print_summary(console, loaded)
    try:
        write_bulk(loaded.path)
        gone = let_go(loaded.path.parent, days=days_kept())
    except (LoadError, ValueError) as error:  # the edition is in use all the same
        problems.print(f"[bold]Loaded, but[/bold] {report.escape(str(error))}")
        raise typer.Exit(1) from error
    if gone:
        console.print(f"No longer kept: {', '.join(gone)}")


def _fail(error: LoadError) -> NoReturn:
    problems.print(f"[bold]Not loaded.[/bold] {report.escape(str(error))}")
    raise typer.Exit(1)


if __name__ == "__main__":
    app(prog_name="python -m etl")
