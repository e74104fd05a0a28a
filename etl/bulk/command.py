"""`python -m etl bulk`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from etl import report
from etl.bulk.write import bulk_folder, write_bulk
from etl.edition import DEFAULT_FOLDER
from etl.faults import LoadError


def bulk_command(
    edition: Annotated[str, typer.Argument(help="An edition's file or id; 'current' for the one in use.")] = "current",
    editions: Annotated[Path, typer.Option("--editions", help="Folder of editions.")] = DEFAULT_FOLDER,
) -> None:
    """Write the edition's files to take away, unless they are there; a load does so by itself."""
    try:
        path = report.find_edition(edition, editions)
        if bulk_folder(path).is_dir():
            return
        folder = write_bulk(path)
    except LoadError as error:
        problems = Console(stderr=True, highlight=False, soft_wrap=True)
        problems.print(f"[bold]Not written.[/bold] {report.escape(str(error))}")
        raise typer.Exit(1) from error
    Console().print(f"The bulk files are in {folder}.")
