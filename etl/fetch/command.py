"""`python -m etl fetch`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

RAW = Path(__file__).parents[2] / "data" / "raw"
WANTED = Path(__file__).with_name("wanted.toml")


def fetch_command(
    into: Annotated[Path, typer.Option(help="Folder for the publishers' files.")] = RAW,
    only: Annotated[list[str] | None, typer.Option(help="This dataset only; may be given more than once.")] = None,
    since: Annotated[
        str, typer.Option(help="YYYY-MM: monthly files from this month on, and no release from before it.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be fetched; write nothing.")] = False,
    datastore_url: Annotated[str, typer.Option(help="Another address for the London Datastore.")] = "",
    police_url: Annotated[str, typer.Option(help="Another address for data.police.uk.")] = "",
    wanted: Annotated[Path, typer.Option(help="What is fetched from where.")] = WANTED,
) -> None:
    """Get the publishers' current files from where they keep them, into data/raw/."""
    # Only this command needs a web client.
    from etl.fetch.faults import FetchFault
    from etl.fetch.outcome import What
    from etl.fetch.police import read_month
    from etl.fetch.run import fetch
    from etl.fetch.show import Show
    from etl.fetch.wanted import read_wanted

    show = Show(Console(), Console(stderr=True, highlight=False, soft_wrap=True))
    try:
        files = read_wanted(wanted).at(datastore=datastore_url, police=police_url)
        first = read_month(since) if since else None
        outcomes = fetch(files, into=into, only=only or [], since=first, dry_run=dry_run, show=show)
    except FetchFault as error:
        show.problems.print(f"[bold]Nothing was fetched.[/bold] {escape(str(error))}")
        raise typer.Exit(1) from error
    show.summary(outcomes)
    if any(outcome.what == What.FAILED for outcome in outcomes):
        show.problems.print(f"What was reached is in {escape(str(into))}; `make load` loads what is there.")
        raise typer.Exit(1)
