"""What was fetched before: a small file beside the downloads, so that what has not changed is not fetched again."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ValidationError

from etl.fetch.content import sha256_of
from etl.fetch.landing import write_whole
from etl.fetch.part import Validators


class Landed(BaseModel):
    """A file in data/raw. `path` is relative to it."""

    path: str
    size: int
    sha256: str


class Kept(BaseModel):
    """What an address gave. `scope` says which part of an archive was taken out of it."""

    etag: str = ""
    last_modified: str = ""
    fetched_at: str
    checksum_borne_out: bool = False
    scope: str = ""
    files: list[Landed]

    @property
    def validators(self) -> Validators:
        return Validators(self.etag, self.last_modified)


class _Book(BaseModel):
    addresses: dict[str, Kept] = {}


class State:
    """The book of one folder. A book that cannot be read is started anew: the cost is a download too many."""

    def __init__(self, into: Path, path: Path) -> None:
        self.into = into
        self.path = path
        try:
            self._book = _Book.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            self._book = _Book()

    def get(self, url: str) -> Kept | None:
        """What the address gave, if every file of it is still there as it was."""
        kept = self._book.addresses.get(url)
        return kept if kept and all(self._is_there(file) for file in kept.files) else None

    def same(self, dataset: str, sha256: str) -> Landed | None:
        """A file of the dataset with the same bytes: publishers give the same file a new address."""
        for kept in self._book.addresses.values():
            for file in kept.files:
                if file.sha256 == sha256 and Path(file.path).parts[0] == dataset and self._is_there(file):
                    return file
        return None

    def keep(self, url: str, kept: Kept) -> None:
        """Note it at once: what is fetched before a later file fails must not be fetched again."""
        self._book.addresses[url] = kept
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.path, self._book.model_dump_json(indent=1).encode())

    def landed(self, path: Path) -> Landed:
        return Landed(path=path.relative_to(self.into).as_posix(), size=path.stat().st_size, sha256=sha256_of(path))

    def _is_there(self, file: Landed) -> bool:
        path = self.into / file.path
        return path.is_file() and path.stat().st_size == file.size and sha256_of(path) == file.sha256
