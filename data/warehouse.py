"""The edition in use, and older ones that are asked for by name: opened read-only, one cursor a query, changed without
a request failing.

The web side's only duckdb import. Each process looks at the pointer at most every few seconds; a new edition is opened
beside the old one, which is closed when its last query has ended. A pointer that leads nowhere, or to an edition that
lacks a table, leaves the last good one serving. Never opened before a fork: connections are made on first use.
Older editions are opened when asked for and closed again but for the few last used.
"""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import duckdb

from data.lately import Lately

LOG = logging.getLogger(__name__)
POINTER = "current"
LOOK_EVERY_SECONDS = float(os.environ.get("LPP_LOOK_SECONDS", "2"))
LATELY = 400  # frames of a page, some 20 KB each, that a worker keeps of an edition
DEFAULT_FOLDER = Path(__file__).parent / "editions"
FOLDER_VARIABLE = "LPP_EDITIONS"
CONFIG = {"enable_external_access": "false", "threads": "2", "memory_limit": "96MB", "lock_configuration": "true"}
SCHEMA = Path(__file__).with_name("schema.sql")
TABLES = frozenset(re.findall(r"^CREATE TABLE (\w+)", SCHEMA.read_text(encoding="utf-8"), re.MULTILINE))
ENDING = ".duckdb"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")  # of an edition: nothing that leads out of the folder
IDLE_KEPT_OPEN = 2  # older editions; those in use are as many as a worker has threads at most
T = TypeVar("T")


class NoEdition(LookupError):
    """There is no edition to serve yet."""


class UnknownEdition(LookupError):
    """No edition of that name is kept here."""


class OldEdition(ValueError):
    """An edition lacks a table that is asked for: an older version of the loader built it."""


@dataclass(frozen=True)
class EditionFacts:
    """What an edition says of itself. `published_on` is the day it was put in use here."""

    edition_id: str
    is_demonstration: bool
    published_on: date


