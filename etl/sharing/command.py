"""`python -m etl push`, `pull` and `use`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from etl.edition import DEFAULT_FOLDER, only_loader, point_to
from etl.faults import LoadError

Editions = Annotated[Path, typer.Option("--editions", help="Folder of editions.")]


def push_command(
    into: Annotated[Path, typer.Argument(help="Folder that others fetch from, such as a bucket that is mounted.")],
    editions: Editions = DEFAULT_FOLDER,
) -> None:
    """Copy the edition in use, with its checksum, to where other machines pull it from."""
    from etl.sharing.push import push

    try:
        edition, is_new = push(editions, into)
    except (LoadError, OSError) as error:
        _fail(error)
    typer.echo(f"{edition} {'was copied to' if is_new else 'was already in'} {into}, whose pointer names it.")


def pull_command(
    url: Annotated[str, typer.Argument(help="Where `current` lies, as https://….")],
    editions: Editions = DEFAULT_FOLDER,
    every: Annotated[float, typer.Option(min=0, help="Stay, and look again after so many seconds; 0: once.")] = 0.0,
    keep: Annotated[int, typer.Option(min=0, help="How many editions stay here; 0: all.")] = 0,
) -> None:
    """Bring the edition that an address names, checked, and put it in use. One that fails leaves what is in use."""
    from etl.sharing.pull import pull  # only this command needs a web client

    while True:
        try:
            edition, is_change = pull(url, editions, keep=keep)
            if is_change or not every:
                typer.echo(f"{edition} {'is in use now' if is_change else 'was in use already'}.")
        except (LoadError, OSError) as error:
            if not every:
                _fail(error)
            typer.echo(f"Not pulled; what is in use stays: {error}", err=True)
        if not every:
            return
        time.sleep(every)


def use_command(
    edition: Annotated[str, typer.Argument(help="Its id: the name of its file without .duckdb.")],
    editions: Editions = DEFAULT_FOLDER,
) -> None:
    """Put an edition that is there already in use: how to go back to an older one."""
    from etl.sharing.place import check_serves, edition_named, file_of

    try:
        name = edition_named(edition)
        if not file_of(editions, name).is_file():
            raise LoadError(f"there is no {name} in {editions}; there are: {_there(editions)}")
        check_serves(file_of(editions, name), name)
        with only_loader(editions):
            point_to(editions, edition=name)
    except (LoadError, OSError) as error:
        _fail(error)
    typer.echo(f"{name} is in use now.")


def _there(editions: Path) -> str:
    return ", ".join(sorted(path.stem for path in editions.glob("*.duckdb"))) or "none"


def _fail(error: Exception) -> NoReturn:
    typer.echo(f"Not done. {error}", err=True)
    raise typer.Exit(1)
