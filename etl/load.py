"""The whole load as a recipe: find, recognise, load each dataset, reconcile, judge, publish."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import duckdb

from data.catalogue import catalogue
from etl import bounds, edition, ledger
from etl.faults import LoadError
from etl.files import InputFile, Inputs, find_inputs
from etl.judging import judge_edition
from etl.sources import sources

MARK_OF_MODELLED = "MODELLED.txt"
# A commit that cannot be written comes as a TransactionException.
FAULTS_OF_THE_DISK = (OSError, duckdb.IOException, duckdb.TransactionException, duckdb.FatalException)


@dataclass(frozen=True)
class Progress:
    """What a load tells its caller: each file as it is looked at, each step as it begins."""

    file: Callable[[str], None] = lambda name: None
    step: Callable[[str], None] = lambda name: None


@dataclass(frozen=True)
class Loaded:
    """The published edition. `was_there`: the same inputs had been loaded before, so nothing was built."""

    path: Path
    edition_id: str
    inputs: Inputs
    was_there: bool


def load(
    paths: Sequence[Path],
    *,
    editions: Path = edition.DEFAULT_FOLDER,
    progress: Progress | None = None,
    accepted: Mapping[str, str] | None = None,
) -> Loaded:
    """Build an edition from the files under `paths` and publish it.

    `accepted` gives, by dataset, the reason why it may leave its declared bounds. Raises LoadError when a file cannot
    be loaded, figures do not reconcile, a dataset leaves its bounds unaccepted or nothing can be written; the edition
    in use then stays as it was.
    """
    progress = progress or Progress()
    with edition.only_loader(editions), tempfile.TemporaryDirectory() as scratch, _told_plainly(editions):
        layouts = list(dict.fromkeys(layout for source in sources().values() for layout in source.LAYOUTS))
        inputs = find_inputs(paths, layouts, scratch=Path(scratch), tick=progress.file)
        kind = _kind(inputs.files, paths)
        version = edition.loader_version()
        name = edition.edition_id(inputs.files, kind=kind, version=version)
        final = editions / f"{name}.duckdb"
        if final.exists():
            edition.point_to(editions, edition=name)
            return Loaded(final, name, inputs, was_there=True)
        with _building(editions, name) as built:
            with edition.create(built, edition=name, kind=kind, version=version) as con:
                _fill(con, inputs, progress)
                _keep_within_bounds(con, editions, kind=kind, accepted=accepted or {})
                progress.step("Expected ranges")
                judge_edition(con)
            progress.step("publishing")
            return Loaded(edition.publish(built, editions, edition=name), name, inputs, was_there=False)


@contextmanager
def _building(editions: Path, name: str) -> Iterator[Path]:
    """A path to build at. Whatever is still there at the end was not published, so it goes."""
    built = editions / f"{edition.BUILDING}{name}.duckdb"
    try:
        yield built
    finally:
        for leftover in editions.glob(f"{built.name}*"):
            leftover.unlink()


class _told_plainly:
    """Faults of the disk, in words, with what they mean for the reader's site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, FAULTS_OF_THE_DISK):
            raise LoadError(
                f"the edition could not be written to {self.folder}: {str(error).splitlines()[0]}. "
                "Is the disk full or read-only? The edition in use is unchanged."
            ) from error


def _kind(files: Sequence[InputFile], paths: Sequence[Path]) -> str:
    """Files that the demonstration wrote make a demonstration edition, and never stand beside real ones."""
    modelled = {_is_modelled(file.path, paths) for file in files}
    if len(modelled) > 1:
        raise LoadError("demonstration files and publishers' files cannot be loaded into one edition")
    return "demonstration" if modelled == {True} else "official"


def _is_modelled(file: Path, paths: Sequence[Path]) -> bool:
    """Whether a folder the file lies in, up to the path that was given (or two levels up), has the mark."""
    roots = [path.resolve() for path in paths]
    above = file.resolve().parents
    return any(
        (folder / MARK_OF_MODELLED).exists()
        for i, folder in enumerate(above)
        if i < 2 or any(folder.is_relative_to(root) for root in roots)
    )


def _fill(con: duckdb.DuckDBPyConnection, inputs: Inputs, progress: Progress) -> None:
    ledger.open_ledger(con, inputs.files)
    by_dataset = groupby(inputs.files, key=lambda file: file.layout.dataset)
    said: list[str] = []
    for dataset, files in by_dataset:
        progress.step(catalogue().dataset(dataset).name)
        _load_one(con, dataset, list(files), said)
    ledger.close_ledger(con, inputs)
    said += ledger.check(con)
    if said:
        raise LoadError(
            "\n".join(["the figures do not reconcile, so nothing was published:", *(f"  {s}" for s in said)])
        )


def _keep_within_bounds(
    con: duckdb.DuckDBPyConnection, editions: Path, *, kind: str, accepted: Mapping[str, str]
) -> None:
    """Against the edition in use, when it is of the same kind: a demonstration says nothing about real figures."""
    unknown = sorted(accepted.keys() - {dataset.id for dataset in catalogue().datasets})
    if unknown:
        raise LoadError(f"--accept names a dataset that does not exist: {', '.join(unknown)}")
    before = edition.in_use(editions)
    if before is not None and before.stem.startswith(f"{kind}-"):
        bounds.accept(con, bounds.compare_editions(con, before, catalogue().datasets), accepted)


def _load_one(con: duckdb.DuckDBPyConnection, dataset: str, files: list[InputFile], said: list[str]) -> None:
    source = sources()[dataset]
    source.load(con, files)
    said += source.check(con)