class _Open:
    """One opened edition file, the queries that use it, and what has been worked out from it once."""

    def __init__(self, path: Path, published_on: date, *, is_old: bool = False) -> None:
        self.con = duckdb.connect(str(path), read_only=True, config=CONFIG)  # type: ignore[arg-type]
        row = self.con.execute("SELECT edition_id, kind FROM edition").fetchone()
        if row is None:
            raise duckdb.InvalidInputException(f"{path.name} holds no edition")
        if not is_old:
            self._refuse_without_tables(path)
        self.facts = EditionFacts(row[0], row[1] == "demonstration", published_on)
        self.cache: dict[object, object] = {}
        self.latest = Lately(LATELY)
        self.users = 0
        self.retired = False

    def _refuse_without_tables(self, path: Path) -> None:
        held = {name for (name,) in self.con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if missing := sorted(TABLES - held):
            self.con.close()
            raise OldEdition(
                f"{path.name} lacks {', '.join(missing)}; an older loader built it, so load again: python -m etl load"
            )


class Edition:
    """What a request works with: a cursor of its own, the edition's facts, and a cache that ends with the edition."""

    def __init__(self, opened: _Open) -> None:
        self._opened = opened
        self.cursor = opened.con.cursor()
        self.facts = opened.facts

    def once(self, key: object, work: Callable[[], T]) -> T:
        """The result of `work`, done once for this edition. Two threads may both do it; the results are equal."""
        cache = self._opened.cache
        if key not in cache:
            cache[key] = work()
        return cache[key]  # type: ignore[return-value]

    def lately(self, key: Hashable, work: Callable[[], T]) -> T:
        """As `once`, for what there may be any number of: the last LATELY of them are kept. Nobody may change them."""
        return self._opened.latest.get(key, work)


class Warehouse:
    """The editions in a folder, of which the pointer names one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._open: _Open | None = None
        self._old: dict[str, _Open] = {}  # by id, the one last asked for at the end
        self._looked_at = -LOOK_EVERY_SECONDS
        self._complaint = ""

    @property
    def complaint(self) -> str:
        """Why the edition that the pointer names is not the one that serves; '' where it is."""
        return self._complaint

    @contextmanager
    def edition(self, edition_id: str | None = None) -> Iterator[Edition]:
        """The edition in use, or the one of that name, kept open until the block ends.

        Raises NoEdition when there is none to use, UnknownEdition when none of that name is kept, OldEdition when what
        the block asks of an older one is not in it.
        """
        opened = self._enter(edition_id)
        edition = None
        try:
            edition = Edition(opened)
            yield edition
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            if opened is self._open:
                raise
            raise OldEdition(f"edition {opened.facts.edition_id} was made before it held this") from error
        finally:
            if edition is not None:
                edition.cursor.close()
            self._leave(opened)

    def kept(self) -> tuple[EditionFacts, ...]:
        """Every edition in the folder, newest first; that in use has the day on which it was put in use."""
        with self._lock:
            self._look()
            in_use = self._open.facts if self._open else None
        files = [path for path in self.folder.glob(f"*{ENDING}") if NAME.fullmatch(path.stem)]
        found = [in_use if in_use and in_use.edition_id == path.stem else _facts_of(path) for path in files]
        return tuple(sorted(found, key=lambda each: (each.published_on, each == in_use, each.edition_id), reverse=True))

    def facts(self) -> EditionFacts | None:
        """Of the edition in use, without opening it to a query; None where there is none."""
        with self._lock:
            self._look()
            return self._open.facts if self._open else None

    def in_use(self) -> str:
        """The id of the edition in use. Raises NoEdition."""
        with self.edition() as edition:
            return edition.facts.edition_id

    def _enter(self, edition_id: str | None) -> _Open:
        with self._lock:
            self._look()
            if edition_id is None or (self._open and self._open.facts.edition_id == edition_id):
                if self._open is None:
                    raise NoEdition(f"no edition in {self.folder}; make one with: python -m etl load")
                opened = self._open
            else:
                opened = self._older(edition_id)
            opened.users += 1
            return opened

    def _older(self, edition_id: str) -> _Open:
        path = self.folder / f"{edition_id}{ENDING}"
        if not NAME.fullmatch(edition_id) or not path.is_file():
            raise UnknownEdition(edition_id)
        opened = self._old.pop(edition_id, None)
        if opened is None:
            try:
                opened = _Open(path, _facts_of(path).published_on, is_old=True)
            except duckdb.Error as error:
                LOG.error("the edition %s cannot be opened: %s", path, error)
                raise UnknownEdition(edition_id) from error
        self._old[edition_id] = opened
        return opened

    def _leave(self, opened: _Open) -> None:
        with self._lock:
            opened.users -= 1
            if opened.retired and opened.users == 0:
                opened.con.close()
            idle = [each for each in self._old.values() if each.users == 0]
            for each in idle[: max(0, len(idle) - IDLE_KEPT_OPEN)]:
                del self._old[each.facts.edition_id]
                each.con.close()

    def _look(self) -> None:
        if time.monotonic() - self._looked_at < LOOK_EVERY_SECONDS:
            return
        self._looked_at = time.monotonic()
        pointer = self.folder / POINTER
        try:
            name = pointer.read_text(encoding="utf-8").strip()
            if self._open is None or self._open.facts.edition_id != name:
                published = datetime.fromtimestamp(pointer.stat().st_mtime, UTC).date()
                self._change_to(_Open(self.folder / f"{name}{ENDING}", published))
            self._complaint = ""
        except FileNotFoundError:
            LOG.info("no edition pointer in %s", self.folder)
        except (OSError, duckdb.Error, OldEdition) as error:
            self._complain(f"the edition named by {pointer} cannot be opened: {error}")

    def _complain(self, complaint: str) -> None:
        """Said once, not every time somebody looks."""
        if complaint != self._complaint:
            LOG.error("%s", complaint)
        self._complaint = complaint

    def _change_to(self, fresh: _Open) -> None:
        old, self._open = self._open, fresh
        if old is not None:
            old.retired = True
            if old.users == 0:
                old.con.close()


def _facts_of(path: Path) -> EditionFacts:
    """What the name and the time of an edition's file say of it."""
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    return EditionFacts(path.stem, path.stem.startswith("demonstration-"), made)


_warehouses: dict[Path, Warehouse] = {}


def warehouse(folder: Path | None = None) -> Warehouse:
    """The process's warehouse for `folder`, or for the one the environment names, or for data/editions."""
    chosen = folder or Path(os.environ.get(FOLDER_VARIABLE, DEFAULT_FOLDER))
    return _warehouses.setdefault(chosen, Warehouse(chosen))
